// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder, Credential, InputError, SecretSource, SecurityRequirements};

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["userToken"], &["build"], &[]];

impl<M> Client<M> {
    /// A client of the API at `base_url`, with default settings.
    ///
    /// # Errors
    ///
    /// [`InputError`] for a base URL that cannot be used.
    pub fn new(base_url: impl Into<String>) -> Result<Self, InputError> {
        Self::builder().base_url(base_url).build()
    }

    /// Settings of a client, which has to be told its base URL.
    pub fn builder() -> ClientBuilder<M> {
        ClientBuilder::new("")
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
    /// Sends this token as HTTP bearer to operations that ask for `userToken`.
    pub fn user_token(self, token: impl Into<SecretSource>) -> Self {
        self.credential("userToken", Credential::bearer(token))
    }

    /// Sends this token as HTTP bearer to operations that ask for `build`.
    pub fn set_build(self, token: impl Into<SecretSource>) -> Self {
        self.credential("build", Credential::bearer(token))
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
    pub fn get_things(&self) -> Call<GetThings, M> {
        self.call()
    }
}

operation! {
    GetThings for get_things: GET "/things" => (), Infallible;
    [Code(204)];
    security [["userToken"], ["build"]];
}
