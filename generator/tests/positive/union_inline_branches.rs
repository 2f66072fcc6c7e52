// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    /// One of two shapes.
    pub shape: ThingShape,
}

impl Thing {
    /// A value with these properties.
    pub fn new(shape: impl Into<ThingShape>) -> Self {
        Self { shape: shape.into() }
    }
}

wire_struct! {
    Thing {
        "shape" => shape: required,
    }
}

/// One of two shapes.
///
/// `#/components/schemas/Thing/properties/shape`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingShape {
    /// `kind` is `circle`.
    Circle(ThingShapeCircle),
    /// `kind` is `rectangle`.
    Rectangle(ThingShapeRectangle),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingShape {
        Circle from ThingShapeCircle { "kind" = "circle" },
        Rectangle from ThingShapeRectangle { "kind" = "rectangle" },
    } else Unknown
}

/// A branch of [`ThingShape`], `#/components/schemas/Thing/properties/shape/oneOf/0`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingShapeCircle {
    pub radius: f64,
}

impl ThingShapeCircle {
    /// A value with these properties.
    pub fn new(radius: f64) -> Self {
        Self { radius }
    }
}

wire_struct! {
    ThingShapeCircle {
        tags { "kind" = "circle" }
        "radius" => radius: required,
    }
}

/// A branch of [`ThingShape`], `#/components/schemas/Thing/properties/shape/oneOf/1`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct ThingShapeRectangle {
    pub width: f64,
    pub height: f64,
}

impl ThingShapeRectangle {
    /// A value with these properties.
    pub fn new(width: f64, height: f64) -> Self {
        Self { width, height }
    }
}

wire_struct! {
    ThingShapeRectangle {
        tags { "kind" = "rectangle" }
        "width" => width: required,
        "height" => height: required,
    }
}
