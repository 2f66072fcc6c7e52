// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// `kind` is `cat` or `kitten`.
    Cat(Cat),
    /// `kind` is `dog`.
    Dog(Dog),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Cat from Cat { "kind" = "cat" | "kitten" },
        Dog from Dog { "kind" = "dog" },
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Dog {
    pub kind: String,
    pub tricks: Option<i64>,
}

impl Dog {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(kind: impl Into<String>) -> Self {
        Self {
            kind: kind.into(),
            tricks: None,
        }
    }
}

setters! {
    Dog {
        tricks: value i64,
    }
}

wire_struct! {
    Dog {
        "kind" => kind: required,
        "tricks" => tricks: optional,
    }
}
