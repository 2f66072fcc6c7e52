// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// Told apart by the second constant.
///
/// `#/components/schemas/Thing`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Thing {
    /// `type` is `base64`, `mediaType` is `application/pdf`.
    ApplicationPdf(ThingApplicationPdf),
    /// `type` is `base64`, `mediaType` is `image/png`.
    ImagePng(ThingImagePng),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Thing {
        ApplicationPdf from ThingApplicationPdf { "type" = "base64", "mediaType" = "application/pdf" },
        ImagePng from ThingImagePng { "type" = "base64", "mediaType" = "image/png" },
    } else Unknown
}

/// A branch of [`Thing`], `#/components/schemas/Thing/oneOf/0`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingApplicationPdf {
    pub data: Option<String>,
}

impl ThingApplicationPdf {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingApplicationPdf {
        data: into String,
    }
}

wire_struct! {
    ThingApplicationPdf {
        tags { "type" = "base64", "mediaType" = "application/pdf" }
        "data" => data: optional,
    }
}

/// A branch of [`Thing`], `#/components/schemas/Thing/oneOf/1`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ThingImagePng {
    pub data: Option<String>,
}

impl ThingImagePng {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    ThingImagePng {
        data: into String,
    }
}

wire_struct! {
    ThingImagePng {
        tags { "type" = "base64", "mediaType" = "image/png" }
        "data" => data: optional,
    }
}
