// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => bool, GetThingsError;
    [Code(200) json];
}

/// The documented errors of [`Client::get_things`] (`GET /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// 404 Not Found: Not there.
    NotFound(BTreeMap<String, serde_json::Value>),
    /// 499.
    Status499,
    /// 4XX: Some other mistake.
    ClientError(String),
    /// 5XX: Our fault.
    ServerError,
}

answers! {
    GetThingsError {
        Code(404) json => NotFound,
        Code(499) => Status499,
        Range(4) json => ClientError,
        Range(5) => ServerError,
    }
}
