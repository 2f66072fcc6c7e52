// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    Anything(Anything),
    /// It has `id`.
    Exact(Exact),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Anything from Anything {},
        Exact from Exact { has "id" },
    } else Unknown
}

/// `#/components/schemas/Anything`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Anything {
    pub note: Option<String>,
}

impl Anything {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Anything {
        note: into String,
    }
}

wire_struct! {
    Anything {
        "note" => note: optional,
    }
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
