// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: Option<String>,
    pub name: String,
    pub password: Option<String>,
    pub created: Option<jiff::Timestamp>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            id: None,
            name: name.into(),
            password: None,
            created: None,
        }
    }
}

setters! {
    Thing {
        password: into String,
    }
}

wire_struct! {
    Thing {
        "id" => id: optional,
        "name" => name: required,
        "password" => password: optional,
        "created" => created: optional,
    }
}
