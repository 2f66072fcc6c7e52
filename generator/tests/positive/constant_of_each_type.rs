// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_integer_enum, wire_struct, wire_value_enum};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub fraction: ThingFraction,
    pub nothing: (),
    pub optional_text: Option<ThingOptionalText>,
    pub optional_number: Option<ThingOptionalNumber>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(fraction: ThingFraction, nothing: ()) -> Self {
        Self {
            fraction,
            nothing,
            optional_text: None,
            optional_number: None,
        }
    }
}

setters! {
    Thing {
        optional_text: value ThingOptionalText,
        optional_number: value ThingOptionalNumber,
    }
}

wire_struct! {
    Thing {
        tags { "text" = "thing", "number" = integer 3, "truth" = boolean true }
        "fraction" => fraction: required,
        "nothing" => nothing: required,
        "optional_text" => optional_text: optional,
        "optional_number" => optional_number: optional,
    }
}

/// The property `fraction` of [`Thing`], `#/components/schemas/Thing/properties/fraction`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingFraction {
    /// The value `0.5`.
    N05,
    /// A value that the document does not know.
    Unknown(serde_json::Value),
}

wire_value_enum! {
    ThingFraction {
        0.5_f64 => N05,
    } else Unknown
}

/// The property `optional_text` of [`Thing`], `#/components/schemas/Thing/properties/optional_text`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptionalText {
    /// The value `maybe`.
    Maybe,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingOptionalText {
        "maybe" => Maybe,
    } else Unknown
}

/// The property `optional_number` of [`Thing`], `#/components/schemas/Thing/properties/optional_number`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptionalNumber {
    /// The value `-3`.
    Minus3,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingOptionalNumber {
        -3 => Minus3,
    } else Unknown
}
