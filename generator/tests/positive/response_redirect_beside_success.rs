// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => (), GetThingsError;
    [Code(204)];
}

/// The documented errors of [`Client::get_things`] (`GET /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// 304 Not Modified: Not changed.
    NotModified,
}

answers! {
    GetThingsError {
        Code(304) => NotModified,
    }
}
