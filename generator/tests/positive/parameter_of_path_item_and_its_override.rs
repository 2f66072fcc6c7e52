// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things/{id}`
    pub fn get_thing(&self, id: &str) -> Call<GetThing, M> {
        self.call().in_path("id", id)
    }

    /// `DELETE /things/{id}`
    pub fn delete_thing(&self, id: &str) -> Call<DeleteThing, M> {
        self.call().in_path("id", id)
    }
}

operation! {
    GetThing for get_thing: GET "/things/{id}" => (), Infallible;
    [Code(204)];
}

parameters! {
    GetThing {
        page: query "page" value i64,
        x_trace: header "x-trace" value i64,
        accept_language: header "Accept-Language" into String,
    }
}

operation! {
    DeleteThing for delete_thing: DELETE "/things/{id}" => (), Infallible;
    [Code(204)];
}

parameters! {
    DeleteThing {
        page: query "page" into String,
        x_trace: header "X-Trace" into String,
        accept_language: header "Accept-Language" into String,
    }
}
