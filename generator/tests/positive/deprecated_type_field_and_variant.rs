// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    #[deprecated]
    pub old: Option<String>,
    #[deprecated]
    pub old_required: String,
    #[deprecated]
    pub part: Option<OldPart>,
    pub union: Option<ThingUnion>,
    pub level: Option<ThingLevel>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(old_required: impl Into<String>) -> Self {
        Self {
            old: None,
            old_required: old_required.into(),
            part: None,
            union: None,
            level: None,
        }
    }
}

setters! {
    Thing {
        #[deprecated] old: into String,
        #[deprecated] part: value OldPart,
        union: into ThingUnion,
        level: value ThingLevel,
    }
}

wire_struct! {
    Thing {
        "old" => old: optional,
        "old_required" => old_required: required,
        "part" => part: optional,
        "union" => union: optional,
        "level" => level: optional,
    }
}

/// The property `union` of [`Thing`], `#/components/schemas/Thing/properties/union`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingUnion {
    OldPart(OldPart),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingUnion {
        OldPart from OldPart { object },
        String from String { string },
    } else Unknown
}

/// The property `level` of [`Thing`], `#/components/schemas/Thing/properties/level`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingLevel {
    /// The value `low`.
    Low,
    /// The value `high`.
    #[deprecated]
    High,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingLevel {
        "low" => Low,
        "high" => High,
    } else Unknown
}

/// `#/components/schemas/OldPart`
#[deprecated]
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct OldPart {
    pub id: Option<String>,
}

impl OldPart {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    OldPart {
        id: into String,
    }
}

wire_struct! {
    OldPart {
        "id" => id: optional,
    }
}
