// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Event`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Event {
    pub at: String,
    pub day: Option<String>,
    pub id: Option<String>,
    pub seal: Option<String>,
}

wire_struct! {
    Event {
        "at" => at: required,
        "day" => day: optional,
        "id" => id: optional,
        "seal" => seal: optional,
    }
}
