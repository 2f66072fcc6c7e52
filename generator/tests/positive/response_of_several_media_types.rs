// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Body, Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => GetThingsOutput, Infallible;
}

/// What [`Client::get_things`] (`GET /things`) gives.
#[derive(Debug)]
#[non_exhaustive]
pub enum GetThingsOutput {
    /// 200 OK as `application/json`: As you like.
    Ok(types::Thing),
    /// 200 OK as `text/csv`: As you like.
    OkText(String),
    /// 200 OK as `image/png`: As you like.
    OkBinary(Body),
}

answers! {
    GetThingsOutput {
        Code(200) json => Ok,
        Code(200) text "text/csv" => OkText,
        Code(200) binary "image/png" => OkBinary,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub name: Option<String>,
}

wire_struct! {
    Thing {
        "name" => name: optional,
    }
}
