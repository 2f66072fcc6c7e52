// ==== src/client.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! How a client of this API is made.

use http::Method;

use crate::runtime::{AnyRequest, ApiKeyPlace, Call, Client, ClientBuilder, ClientCredentials, Credential, RefreshToken, Secret, SecretSource, SecurityRequirements};

/// Where the API is (`#/servers/0`), unless [`ClientBuilder::base_url`] says otherwise.
pub const BASE_URL: &str = "https://api.example.com";

/// Each credential does, and none, for requests that the document does not know.
const ANY_CREDENTIAL: SecurityRequirements = &[
    &["token"],
    &["user"],
    &["digest"],
    &["headerKey"],
    &["queryKey"],
    &["cookieKey"],
    &["oauth"],
    &["openId"],
    &[],
];

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
    /// A token.
    ///
    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/token`.
    pub fn token(self, token: impl Into<SecretSource>) -> Self {
        self.credential("token", Credential::bearer(token))
    }

    /// Sends this name and password as HTTP basic to operations that ask for `#/components/securitySchemes/user`.
    pub fn user(self, user: impl AsRef<str>, password: impl Into<Secret>) -> Self {
        self.credential("user", Credential::basic(user, password))
    }

    /// Sends this after `digest` in the `Authorization` header to operations that ask for `#/components/securitySchemes/digest`.
    pub fn digest(self, token: impl Into<SecretSource>) -> Self {
        self.credential("digest", Credential::http("digest", token))
    }

    /// Sends this key as a header `X-Key` to operations that ask for `#/components/securitySchemes/headerKey`.
    pub fn header_key(self, key: impl Into<SecretSource>) -> Self {
        self.credential(
            "headerKey",
            Credential::api_key(ApiKeyPlace::Header, "X-Key", key),
        )
    }

    /// Sends this key in the query `key` to operations that ask for `#/components/securitySchemes/queryKey`.
    pub fn query_key(self, key: impl Into<SecretSource>) -> Self {
        self.credential("queryKey", Credential::api_key(ApiKeyPlace::Query, "key", key))
    }

    /// Sends this key as a cookie `session` to operations that ask for `#/components/securitySchemes/cookieKey`.
    pub fn cookie_key(self, key: impl Into<SecretSource>) -> Self {
        self.credential(
            "cookieKey",
            Credential::api_key(ApiKeyPlace::Cookie, "session", key),
        )
    }

    /// Sends this access token as HTTP bearer to operations that ask for `#/components/securitySchemes/oauth`.
    pub fn oauth(self, token: impl Into<SecretSource>) -> Self {
        self.credential("oauth", Credential::bearer(token))
    }

    /// Gets access tokens in the client's own name, renews them before they expire, and sends them to operations that ask for `#/components/securitySchemes/oauth`.
    pub fn oauth_client_credentials(
        self,
        client_credentials: ClientCredentials,
    ) -> Self {
        self.credential(
            "oauth",
            Credential::client_credentials(
                client_credentials,
                "https://auth.example.com/token",
            ),
        )
    }

    /// Gets access tokens for this grant, renews them before they expire, and sends them to operations that ask for `#/components/securitySchemes/oauth`.
    pub fn oauth_refresh_token(self, refresh_token: RefreshToken) -> Self {
        self.credential(
            "oauth",
            Credential::refresh_token(refresh_token, "https://auth.example.com/refresh"),
        )
    }

    /// Sends this token as HTTP bearer to operations that ask for `#/components/securitySchemes/openId`.
    pub fn open_id(self, token: impl Into<SecretSource>) -> Self {
        self.credential("openId", Credential::bearer(token))
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
    security [["token"], ["user"], ["digest"], ["headerKey"], ["queryKey"], ["cookieKey"], ["oauth"], ["openId"]];
}
