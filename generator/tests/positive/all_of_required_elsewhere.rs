// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: String,
    pub name: String,
    pub note: Option<String>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: name.into(),
            note: None,
        }
    }
}

setters! {
    Thing {
        note: into String,
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
        "name" => name: required,
        "note" => note: optional,
    }
}

/// `#/components/schemas/Base`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Base {
    pub id: String,
    pub name: Option<String>,
    pub note: Option<String>,
}

impl Base {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            name: None,
            note: None,
        }
    }
}

setters! {
    Base {
        name: into String,
        note: into String,
    }
}

wire_struct! {
    Base {
        "id" => id: required,
        "name" => name: optional,
        "note" => note: optional,
    }
}
