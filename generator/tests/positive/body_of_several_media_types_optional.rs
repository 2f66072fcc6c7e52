// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation, parameters};
use crate::runtime::{Body, Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /things`
    pub fn post_thing(&self) -> Call<PostThing, M> {
        self.call()
    }
}

operation! {
    PostThing for post_thing: POST "/things" => (), Infallible;
    [Code(204)];
}

parameters! {
    PostThing {
        /// The thing.
        body: content into PostThingBody,
    }
}

/// The body of [`Client::post_thing`] (`POST /things`), in the format of the caller's choice.
#[derive(Debug)]
#[non_exhaustive]
pub enum PostThingBody {
    /// As `application/json`.
    Json(types::PostThingBody),
    /// As `text/plain`.
    Text(Body),
}

bodies! {
    PostThingBody {
        Json from types::PostThingBody: json "application/json",
        Text: raw "text/plain",
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// The request body of the operation `postThing`, `#/paths/~1things/post/requestBody/content/application~1json/schema`.
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
