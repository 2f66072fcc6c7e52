// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart>,
    pub optional: Option<ThingOptional>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
        "optional" => optional: optional,
    }
}

/// The property `part` of [`Thing`], `#/components/schemas/Thing/properties/part`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart {}

wire_struct! {
    ThingPart {
        tags { "k" = "a" }
    }
}

/// The property `optional` of [`Thing`], `#/components/schemas/Thing/properties/optional`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptional {
    Object(ThingOptionalObject),
    ObjectObject(ThingOptionalObject2),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingOptional {
        Object from ThingOptionalObject {},
        ObjectObject from ThingOptionalObject2 {},
    } else Unknown
}

/// A branch of [`ThingOptional`], `#/components/schemas/Thing/properties/optional/oneOf/0`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingOptionalObject {
    pub k: Option<ThingOptionalObjectK>,
}

wire_struct! {
    ThingOptionalObject {
        "k" => k: optional,
    }
}

/// The property `k` of [`ThingOptionalObject`], `#/components/schemas/Thing/properties/optional/oneOf/0/properties/k`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptionalObjectK {
    /// The value `a`.
    A,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingOptionalObjectK {
        "a" => A,
    } else Unknown
}

/// A branch of [`ThingOptional`], `#/components/schemas/Thing/properties/optional/oneOf/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingOptionalObject2 {
    pub k: Option<ThingOptionalObject2K>,
}

wire_struct! {
    ThingOptionalObject2 {
        "k" => k: optional,
    }
}

/// The property `k` of [`ThingOptionalObject2`], `#/components/schemas/Thing/properties/optional/oneOf/1/properties/k`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOptionalObject2K {
    /// The value `b`.
    B,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingOptionalObject2K {
        "b" => B,
    } else Unknown
}
