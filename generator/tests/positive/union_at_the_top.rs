// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// The request body of the operation `addEvent`, `#/paths/~1events/post/requestBody/content/application~1json/schema`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum AddEventBody {
    /// `on` is `unknown`.
    Unknown(AddEventBodyUnknown),
    /// `on` is `Unknown`.
    UnknownObject(AddEventBodyUnknown2),
    /// What the document does not know, as it came.
    Unrecognized(serde_json::Value),
}

wire_union! {
    AddEventBody {
        Unknown from AddEventBodyUnknown { "on" = "unknown" },
        UnknownObject from AddEventBodyUnknown2 { "on" = "Unknown" },
    } else Unrecognized
}

/// A branch of [`AddEventBody`], `#/paths/~1events/post/requestBody/content/application~1json/schema/oneOf/0`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddEventBodyUnknown {}

impl AddEventBodyUnknown {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    AddEventBodyUnknown {
        tags { "on" = "unknown" }
    }
}

/// A branch of [`AddEventBody`], `#/paths/~1events/post/requestBody/content/application~1json/schema/oneOf/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct AddEventBodyUnknown2 {}

impl AddEventBodyUnknown2 {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    AddEventBodyUnknown2 {
        tags { "on" = "Unknown" }
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /events`
    pub fn add_event(&self, body: types::AddEventBody) -> Call<AddEvent, M> {
        self.call().with_json(body)
    }
}

operation! {
    AddEvent for add_event: POST "/events" => (), Infallible;
    [Code(202)];
}
