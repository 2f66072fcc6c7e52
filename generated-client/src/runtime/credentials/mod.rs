// @generated as a copy of the generator's runtime; changes by hand are lost.

//! What proves who calls, and how requests carry it.

mod place;
mod provider;
mod secret;

use std::convert::Infallible;
use std::time::Duration;

use http::header::USER_AGENT;
use url::Url;

use crate::runtime::error::{Error, InputError};
use crate::runtime::request::Request;
use crate::runtime::transport::Transport;

pub use provider::{CredentialContext, CredentialError, CredentialProvider, SecretSource};
pub use secret::Secret;

pub(crate) use place::{ApiKeyPlace, Place};
use provider::Source;

/// A secret that proves who calls, and where it goes. It is never printed.
#[derive(Debug, Clone)]
pub(crate) enum Credential {
    /// A value that the request carries.
    Value(Place, SecretSource),
    /// A certificate that the transport shows.
    MutualTls,
}

impl Credential {
    /// A bearer token, sent in the `Authorization` header (RFC 6750, section 2.1).
    pub(crate) fn bearer(token: impl Into<SecretSource>) -> Self {
        Self::http("Bearer", token)
    }

    /// What follows the name of another scheme in the `Authorization` header (RFC 9110, section 11.6.2).
    pub(crate) fn http(scheme: &'static str, value: impl Into<SecretSource>) -> Self {
        Self::Value(Place::Authorization(scheme), value.into())
    }

    /// A key under `name`.
    pub(crate) fn api_key(
        place: ApiKeyPlace,
        name: &'static str,
        key: impl Into<SecretSource>,
    ) -> Self {
        Self::Value(Place::ApiKey(place, name), key.into())
    }

    /// The word of the caller that the transport shows a certificate.
    pub(crate) fn mutual_tls() -> Self {
        Self::MutualTls
    }
}

/// The alternatives that an operation accepts; each names the schemes that it needs together
/// (Security Requirement Object, OpenAPI Specification 3.0.4, section 4.7.30).
pub(crate) type SecurityRequirements = &'static [&'static [&'static str]];

/// The credentials of a client, by the name of their security scheme.
#[derive(Debug, Clone, Default)]
pub(crate) struct Credentials(Vec<(&'static str, Credential)>);

/// The values that a request carries, to tell their providers should the server reject them.
#[derive(Debug, Default)]
pub(crate) struct Authorization(Vec<(&'static str, Secret)>);

impl Credentials {
    /// Keeps `credential` for `scheme`, in place of an earlier one.
    pub(crate) fn set(&mut self, scheme: &'static str, credential: Credential) {
        self.0.retain(|(name, _)| *name != scheme);
        self.0.push((scheme, credential));
    }

    /// Adds to `request` what one of the alternatives asks for, in place of what an earlier try added. Providers may
    /// send requests of their own to get it, for which there is `timeout`.
    pub(crate) async fn authorize(
        &self,
        requirements: SecurityRequirements,
        request: &mut Request,
        base_url: &Url,
        transport: &dyn Transport,
        timeout: Duration,
    ) -> Result<Authorization, Error<Infallible>> {
        let mut authorization = Authorization::default();
        let mut additions = Vec::new();
        for &scheme in self.choose(requirements).map_err(Error::Input)? {
            let Some(Credential::Value(place, source)) = self.get(scheme) else {
                continue;
            };
            let invalid = || Error::Input(InputError::InvalidCredential { scheme });
            let secret = match &source.0 {
                Source::Fixed(secret) => secret.clone(),
                Source::Unusable => return Err(invalid()),
                Source::Provider(provider) => provider
                    .credential(CredentialContext {
                        scheme,
                        base_url,
                        transport,
                        user_agent: request.headers.get(USER_AGENT),
                        timeout,
                    })
                    .await
                    .map_err(|error| Error::Credential(CredentialError::new(scheme, error)))?,
            };
            additions.push((scheme, place.addition(&secret).ok_or_else(invalid)?));
            authorization.0.push((scheme, secret));
        }
        refuse_conflicts(&additions).map_err(Error::Input)?;
        for (scheme, addition) in additions {
            addition
                .apply(request)
                .ok_or(Error::Input(InputError::InvalidCredential { scheme }))?;
        }
        Ok(authorization)
    }

    /// Tells the providers of a request that the server answered it with 401. Whether it is worth a second try, once,
    /// with another [`Credentials::authorize`].
    pub(crate) fn rejected(&self, authorization: &Authorization) -> bool {
        let mut again = false;
        for (scheme, secret) in &authorization.0 {
            if let Some(Credential::Value(_, SecretSource(Source::Provider(provider)))) =
                self.get(scheme)
            {
                again |= provider.rejected(secret);
            }
        }
        again
    }

    /// The first alternative that these credentials can meet; whoever gave some wants them used, so that one that asks
    /// for nothing comes last.
    fn choose(
        &self,
        requirements: SecurityRequirements,
    ) -> Result<&'static [&'static str], InputError> {
        let met = |alternative: &&[&str]| {
            !alternative.is_empty() && alternative.iter().all(|name| self.get(name).is_some())
        };
        if let Some(alternative) = requirements.iter().copied().find(met) {
            return Ok(alternative);
        }
        if requirements.is_empty() || requirements.iter().any(|names| names.is_empty()) {
            return Ok(&[]);
        }
        Err(InputError::MissingCredential {
            schemes: readable(requirements),
        })
    }

    fn get(&self, scheme: &str) -> Option<&Credential> {
        let (_, credential) = self.0.iter().find(|(name, _)| *name == scheme)?;
        Some(credential)
    }
}

/// `` `A`, or `B` and `C` ``.
fn readable(requirements: SecurityRequirements) -> String {
    let alternatives: Vec<String> = requirements
        .iter()
        .map(|names| format!("`{}`", names.join("` and `")))
        .collect();
    alternatives.join(", or ")
}

/// Two schemes must not overwrite each other's values; where both have the same, nothing is lost.
fn refuse_conflicts(additions: &[(&'static str, place::Addition)]) -> Result<(), InputError> {
    for (index, (first, one)) in additions.iter().enumerate() {
        for (second, other) in additions.iter().skip(index + 1) {
            if one.is_in_the_way_of(other) && one != other {
                return Err(InputError::ConflictingCredentials { first, second });
            }
        }
    }
    Ok(())
}
