// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub pet: Option<Pet>,
    pub cat: Option<Cat>,
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
        cat: value Cat,
    }
}

wire_struct! {
    Thing {
        "pet" => pet: optional,
        "cat" => cat: optional,
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
        tags { "kind" = "cat" }
        "name" => name: required,
        "lives" => lives: optional,
    }
}

/// `#/components/schemas/Dog`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dog {
    pub name: String,
    pub tricks: i64,
}

impl Dog {
    /// A value with these properties.
    pub fn new(name: impl Into<String>, tricks: i64) -> Self {
        Self { name: name.into(), tricks }
    }
}

wire_struct! {
    Dog {
        tags { "kind" = "dog" }
        "name" => name: required,
        "tricks" => tricks: required,
    }
}
