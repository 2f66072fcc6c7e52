// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// The schema `BadRequest`.
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

/// The schema `NotFound`.
pub type NotFound = BadRequest;

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
    /// `DELETE /things`
    pub fn delete_things(&self) -> Call<DeleteThings> {
        self.call(Method::DELETE, "/things")
    }
}

/// The operation of [`Client::delete_things`].
pub enum DeleteThings {}

impl Operation for DeleteThings {
    type Output = ();
    type Error = DeleteThingsError;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            400 => response.failure(DeleteThingsError::BadRequest),
            404 => response.failure(DeleteThingsError::NotFound),
            500 => response.failure(DeleteThingsError::InternalServerError),
            _ => response.undocumented(),
        }
    }
}

/// The documented errors of [`Client::delete_things`].
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
