// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: Option<String>,
    /// All properties beside those above.
    pub additional_properties: BTreeMap<String, String>,
}

wire_struct! {
    Thing {
        "id" => id: optional,
        .. => additional_properties,
    }
}
