// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub state: Option<ThingState>,
    pub mode: Option<Option<ThingMode>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(state: Option<ThingState>) -> Self {
        Self { state, mode: None }
    }
}

setters! {
    Thing {
        mode: nullable ThingMode,
    }
}

wire_struct! {
    Thing {
        "state" => state: required,
        "mode" => mode: nullable,
    }
}

/// The property `state` of [`Thing`], `#/components/schemas/Thing/properties/state`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingState {
    /// The value `up`.
    Up,
    /// The value `down`.
    Down,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingState {
        "up" => Up,
        "down" => Down,
    } else Unknown
}

/// The property `mode` of [`Thing`], `#/components/schemas/Thing/properties/mode`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingMode {
    /// The value `slow`.
    Slow,
    /// The value `fast`.
    Fast,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingMode {
        "slow" => Slow,
        "fast" => Fast,
    } else Unknown
}
