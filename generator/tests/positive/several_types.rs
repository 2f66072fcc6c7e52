// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_integer_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub several: Option<ThingSeveral>,
    pub object: Option<ThingObject>,
    pub constant: Option<ThingConstant>,
}

wire_struct! {
    Thing {
        "several" => several: optional,
        "object" => object: optional,
        "constant" => constant: optional,
    }
}

/// The property `several` of [`Thing`], `#/components/schemas/Thing/properties/several`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingSeveral {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingSeveral {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}

/// The property `object` of [`Thing`], `#/components/schemas/Thing/properties/object`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingObject {
    Object(ThingObjectObject),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingObject {
        Object from ThingObjectObject { object },
        String from String { string },
    } else Unknown
}

/// A branch of [`ThingObject`], `#/components/schemas/Thing/properties/object`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingObjectObject {
    pub a: Option<String>,
}

wire_struct! {
    ThingObjectObject {
        "a" => a: optional,
    }
}

/// The property `constant` of [`Thing`], `#/components/schemas/Thing/properties/constant`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingConstant {
    /// The value `3`.
    N3,
    /// A value that the document does not know.
    Unknown(i64),
}

wire_integer_enum! {
    ThingConstant {
        3 => N3,
    } else Unknown
}
