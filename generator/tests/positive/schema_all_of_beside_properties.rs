// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<String>,
    pub id: Option<String>,
}

wire_struct! {
    Thing {
        "a" => a: optional,
        "id" => id: optional,
    }
}

/// `#/components/schemas/A`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct A {
    pub a: Option<String>,
}

impl A {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    A {
        a: into String,
    }
}

wire_struct! {
    A {
        "a" => a: optional,
    }
}
