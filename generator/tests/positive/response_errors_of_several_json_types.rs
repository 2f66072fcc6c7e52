// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => types::GetThingsResponse, GetThingsError;
    [Code(200) json];
}

/// The documented errors of [`Client::get_things`] (`GET /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// 400 Bad Request as `application/json`: Wrong.
    BadRequest(types::GetThingsResponse400),
    /// 400 Bad Request as `application/problem+json`: Wrong.
    BadRequestProblem(types::GetThingsResponse400Problem),
}

answers! {
    GetThingsError {
        Code(400) json => BadRequest,
        Code(400) json "application/problem+json" => BadRequestProblem,
    }
}
