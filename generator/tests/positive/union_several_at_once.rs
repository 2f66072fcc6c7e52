// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    Low(ThingLow),
    High(ThingHigh),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Low from ThingLow {},
        High from ThingHigh {},
    } else Unknown
}

/// A branch of [`Thing`], `#/components/schemas/Thing/anyOf/0`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingLow {
    pub id: String,
    pub low: Option<i64>,
}

impl ThingLow {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), low: None }
    }
}

setters! {
    ThingLow {
        low: value i64,
    }
}

wire_struct! {
    ThingLow {
        "id" => id: required,
        "low" => low: optional,
    }
}

/// A branch of [`Thing`], `#/components/schemas/Thing/anyOf/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingHigh {
    pub id: String,
    pub high: Option<i64>,
}

impl ThingHigh {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), high: None }
    }
}

setters! {
    ThingHigh {
        high: value i64,
    }
}

wire_struct! {
    ThingHigh {
        "id" => id: required,
        "high" => high: optional,
    }
}
