// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{answers, operation};
use crate::runtime::{Call, Client, Events};
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
    /// 200 OK as `application/json`: At once or bit by bit.
    Ok(types::GetThingsResponse),
    /// 200 OK as `text/event-stream`: At once or bit by bit.
    OkEvents(Events<types::GetThingsResponseEventItem>),
}

answers! {
    GetThingsOutput {
        Code(200) json => Ok,
        Code(200) events => OkEvents,
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
    pub whole: Option<String>,
}

wire_struct! {
    GetThingsResponse {
        "whole" => whole: optional,
    }
}

/// A part of the operation `getThings`, `#/paths/~1things/get/responses/200/content/text~1event-stream/schema/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct GetThingsResponseEventItem {
    pub part: Option<String>,
}

wire_struct! {
    GetThingsResponseEventItem {
        "part" => part: optional,
    }
}
