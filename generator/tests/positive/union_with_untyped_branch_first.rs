// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    Value(serde_json::Value),
    /// It has `id`.
    Exact(Exact),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Value from serde_json::Value {},
        Exact from Exact { object, has "id" },
        String from String { string },
    } else Unknown
}

/// `#/components/schemas/Exact`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Exact {
    pub id: String,
}

impl Exact {
    /// A value with these properties.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

wire_struct! {
    Exact {
        "id" => id: required,
    }
}
