// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{bodies, operation, parameters};
use crate::runtime::{Body, Call, Client};

impl<M> Client<M> {
    /// `PUT /pictures/{id}`
    ///
    /// - `id`: Which. Deprecated.
    /// - `size`: Deprecated.
    /// - `body`: The picture. Sent as `application/octet-stream`, unless [`Call::with_header`](crate::Call::with_header) gives another `Content-Type` of `image/*`.
    pub fn put_picture(&self, id: &str, size: i64, body: impl Into<Body>) -> Call<PutPicture, M> {
        self.call()
            .in_path("id", id)
            .in_query("size", &size)
            .with_raw("application/octet-stream", body)
    }

    /// `POST /pictures/{id}`
    ///
    /// - `body`: The picture.
    pub fn post_picture(&self, id: &str, body: impl Into<PostPictureBody>) -> Call<PostPicture, M> {
        self.call().in_path("id", id).with_content(body.into())
    }

    /// `PATCH /pictures/{id}`
    pub fn patch_picture(&self, id: &str) -> Call<PatchPicture, M> {
        self.call().in_path("id", id)
    }
}

operation! {
    PutPicture for put_picture: PUT "/pictures/{id}" => (), Infallible;
    [Code(204)];
}

operation! {
    PostPicture for post_picture: POST "/pictures/{id}" => (), Infallible;
    [Code(204)];
}

/// The body of [`Client::post_picture`] (`POST /pictures/{id}`), in the format of the caller's choice.
#[derive(Debug)]
#[non_exhaustive]
pub enum PostPictureBody {
    /// As `text/plain`.
    Text(Body),
    /// Sent as `application/octet-stream`, unless [`Call::with_header`](crate::Call::with_header) gives another `Content-Type` of `image/*`.
    Binary(Body),
}

bodies! {
    PostPictureBody {
        Text: raw "text/plain",
        Binary: raw "application/octet-stream",
    }
}

operation! {
    PatchPicture for patch_picture: PATCH "/pictures/{id}" => (), Infallible;
    [Code(204)];
}

parameters! {
    PatchPicture {
        /// The body; without one, none is sent.
        /// Sent as `application/octet-stream`, unless [`Call::with_header`](crate::Call::with_header) gives another `Content-Type` of `*/*`.
        body: raw ["application/octet-stream"] into Body,
    }
}
