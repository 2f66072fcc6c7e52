// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub labels: BTreeMap<String, String>,
    pub metadata: Option<BTreeMap<String, serde_json::Value>>,
    pub anything: Option<BTreeMap<String, serde_json::Value>>,
    pub places: Option<BTreeMap<String, ThingPlacesValue>>,
    pub nothing: Option<ThingNothing>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(labels: BTreeMap<String, String>) -> Self {
        Self {
            labels,
            metadata: None,
            anything: None,
            places: None,
            nothing: None,
        }
    }
}

setters! {
    Thing {
        metadata: value BTreeMap<String, serde_json::Value>,
        anything: value BTreeMap<String, serde_json::Value>,
        places: value BTreeMap<String, ThingPlacesValue>,
        nothing: value ThingNothing,
    }
}

wire_struct! {
    Thing {
        "labels" => labels: required,
        "metadata" => metadata: optional,
        "anything" => anything: optional,
        "places" => places: optional,
        "nothing" => nothing: optional,
    }
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/places/additionalProperties`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPlacesValue {
    pub city: String,
}

impl ThingPlacesValue {
    /// A value with these properties.
    pub fn new(city: impl Into<String>) -> Self {
        Self { city: city.into() }
    }
}

wire_struct! {
    ThingPlacesValue {
        "city" => city: required,
    }
}

/// The property `nothing` of [`Thing`], `#/components/schemas/Thing/properties/nothing`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingNothing {}

impl ThingNothing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    ThingNothing {}
}

/// `#/components/schemas/Limits`
pub type Limits = BTreeMap<String, i64>;
