// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Body, Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `PUT /any`
    ///
    /// - `body`: Sent as `application/octet-stream`, unless [`Call::with_header`](crate::Call::with_header) gives another `Content-Type` of `*/*`.
    pub fn put_any(&self, body: impl Into<Body>) -> Call<PutAny, M> {
        self.call().with_raw("application/octet-stream", body)
    }

    /// `PUT /image`
    pub fn put_image(&self) -> Call<PutImage, M> {
        self.call()
    }

    /// `PUT /object`
    pub fn put_object(&self) -> Call<PutObject, M> {
        self.call()
    }

    /// `PUT /nothing`
    pub fn put_nothing(&self) -> Call<PutNothing, M> {
        self.call()
    }
}

operation! {
    PutAny for put_any: PUT "/any" => (), Infallible;
    [Code(204)];
}

operation! {
    PutImage for put_image: PUT "/image" => (), Infallible;
    [Code(204)];
}

parameters! {
    PutImage {
        /// The body; without one, none is sent.
        /// Sent as `application/octet-stream`, unless [`Call::with_header`](crate::Call::with_header) gives another `Content-Type` of `image/*`.
        body: raw ["application/octet-stream"] into Body,
    }
}

operation! {
    PutObject for put_object: PUT "/object" => (), Infallible;
    [Code(204)];
}

parameters! {
    PutObject {
        /// The body; without one, none is sent.
        body: json value types::PutObjectBody,
    }
}

operation! {
    PutNothing for put_nothing: PUT "/nothing" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// The request body of the operation `putObject`, `#/paths/~1object/put/requestBody/content/*~1*/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PutObjectBody {
    pub name: Option<String>,
}

impl PutObjectBody {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    PutObjectBody {
        name: into String,
    }
}

wire_struct! {
    PutObjectBody {
        "name" => name: optional,
    }
}
