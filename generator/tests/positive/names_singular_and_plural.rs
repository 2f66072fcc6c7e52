// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub file: Option<ThingFile>,
    pub files: Option<Vec<ThingFilesItem>>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        file: value ThingFile,
        files: each ThingFilesItem,
    }
}

wire_struct! {
    Thing {
        "file" => file: optional,
        "files" => files: optional,
    }
}

/// The property `file` of [`Thing`], `#/components/schemas/Thing/properties/file`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingFile {
    pub path: Option<String>,
}

impl ThingFile {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingFile {
        path: into String,
    }
}

wire_struct! {
    ThingFile {
        "path" => path: optional,
    }
}

/// An item of `files` in [`Thing`], `#/components/schemas/Thing/properties/files/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingFilesItem {
    pub name: Option<String>,
}

impl ThingFilesItem {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingFilesItem {
        name: into String,
    }
}

wire_struct! {
    ThingFilesItem {
        "name" => name: optional,
    }
}
