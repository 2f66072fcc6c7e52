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
    GetThings for get_things: GET "/things" => GetThingsOutput, GetThingsError;
}

/// What [`Client::get_things`] (`GET /things`) gives.
#[derive(Debug)]
#[non_exhaustive]
pub enum GetThingsOutput {
    /// 200 OK: There.
    Ok(types::GetThingsResponse),
    /// 201 Created: Made.
    Created(Vec<String>),
    /// 204 No Content: Nothing.
    NoContent,
    /// 2XX: Other.
    Status2xx(String),
}

answers! {
    GetThingsOutput {
        Code(200) json => Ok,
        Code(201) json => Created,
        Code(204) => NoContent,
        Range(2) text => Status2xx,
    }
}

/// The documented errors of [`Client::get_things`] (`GET /things`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum GetThingsError {
    /// 404 Not Found: Gone.
    NotFound,
    /// 4XX: Wrong.
    ClientError(types::GetThingsResponse4Xx),
    /// 5XX: Broken.
    ServerError(String),
}

answers! {
    GetThingsError {
        Code(404) => NotFound,
        Range(4) json => ClientError,
        Range(5) text => ServerError,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// The response body of the operation `getThings` for status 200, `#/paths/~1things/get/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetThingsResponse {
    pub name: Option<String>,
}

wire_struct! {
    GetThingsResponse {
        "name" => name: optional,
    }
}

/// The response body of the operation `getThings` for status 4XX, `#/paths/~1things/get/responses/4XX/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetThingsResponse4Xx {
    pub name: Option<String>,
}

wire_struct! {
    GetThingsResponse4Xx {
        "name" => name: optional,
    }
}
