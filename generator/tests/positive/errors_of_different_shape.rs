// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};

impl Client {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings> {
        self.call(Method::GET, "/things")
    }
}

/// The operation of [`Client::get_things`].
pub enum GetThings {}

impl Operation for GetThings {
    type Output = bool;
    type Error = GetThingsError;

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            200 => response.json(),
            404 => response.failure(GetThingsError::NotFound),
            499 => Err(response.failed(GetThingsError::Status499)),
            400..=499 => response.failure(GetThingsError::ClientError),
            500..=599 => Err(response.failed(GetThingsError::ServerError)),
            _ => response.undocumented(),
        }
    }
}

/// The documented errors of [`Client::get_things`].
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
