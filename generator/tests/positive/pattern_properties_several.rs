// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub beside: Option<ThingBeside>,
    pub several: Option<BTreeMap<String, ThingSeveralValue>>,
    pub closed: Option<BTreeMap<String, String>>,
}

wire_struct! {
    Thing {
        "beside" => beside: optional,
        "several" => several: optional,
        "closed" => closed: optional,
    }
}

/// The property `beside` of [`Thing`], `#/components/schemas/Thing/properties/beside`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingBeside {
    pub id: Option<String>,
    /// All properties beside those above.
    pub additional_properties: BTreeMap<String, i64>,
}

wire_struct! {
    ThingBeside {
        "id" => id: optional,
        .. => additional_properties,
    }
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/several`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingSeveralValue {
    String(String),
    Integer(i64),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    ThingSeveralValue {
        String from String { string },
        Integer from i64 { integer },
    } else Unknown
}
