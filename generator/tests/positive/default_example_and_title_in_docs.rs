// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// A thing
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// The page. Default: `1`.
    pub page: Option<i64>,
    /// Example: `50`.
    pub size: Option<i64>,
    pub name: Option<String>,
    /// Whether it is on. Default: `false`. Example: `true`.
    pub flag: Option<bool>,
    /// Default: `[]`.
    pub list: Option<Vec<String>>,
    pub inner: Option<ThingInner>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        page: value i64,
        size: value i64,
        name: into String,
        flag: value bool,
        list: each_into String,
        inner: value ThingInner,
    }
}

wire_struct! {
    Thing {
        "page" => page: optional,
        "size" => size: optional,
        "name" => name: optional,
        "flag" => flag: optional,
        "list" => list: optional,
        "inner" => inner: optional,
    }
}

/// Inner part
///
/// `#/components/schemas/Thing/properties/inner`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingInner {
    pub a: Option<String>,
}

impl ThingInner {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingInner {
        a: into String,
    }
}

wire_struct! {
    ThingInner {
        "a" => a: optional,
    }
}
