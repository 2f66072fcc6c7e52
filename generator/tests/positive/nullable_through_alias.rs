// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub must: MaybeText,
    pub may: Option<Option<String>>,
    pub wrapped: Option<Option<Text>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(must: MaybeText) -> Self {
        Self {
            must,
            may: None,
            wrapped: None,
        }
    }
}

setters! {
    Thing {
        may: nullable String,
        wrapped: nullable Text,
    }
}

wire_struct! {
    Thing {
        "must" => must: required,
        "may" => may: nullable,
        "wrapped" => wrapped: nullable,
    }
}

/// `#/components/schemas/MaybeText`
pub type MaybeText = Option<String>;

/// `#/components/schemas/Text`
pub type Text = String;
