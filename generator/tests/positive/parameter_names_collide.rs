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
}

operation! {
    GetThing for get_thing: GET "/things/{id}" => (), Infallible;
    [Code(204)];
}

parameters! {
    GetThing {
        id_query: query "id" into String,
        id_header: header "ID" into String,
        body_parameter: query "body" into String,
        send_parameter: query "send" value bool,
        timeout: query "timeout" value i64,
        self_: query "self" value bool,
        r#type: query "type" into String,
        created_gte: query "created[gte]" value jiff::Timestamp,
        created_lte: query "created[lte]" value jiff::Timestamp,
    }
}
