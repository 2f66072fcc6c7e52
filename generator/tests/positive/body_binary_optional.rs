// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Body, Call, Client};

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
        body: raw ["image/png"] into Body,
    }
}
