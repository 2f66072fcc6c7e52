// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client, JsonLines};
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
    /// 200 OK: Lines.
    Ok(JsonLines<types::GetThingsResponse>),
    /// 202 Accepted: Lines of anything.
    Accepted(JsonLines<serde_json::Value>),
}

answers! {
    GetThingsOutput {
        Code(200) json_lines "application/x-ndjson" => Ok,
        Code(202) json_lines => Accepted,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// The response body of the operation `getThings` for status 200, `#/paths/~1things/get/responses/200/content/application~1x-ndjson/schema`.
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
