// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: String,
    /// Constant but optional.
    pub mode: Option<ThingMode>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into(), mode: None }
    }
}

setters! {
    Thing {
        mode: value ThingMode,
    }
}

wire_struct! {
    Thing {
        tags { "object" = "thing" }
        "id" => id: required,
        "mode" => mode: optional,
    }
}

/// Constant but optional.
///
/// `#/components/schemas/Thing/properties/mode`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingMode {
    /// The value `only`.
    Only,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingMode {
        "only" => Only,
    } else Unknown
}

/// `#/components/schemas/Marker`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Marker {}

impl Marker {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

wire_struct! {
    Marker {
        tags { "object" = "marker" }
    }
}
