// ==== src/operations/arguments.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `arguments`.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /arguments`
    pub fn get_arguments(
        &self,
        types: &str,
        answers: &str,
        bodies: &str,
        paginated: &str,
        parameters: &str,
    ) -> Call<GetArguments, M> {
        self.call()
            .in_query("types", types)
            .in_query("answers", answers)
            .in_query("bodies", bodies)
            .in_query("paginated", paginated)
            .in_query("parameters", parameters)
    }
}

operation! {
    GetArguments for get_arguments: GET "/arguments" => (), Infallible;
    [Code(204)];
}

// ==== src/operations/bodies.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `bodies`.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `POST /bodies`
    pub fn send_bodies(&self, body: impl Into<SendBodiesBody>) -> Call<SendBodies, M> {
        self.call().with_content(body.into())
    }
}

operation! {
    SendBodies for send_bodies: POST "/bodies" => (), Infallible;
    [Code(204)];
}

/// The body of [`Client::send_bodies`] (`POST /bodies`), in the format of the caller's choice.
#[derive(Debug)]
#[non_exhaustive]
pub enum SendBodiesBody {
    /// As `application/json`.
    Json(String),
    /// As `application/body+json`.
    Body(i64),
}

bodies! {
    SendBodiesBody {
        Json from String: json "application/json",
        Body from i64: json "application/body+json",
    }
}

// ==== src/operations/mod.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.

mod arguments;
mod bodies;
mod traits;

pub use arguments::*;
pub use bodies::*;
pub use traits::*;
