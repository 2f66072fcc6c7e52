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

    /// `GET /things/{id}/copies/{id}`
    pub fn get_things(&self, id: &str) -> Call<GetThings, M> {
        self.call().in_path("id", id)
    }
}

operation! {
    GetFine for get_fine: GET "/fine" => (), Infallible;
    [Code(204)];
}

operation! {
    GetThings for get_things: GET "/things/{id}/copies/{id}" => (), Infallible;
    [Code(204)];
}
