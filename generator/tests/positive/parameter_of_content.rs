// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client, Parameter};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    pub fn list_things(&self, anything: &serde_json::Value) -> Call<ListThings, M> {
        self.call()
            .with_argument(Parameter::query("anything").json(), anything)
    }
}

operation! {
    ListThings for list_things: GET "/things" => (), Infallible;
    [Code(204)];
}

parameters! {
    ListThings {
        filter: query "filter" [json] value types::ListThingsFilter,
        query: query "query" into String,
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// The parameter `filter` of the operation `listThings`, `#/paths/~1things/get/parameters/0/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ListThingsFilter {
    pub name: Option<String>,
}

impl ListThingsFilter {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ListThingsFilter {
        name: into String,
    }
}

wire_struct! {
    ListThingsFilter {
        "name" => name: optional,
    }
}
