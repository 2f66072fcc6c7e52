use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::runtime::credentials::Credential;
use crate::runtime::credentials::provider::SecretSource;
use crate::runtime::credentials::secret::Secret;

impl Credential {
    /// A user and a password in UTF-8 (RFC 7617, section 2).
    pub(crate) fn basic(user: impl AsRef<str>, password: impl Into<Secret>) -> Self {
        Self::http("Basic", source(user.as_ref(), &password.into()))
    }
}

/// The colon ends the user, and control characters must not be in either.
fn source(user: &str, password: &Secret) -> SecretSource {
    let pair = format!("{user}:{}", password.reveal());
    if user.contains(':') || pair.contains(char::is_control) {
        return SecretSource::unusable();
    }
    STANDARD.encode(pair).into()
}
