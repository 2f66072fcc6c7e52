// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /things`
    ///
    /// - `body`: The thing.
    pub fn post_thing(&self, body: types::PostThingBody) -> Call<PostThing, M> {
        self.call().with_multipart(&[], body)
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

/// The request body of the operation `postThing`, `#/paths/~1things/post/requestBody/content/multipart~1form-data/schema`.
#[derive(Debug, Clone, Default, PartialEq)]
#[non_exhaustive]
pub struct PostThingBody {
    pub file: Option<crate::File>,
    pub encoded: Option<bytes::Bytes>,
}

impl PostThingBody {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PostThingBody {
        file: into crate::File,
        encoded: into bytes::Bytes,
    }
}

wire_struct! {
    PostThingBody {
        "file" => file: optional,
        "encoded" => encoded: optional,
    }
}
