// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    /// `kind` is `circle` or `square`.
    Shape(Shape),
    /// `kind` is `line`.
    Line(Line),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Shape from Shape { object, "kind" = "circle" | "square" },
        Line from Line { object, "kind" = "line" },
        String from String { string },
    } else Unknown
}

/// `#/components/schemas/Shape`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// `kind` is `circle`.
    Circle(Circle),
    /// `kind` is `square`.
    Square(Square),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Shape {
        Circle from Circle { "kind" = "circle" },
        Square from Square { "kind" = "square" },
    } else Unknown
}

/// `#/components/schemas/Circle`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Circle {
    pub radius: Option<f64>,
}

impl Circle {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Circle {
        radius: value f64,
    }
}

wire_struct! {
    Circle {
        tags { "kind" = "circle" }
        "radius" => radius: optional,
    }
}

/// `#/components/schemas/Square`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Square {
    pub side: Option<f64>,
}

impl Square {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Square {
        side: value f64,
    }
}

wire_struct! {
    Square {
        tags { "kind" = "square" }
        "side" => side: optional,
    }
}

/// `#/components/schemas/Line`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Line {
    pub length: Option<f64>,
}

impl Line {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Line {
        length: value f64,
    }
}

wire_struct! {
    Line {
        tags { "kind" = "line" }
        "length" => length: optional,
    }
}
