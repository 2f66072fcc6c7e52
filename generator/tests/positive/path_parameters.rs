// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use http::Method;

use crate::runtime::{Call, Client, Error, Operation, Response};
use crate::types;

impl Client {
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
    ) -> Call<GetItem> {
        self.call(Method::GET, "/teams/{team-id}/{kind}/items/{number}.{format}")
            .path("team-id", team_id)
            .path("kind", kind)
            .path("number", number)
            .path("format", format)
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
    ) -> Call<GetSelf> {
        self.call(Method::GET, "/self/{self}/{type}/{body}/{path}/{ratio}/{flag}")
            .path("self", self_)
            .path("type", r#type)
            .path("body", body_parameter)
            .path("path", path)
            .path("ratio", ratio)
            .path("flag", flag)
    }
}

/// The operation of [`Client::get_item`].
pub enum GetItem {}

impl Operation for GetItem {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

/// The operation of [`Client::get_self`].
pub enum GetSelf {}

impl Operation for GetSelf {
    type Output = ();
    type Error = Infallible;
    const ACCEPT: &'static str = "";

    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>> {
        match response.status.as_u16() {
            204 => response.no_content(),
            _ => response.undocumented(),
        }
    }
}

// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::wire_enum;

/// The schema `Kind`.
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

/// The parameter `format` of the operation `getItem`.
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
