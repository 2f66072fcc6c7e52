// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// The schema `Thing`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart>,
    pub other: Option<ThingOther>,
    pub none: Option<serde_json::Value>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
        "other" => other: optional,
        "none" => none: optional,
    }
}

/// The property `part` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPart {
    A(A),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingPart {
        A from A { object },
        String from String { string },
    } else Unknown
}

/// The property `other` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOther {
    A(A),
    B(B),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingOther {
        A from A {},
        B from B {},
    } else Unknown
}

/// The schema `A`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct A {
    pub a: Option<String>,
}

wire_struct! {
    A {
        "a" => a: optional,
    }
}

/// The schema `B`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct B {
    pub b: Option<String>,
}

wire_struct! {
    B {
        "b" => b: optional,
    }
}
