// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::fmt;

use http::header::AUTHORIZATION;
use http::{HeaderMap, HeaderValue};

use crate::runtime::error::InputError;

/// A secret that proves who calls. Its value is never printed.
#[derive(Clone)]
pub(crate) enum Credential {
    /// A bearer token, sent in the `Authorization` header (RFC 6750, section 2.1).
    Bearer(String),
}

impl Credential {
    fn apply(&self, scheme: &'static str, headers: &mut HeaderMap) -> Result<(), InputError> {
        match self {
            Self::Bearer(token) => {
                let invalid = || InputError::InvalidCredential { scheme };
                // Any visible character: RFC 6750 allows fewer, but servers give out what they like.
                if token.is_empty() || !token.bytes().all(|byte| byte.is_ascii_graphic()) {
                    return Err(invalid());
                }
                let mut value =
                    HeaderValue::try_from(format!("Bearer {token}")).map_err(|_| invalid())?;
                value.set_sensitive(true);
                headers.insert(AUTHORIZATION, value);
                Ok(())
            }
        }
    }
}

impl fmt::Debug for Credential {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bearer(_) => f.write_str("Bearer(redacted)"),
        }
    }
}

/// The alternatives that an operation accepts; each names the schemes that it needs together
/// (Security Requirement Object, OpenAPI Specification 3.0.4, section 4.7.30).
pub(crate) type SecurityRequirements = &'static [&'static [&'static str]];

/// The credentials of a client, by the name of their security scheme.
#[derive(Debug, Clone, Default)]
pub(crate) struct Credentials(Vec<(&'static str, Credential)>);

impl Credentials {
    /// Keeps `credential` for `scheme`, in place of an earlier one.
    pub(crate) fn set(&mut self, scheme: &'static str, credential: Credential) {
        self.0.retain(|(name, _)| *name != scheme);
        self.0.push((scheme, credential));
    }

    /// The headers of the first alternative that these credentials can meet. No alternatives ask for nothing.
    pub(crate) fn headers(
        &self,
        requirements: SecurityRequirements,
    ) -> Result<HeaderMap, InputError> {
        let mut headers = HeaderMap::new();
        let mut missing = None;
        for alternative in requirements {
            match alternative.iter().find(|scheme| self.get(scheme).is_none()) {
                Some(scheme) => missing = missing.or(Some(*scheme)),
                None => {
                    for scheme in *alternative {
                        if let Some(credential) = self.get(scheme) {
                            credential.apply(scheme, &mut headers)?;
                        }
                    }
                    return Ok(headers);
                }
            }
        }
        match missing {
            Some(scheme) => Err(InputError::MissingCredential { scheme }),
            None => Ok(headers),
        }
    }

    fn get(&self, scheme: &str) -> Option<&Credential> {
        let (_, credential) = self.0.iter().find(|(name, _)| *name == scheme)?;
        Some(credential)
    }
}
