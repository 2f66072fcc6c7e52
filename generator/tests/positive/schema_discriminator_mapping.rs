// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
    }
}

/// The property `part` of [`Thing`], `#/components/schemas/Thing/properties/part`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPart {
    /// `k` is `a`.
    A(A),
    /// `k` is `b`.
    B(B),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingPart {
        A from A { "k" = "a" },
        B from B { "k" = "b" },
    } else Unknown
}

/// `#/components/schemas/A`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct A {}

wire_struct! {
    A {
        tags { "k" = "a" }
    }
}

/// `#/components/schemas/B`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct B {}

wire_struct! {
    B {
        tags { "k" = "b" }
    }
}
