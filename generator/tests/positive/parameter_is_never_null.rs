// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::{operation, parameters};
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /runs/{index}`
    pub fn list_runs(&self, index: i64) -> Call<ListRuns, M> {
        self.call().in_path("index", &index)
    }
}

operation! {
    /// The operation of [`Client::list_runs`].
    ListRuns: GET "/runs/{index}" => (), Infallible;
    Code(204);
}

parameters! {
    ListRuns {
        after: query "after" into String,
        state: query "state" each_into String,
        limit: query "limit" value i64,
        filter: query "filter" [json] value Option<bool>,
    }
}
