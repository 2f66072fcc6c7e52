// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use crate::runtime::{Client, ClientBuilder, Credential};

/// Where the API is, unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

impl Client {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new() -> Self {
        Self::builder().build_unchecked()
    }

    /// Settings of a client of the API at [`BASE_URL`].
    pub fn builder() -> ClientBuilder {
        ClientBuilder::new(BASE_URL)
    }
}

impl ClientBuilder {
    /// Sends this token as HTTP bearer to operations that ask for `type`.
    pub fn r#type(self, token: impl Into<String>) -> Self {
        self.credential("type", Credential::Bearer(token.into()))
    }

    /// Sends this token as HTTP bearer to operations that ask for `Type`.
    pub fn set_type(self, token: impl Into<String>) -> Self {
        self.credential("Type", Credential::Bearer(token.into()))
    }
}
