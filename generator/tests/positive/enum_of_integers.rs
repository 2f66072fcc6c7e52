// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_integer_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub level: ThingLevel,
    pub named: Option<ThingNamed>,
    pub optional: Option<Option<ThingOptional>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(level: ThingLevel) -> Self {
        Self {
            level,
            named: None,
            optional: None,
        }
    }
}

setters! {
    Thing {
        named: value ThingNamed,
        optional: nullable ThingOptional,
    }
}

wire_struct! {
    Thing {
        "level" => level: required,
        "named" => named: optional,
        "optional" => optional: nullable,
    }
}

/// The property `level` of [`Thing`], `#/components/schemas/Thing/properties/level`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingLevel {
    /// The value `-1`.
    Minus1,
    /// The value `0`.
    N0,
    /// The value `1`.
    N1,
    /// The value `10`.
    N10,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingLevel {
        -1 => Minus1,
        0 => N0,
        1 => N1,
        10 => N10,
    } else Unknown
}

/// The property `named` of [`Thing`], `#/components/schemas/Thing/properties/named`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingNamed {
    /// Less than nothing.
    Below,
    /// Nothing.
    Zero,
    /// Something.
    Above,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingNamed {
        -1 => Below,
        0 => Zero,
        1 => Above,
    } else Unknown
}

/// The property `optional` of [`Thing`], `#/components/schemas/Thing/properties/optional`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptional {
    /// The value `200`.
    N200,
    /// The value `404`.
    N404,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingOptional {
        200 => N200,
        404 => N404,
    } else Unknown
}
