// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub matrix: Option<Vec<Vec<f64>>>,
    pub rows: Option<Vec<Vec<ThingRow>>>,
    pub free: Option<Vec<serde_json::Value>>,
    pub untyped_items: Option<Vec<serde_json::Value>>,
    pub nullable_items: Option<Vec<Option<String>>>,
}

wire_struct! {
    Thing {
        "matrix" => matrix: optional,
        "rows" => rows: optional,
        "free" => free: optional,
        "untyped_items" => untyped_items: optional,
        "nullable_items" => nullable_items: optional,
    }
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/rows/items/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingRow {
    pub cell: Option<String>,
}

wire_struct! {
    ThingRow {
        "cell" => cell: optional,
    }
}
