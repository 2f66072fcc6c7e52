// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub state: Option<ThingState>,
    pub untyped: Option<Option<ThingUntyped>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(state: Option<ThingState>) -> Self {
        Self { state, untyped: None }
    }
}

setters! {
    Thing {
        untyped: nullable ThingUntyped,
    }
}

wire_struct! {
    Thing {
        "state" => state: required,
        "untyped" => untyped: nullable,
    }
}

/// The property `state` of [`Thing`], `#/components/schemas/Thing/properties/state`.
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

/// The property `untyped` of [`Thing`], `#/components/schemas/Thing/properties/untyped`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingUntyped {
    /// The value `on`.
    On,
    /// The value `off`.
    Off,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingUntyped {
        "on" => On,
        "off" => Off,
    } else Unknown
}
