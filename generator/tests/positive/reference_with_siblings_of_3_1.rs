// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// Its part.
    #[deprecated]
    pub part: Option<Part>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
    }
}

/// `#/components/schemas/Part`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Part {
    pub a: Option<String>,
}

wire_struct! {
    Part {
        "a" => a: optional,
    }
}
