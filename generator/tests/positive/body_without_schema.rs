// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /fine`
    pub fn get_fine(&self) -> Call<GetFine, M> {
        self.call()
    }

    /// `POST /things`
    pub fn post_things(&self, body: serde_json::Value) -> Call<PostThings, M> {
        self.call().with_json(body)
    }
}

operation! {
    GetFine for get_fine: GET "/fine" => (), Infallible;
    [Code(204)];
}

operation! {
    PostThings for post_things: POST "/things" => (), Infallible;
    [Code(204)];
}
