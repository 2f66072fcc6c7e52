// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub pet: Pet,
}

impl Thing {
    /// A value with these properties.
    pub fn new(pet: impl Into<Pet>) -> Self {
        Self { pet: pet.into() }
    }
}

wire_struct! {
    Thing {
        "pet" => pet: required,
    }
}

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Pet {
    /// `kind` is `Cat`.
    Cat(Cat),
    /// `kind` is `Dog`.
    Dog(Dog),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Pet {
        Cat from Cat { "kind" = "Cat" },
        Dog from Dog { "kind" = "Dog" },
    } else Unknown
}

/// `#/components/schemas/Cat`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Cat {
    pub kind: String,
    pub lives: Option<i64>,
}

impl Cat {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
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
        "kind" => kind: required,
        "lives" => lives: optional,
    }
}

/// `#/components/schemas/Dog`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dog {
    pub tricks: Option<i64>,
}

impl Dog {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Dog {
        tricks: value i64,
    }
}

wire_struct! {
    Dog {
        tags { "kind" = "Dog" }
        "tricks" => tricks: optional,
    }
}
