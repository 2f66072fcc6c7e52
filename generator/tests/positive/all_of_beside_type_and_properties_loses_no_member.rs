// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub base: String,
    pub more: Option<bool>,
    pub own: String,
    /// All properties beside those above.
    pub additional_properties: BTreeMap<String, i64>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(base: impl Into<String>, own: impl Into<String>) -> Self {
        Self {
            base: base.into(),
            more: None,
            own: own.into(),
            additional_properties: BTreeMap::new(),
        }
    }
}

setters! {
    Thing {
        more: value bool,
    }
}

wire_struct! {
    Thing {
        "base" => base: required,
        "more" => more: optional,
        "own" => own: required,
        .. => additional_properties,
    }
}

/// `#/components/schemas/Base`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Base {
    pub base: Option<String>,
    pub more: Option<bool>,
}

impl Base {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Base {
        base: into String,
        more: value bool,
    }
}

wire_struct! {
    Base {
        "base" => base: optional,
        "more" => more: optional,
    }
}
