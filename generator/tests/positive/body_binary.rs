// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Body, Call, Client};

impl<M> Client<M> {
    /// `POST /things`
    ///
    /// - `body`: The thing.
    pub fn post_thing(&self, body: impl Into<Body>) -> Call<PostThing, M> {
        self.call().with_raw("application/octet-stream", body)
    }
}

operation! {
    PostThing for post_thing: POST "/things" => (), Infallible;
    [Code(204)];
}
