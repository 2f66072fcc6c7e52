// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    pub fn list_things(&self) -> Call<ListThings, M> {
        self.call()
    }
}

operation! {
    ListThings for list_things: GET "/things" => (), Infallible;
    [Code(204)];
}

parameters! {
    ListThings {
        default: query "default" each_into String,
        form: query "form" [Form, false] each i64,
        spaces: query "spaces" [SpaceDelimited, false] each_into String,
        spaces_exploded: query "spaces exploded" [SpaceDelimited, true] each_into String,
        pipes: query "pipes" [PipeDelimited, false] each_into String,
        filter: query "filter" [DeepObject, true] value types::Filter,
        expand: query "expand" [DeepObject, true] each_into String,
        object: query "object" value types::Filter,
        joined: query "joined" [Form, false] value types::Filter,
        reserved: query "reserved" [Form, true, reserved] into String,
        empty: query "empty" into String,
        any: query "any" value serde_json::Value,
        /// Default: `up`.
        order: query "order" value types::ListThingsOrder,
        /// Use another.
        #[deprecated]
        old: query "old" value bool,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Filter`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Filter {
    pub name: Option<String>,
    pub since: Option<jiff::civil::Date>,
}

impl Filter {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Filter {
        name: into String,
        since: value jiff::civil::Date,
    }
}

wire_struct! {
    Filter {
        "name" => name: optional,
        "since" => since: optional,
    }
}

/// The parameter `order` of the operation `listThings`, `#/paths/~1things/get/parameters/12/schema`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ListThingsOrder {
    /// The value `up`.
    #[default]
    Up,
    /// The value `down`.
    Down,
}

wire_enum! {
    ListThingsOrder {
        "up" => Up,
        "down" => Down,
    }
}
