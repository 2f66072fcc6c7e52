// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{wire_enum, wire_struct};

/// Only sent.
///
/// `#/components/schemas/Asked`
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
///
/// `#/components/schemas/Answered`
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
///
/// `#/components/schemas/Both`
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
///
/// `#/components/schemas/Unused`
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

/// The request body of the operation `putThing`, `#/paths/~1things/put/requestBody/content/application~1json/schema`.
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

/// The response body of the operation `putThing` for status 200, `#/paths/~1things/put/responses/200/content/application~1json/schema`.
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
