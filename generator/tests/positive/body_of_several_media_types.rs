// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation};
use crate::runtime::{Body, Call, Client};
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
    /// As `application/json`.
    Json(types::Thing),
    /// As `multipart/form-data`.
    Multipart(types::Thing),
    /// As `application/x-www-form-urlencoded`.
    Form(types::Thing),
    /// As `text/plain`.
    Text(Body),
    /// As `text/markdown`.
    Markdown(Body),
    /// As `application/octet-stream`.
    Binary(Body),
}

bodies! {
    PostThingBody {
        Json from types::Thing: json "application/json",
        Multipart: multipart ("multipart/form-data", &[]),
        Form: form (&[]),
        Text: raw "text/plain",
        Markdown: raw "text/markdown",
        Binary: raw "application/octet-stream",
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Thing`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Thing {
    pub name: Option<String>,
}

impl Thing {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Thing {
        name: into String,
    }
}

wire_struct! {
    Thing {
        "name" => name: optional,
    }
}
