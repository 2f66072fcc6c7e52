// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// It has `address`.
    Mail(Mail),
    /// It has `number`.
    Call(Call),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        Mail from Mail { has "address" },
        Call from Call { has "number" },
    } else Unknown
}

/// `#/components/schemas/Mail`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Mail {
    pub address: String,
    pub note: Option<String>,
}

impl Mail {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(address: impl Into<String>) -> Self {
        Self {
            address: address.into(),
            note: None,
        }
    }
}

setters! {
    Mail {
        note: into String,
    }
}

wire_struct! {
    Mail {
        "address" => address: required,
        "note" => note: optional,
    }
}

/// `#/components/schemas/Call`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Call {
    pub number: String,
    pub note: Option<String>,
}

impl Call {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(number: impl Into<String>) -> Self {
        Self {
            number: number.into(),
            note: None,
        }
    }
}

setters! {
    Call {
        note: into String,
    }
}

wire_struct! {
    Call {
        "number" => number: required,
        "note" => note: optional,
    }
}
