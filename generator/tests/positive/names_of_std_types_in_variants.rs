// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub kind: ThingKind,
    pub choice: Option<ThingChoice>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(kind: ThingKind) -> Self {
        Self { kind, choice: None }
    }
}

setters! {
    Thing {
        choice: into ThingChoice,
    }
}

wire_struct! {
    Thing {
        "kind" => kind: required,
        "choice" => choice: optional,
    }
}

/// The property `kind` of [`Thing`], `#/components/schemas/Thing/properties/kind`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingKind {
    /// The value `Some`.
    Some,
    /// The value `None`.
    None,
    /// The value `Ok`.
    Ok,
    /// The value `Err`.
    Err,
    /// The value `Box`.
    Box,
    /// The value `Vec`.
    Vec,
    /// The value `String`.
    String,
    /// The value `Option`.
    Option,
    /// The value `Result`.
    Result,
    /// The value `Default`.
    Default,
    /// The value `Self`.
    SelfValue,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingKind {
        "Some" => Some,
        "None" => None,
        "Ok" => Ok,
        "Err" => Err,
        "Box" => Box,
        "Vec" => Vec,
        "String" => String,
        "Option" => Option,
        "Result" => Result,
        "Default" => Default,
        "Self" => SelfValue,
    } else Unknown
}

/// The property `choice` of [`Thing`], `#/components/schemas/Thing/properties/choice`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingChoice {
    /// It has `s`.
    String(StringSchema),
    /// It has `v`.
    Vec(VecSchema),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingChoice {
        String from StringSchema { has "s" },
        Vec from VecSchema { has "v" },
    } else Unknown
}

/// `#/components/schemas/String`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct StringSchema {
    pub s: String,
}

impl StringSchema {
    /// A value with these properties.
    pub fn new(s: impl Into<String>) -> Self {
        Self { s: s.into() }
    }
}

wire_struct! {
    StringSchema {
        "s" => s: required,
    }
}

/// `#/components/schemas/Vec`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct VecSchema {
    pub v: Vec<String>,
}

impl VecSchema {
    /// A value with these properties.
    pub fn new(v: impl IntoIterator<Item = impl Into<String>>) -> Self {
        Self {
            v: v.into_iter().map(Into::into).collect(),
        }
    }
}

wire_struct! {
    VecSchema {
        "v" => v: required,
    }
}
