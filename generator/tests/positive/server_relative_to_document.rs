// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com/api/v3";

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
        self.any_request(method, path.into(), &[])
    }
}

impl<M> Default for Client<M> {
    fn default() -> Self {
        Self::new()
    }
}

// ==== src/servers.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! Where the API is: each of these can be the base URL of a [`ClientBuilder`](crate::ClientBuilder).

/// Production
///
/// `https://api.example.com/api/v3`, `#/servers/0`.
pub const PRODUCTION: &str = "https://api.example.com/api/v3";

/// Stage
///
/// `https://api.example.com/docs/../{stage}/v3`, `#/servers/1`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    stage: String,
}

impl Stage {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self { stage: "test".to_owned() }
    }

    /// The variable `stage` of the URL.
    #[must_use]
    pub fn stage(mut self, value: impl Into<String>) -> Self {
        self.stage = value.into();
        self
    }
}

impl Default for Stage {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Stage> for String {
    fn from(server: Stage) -> Self {
        "https://api.example.com/docs/../{stage}/v3".replace("{stage}", &server.stage)
    }
}

/// Other host
///
/// `https://other.example.com/api`, `#/servers/2`.
pub const OTHER_HOST: &str = "https://other.example.com/api";

/// Absolute
///
/// `https://absolute.example.com`, `#/servers/3`.
pub const ABSOLUTE: &str = "https://absolute.example.com";
