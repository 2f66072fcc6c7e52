// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, Call, Client, ClientBuilder, Credential, SecretSource, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.factory.ai/";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[&["BearerAuth"], &[]];

impl<M> Client<M> {
    /// A client of the API at [`BASE_URL`], with default settings.
    pub fn new(token: impl Into<SecretSource>) -> Self {
        Self::builder().bearer_auth(token).build_unchecked()
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
    /// Factory API key or JWT token for authentication
    ///
    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/BearerAuth`.
    pub fn bearer_auth(self, token: impl Into<SecretSource>) -> Self {
        self.credential("BearerAuth", Credential::bearer(token))
    }
}
