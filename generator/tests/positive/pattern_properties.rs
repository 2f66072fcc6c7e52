// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

/// `#/components/schemas/Thing`
pub type Thing = BTreeMap<String, i64>;
