// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub at: Option<jiff::Timestamp>,
    pub day: Option<jiff::civil::Date>,
    pub time: Option<String>,
    pub id: Option<uuid::Uuid>,
    pub bytes: Option<bytes::Bytes>,
    pub file: Option<String>,
    pub link: Option<String>,
    pub mail: Option<String>,
    pub secret: Option<String>,
    pub for_each: Option<Vec<bytes::Bytes>>,
    pub by_day: Option<BTreeMap<String, jiff::civil::Date>>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        at: value jiff::Timestamp,
        day: value jiff::civil::Date,
        time: into String,
        id: value uuid::Uuid,
        bytes: into bytes::Bytes,
        file: into String,
        link: into String,
        mail: into String,
        secret: into String,
        for_each: each_into bytes::Bytes,
        by_day: value BTreeMap<String, jiff::civil::Date>,
    }
}

wire_struct! {
    Thing {
        "at" => at: optional,
        "day" => day: optional,
        "time" => time: optional,
        "id" => id: optional,
        "bytes" => bytes: optional,
        "file" => file: optional,
        "link" => link: optional,
        "mail" => mail: optional,
        "secret" => secret: optional,
        "for_each" => for_each: optional,
        "by_day" => by_day: optional,
    }
}
