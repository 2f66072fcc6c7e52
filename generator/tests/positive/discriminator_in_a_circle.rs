// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub pet: Option<Pet>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        pet: into Pet,
    }
}

wire_struct! {
    Thing {
        "pet" => pet: optional,
    }
}

/// `#/components/schemas/Pet`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Pet {
    /// `kind` is `cat`.
    Cat(Cat),
    /// `kind` is `dog`.
    Dog(Dog),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Pet {
        Cat from Cat { "kind" = "cat" },
        Dog from Dog { "kind" = "dog" },
    } else Unknown
}

/// `#/components/schemas/Cat`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Cat {
    pub lives: Option<i64>,
}

impl Cat {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Cat {
        lives: value i64,
    }
}

wire_struct! {
    Cat {
        tags { "kind" = "cat" }
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
        tags { "kind" = "dog" }
        "tricks" => tricks: optional,
    }
}
