// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub id: String,
    pub inline: Option<BaseInline>,
    pub left: Option<String>,
    pub right: Option<String>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            inline: None,
            left: None,
            right: None,
        }
    }
}

setters! {
    Thing {
        inline: value BaseInline,
        left: into String,
        right: into String,
    }
}

wire_struct! {
    Thing {
        "id" => id: required,
        "inline" => inline: optional,
        "left" => left: optional,
        "right" => right: optional,
    }
}

/// `#/components/schemas/Left`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Left {
    pub id: String,
    pub inline: Option<BaseInline>,
    pub left: Option<String>,
}

impl Left {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            inline: None,
            left: None,
        }
    }
}

setters! {
    Left {
        inline: value BaseInline,
        left: into String,
    }
}

wire_struct! {
    Left {
        "id" => id: required,
        "inline" => inline: optional,
        "left" => left: optional,
    }
}

/// `#/components/schemas/Right`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Right {
    pub id: String,
    pub inline: Option<BaseInline>,
    pub right: Option<String>,
}

impl Right {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            inline: None,
            right: None,
        }
    }
}

setters! {
    Right {
        inline: value BaseInline,
        right: into String,
    }
}

wire_struct! {
    Right {
        "id" => id: required,
        "inline" => inline: optional,
        "right" => right: optional,
    }
}

/// `#/components/schemas/Base`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Base {
    pub id: String,
    pub inline: Option<BaseInline>,
}

impl Base {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            inline: None,
        }
    }
}

setters! {
    Base {
        inline: value BaseInline,
    }
}

wire_struct! {
    Base {
        "id" => id: required,
        "inline" => inline: optional,
    }
}

/// The property `inline` of [`Base`], `#/components/schemas/Base/properties/inline`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct BaseInline {
    pub x: Option<String>,
}

impl BaseInline {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    BaseInline {
        x: into String,
    }
}

wire_struct! {
    BaseInline {
        "x" => x: optional,
    }
}
