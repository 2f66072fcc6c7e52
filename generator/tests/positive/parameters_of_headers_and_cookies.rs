// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::collections::BTreeMap;
use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn list_things(&self, x_trace: &str) -> Call<ListThings, M> {
        self.call().in_header("X-Trace", x_trace)
    }
}

operation! {
    ListThings for list_things: GET "/things" => (), Infallible;
    [Code(204)];
}

parameters! {
    ListThings {
        x_flags: header "X-Flags" each_into String,
        x_context: header "X-Context" [Simple, true] value BTreeMap<String, String>,
        session: cookie "session" into String,
        seen: cookie "seen" [Form, false] each i64,
    }
}
