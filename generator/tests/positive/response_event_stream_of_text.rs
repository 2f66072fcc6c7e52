// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client, Events};

impl<M> Client<M> {
    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => Events<String>, Infallible;
    [Code(200) text_events];
}
