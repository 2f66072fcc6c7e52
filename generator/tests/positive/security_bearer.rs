// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder, Credential, SecretSource, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["token"], &[]];

impl<M> Client<M> {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new(token: impl Into<SecretSource>) -> Self {
        Self::builder().token(token).build_unchecked()
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

impl<M> ClientBuilder<M> {
    /// A token of your account.
    ///
    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/token`.
    pub fn token(self, token: impl Into<SecretSource>) -> Self {
        self.credential("token", Credential::bearer(token))
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /global`
    pub fn get_global(&self) -> Call<GetGlobal, M> {
        self.call()
    }

    /// `GET /none`
    pub fn get_none(&self) -> Call<GetNone, M> {
        self.call()
    }

    /// `GET /optional`
    pub fn get_optional(&self) -> Call<GetOptional, M> {
        self.call()
    }
}

operation! {
    GetGlobal for get_global: GET "/global" => (), Infallible;
    [Code(204)];
    security [["token"]];
}

operation! {
    GetNone for get_none: GET "/none" => (), Infallible;
    [Code(204)];
}

operation! {
    GetOptional for get_optional: GET "/optional" => (), Infallible;
    [Code(204)];
    security [[], ["token"]];
}
