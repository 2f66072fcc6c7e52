// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// The base of it.
    pub base: Base,
    pub nullable: Option<Option<Base>>,
    pub twice: Option<Base>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(base: Base) -> Self {
        Self {
            base,
            nullable: None,
            twice: None,
        }
    }
}

setters! {
    Thing {
        nullable: nullable Base,
        twice: value Base,
    }
}

wire_struct! {
    Thing {
        "base" => base: required,
        "nullable" => nullable: nullable,
        "twice" => twice: optional,
    }
}

/// `#/components/schemas/Base`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Base {
    pub id: Option<String>,
}

impl Base {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Base {
        id: into String,
    }
}

wire_struct! {
    Base {
        "id" => id: optional,
    }
}
