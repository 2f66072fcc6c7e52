// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    /// A known model, or one that came later.
    pub model: ThingModel,
    pub other: Option<ThingOther>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(model: ThingModel) -> Self {
        Self { model, other: None }
    }
}

setters! {
    Thing {
        other: into ThingOther,
    }
}

wire_struct! {
    Thing {
        "model" => model: required,
        "other" => other: optional,
    }
}

/// A known model, or one that came later.
///
/// `#/components/schemas/Thing/properties/model`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingModel {
    /// The value `small`.
    Small,
    /// The value `large`.
    Large,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingModel {
        "small" => Small,
        "large" => Large,
    } else Unknown
}

/// The property `other` of [`Thing`], `#/components/schemas/Thing/properties/other`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingOther {
    Size(Size),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingOther {
        Size from Size {},
        String from String {},
    } else Unknown
}

/// `#/components/schemas/Size`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Size {
    /// The value `s`.
    S,
    /// The value `m`.
    M,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Size {
        "s" => S,
        "m" => M,
    } else Unknown
}
