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

    /// `GET /things`
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }

    /// `HEAD /things`
    pub fn head_things(&self) -> Call<HeadThings, M> {
        self.call()
    }
}

operation! {
    GetFine for get_fine: GET "/fine" => (), Infallible;
    [Code(204)];
}

operation! {
    GetThings for get_things: GET "/things" => (), Infallible;
    [Code(204)];
}

operation! {
    HeadThings for head_things: HEAD "/things" => (), Infallible;
    [Code(200)];
}
