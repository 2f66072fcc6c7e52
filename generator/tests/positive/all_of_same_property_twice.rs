// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// First.
    pub state: ThingState,
    pub limits: Option<ThingLimits>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(state: ThingState) -> Self {
        Self { state, limits: None }
    }
}

setters! {
    Thing {
        limits: value ThingLimits,
    }
}

wire_struct! {
    Thing {
        "state" => state: required,
        "limits" => limits: optional,
    }
}

/// The property `state` of [`Thing`], `#/components/schemas/Thing/allOf/1/properties/state`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingState {
    /// The value `on`.
    On,
    /// The value `off`.
    Off,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingState {
        "on" => On,
        "off" => Off,
    } else Unknown
}

/// The property `limits` of [`Thing`], `#/components/schemas/Thing/allOf/1/properties/limits`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingLimits {
    pub low: Option<i64>,
    pub high: Option<i64>,
}

impl ThingLimits {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingLimits {
        low: value i64,
        high: value i64,
    }
}

wire_struct! {
    ThingLimits {
        "low" => low: optional,
        "high" => high: optional,
    }
}
