// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<Inner>,
    pub b: Option<Part>,
}

wire_struct! {
    Thing {
        "a" => a: optional,
        "b" => b: optional,
    }
}

/// `#/components/schemas/Other`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Other {
    pub part: Option<Part>,
}

impl Other {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Other {
        part: value Part,
    }
}

wire_struct! {
    Other {
        "part" => part: optional,
    }
}

/// `#/components/schemas/Thing/$defs/Inner`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Inner {
    pub x: Option<String>,
}

wire_struct! {
    Inner {
        "x" => x: optional,
    }
}

/// `#/components/schemas/Other/properties/part`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Part {
    pub y: Option<String>,
}

impl Part {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Part {
        y: into String,
    }
}

wire_struct! {
    Part {
        "y" => y: optional,
    }
}
