// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub percent: Option<i64>,
    pub positive: Option<i64>,
    pub beyond_i32: Option<i64>,
    pub beyond_i64: Option<u64>,
    pub below_i64: Option<i64>,
}

wire_struct! {
    Thing {
        "percent" => percent: optional,
        "positive" => positive: optional,
        "beyond_i32" => beyond_i32: optional,
        "beyond_i64" => beyond_i64: optional,
        "below_i64" => below_i64: optional,
    }
}
