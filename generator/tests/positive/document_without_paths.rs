// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: String,
}

impl Thing {
    /// A value with these properties.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
    }
}
