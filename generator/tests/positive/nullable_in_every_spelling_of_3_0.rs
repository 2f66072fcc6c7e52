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
    pub c: Option<Part>,
    pub d: MaybePart,
    pub e: Option<ThingE>,
    pub f: Option<Option<String>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(
        a: Option<String>,
        b: Option<Part>,
        c: Option<Part>,
        d: MaybePart,
        e: Option<ThingE>,
    ) -> Self {
        Self { a, b, c, d, e, f: None }
    }
}

setters! {
    Thing {
        f: nullable String,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: required,
        "d" => d: required,
        "e" => e: required,
        "f" => f: nullable,
    }
}

/// The property `e` of [`Thing`], `#/components/schemas/Thing/properties/e`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingE {
    /// The value `x`.
    X,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingE {
        "x" => X,
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

/// `#/components/schemas/MaybePart`
pub type MaybePart = Option<MaybePartValue>;

/// What [`MaybePart`] is when it is not `null`, `#/components/schemas/MaybePart`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct MaybePartValue {
    pub id: Option<String>,
}

impl MaybePartValue {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    MaybePartValue {
        id: into String,
    }
}

wire_struct! {
    MaybePartValue {
        "id" => id: optional,
    }
}
