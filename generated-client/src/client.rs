// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder, Credential};

/// Where the API is, unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.factory.ai/";

impl Client {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new(token: impl Into<String>) -> Self {
        Self::builder().bearer_auth(token).build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(BASE_URL)
    }
}

impl ClientBuilder {
    /// Factory API key or JWT token for authentication
    ///
    /// Sends this token as HTTP bearer to operations that ask for `BearerAuth`.
    pub fn bearer_auth(self, token: impl Into<String>) -> Self {
        self.credential("BearerAuth", Credential::Bearer(token.into()))
    }
}
