// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /things`
    #[deprecated]
    pub fn get_thing(&self) -> Call<GetThing, M> {
        self.call()
    }
}

operation! {
    GetThing for get_thing: GET "/things" => types::Thing, Infallible;
    [Code(200) json];
}
