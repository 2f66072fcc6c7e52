// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /none`
    pub fn get_none(&self) -> Call<GetNone, M> {
        self.call()
    }

    /// `GET /several`
    pub fn get_several(&self) -> Call<GetSeveral, M> {
        self.call()
    }

    /// `GET /range`
    pub fn get_range(&self) -> Call<GetRange, M> {
        self.call()
    }
}

operation! {
    /// The operation of [`Client::get_none`].
    GetNone: GET "/none" => (), Infallible;
    Code(204);
}

operation! {
    /// The operation of [`Client::get_several`].
    GetSeveral: GET "/several" => String, Infallible;
    Code(200) json, Code(201) json;
}

operation! {
    /// The operation of [`Client::get_range`].
    GetRange: GET "/range" => String, Infallible;
    Code(200) json, Range(2) json;
}
