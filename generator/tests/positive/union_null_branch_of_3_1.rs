// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<Part>,
    pub b: Option<ThingB>,
    pub c: Option<Option<Part>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(a: Option<Part>, b: Option<ThingB>) -> Self {
        Self { a, b, c: None }
    }
}

setters! {
    Thing {
        c: nullable Part,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: nullable,
    }
}

/// The property `b` of [`Thing`], `#/components/schemas/Thing/properties/b`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingB {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingB {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}

/// `#/components/schemas/Part`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Part {
    pub id: Option<String>,
}

impl Part {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Part {
        id: into String,
    }
}

wire_struct! {
    Part {
        "id" => id: optional,
    }
}
