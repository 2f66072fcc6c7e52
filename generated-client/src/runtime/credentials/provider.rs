// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use url::Url;

use crate::runtime::credentials::secret::Secret;
use crate::runtime::transport::{BoxFuture, Transport};

/// Gives the value of a credential that changes: it is asked for every request, and keeps what can be kept.
pub trait CredentialProvider: Send + Sync + 'static {
    /// The token or the key that the next request carries.
    ///
    /// # Errors
    ///
    /// Why there is none; the text must not show secrets.
    fn credential<'a>(
        &'a self,
        context: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>>;

    /// Hears that the server answered 401 to a request with `secret`. Whether another may be had now, so that the
    /// request is worth a second try.
    fn rejected(&self, secret: &Secret) -> bool {
        let _ = secret;
        false
    }
}

impl<P: CredentialProvider + ?Sized> CredentialProvider for Arc<P> {
    fn credential<'a>(
        &'a self,
        context: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>> {
        self.as_ref().credential(context)
    }

    fn rejected(&self, secret: &Secret) -> bool {
        self.as_ref().rejected(secret)
    }
}

/// What a [`CredentialProvider`] can use of the client that asks it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct CredentialContext<'a> {
    /// The security scheme, as the document names it.
    pub scheme: &'static str,
    /// The URL of the API.
    pub base_url: &'a Url,
    /// What carries requests.
    pub transport: &'a dyn Transport,
    /// The `User-Agent` of the request.
    pub user_agent: Option<&'a HeaderValue>,
    /// How long the call may still take.
    pub timeout: Duration,
}

impl fmt::Debug for CredentialContext<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CredentialContext")
            .field("scheme", &self.scheme)
            .field("base_url", &self.base_url.as_str())
            .finish_non_exhaustive()
    }
}

/// Where a client has the value of a credential from: a text that stays the same, or a [`CredentialProvider`].
#[derive(Clone)]
pub struct SecretSource(pub(super) Source);

#[derive(Clone)]
pub(super) enum Source {
    Fixed(Secret),
    Provider(Arc<dyn CredentialProvider>),
    /// What was given cannot be sent, in any place.
    Unusable,
}

impl SecretSource {
    /// The source of a value that cannot be sent, which is told when it is needed.
    pub(crate) fn unusable() -> Self {
        Self(Source::Unusable)
    }
}

impl From<Secret> for SecretSource {
    fn from(secret: Secret) -> Self {
        Self(Source::Fixed(secret))
    }
}

impl From<String> for SecretSource {
    fn from(text: String) -> Self {
        Secret::from(text).into()
    }
}

impl From<&String> for SecretSource {
    fn from(text: &String) -> Self {
        Secret::from(text).into()
    }
}

impl From<&str> for SecretSource {
    fn from(text: &str) -> Self {
        Secret::from(text).into()
    }
}

impl<P: CredentialProvider> From<P> for SecretSource {
    fn from(provider: P) -> Self {
        Self(Source::Provider(Arc::new(provider)))
    }
}

impl fmt::Debug for SecretSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Source::Fixed(secret) => secret.fmt(f),
            Source::Provider(_) => f.write_str("Provider(..)"),
            Source::Unusable => f.write_str("Unusable"),
        }
    }
}

/// A credential that could not be had from its provider; the request was not sent.
#[derive(Debug)]
pub struct CredentialError {
    scheme: &'static str,
    source: Box<dyn StdError + Send + Sync>,
}

impl CredentialError {
    pub(super) fn new(scheme: &'static str, source: Box<dyn StdError + Send + Sync>) -> Self {
        Self { scheme, source }
    }

    /// The security scheme, as the document names it.
    #[must_use]
    pub fn scheme(&self) -> &'static str {
        self.scheme
    }

    /// What the provider says.
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        self.source.as_ref()
    }
}

impl fmt::Display for CredentialError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "the credential for `{}` could not be had: {}",
            self.scheme, self.source
        )
    }
}

// Its message holds what the provider says already.
impl StdError for CredentialError {}
