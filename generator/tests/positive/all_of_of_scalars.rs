// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub short: Option<String>,
    pub whole: Option<i32>,
    pub narrowed: Option<ThingNarrowed>,
    pub items: Option<Vec<ThingItem>>,
}

wire_struct! {
    Thing {
        "short" => short: optional,
        "whole" => whole: optional,
        "narrowed" => narrowed: optional,
        "items" => items: optional,
    }
}

/// The property `narrowed` of [`Thing`], `#/components/schemas/Thing/properties/narrowed`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingNarrowed {
    /// The value `b`.
    B,
    /// The value `c`.
    C,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingNarrowed {
        "b" => B,
        "c" => C,
    } else Unknown
}

/// An item of `items` in [`Thing`], `#/components/schemas/Thing/properties/items/allOf/1/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingItem {
    pub a: Option<String>,
    pub b: Option<String>,
}

wire_struct! {
    ThingItem {
        "a" => a: optional,
        "b" => b: optional,
    }
}
