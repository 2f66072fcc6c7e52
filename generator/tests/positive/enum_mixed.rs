// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_value_enum};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub mixed: Option<Option<ThingMixed>>,
    pub numbers: Option<ThingNumbers>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        mixed: nullable ThingMixed,
        numbers: value ThingNumbers,
    }
}

wire_struct! {
    Thing {
        "mixed" => mixed: nullable,
        "numbers" => numbers: optional,
    }
}

/// The property `mixed` of [`Thing`], `#/components/schemas/Thing/properties/mixed`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingMixed {
    /// The value `auto`.
    Auto,
    /// The value `1`.
    N1,
    /// The value `0.5`.
    N05,
    /// The value `true`.
    True,
    /// A value that the document does not know.
    Unknown(serde_json::Value),
}

wire_value_enum! {
    ThingMixed {
        "auto" => Auto,
        1 => N1,
        0.5_f64 => N05,
        true => True,
    } else Unknown
}

/// The property `numbers` of [`Thing`], `#/components/schemas/Thing/properties/numbers`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingNumbers {
    /// The value `0.5`.
    N05,
    /// The value `1`.
    N1,
    /// The value `2.5`.
    N25,
    /// A value that the document does not know.
    Unknown(serde_json::Value),
}

wire_value_enum! {
    ThingNumbers {
        0.5_f64 => N05,
        1 => N1,
        2.5_f64 => N25,
    } else Unknown
}
