// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub typed: Option<BTreeMap<String, i64>>,
    pub free: Option<BTreeMap<String, serde_json::Value>>,
    pub empty_schema: Option<BTreeMap<String, serde_json::Value>>,
    pub closed: Option<ThingClosed>,
    pub unsaid: Option<BTreeMap<String, serde_json::Value>>,
    pub nullable_values: Option<BTreeMap<String, Option<String>>>,
    pub of_maps: Option<BTreeMap<String, BTreeMap<String, String>>>,
    pub of_objects: Option<BTreeMap<String, ThingOfObjectsValue>>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        typed: value BTreeMap<String, i64>,
        free: value BTreeMap<String, serde_json::Value>,
        empty_schema: value BTreeMap<String, serde_json::Value>,
        closed: value ThingClosed,
        unsaid: value BTreeMap<String, serde_json::Value>,
        nullable_values: value BTreeMap<String, Option<String>>,
        of_maps: value BTreeMap<String, BTreeMap<String, String>>,
        of_objects: value BTreeMap<String, ThingOfObjectsValue>,
    }
}

wire_struct! {
    Thing {
        "typed" => typed: optional,
        "free" => free: optional,
        "empty_schema" => empty_schema: optional,
        "closed" => closed: optional,
        "unsaid" => unsaid: optional,
        "nullable_values" => nullable_values: optional,
        "of_maps" => of_maps: optional,
        "of_objects" => of_objects: optional,
    }
}

/// The property `closed` of [`Thing`], `#/components/schemas/Thing/properties/closed`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingClosed {}

impl ThingClosed {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    ThingClosed {}
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/of_objects/additionalProperties`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingOfObjectsValue {
    pub a: Option<String>,
}

impl ThingOfObjectsValue {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingOfObjectsValue {
        a: into String,
    }
}

wire_struct! {
    ThingOfObjectsValue {
        "a" => a: optional,
    }
}
