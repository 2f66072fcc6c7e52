// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// Default: `on`.
    pub no: Option<ThingNo>,
    pub date: Option<ThingDate>,
}

wire_struct! {
    Thing {
        "no" => no: optional,
        "date" => date: optional,
    }
}

/// The property `no` of [`Thing`], `#/components/schemas/Thing/properties/no`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingNo {
    /// The value `yes`.
    Yes,
    /// The value `no`.
    No,
    /// The value `on`.
    #[default]
    On,
    /// The value `off`.
    Off,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingNo {
        "yes" => Yes,
        "no" => No,
        "on" => On,
        "off" => Off,
    } else Unknown
}

/// The property `date` of [`Thing`], `#/components/schemas/Thing/properties/date`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingDate {
    /// The value `2020-01-01`.
    N20200101,
    /// The value `12:30:45`.
    N123045,
    /// The value `1_000`.
    N1000,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingDate {
        "2020-01-01" => N20200101,
        "12:30:45" => N123045,
        "1_000" => N1000,
    } else Unknown
}
