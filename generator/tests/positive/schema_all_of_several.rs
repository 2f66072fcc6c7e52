// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

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
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart {
    pub a: Option<String>,
    pub b: Option<String>,
}

wire_struct! {
    ThingPart {
        "a" => a: optional,
        "b" => b: optional,
    }
}

/// `#/components/schemas/A`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct A {
    pub a: Option<String>,
}

impl A {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    A {
        a: into String,
    }
}

wire_struct! {
    A {
        "a" => a: optional,
    }
}

/// `#/components/schemas/B`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct B {
    pub b: Option<String>,
}

impl B {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    B {
        b: into String,
    }
}

wire_struct! {
    B {
        "b" => b: optional,
    }
}
