// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/BadRequest`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct BadRequest {
    pub title: String,
    pub status: Option<f64>,
}

wire_struct! {
    BadRequest {
        "title" => title: required,
        "status" => status: optional,
    }
}

/// `#/components/schemas/NotFound`
pub type NotFound = BadRequest;

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `DELETE /things`
    pub fn delete_things(&self) -> Call<DeleteThings, M> {
        self.call()
    }
}

operation! {
    DeleteThings for delete_things: DELETE "/things" => (), DeleteThingsError;
    [Code(204)];
}

/// The documented errors of [`Client::delete_things`] (`DELETE /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum DeleteThingsError {
    /// 400 Bad Request: Wrong.
    BadRequest(types::BadRequest),
    /// 404 Not Found: Not there.
    NotFound(types::NotFound),
    /// 500 Internal Server Error: Our fault.
    InternalServerError(types::BadRequest),
}

answers! {
    DeleteThingsError {
        Code(400) json => BadRequest,
        Code(404) json => NotFound,
        Code(500) json => InternalServerError,
    }
}

impl DeleteThingsError {
    /// The body, which is of one type whatever the status is.
    #[must_use]
    pub fn body(&self) -> &types::BadRequest {
        match self {
            Self::BadRequest(body)
            | Self::NotFound(body)
            | Self::InternalServerError(body) => body,
        }
    }
}
