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
    GetNone for get_none: GET "/none" => (), Infallible;
    [Code(204)];
}

operation! {
    GetSeveral for get_several: GET "/several" => String, Infallible;
    [Code(200) json, Code(201) json];
}

operation! {
    GetRange for get_range: GET "/range" => String, Infallible;
    [Code(200) json, Range(2) json];
}
