// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<String>,
    pub b: Option<Part>,
    pub c: Option<String>,
    pub d: Option<ThingD>,
    pub e: Option<Option<ThingE>>,
    pub f: Option<()>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(
        a: Option<String>,
        b: Option<Part>,
        c: Option<String>,
        d: Option<ThingD>,
    ) -> Self {
        Self {
            a,
            b,
            c,
            d,
            e: None,
            f: None,
        }
    }
}

setters! {
    Thing {
        e: nullable ThingE,
        f: value (),
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: required,
        "d" => d: required,
        "e" => e: nullable,
        "f" => f: any,
    }
}

/// The property `d` of [`Thing`], `#/components/schemas/Thing/properties/d`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingD {
    /// The value `x`.
    X,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingD {
        "x" => X,
    } else Unknown
}

/// The property `e` of [`Thing`], `#/components/schemas/Thing/properties/e`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingE {
    pub x: Option<String>,
}

impl ThingE {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingE {
        x: into String,
    }
}

wire_struct! {
    ThingE {
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
