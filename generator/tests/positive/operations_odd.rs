// ==== src/operations/errors_operations.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tags `errors` and `Errors`.

use crate::runtime::tables::{answers, operation, parameters};
use crate::runtime::{Body, Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `GET /a/{type}/{self}`
    pub fn get_a_type_self(
        &self,
        r#type: &str,
        self_: &str,
        body_parameter: &str,
        m: &str,
    ) -> Call<Request, M> {
        self.call()
            .in_path("type", r#type)
            .in_path("self", self_)
            .in_query("body", body_parameter)
            .in_query("M", m)
    }

    /// `DELETE /b`
    pub fn delete_b(&self) -> Call<Clone, M> {
        self.call()
    }
}

operation! {
    Request for get_a_type_self: GET "/a/{type}/{self}" => RequestOutput, RequestError;
    security [["we ird\""], ["transport"]];
}

parameters! {
    Request {
        /// ends */ here "quoted" \`x
        value: query "value" into String,
        values: query "values" each_into String,
        call: query "call" into String,
        we_ird_n_x: query "we\"ird\\n{x}" into String,
        empty: query "" into String,
        filter_a: query "filter[a]" value i64,
        id: query "id" into String,
        id_header: header "id" into String,
        id_cookie: cookie "id" into String,
    }
}

/// What [`Client::get_a_type_self`] (`GET /a/{type}/{self}`) gives.
#[derive(Debug)]
#[non_exhaustive]
pub enum RequestOutput {
    /// 200 OK: a " */ \`\`\`rust
    Ok(String),
    /// 2XX: other
    Status2xx(Body),
}

answers! {
    RequestOutput {
        Code(200) json "application/json; v=\"1\"" => Ok,
        Range(2) binary "application/x\"y" => Status2xx,
    }
}

/// The documented errors of [`Client::get_a_type_self`] (`GET /a/{type}/{self}`).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum RequestError {
    /// Any other status: d
    Default(types::Error),
}

answers! {
    RequestError {
        Default json => Default,
    }
}

operation! {
    Clone for delete_b: DELETE "/b" => (), CloneError;
    [Code(204)];
    security [["we ird\""], ["transport"]];
}

/// The documented errors of [`Client::delete_b`] (`DELETE /b`).
pub type CloneError = super::BuilderError;

// ==== src/operations/headers_operations.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations of the tag `headers`.

use crate::runtime::tables::{answers, operation, parameters};
use crate::runtime::{Call, Client};
use crate::types;

impl<M> Client<M> {
    /// `POST /b`
    pub fn post_b(&self) -> Call<Builder, M> {
        self.call()
    }
}

operation! {
    Builder for post_b: POST "/b" => BuilderOutput, super::BuilderError;
    security [["we ird\""], ["transport"]];
}

parameters! {
    Builder {
        /// The body; without one, none is sent.
        body: multipart [&[]] into types::BuilderBody,
    }
}

/// What [`Client::post_b`] (`POST /b`) gives.
#[derive(Debug)]
#[non_exhaustive]
pub enum BuilderOutput {
    /// 201 Created as `application/json`: x
    Created(types::Body),
    /// 201 Created as `text/csv`: x
    CreatedText(String),
}

answers! {
    BuilderOutput {
        Code(201) json => Created,
        Code(201) text "text/csv" => CreatedText,
    }
}

// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, ApiKeyPlace, Call, Client, ClientBuilder, Credential, SecretSource, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["we ird\""], &["transport"], &[]];

impl<M> Client<M> {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new() -> Self {
        Self::builder().build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder<M> {
        ClientBuilder::new(BASE_URL)
    }

    /// A request that the document does not know, at a path below the base URL, with the same credentials and
    /// errors. Its answer is a success with any status of 2XX.
    pub fn request(
        &self,
        method: Method,
        path: impl Into<String>,
    ) -> Call<AnyRequest, M> {
        self.any_request(method, path.into(), ANY_CREDENTIAL)
    }
}

impl<M> Default for Client<M> {
    fn default() -> Self {
        Self::new()
    }
}

impl<M> ClientBuilder<M> {
    /// Sends this after `dig"est` in the `Authorization` header to operations that ask for `#/components/securitySchemes/we ird"`.
    pub fn we_ird(self, token: impl Into<SecretSource>) -> Self {
        self.credential("we ird\"", Credential::http("dig\"est", token))
    }

    /// Sends this key as a cookie `sid` to operations that ask for `#/components/securitySchemes/transport`.
    pub fn set_transport(self, key: impl Into<SecretSource>) -> Self {
        self.credential(
            "transport",
            Credential::api_key(ApiKeyPlace::Cookie, "sid", key),
        )
    }
}
