// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// What stands between.
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: String,
    pub b: Option<i64>,
    /// Of the base.
    pub d: Option<String>,
    pub c: bool,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(a: impl Into<String>, c: bool) -> Self {
        Self {
            a: a.into(),
            b: None,
            d: None,
            c,
        }
    }
}

setters! {
    Thing {
        b: value i64,
        d: into String,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: optional,
        "d" => d: optional,
        "c" => c: required,
    }
}

/// What stands between.
///
/// `#/components/schemas/Middle`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Middle {
    /// Of the base.
    pub d: Option<String>,
    pub c: bool,
}

impl Middle {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(c: bool) -> Self {
        Self { d: None, c }
    }
}

setters! {
    Middle {
        d: into String,
    }
}

wire_struct! {
    Middle {
        "d" => d: optional,
        "c" => c: required,
    }
}

/// `#/components/schemas/Base`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Base {
    /// Of the base.
    pub d: Option<String>,
}

impl Base {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Base {
        d: into String,
    }
}

wire_struct! {
    Base {
        "d" => d: optional,
    }
}
