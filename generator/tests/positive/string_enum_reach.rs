// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct};

/// Only sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Asked {
    /// The value `one`.
    One,
    /// The value `two`.
    Two,
}

wire_enum! {
    Asked {
        "one" => One,
        "two" => Two,
    }
}

/// Only received.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Answered {
    /// The value `one`.
    One,
    /// The value `two`.
    Two,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Answered {
        "one" => One,
        "two" => Two,
    } else Unknown
}

/// Sent and received.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Both {
    /// The value `one`.
    One,
    /// The value `two`.
    Two,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Both {
        "one" => One,
        "two" => Two,
    } else Unknown
}

/// Mentioned by no operation.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unused {
    /// The value `one`.
    One,
    /// The value `two`.
    Two,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    Unused {
        "one" => One,
        "two" => Two,
    } else Unknown
}

/// The request body of the operation `putThing`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PutThingBody {
    /// Only sent.
    pub asked: Asked,
    /// Sent and received.
    pub both: Both,
}

impl PutThingBody {
    /// A value with these properties.
    pub fn new(asked: Asked, both: Both) -> Self {
        Self { asked, both }
    }
}

wire_struct! {
    PutThingBody {
        "asked" => asked: required,
        "both" => both: required,
    }
}

/// The response body of the operation `putThing` for status 200.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PutThingResponse {
    /// Only received.
    pub answered: Answered,
    /// Sent and received.
    pub both: Both,
}

wire_struct! {
    PutThingResponse {
        "answered" => answered: required,
        "both" => both: required,
    }
}
