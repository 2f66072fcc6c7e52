// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Pet {
    pub name: Option<String>,
    pub owner: Option<Owner>,
    pub born: Option<jiff::Timestamp>,
    pub colour: Option<PetColour>,
}

wire_struct! {
    Pet {
        "name" => name: optional,
        "owner" => owner: optional,
        "born" => born: optional,
        "colour" => colour: optional,
    }
}

/// The property `colour` of [`Pet`], `#/components/schemas/Pet/properties/colour`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd)]
#[non_exhaustive]
pub enum PetColour {
    /// The value `red`.
    Red,
    /// The value `blue`.
    Blue,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    PetColour {
        "red" => Red,
        "blue" => Blue,
    } else Unknown
}

/// `#/components/schemas/Owner`
#[derive(Debug, Clone, Default, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct Owner {
    pub weight: Option<f64>,
}

wire_struct! {
    Owner {
        "weight" => weight: optional,
    }
}

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub anything: Option<serde_json::Value>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        anything: value serde_json::Value,
    }
}

wire_struct! {
    Thing {
        "anything" => anything: any,
    }
}

/// `#/components/schemas/Either`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Either {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Either {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}

/// `#/components/schemas/Tree`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Tree {
    pub branches: Option<Vec<Tree>>,
}

impl Tree {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Tree {
        branches: each Tree,
    }
}

wire_struct! {
    Tree {
        "branches" => branches: optional,
    }
}
