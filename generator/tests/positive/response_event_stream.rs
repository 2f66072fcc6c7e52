// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, Events};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => Events<types::Event>, Infallible;
    [Code(200) events];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Event {
    /// It has `text`.
    Text(EventText),
    /// It has `end`.
    End(EventEnd),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Event {
        Text from EventText { has "text" },
        End from EventEnd { has "end" },
    } else Unknown
}

/// A branch of [`Event`], `#/components/schemas/Event/oneOf/0`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EventText {
    pub text: String,
}

wire_struct! {
    EventText {
        "text" => text: required,
    }
}

/// A branch of [`Event`], `#/components/schemas/Event/oneOf/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct EventEnd {
    pub end: bool,
}

wire_struct! {
    EventEnd {
        "end" => end: required,
    }
}
