// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_integer_enum, wire_struct};

/// The schema `Thing`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
    }
}

/// The property `part` of [`Thing`].
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPart {
    /// The value `1`.
    N1,
    /// The value `2`.
    N2,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingPart {
        1 => N1,
        2 => N2,
    } else Unknown
}
