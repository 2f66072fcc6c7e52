// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: ThingPart,
}

wire_struct! {
    Thing {
        tags { "kind" = "thing" }
        "part" => part: required,
    }
}

/// The property `part` of [`Thing`], `#/components/schemas/Thing/properties/part`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingPart {
    /// `type` is `text`.
    Text(ThingPartText),
    /// `type` is `file`.
    File(ThingPartFile),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingPart {
        Text from ThingPartText { "type" = "text" },
        File from ThingPartFile { "type" = "file" },
    } else Unknown
}

/// A branch of [`ThingPart`], `#/components/schemas/Thing/properties/part/oneOf/0`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPartText {
    pub text: Option<String>,
}

wire_struct! {
    ThingPartText {
        tags { "type" = "text" }
        "text" => text: optional,
    }
}

/// A branch of [`ThingPart`], `#/components/schemas/Thing/properties/part/oneOf/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPartFile {
    pub file: Option<String>,
}

wire_struct! {
    ThingPartFile {
        tags { "type" = "file" }
        "file" => file: optional,
    }
}
