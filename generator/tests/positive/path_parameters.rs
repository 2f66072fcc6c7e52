// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /teams/{team-id}/{kind}/items/{number}.{format}`
    ///
    /// - `team_id`: Its id.
    /// - `number`: Counted from 1.
    pub fn get_item(
        &self,
        team_id: &str,
        kind: &types::Kind,
        number: i32,
        format: &types::GetItemFormat,
    ) -> Call<GetItem, M> {
        self.call()
            .in_path("team-id", team_id)
            .in_path("kind", kind)
            .in_path("number", &number)
            .in_path("format", format)
    }

    /// `GET /self/{self}/{type}/{body}/{path}/{ratio}/{flag}`
    pub fn get_self(
        &self,
        self_: &str,
        r#type: &str,
        body_parameter: &str,
        path: &str,
        ratio: f64,
        flag: bool,
    ) -> Call<GetSelf, M> {
        self.call()
            .in_path("self", self_)
            .in_path("type", r#type)
            .in_path("body", body_parameter)
            .in_path("path", path)
            .in_path("ratio", &ratio)
            .in_path("flag", &flag)
    }
}

operation! {
    GetItem for get_item: GET "/teams/{team-id}/{kind}/items/{number}.{format}" => (), Infallible;
    [Code(204)];
}

operation! {
    GetSelf for get_self: GET "/self/{self}/{type}/{body}/{path}/{ratio}/{flag}" => (), Infallible;
    [Code(204)];
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// `#/components/schemas/Kind`
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Kind {
    /// The value `small`.
    Small,
    /// The value `large`.
    Large,
}

wire_enum! {
    Kind {
        "small" => Small,
        "large" => Large,
    }
}

/// The parameter `format` of the operation `getItem`, `#/paths/~1teams~1{team-id}~1{kind}~1items~1{number}.{format}/parameters/1/schema`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum GetItemFormat {
    /// The value `json`.
    Json,
    /// The value `xml`.
    Xml,
}

wire_enum! {
    GetItemFormat {
        "json" => Json,
        "xml" => Xml,
    }
}
