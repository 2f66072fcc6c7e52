// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::wire_union;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Thing {
    String(String),
    Integer(i64),
    Number(f64),
    Boolean(bool),
    Array(Vec<String>),
    Map(BTreeMap<String, String>),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        String from String { string },
        Integer from i64 { integer },
        Number from f64 { number },
        Boolean from bool { boolean },
        Array from Vec<String> { array },
        Map from BTreeMap<String, String> { object },
    } else Unknown
}
