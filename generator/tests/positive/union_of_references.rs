// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Pet {
    /// `species` is `cat`.
    Cat(Cat),
    /// `species` is `dog`.
    Dog(Dog),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Pet {
        Cat from Cat { "species" = "cat" },
        Dog from Dog { "species" = "dog" },
    } else Unknown
}

/// `#/components/schemas/Cat`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Cat {
    pub name: String,
    pub lives: Option<i64>,
}

impl Cat {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(name: impl Into<String>) -> Self {
        Self {
            name: name.into(),
            lives: None,
        }
    }
}

setters! {
    Cat {
        lives: value i64,
    }
}

wire_struct! {
    Cat {
        tags { "species" = "cat" }
        "name" => name: required,
        "lives" => lives: optional,
    }
}

/// `#/components/schemas/Dog`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dog {
    pub name: String,
}

impl Dog {
    /// A value with these properties.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into() }
    }
}

wire_struct! {
    Dog {
        tags { "species" = "dog" }
        "name" => name: required,
    }
}

/// `#/components/schemas/DogSpecies`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DogSpecies {
    /// The value `dog`.
    Dog,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    DogSpecies {
        "dog" => Dog,
    } else Unknown
}
