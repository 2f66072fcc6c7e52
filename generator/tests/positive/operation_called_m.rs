// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /metres`
    pub fn m(&self) -> Call<GetMetres, M> {
        self.call()
    }
}

operation! {
    GetMetres for m: GET "/metres" => (), Infallible;
    [Code(204)];
}

parameters! {
    GetMetres {
        unit: query "unit" into String,
    }
}
