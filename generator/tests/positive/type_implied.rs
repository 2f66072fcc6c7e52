// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub part: Option<ThingPart>,
    pub limits: Option<serde_json::Value>,
}

wire_struct! {
    Thing {
        "part" => part: optional,
        "limits" => limits: optional,
    }
}

/// The property `part` of [`Thing`], `#/components/schemas/Thing/properties/part`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingPart {
    pub a: Option<String>,
}

wire_struct! {
    ThingPart {
        "a" => a: optional,
    }
}
