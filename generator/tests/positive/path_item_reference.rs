// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `DELETE /things/{id}`
    pub fn delete_thing(&self, id: &str) -> Call<DeleteThing, M> {
        self.call().in_path("id", id)
    }
}

operation! {
    DeleteThing for delete_thing: DELETE "/things/{id}" => (), Infallible;
    [Code(204)];
}
