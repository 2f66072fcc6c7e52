// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Thing {
    pub point: Option<(f64, f64, String)>,
    pub open: Option<Vec<ThingOpen>>,
}

wire_struct! {
    Thing {
        "point" => point: optional,
        "open" => open: optional,
    }
}

/// An item of `open` in [`Thing`], `#/components/schemas/Thing/properties/open`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ThingOpen {
    Number(f64),
    String(String),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingOpen {
        Number from f64 { number },
        String from String { string },
    } else Unknown
}
