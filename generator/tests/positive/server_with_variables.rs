// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://eu.example.com:443/v1";

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

/// The API.
///
/// `https://{region}.example.com:{port}/{base}`, `#/servers/0`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    region: ServerRegion,
    port: String,
    base: String,
}

impl Server {
    /// The server with the defaults of its variables.
    #[must_use]
    pub fn new() -> Self {
        Self {
            region: ServerRegion::Eu,
            port: "443".to_owned(),
            base: "v1".to_owned(),
        }
    }

    /// Where the data is.
    #[must_use]
    pub fn region(mut self, value: ServerRegion) -> Self {
        self.region = value;
        self
    }

    /// The variable `port` of the URL.
    #[must_use]
    pub fn port(mut self, value: impl Into<String>) -> Self {
        self.port = value.into();
        self
    }

    /// The variable `base` of the URL.
    #[must_use]
    pub fn base(mut self, value: impl Into<String>) -> Self {
        self.base = value.into();
        self
    }
}

impl Default for Server {
    fn default() -> Self {
        Self::new()
    }
}

impl From<Server> for String {
    fn from(server: Server) -> Self {
        "https://{region}.example.com:{port}/{base}"
            .replace("{region}", server.region.as_str())
            .replace("{port}", &server.port)
            .replace("{base}", &server.base)
    }
}

/// The values of `region` in [`Server`], `#/servers/0/variables/region`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ServerRegion {
    /// The value `eu`.
    Eu,
    /// The value `us`.
    Us,
}

impl ServerRegion {
    /// As the URL has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Eu => "eu",
            Self::Us => "us",
        }
    }
}
