// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `kind` is `circle`.
    Circle(ThingCircle),
    /// `kind` is `square`.
    Square(ThingSquare),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Circle from ThingCircle { "kind" = "circle" },
        Square from ThingSquare { "kind" = "square" },
    } else Unknown
}

/// A branch of [`Thing`], `#/components/schemas/Thing/allOf/1/oneOf/0`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingCircle {
    pub id: String,
    pub radius: f64,
}

impl ThingCircle {
    /// A value with these properties.
    pub fn new(id: impl Into<String>, radius: f64) -> Self {
        Self { id: id.into(), radius }
    }
}

wire_struct! {
    ThingCircle {
        tags { "kind" = "circle" }
        "id" => id: required,
        "radius" => radius: required,
    }
}

/// A branch of [`Thing`], `#/components/schemas/Thing/allOf/1/oneOf/1`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingSquare {
    pub id: String,
    pub side: f64,
}

impl ThingSquare {
    /// A value with these properties.
    pub fn new(id: impl Into<String>, side: f64) -> Self {
        Self { id: id.into(), side }
    }
}

wire_struct! {
    ThingSquare {
        tags { "kind" = "square" }
        "id" => id: required,
        "side" => side: required,
    }
}

/// `#/components/schemas/Circle`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    pub radius: f64,
}

impl Circle {
    /// A value with these properties.
    pub fn new(radius: f64) -> Self {
        Self { radius }
    }
}

wire_struct! {
    Circle {
        tags { "kind" = "circle" }
        "radius" => radius: required,
    }
}

/// `#/components/schemas/Square`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Square {
    pub side: f64,
}

impl Square {
    /// A value with these properties.
    pub fn new(side: f64) -> Self {
        Self { side }
    }
}

wire_struct! {
    Square {
        tags { "kind" = "square" }
        "side" => side: required,
    }
}
