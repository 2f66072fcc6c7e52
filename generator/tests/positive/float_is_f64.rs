// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub single: f64,
    pub list: Option<Vec<f64>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(single: f64) -> Self {
        Self { single, list: None }
    }
}

setters! {
    Thing {
        list: each f64,
    }
}

wire_struct! {
    Thing {
        "single" => single: required,
        "list" => list: optional,
    }
}
