// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_struct;

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub bytes: Option<bytes::Bytes>,
    pub for_urls: Option<String>,
    pub raw: Option<String>,
}

wire_struct! {
    Thing {
        "bytes" => bytes: optional,
        "for_urls" => for_urls: optional,
        "raw" => raw: optional,
    }
}
