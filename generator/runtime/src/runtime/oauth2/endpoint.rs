use std::borrow::Cow;
use std::error::Error as StdError;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::header::{ACCEPT, AUTHORIZATION, CONTENT_TYPE, USER_AGENT};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use serde_json::{Map, Value};
use url::{Host, Url, form_urlencoded};

use crate::runtime::body::Body;
use crate::runtime::credentials::{CredentialContext, Secret};
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, TransportError};

/// The most bytes that an answer may have: a token is a header of later requests.
const MOST_BYTES: u64 = 256 * 1024;

/// Where access tokens are asked for, and by whom.
#[derive(Debug, Clone, Default)]
pub(super) struct TokenEndpoint {
    pub(super) url: Option<String>,
    pub(super) scopes: Vec<String>,
    pub(super) secret_in_body: bool,
    client: Option<(String, Option<Secret>)>,
    parameters: Vec<(String, Secret)>,
}

/// A token as the server gave it.
pub(super) struct Answer {
    pub(super) access_token: Secret,
    /// `expires_in`: how long it lives.
    pub(super) lifetime: Option<Duration>,
    pub(super) refresh_token: Option<Secret>,
}

/// A request for a token on its way. It borrows nothing, so that it outlives a call that is dropped.
pub(super) type Asking = BoxFuture<'static, Result<Answer, TokenError>>;

impl TokenEndpoint {
    pub(super) fn client(&mut self, id: String, secret: Option<Secret>) {
        self.client = Some((id, secret));
    }

    pub(super) fn parameter(&mut self, name: String, value: String) {
        self.parameters.push((name, value.into()));
    }

    /// With this URL where it has none.
    pub(super) fn or_url(mut self, url: &str) -> Self {
        self.url.get_or_insert_with(|| url.to_owned());
        self
    }

    /// Asks for a token by `grant_type`, and by `refresh_token` where there is one.
    pub(super) fn ask(
        &self,
        context: CredentialContext<'_>,
        grant_type: &str,
        refresh_token: Option<&Secret>,
    ) -> Result<Asking, TokenError> {
        let request = self.request(context, grant_type, refresh_token)?;
        let secret = self.client.as_ref().and_then(|(_, secret)| secret.as_ref());
        let parameters = self.parameters.iter().map(|(_, value)| value);
        let secrets = secret.into_iter().chain(refresh_token).chain(parameters);
        let secrets: Vec<Secret> = secrets.cloned().collect();
        let sending = context.transport.send(request);
        Ok(Box::pin(async move {
            let response = sending.await.map_err(TokenError::transport)?;
            read(response, &secrets).await
        }))
    }

    fn request(
        &self,
        context: CredentialContext<'_>,
        grant_type: &str,
        refresh_token: Option<&Secret>,
    ) -> Result<Request, TokenError> {
        let url = token_url(self.url.as_deref().unwrap_or_default(), context.base_url)?;
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, HeaderValue::from_static("application/json"));
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        headers.insert(CONTENT_TYPE, form);
        if let Some(user_agent) = context.user_agent {
            headers.insert(USER_AGENT, user_agent.clone());
        }

        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("grant_type", grant_type);
        if let Some(token) = refresh_token {
            form.append_pair("refresh_token", token.reveal());
        }
        if !self.scopes.is_empty() {
            form.append_pair("scope", &self.scopes.join(" "));
        }
        match &self.client {
            Some((id, Some(secret))) if !self.secret_in_body => {
                headers.insert(AUTHORIZATION, basic(id, secret)?);
            }
            Some((id, secret)) => {
                form.append_pair("client_id", id);
                if let Some(secret) = secret {
                    form.append_pair("client_secret", secret.reveal());
                }
            }
            None => {}
        }
        for (name, value) in &self.parameters {
            form.append_pair(name, value.reveal());
        }
        Ok(Request {
            method: Method::POST,
            url,
            headers,
            body: Some(form.finish().into()),
            timeout: Some(context.timeout),
        })
    }
}

/// Identifier and secret are written as in a form before they are put together (RFC 6749, section 2.3.1).
fn basic(id: &str, secret: &Secret) -> Result<HeaderValue, TokenError> {
    let encode = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = STANDARD.encode(format!("{}:{}", encode(id), encode(secret.reveal())));
    let mut value = HeaderValue::try_from(format!("Basic {pair}"))
        .map_err(|_| TokenError::unexpected(None, "the client's identifier cannot be sent"))?;
    value.set_sensitive(true);
    Ok(value)
}

/// Relative to `base` (OpenAPI Specification 3.0.4, section 4.4.2). Secrets do not leave the machine without TLS
/// (RFC 6749, section 3.2).
fn token_url(text: &str, base: &Url) -> Result<Url, TokenError> {
    let invalid = |reason: &str| TokenError::InvalidUrl {
        reason: reason.to_owned(),
    };
    if text.is_empty() {
        return Err(invalid("there is none"));
    }
    let mut url = base
        .join(text)
        .map_err(|error| invalid(&error.to_string()))?;
    let is_loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    match url.scheme() {
        "https" => {}
        "http" if is_loopback => {}
        _ => return Err(invalid("it is not an https URL")),
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("it must not carry a user name or a password"));
    }
    url.set_fragment(None);
    Ok(url)
}

async fn read(response: Response<Body>, secrets: &[Secret]) -> Result<Answer, TokenError> {
    let status = response.status;
    let unexpected = |reason| TokenError::unexpected(Some(status), reason);
    let body = response.body.bytes(MOST_BYTES).await;
    let body = body.map_err(TokenError::transport)?;
    // What a parser would say of the body could show the token.
    let body: Map<String, Value> =
        serde_json::from_slice(&body).map_err(|_| unexpected("its body is not a JSON object"))?;
    if let Some(Value::String(error)) = body.get("error") {
        let description = body.get("error_description").and_then(Value::as_str);
        return Err(TokenError::Refused {
            status,
            error: shown(error, secrets),
            description: description.map(|text| shown(text, secrets)),
        });
    }
    if !status.is_success() {
        return Err(unexpected("that is no success"));
    }
    answer(&body).map_err(unexpected)
}

/// A successful response (RFC 6749, section 5.1).
fn answer(body: &Map<String, Value>) -> Result<Answer, &'static str> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let access_token = text("access_token").ok_or("it has no `access_token`")?;
    if access_token.is_empty() || !access_token.bytes().all(|byte| byte.is_ascii_graphic()) {
        return Err("its `access_token` cannot stand in a header");
    }
    // A token of a type that is not understood must not be used (RFC 6749, section 7.1). Servers that tell none mean
    // this one.
    if !text("token_type").is_none_or(|ty| ty.eq_ignore_ascii_case("bearer")) {
        return Err("its `token_type` is not `Bearer`");
    }
    // Some servers write the number as text.
    let seconds = match body.get("expires_in") {
        Some(Value::Number(seconds)) => seconds.as_f64(),
        Some(Value::String(seconds)) => seconds.parse().ok(),
        _ => None,
    };
    Ok(Answer {
        access_token: access_token.into(),
        lifetime: seconds
            .and_then(|seconds: f64| Duration::try_from_secs_f64(seconds.max(0.0)).ok()),
        refresh_token: text("refresh_token")
            .filter(|token| !token.is_empty())
            .map(Secret::from),
    })
}

/// What a server wrote, on one line, without the secrets that it was sent.
fn shown(text: &str, secrets: &[Secret]) -> String {
    const MOST: usize = 300;
    let mut text = Cow::Borrowed(text);
    for secret in secrets.iter().filter(|secret| !secret.reveal().is_empty()) {
        text = Cow::Owned(text.replace(secret.reveal(), "(redacted)"));
    }
    text.replace(char::is_control, " ")
        .chars()
        .take(MOST)
        .collect()
}

/// Why there is no access token.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum TokenError {
    /// The authorization server refuses to give one (RFC 6749, section 5.2).
    Refused {
        /// The status of its answer.
        status: StatusCode,
        /// `error`, such as `invalid_client`.
        error: String,
        /// `error_description`.
        description: Option<String>,
    },
    /// What the authorization server answered holds no token that can be used.
    Unexpected {
        /// The status of its answer, where one came.
        status: Option<StatusCode>,
        /// What is wrong with it.
        reason: String,
    },
    /// No answer could be had from it.
    Transport(Arc<TransportError>),
    /// The URL where tokens are asked for cannot be used.
    InvalidUrl {
        /// Why.
        reason: String,
    },
}

impl TokenError {
    fn unexpected(status: Option<StatusCode>, reason: &str) -> Self {
        Self::Unexpected {
            status,
            reason: reason.to_owned(),
        }
    }

    fn transport(error: TransportError) -> Self {
        Self::Transport(Arc::new(error))
    }
}

impl fmt::Display for TokenError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused {
                status,
                error,
                description,
            } => {
                write!(f, "the authorization server answered {status}: {error}")?;
                match description {
                    Some(description) => write!(f, " ({description})"),
                    None => Ok(()),
                }
            }
            Self::Unexpected {
                status: Some(status),
                reason,
            } => write!(
                f,
                "the authorization server answered {status}, but {reason}"
            ),
            Self::Unexpected {
                status: None,
                reason,
            } => f.write_str(reason),
            Self::Transport(error) => write!(f, "no access token: {error}"),
            Self::InvalidUrl { reason } => write!(f, "the token URL cannot be used: {reason}"),
        }
    }
}

impl StdError for TokenError {}
