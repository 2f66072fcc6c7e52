// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Part,
    pub b: ThingB,
    pub c: Option<String>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(a: Part, b: ThingB) -> Self {
        Self { a, b, c: None }
    }
}

setters! {
    Thing {
        c: into String,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: optional,
    }
}

/// The property `b` of [`Thing`], `#/components/schemas/Thing/properties/b`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingB {
    pub x: Option<String>,
}

impl ThingB {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingB {
        x: into String,
    }
}

wire_struct! {
    ThingB {
        "x" => x: optional,
    }
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
