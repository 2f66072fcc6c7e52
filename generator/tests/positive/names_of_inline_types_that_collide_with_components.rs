// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart2>,
    pub parts: Option<Vec<ThingPartsItem>>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
        "parts" => parts: optional,
    }
}

/// The property `part` of [`Thing`], `#/components/schemas/Thing/properties/part`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart2 {
    pub a: Option<String>,
}

wire_struct! {
    ThingPart2 {
        "a" => a: optional,
    }
}

/// An item of `parts` in [`Thing`], `#/components/schemas/Thing/properties/parts/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPartsItem {
    pub b: Option<String>,
}

wire_struct! {
    ThingPartsItem {
        "b" => b: optional,
    }
}

/// `#/components/schemas/ThingPart`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart {
    pub own: Option<String>,
}

impl ThingPart {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingPart {
        own: into String,
    }
}

wire_struct! {
    ThingPart {
        "own" => own: optional,
    }
}
