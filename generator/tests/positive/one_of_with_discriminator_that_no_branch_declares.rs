// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// `kind` is `cat`.
    Cat(Cat),
    /// `kind` is `dog`.
    Dog(Dog),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Cat from Cat { adds "kind" = "cat" },
        Dog from Dog { adds "kind" = "dog" },
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
        "tricks" => tricks: optional,
    }
}
