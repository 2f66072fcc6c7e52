// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<i64>,
    pub b: Option<Option<i64>>,
    pub c: Option<i64>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(a: Option<i64>) -> Self {
        Self { a, b: None, c: None }
    }
}

setters! {
    Thing {
        b: nullable i64,
        c: value i64,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: nullable,
        "c" => c: optional,
    }
}
