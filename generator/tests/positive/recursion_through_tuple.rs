// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub value: String,
    pub pair: Option<(Box<Thing>, i64)>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(value: impl Into<String>) -> Self {
        Self {
            value: value.into(),
            pair: None,
        }
    }
}

setters! {
    Thing {
        pair: value (Box<Thing>, i64),
    }
}

wire_struct! {
    Thing {
        "value" => value: required,
        "pair" => pair: optional,
    }
}
