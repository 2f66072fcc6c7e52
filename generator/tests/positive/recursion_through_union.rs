// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    String(String),
    Array(Vec<Thing>),
    Pair(Box<Pair>),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        String from String { string },
        Array from Vec<Thing> { array },
        Pair { object },
    } else Unknown
}

/// `#/components/schemas/Pair`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pair {
    pub left: Box<Thing>,
    pub right: Box<Thing>,
}

impl Pair {
    /// A value with these properties.
    pub fn new(left: impl Into<Box<Thing>>, right: impl Into<Box<Thing>>) -> Self {
        Self {
            left: left.into(),
            right: right.into(),
        }
    }
}

wire_struct! {
    Pair {
        "left" => left: required,
        "right" => right: required,
    }
}
