// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub a: Option<ThingA>,
    pub b: Option<Text>,
    pub c: Option<Option<ThingC>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(a: Option<ThingA>, b: Option<Text>) -> Self {
        Self { a, b, c: None }
    }
}

setters! {
    Thing {
        c: nullable ThingC,
    }
}

wire_struct! {
    Thing {
        "a" => a: required,
        "b" => b: required,
        "c" => c: nullable,
    }
}

/// The property `a` of [`Thing`], `#/components/schemas/Thing/properties/a`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingA {
    Text(Text),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingA {
        Text from Text { string },
        Integer from i64 { integer },
    } else Unknown
}

/// The property `c` of [`Thing`], `#/components/schemas/Thing/properties/c`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingC {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingC {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}

/// `#/components/schemas/Text`
pub type Text = String;
