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
    GetThings for get_things: GET "/things" => Vec<String>, GetThingsError;
    [Code(200) json];
}

/// The documented errors of [`Client::get_things`] (`GET /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// 429 Too Many Requests: Slower.
    TooManyRequests,
}

answers! {
    GetThingsError {
        Code(429) => TooManyRequests,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// A part of the operation `getThings`, `#/paths/~1things/get/responses/200/headers/X-Kind/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetThingsResponseXKind {
    /// The value `a`.
    A,
    /// The value `b`.
    B,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    GetThingsResponseXKind {
        "a" => A,
        "b" => B,
    } else Unknown
}

/// The parameter `X-Rate` of `Rate`, `#/components/headers/Rate/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Rate {
    /// The value `much`.
    Much,
    /// The value `little`.
    Little,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Rate {
        "much" => Much,
        "little" => Little,
    } else Unknown
}
