// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, PropertyEncoding, Style};
use crate::types;

impl<M> Client<M> {
    /// `POST /things`
    ///
    /// - `body`: The thing.
    pub fn post_thing(&self, body: types::PostThingBody) -> Call<PostThing, M> {
        self.call()
            .with_multipart(
                const {
                    &[
                        PropertyEncoding::new("cover").content_type("image/png"),
                        PropertyEncoding::new("raw")
                            .content_type("application/octet-stream"),
                        PropertyEncoding::new("meta")
                            .content_type("application/vnd.meta+json")
                            .headers(&[("X-Kind", "meta")]),
                        PropertyEncoding::new("tags").style(Style::Form, false),
                    ]
                },
                body,
            )
    }
}

operation! {
    PostThing for post_thing: POST "/things" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Picture`
pub type Picture = crate::File;

/// The request body of the operation `postThing`, `#/paths/~1things/post/requestBody/content/multipart~1form-data/schema`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PostThingBody {
    pub file: crate::File,
    pub more: Option<Vec<crate::File>>,
    pub cover: Option<Picture>,
    pub meta: Option<PostThingBodyMeta>,
    pub tags: Option<Vec<String>>,
    pub note: Option<String>,
    pub raw: Option<crate::File>,
}

impl PostThingBody {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(file: impl Into<crate::File>) -> Self {
        Self {
            file: file.into(),
            more: None,
            cover: None,
            meta: None,
            tags: None,
            note: None,
            raw: None,
        }
    }
}

setters! {
    PostThingBody {
        more: each_into crate::File,
        cover: into Picture,
        meta: value PostThingBodyMeta,
        tags: each_into String,
        note: into String,
        raw: into crate::File,
    }
}

wire_struct! {
    PostThingBody {
        "file" => file: required,
        "more" => more: optional,
        "cover" => cover: optional,
        "meta" => meta: optional,
        "tags" => tags: optional,
        "note" => note: optional,
        "raw" => raw: optional,
    }
}

/// The property `meta` of [`PostThingBody`], `#/paths/~1things/post/requestBody/content/multipart~1form-data/schema/properties/meta`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostThingBodyMeta {
    pub name: Option<String>,
}

impl PostThingBodyMeta {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PostThingBodyMeta {
        name: into String,
    }
}

wire_struct! {
    PostThingBodyMeta {
        "name" => name: optional,
    }
}
