// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /things`
    ///
    /// - `body`: The thing.
    pub fn post_thing(&self, body: impl Into<PostThingBody>) -> Call<PostThing, M> {
        self.call().with_content(body.into())
    }
}

operation! {
    PostThing for post_thing: POST "/things" => (), Infallible;
    [Code(204)];
}

/// The body of [`Client::post_thing`] (`POST /things`), in the format of the caller's choice.
#[derive(Debug)]
#[non_exhaustive]
pub enum PostThingBody {
    /// As `application/json; charset=utf-8`.
    Json(types::PostThingBody),
    /// As `application/json-patch+json`.
    JsonPatch(Vec<types::PostThingBodyJsonPatchItem>),
}

bodies! {
    PostThingBody {
        Json from types::PostThingBody: json "application/json; charset=utf-8",
        JsonPatch from Vec<types::PostThingBodyJsonPatchItem>: json "application/json-patch+json",
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// The request body of the operation `postThing`, `#/paths/~1things/post/requestBody/content/application~1json; charset=utf-8/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostThingBody {
    pub name: Option<String>,
}

impl PostThingBody {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PostThingBody {
        name: into String,
    }
}

wire_struct! {
    PostThingBody {
        "name" => name: optional,
    }
}

/// A part of the operation `postThing`, `#/paths/~1things/post/requestBody/content/application~1json-patch+json/schema/items`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PostThingBodyJsonPatchItem {
    pub op: Option<String>,
}

impl PostThingBodyJsonPatchItem {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PostThingBodyJsonPatchItem {
        op: into String,
    }
}

wire_struct! {
    PostThingBodyJsonPatchItem {
        "op" => op: optional,
    }
}
