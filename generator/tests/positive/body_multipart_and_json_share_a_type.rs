// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /uploads`
    pub fn upload(&self, body: types::Upload) -> Call<Upload, M> {
        self.call().with_multipart(&[], body)
    }
}

operation! {
    Upload for upload: POST "/uploads" => types::Described, Infallible;
    [Code(200) json];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Upload`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Upload {
    pub file: crate::File,
    pub part: Option<Part>,
}

impl Upload {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(file: impl Into<crate::File>) -> Self {
        Self {
            file: file.into(),
            part: None,
        }
    }
}

setters! {
    Upload {
        part: value Part,
    }
}

wire_struct! {
    Upload {
        "file" => file: required,
        "part" => part: optional,
    }
}

/// `#/components/schemas/Part`
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct Part {
    pub data: Option<crate::File>,
}

impl Part {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Part {
        data: into crate::File,
    }
}

wire_struct! {
    Part {
        "data" => data: optional,
    }
}

/// `#/components/schemas/Described`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Described {
    pub content: Option<String>,
    pub data: Option<Content>,
}

wire_struct! {
    Described {
        "content" => content: optional,
        "data" => data: optional,
    }
}

/// `#/components/schemas/Content`
pub type Content = String;
