// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /things/{id}`
    ///
    /// - `limit`: How many.
    pub fn get_things(
        &self,
        id: &str,
        limit: i32,
        kind: &types::GetThingsKind,
        names: &[String],
        x_key: &str,
    ) -> Call<GetThings, M> {
        self.call()
            .in_path("id", id)
            .in_query("limit", &limit)
            .in_query("kind", kind)
            .in_query("names", names)
            .in_header("X-Key", x_key)
    }
}

operation! {
    GetThings for get_things: GET "/things/{id}" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// The parameter `kind` of the operation `getThings`, `#/paths/~1things~1{id}/get/parameters/1/schema`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetThingsKind {
    /// The value `only`.
    Only,
}

wire_enum! {
    GetThingsKind {
        "only" => Only,
    }
}
