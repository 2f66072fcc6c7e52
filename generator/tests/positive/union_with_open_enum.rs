// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    Mode(Mode),
    Name(Name),
    Object(ThingObject),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Mode from Mode { string },
        Name from Name { string },
        Object from ThingObject { object },
    } else Unknown
}

/// A branch of [`Thing`], `#/components/schemas/Thing/oneOf/2`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingObject {
    pub id: String,
}

impl ThingObject {
    /// A value with these properties.
    pub fn new(id: impl Into<String>) -> Self {
        Self { id: id.into() }
    }
}

wire_struct! {
    ThingObject {
        "id" => id: required,
    }
}

/// `#/components/schemas/Mode`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Mode {
    /// The value `auto`.
    Auto,
    /// The value `none`.
    None,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Mode {
        "auto" => Auto,
        "none" => None,
    } else Unknown
}

/// `#/components/schemas/Name`
pub type Name = uuid::Uuid;
