// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder, Credential, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["certificate"], &[]];

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
    /// A certificate.
    ///
    /// Says that the transport shows a certificate to operations that ask for `#/components/securitySchemes/certificate`.
    pub fn certificate(self) -> Self {
        self.credential("certificate", Credential::mutual_tls())
    }
}

// ==== src/operations/default.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Operations without a tag.

use std::convert::Infallible;

use crate::runtime::tables::operation;
use crate::runtime::{Call, Client};

impl<M> Client<M> {
    /// `GET /things`
    pub fn list_things(&self) -> Call<ListThings, M> {
        self.call()
    }
}

operation! {
    ListThings for list_things: GET "/things" => (), Infallible;
    [Code(204)];
    security [["certificate"]];
}
