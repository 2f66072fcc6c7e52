// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_enum, wire_struct, wire_union};

/// `#/components/schemas/PostMessageRequestBody`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostMessageRequestBody {
    /// Message text content
    pub text: String,
    /// Optional base64-encoded images
    pub images: Option<Vec<PostMessageRequestBodyImage>>,
    /// Optional file attachments (PDFs, text files)
    pub files: Option<Vec<PostMessageRequestBodyFile>>,
    /// Computer ID to route the message to; falls back to the session.computerId if omitted
    pub computer_id: Option<String>,
}

impl PostMessageRequestBody {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            images: None,
            files: None,
            computer_id: None,
        }
    }
}

setters! {
    PostMessageRequestBody {
        images: each PostMessageRequestBodyImage,
        files: each_into PostMessageRequestBodyFile,
        computer_id: into String,
    }
}

wire_struct! {
    PostMessageRequestBody {
        "text" => text: required,
        "images" => images: optional,
        "files" => files: optional,
        "computerId" => computer_id: optional,
    }
}

/// An item of `images` in [`PostMessageRequestBody`], `#/components/schemas/PostMessageRequestBody/properties/images/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostMessageRequestBodyImage {
    pub data: String,
    pub media_type: PostMessageRequestBodyImageMediaType,
}

impl PostMessageRequestBodyImage {
    /// A value with these properties.
    pub fn new(
        data: impl Into<String>,
        media_type: PostMessageRequestBodyImageMediaType,
    ) -> Self {
        Self {
            data: data.into(),
            media_type,
        }
    }
}

wire_struct! {
    PostMessageRequestBodyImage {
        tags { "type" = "base64" }
        "data" => data: required,
        "mediaType" => media_type: required,
    }
}

/// The property `mediaType` of [`PostMessageRequestBodyImage`], `#/components/schemas/PostMessageRequestBody/properties/images/items/properties/mediaType`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostMessageRequestBodyImageMediaType {
    /// The value `image/jpeg`.
    ImageJpeg,
    /// The value `image/png`.
    ImagePng,
    /// The value `image/gif`.
    ImageGif,
    /// The value `image/webp`.
    ImageWebp,
}

wire_enum! {
    PostMessageRequestBodyImageMediaType {
        "image/jpeg" => ImageJpeg,
        "image/png" => ImagePng,
        "image/gif" => ImageGif,
        "image/webp" => ImageWebp,
    }
}

/// An item of `files` in [`PostMessageRequestBody`], `#/components/schemas/PostMessageRequestBody/properties/files/items`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostMessageRequestBodyFile {
    /// `type` is `base64`, `mediaType` is `application/pdf`.
    Base64(PostMessageRequestBodyFileBase64),
    /// `type` is `text`, `mediaType` is `text/plain`.
    Text(PostMessageRequestBodyFileText),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    PostMessageRequestBodyFile {
        Base64 from PostMessageRequestBodyFileBase64 { "type" = "base64", "mediaType" = "application/pdf" },
        Text from PostMessageRequestBodyFileText { "type" = "text", "mediaType" = "text/plain" },
    } else Unknown
}

/// A branch of [`PostMessageRequestBodyFile`], `#/components/schemas/PostMessageRequestBody/properties/files/items/anyOf/0`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostMessageRequestBodyFileBase64 {
    pub data: String,
    pub parsed_data: Option<String>,
    pub name: Option<String>,
    pub path: Option<String>,
}

impl PostMessageRequestBodyFileBase64 {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            parsed_data: None,
            name: None,
            path: None,
        }
    }
}

setters! {
    PostMessageRequestBodyFileBase64 {
        parsed_data: into String,
        name: into String,
        path: into String,
    }
}

wire_struct! {
    PostMessageRequestBodyFileBase64 {
        tags { "type" = "base64", "mediaType" = "application/pdf" }
        "data" => data: required,
        "parsedData" => parsed_data: optional,
        "name" => name: optional,
        "path" => path: optional,
    }
}

/// A branch of [`PostMessageRequestBodyFile`], `#/components/schemas/PostMessageRequestBody/properties/files/items/anyOf/1`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostMessageRequestBodyFileText {
    pub data: String,
    pub name: Option<String>,
    pub mime: Option<String>,
}

impl PostMessageRequestBodyFileText {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(data: impl Into<String>) -> Self {
        Self {
            data: data.into(),
            name: None,
            mime: None,
        }
    }
}

setters! {
    PostMessageRequestBodyFileText {
        name: into String,
        mime: into String,
    }
}

wire_struct! {
    PostMessageRequestBodyFileText {
        tags { "type" = "text", "mediaType" = "text/plain" }
        "data" => data: required,
        "name" => name: optional,
        "mime" => mime: optional,
    }
}

/// `#/components/schemas/PostMessage200ResponseBody`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostMessage200ResponseBody {
    /// ID of the created user message
    pub message_id: String,
    /// Agent status after message submission
    pub status: PostMessage200ResponseBodyStatus,
}

wire_struct! {
    PostMessage200ResponseBody {
        "messageId" => message_id: required,
        "status" => status: required,
    }
}

/// Agent status after message submission
///
/// `#/components/schemas/PostMessage200ResponseBody/properties/status`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PostMessage200ResponseBodyStatus {
    /// The value `idle`.
    Idle,
    /// The value `pending`.
    Pending,
    /// The value `running`.
    Running,
    /// A value that the document does not know.
    Unknown(String),
}

wire_enum! {
    PostMessage200ResponseBodyStatus {
        "idle" => Idle,
        "pending" => Pending,
        "running" => Running,
    } else Unknown
}

/// `#/components/schemas/PostMessage400ResponseBody`
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostMessage400ResponseBody {
    /// Human-readable error message
    pub detail: String,
    /// HTTP status code
    pub status: f64,
    /// HTTP status title
    pub title: String,
    /// Additional error metadata
    pub metadata: Option<BTreeMap<String, serde_json::Value>>,
}

wire_struct! {
    PostMessage400ResponseBody {
        "detail" => detail: required,
        "status" => status: required,
        "title" => title: required,
        "metadata" => metadata: optional,
    }
}

/// `#/components/schemas/PostMessage401ResponseBody`
pub type PostMessage401ResponseBody = PostMessage400ResponseBody;

/// `#/components/schemas/PostMessage403ResponseBody`
pub type PostMessage403ResponseBody = PostMessage400ResponseBody;

/// `#/components/schemas/PostMessage404ResponseBody`
pub type PostMessage404ResponseBody = PostMessage400ResponseBody;

/// `#/components/schemas/PostMessage500ResponseBody`
pub type PostMessage500ResponseBody = PostMessage400ResponseBody;

/// `#/components/schemas/PostMessage503ResponseBody`
pub type PostMessage503ResponseBody = PostMessage400ResponseBody;
