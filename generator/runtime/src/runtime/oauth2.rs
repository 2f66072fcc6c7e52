//! Access tokens that the client gets by itself (OAuth 2.0, RFC 6749).

mod cache;
mod endpoint;

use std::fmt;
use std::sync::Arc;

use crate::runtime::credentials::{Credential, Secret};
use cache::{Grant, OnChange, TokenCache};
use endpoint::TokenEndpoint;

pub use endpoint::TokenError;

/// A client that asks for access tokens in its own name (RFC 6749, section 4.4).
#[derive(Debug, Clone)]
#[must_use = "it does nothing until a client builder has it"]
pub struct ClientCredentials(TokenEndpoint);

impl ClientCredentials {
    /// The client of this identifier and this secret, as the authorization server knows it.
    pub fn new(id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        let mut endpoint = TokenEndpoint::default();
        endpoint.client(id.into(), Some(secret.into()));
        Self(endpoint)
    }

    /// Asks for these scopes; by default for none, so that the server chooses.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.0.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Asks at this URL, which may be relative to the base URL; by default at the one that the document names.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.0.url = Some(url.into());
        self
    }

    /// Sends identifier and secret in the body; by default they stand in the `Authorization` header (RFC 6749,
    /// section 2.3.1).
    pub fn secret_in_body(mut self) -> Self {
        self.0.secret_in_body = true;
        self
    }

    /// Sends one more parameter with the request for a token, such as `audience`.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.0.parameter(name.into(), value.into());
        self
    }
}

/// A token that stands for a grant of a user, from which the client gets access tokens (RFC 6749, section 6).
#[derive(Clone)]
#[must_use = "it does nothing until a client builder has it"]
pub struct RefreshToken {
    endpoint: TokenEndpoint,
    token: Secret,
    on_change: Option<OnChange>,
}

impl RefreshToken {
    /// The grant of this refresh token.
    pub fn new(token: impl Into<Secret>) -> Self {
        Self {
            endpoint: TokenEndpoint::default(),
            token: token.into(),
            on_change: None,
        }
    }

    /// Names the public client that the token was given to; such a client has no secret.
    pub fn public_client(mut self, id: impl Into<String>) -> Self {
        self.endpoint.client(id.into(), None);
        self
    }

    /// Names the client that the token was given to, and its secret.
    pub fn client(mut self, id: impl Into<String>, secret: impl Into<Secret>) -> Self {
        self.endpoint.client(id.into(), Some(secret.into()));
        self
    }

    /// Asks for these scopes; by default for all that were granted.
    pub fn scopes<S: Into<String>>(mut self, scopes: impl IntoIterator<Item = S>) -> Self {
        self.endpoint.scopes = scopes.into_iter().map(Into::into).collect();
        self
    }

    /// Asks at this URL, which may be relative to the base URL; by default at the one that the document names.
    pub fn token_url(mut self, url: impl Into<String>) -> Self {
        self.endpoint.url = Some(url.into());
        self
    }

    /// Sends the client's identifier and secret in the body; by default they stand in the `Authorization` header
    /// (RFC 6749, section 2.3.1).
    pub fn secret_in_body(mut self) -> Self {
        self.endpoint.secret_in_body = true;
        self
    }

    /// Sends one more parameter with the request for a token.
    pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.endpoint.parameter(name.into(), value.into());
        self
    }

    /// Calls `keep` with each new refresh token that the server gives in place of the earlier one, which then may be
    /// worth nothing. Other calls wait meanwhile, so `keep` must not make one.
    pub fn on_change(mut self, keep: impl Fn(&Secret) + Send + Sync + 'static) -> Self {
        self.on_change = Some(Arc::new(keep));
        self
    }
}

impl fmt::Debug for RefreshToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RefreshToken")
            .field("endpoint", &self.endpoint)
            .finish_non_exhaustive()
    }
}

impl Credential {
    /// A bearer token for `client`, from `token_url` if it names no other.
    pub(crate) fn client_credentials(client: ClientCredentials, token_url: &'static str) -> Self {
        Self::bearer(TokenCache::new(
            client.0.or_url(token_url),
            Grant::ClientCredentials,
        ))
    }

    /// A bearer token for the grant of `token`, from `token_url` if it names no other.
    pub(crate) fn refresh_token(token: RefreshToken, token_url: &'static str) -> Self {
        let grant = Grant::RefreshToken {
            first: token.token,
            on_change: token.on_change,
        };
        Self::bearer(TokenCache::new(token.endpoint.or_url(token_url), grant))
    }
}

#[cfg(test)]
mod tests;
