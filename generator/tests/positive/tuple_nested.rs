// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub pair: (ThingPairPlace1, Option<i64>),
    pub line: Option<Vec<(f64, f64)>>,
    pub single: Option<Vec<String>>,
    pub rest: Option<Vec<ThingRest>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(pair: (ThingPairPlace1, Option<i64>)) -> Self {
        Self {
            pair,
            line: None,
            single: None,
            rest: None,
        }
    }
}

setters! {
    Thing {
        line: each (f64, f64),
        single: each_into String,
        rest: each_into ThingRest,
    }
}

wire_struct! {
    Thing {
        "pair" => pair: required,
        "line" => line: optional,
        "single" => single: optional,
        "rest" => rest: optional,
    }
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/pair`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPairPlace1 {
    pub a: Option<String>,
}

impl ThingPairPlace1 {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingPairPlace1 {
        a: into String,
    }
}

wire_struct! {
    ThingPairPlace1 {
        "a" => a: optional,
    }
}

/// An item of `rest` in [`Thing`], `#/components/schemas/Thing/properties/rest/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingRest {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingRest {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}
