// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_integer_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// How it is sorted. Default: `desc`.
    pub order: Order,
    /// Default: `2`.
    pub level: Option<ThingLevel>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(order: Order) -> Self {
        Self { order, level: None }
    }
}

setters! {
    Thing {
        level: value ThingLevel,
    }
}

wire_struct! {
    Thing {
        "order" => order: required,
        "level" => level: optional,
    }
}

/// The property `level` of [`Thing`], `#/components/schemas/Thing/properties/level`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingLevel {
    /// The value `1`.
    N1,
    /// The value `2`.
    #[default]
    N2,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingLevel {
        1 => N1,
        2 => N2,
    } else Unknown
}

/// How it is sorted.
///
/// `#/components/schemas/Order`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Order {
    /// The value `asc`.
    Asc,
    /// The value `desc`.
    #[default]
    Desc,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Order {
        "asc" => Asc,
        "desc" => Desc,
    } else Unknown
}
