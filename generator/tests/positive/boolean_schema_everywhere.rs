// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub any: serde_json::Value,
    pub list: Option<Vec<serde_json::Value>>,
    pub map: Option<BTreeMap<String, serde_json::Value>>,
    pub pair: Option<(serde_json::Value, String)>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(any: serde_json::Value) -> Self {
        Self {
            any,
            list: None,
            map: None,
            pair: None,
        }
    }
}

setters! {
    Thing {
        list: each serde_json::Value,
        map: value BTreeMap<String, serde_json::Value>,
        pair: value (serde_json::Value, String),
    }
}

wire_struct! {
    Thing {
        "any" => any: required,
        "list" => list: optional,
        "map" => map: optional,
        "pair" => pair: optional,
    }
}
