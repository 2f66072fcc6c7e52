// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_enum, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub entries: Vec<ThingEntry>,
    pub data: Option<Vec<ThingData>>,
    pub rows: Option<Vec<Vec<ThingRow>>>,
    pub steps: Option<Vec<ThingStep>>,
}

impl Thing {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(entries: impl IntoIterator<Item = ThingEntry>) -> Self {
        Self {
            entries: entries.into_iter().collect(),
            data: None,
            rows: None,
            steps: None,
        }
    }
}

setters! {
    Thing {
        data: each ThingData,
        rows: each Vec<ThingRow>,
        steps: each ThingStep,
    }
}

wire_struct! {
    Thing {
        "entries" => entries: required,
        "data" => data: optional,
        "rows" => rows: optional,
        "steps" => steps: optional,
    }
}

/// An item of `entries` in [`Thing`], `#/components/schemas/Thing/properties/entries/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingEntry {
    pub key: String,
}

impl ThingEntry {
    /// A value with these properties.
    pub fn new(key: impl Into<String>) -> Self {
        Self { key: key.into() }
    }
}

wire_struct! {
    ThingEntry {
        "key" => key: required,
    }
}

/// An item of `data` in [`Thing`], `#/components/schemas/Thing/properties/data/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingData {
    pub value: Option<i64>,
}

impl ThingData {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingData {
        value: value i64,
    }
}

wire_struct! {
    ThingData {
        "value" => value: optional,
    }
}

/// A part of [`Thing`], `#/components/schemas/Thing/properties/rows/items/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingRow {
    pub cell: Option<String>,
}

impl ThingRow {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingRow {
        cell: into String,
    }
}

wire_struct! {
    ThingRow {
        "cell" => cell: optional,
    }
}

/// An item of `steps` in [`Thing`], `#/components/schemas/Thing/properties/steps/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ThingStep {
    /// The value `first`.
    First,
    /// The value `last`.
    Last,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    ThingStep {
        "first" => First,
        "last" => Last,
    } else Unknown
}
