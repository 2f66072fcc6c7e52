// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: String,
    pub additional_properties: Option<bool>,
    /// All properties beside those above.
    pub other_properties: BTreeMap<String, serde_json::Value>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            additional_properties: None,
            other_properties: BTreeMap::new(),
        }
    }
}

setters! {
    Thing {
        additional_properties: value bool,
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
        "additional_properties" => additional_properties: optional,
        .. => other_properties,
    }
}
