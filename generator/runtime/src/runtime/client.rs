use std::fmt;
use std::marker::PhantomData;
use std::sync::Arc;
use std::time::Duration;

use http::header::USER_AGENT;
use http::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use crate::runtime::credentials::{Credential, Credentials};
use crate::runtime::error::InputError;
use crate::runtime::mode::Async;
use crate::runtime::reqwest_transport::ReqwestTransport;
use crate::runtime::retry::RetryPolicy;
use crate::runtime::transport::Transport;

/// A client of the API. Cloning it is cheap, and the clones share their connections.
pub struct Client<M = Async> {
    pub(crate) shared: Shared,
    mode: PhantomData<fn() -> M>,
}

/// The settings that clones share, or what was wrong with them.
pub(crate) type Shared = Arc<Result<Settings, InputError>>;

/// What a client was built with, checked.
pub(crate) struct Settings {
    pub(crate) base_url: Url,
    /// Servers of single operations, as the document names them, and where they are instead.
    pub(crate) servers: Vec<(String, Url)>,
    pub(crate) headers: HeaderMap,
    pub(crate) credentials: Credentials,
    pub(crate) timeout: Duration,
    pub(crate) retries: RetryPolicy,
    pub(crate) response_limit: u64,
    pub(crate) transport: Box<dyn Transport>,
}

impl Settings {
    /// The URL of the server that the document names for an operation, or the base URL.
    pub(crate) fn server(&self, documented: Option<&str>) -> Result<Url, InputError> {
        let Some(documented) = documented else {
            return Ok(self.base_url.clone());
        };
        let moved = self.servers.iter().find(|(from, _)| from == documented);
        if let Some((_, url)) = moved {
            return Ok(url.clone());
        }
        let url = self.base_url.join(documented);
        let url = url.map_err(|error| InputError::InvalidBaseUrl {
            reason: error.to_string(),
        })?;
        base_url(url.as_str())
    }
}

impl<M> Clone for Client<M> {
    fn clone(&self) -> Self {
        Self {
            shared: Arc::clone(&self.shared),
            mode: PhantomData,
        }
    }
}

impl<M> fmt::Debug for Client<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut debug = f.debug_struct("Client");
        match self.shared.as_ref() {
            Ok(settings) => debug
                .field("base_url", &settings.base_url.as_str())
                .field("credentials", &settings.credentials),
            Err(error) => debug.field("error", error),
        };
        debug.finish_non_exhaustive()
    }
}

/// Settings of a [`Client`] that is to be.
#[must_use = "a builder does nothing until it is built"]
pub struct ClientBuilder<M = Async> {
    base_url: String,
    servers: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    credentials: Credentials,
    timeout: Duration,
    retries: RetryPolicy,
    connect_timeout: Duration,
    read_timeout: Option<Duration>,
    response_limit: u64,
    transport: Option<Box<dyn Transport>>,
    mode: PhantomData<fn() -> M>,
}

impl<M> ClientBuilder<M> {
    /// A builder with the defaults of its setters.
    pub(crate) fn new(base_url: &str) -> Self {
        let user_agent = concat!(env!("CARGO_PKG_NAME"), "/", env!("CARGO_PKG_VERSION"));
        Self {
            base_url: base_url.to_owned(),
            servers: Vec::new(),
            headers: vec![(USER_AGENT.to_string(), user_agent.to_owned())],
            credentials: Credentials::default(),
            timeout: Duration::from_secs(120),
            retries: RetryPolicy::default(),
            connect_timeout: Duration::from_secs(10),
            read_timeout: None,
            response_limit: 8 * 1024 * 1024,
            transport: None,
            mode: PhantomData,
        }
    }

    /// Calls the API at this URL; a path in it stands before the path of each operation. Operations that the document
    /// puts on a server of their own stay there, unless [`ClientBuilder::server`] moves them as well.
    pub fn base_url(mut self, base_url: impl Into<String>) -> Self {
        self.base_url = base_url.into();
        self
    }

    /// Calls the operations that the document puts on another server than the rest, `documented`, at `url` instead.
    pub fn server(mut self, documented: impl Into<String>, url: impl Into<String>) -> Self {
        self.servers.push((documented.into(), url.into()));
        self
    }

    /// Sends this header with every request, in place of an earlier one of the same name. Its value is treated as a
    /// secret: `Debug` does not show it, and a redirect to another origin does not carry it.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        let name = name.into();
        self.headers
            .retain(|(earlier, _)| !earlier.eq_ignore_ascii_case(&name));
        self.headers.push((name, value.into()));
        self
    }

    /// Names the program in the `User-Agent` header; by default the name and version of this crate.
    pub fn user_agent(self, user_agent: impl Into<String>) -> Self {
        self.header(USER_AGENT.as_str(), user_agent)
    }

    /// Ends a call that takes longer, from the first try to the last byte of the answer, pauses between tries included;
    /// by default 2 minutes. An answer that is read as a stream may go on for longer once it has begun.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sends requests again by this policy where that can help and does no harm; [`RetryPolicy::off`] sends each once.
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.retries = policy;
        self
    }

    /// Ends a try that cannot connect in this time; by default 10 seconds. A transport of the caller's own has its
    /// own limit.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.connect_timeout = timeout;
        self
    }

    /// Ends a try in which the server neither takes nor sends anything for so long, the body of a streamed answer
    /// included; by default there is no such limit. A transport of the caller's own has its own limit.
    pub fn read_timeout(mut self, timeout: Duration) -> Self {
        self.read_timeout = Some(timeout);
        self
    }

    /// Ends a call whose answer has a larger body, in bytes; by default 8 MiB.
    pub fn response_limit(mut self, bytes: u64) -> Self {
        self.response_limit = bytes;
        self
    }

    /// Sends requests through `transport` instead of the built-in one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Box::new(transport));
        self
    }

    /// Keeps `credential` for the security scheme of this name.
    pub(crate) fn credential(mut self, scheme: &'static str, credential: Credential) -> Self {
        self.credentials.set(scheme, credential);
        self
    }

    /// The client.
    ///
    /// # Errors
    ///
    /// [`InputError`] for a base URL or a header that cannot be used. Credentials are checked when they are sent.
    pub fn build(self) -> Result<Client<M>, InputError> {
        let client = self.build_unchecked();
        match client.shared.as_ref() {
            Ok(_) => Ok(client),
            Err(error) => Err(error.clone()),
        }
    }

    /// The client, which tells at its first call what [`ClientBuilder::build`] would have told.
    pub(crate) fn build_unchecked(self) -> Client<M> {
        Client {
            shared: Arc::new(self.settings()),
            mode: PhantomData,
        }
    }

    fn settings(self) -> Result<Settings, InputError> {
        let (connect_timeout, read_timeout) = (self.connect_timeout, self.read_timeout);
        Ok(Settings {
            base_url: base_url(&self.base_url)?,
            servers: self
                .servers
                .into_iter()
                .map(|(documented, url)| Ok((documented, base_url(&url)?)))
                .collect::<Result<_, InputError>>()?,
            headers: headers(&self.headers)?,
            credentials: self.credentials,
            timeout: self.timeout,
            retries: self.retries,
            response_limit: self.response_limit,
            transport: self
                .transport
                .unwrap_or_else(|| Box::new(ReqwestTransport::new(connect_timeout, read_timeout))),
        })
    }
}

impl<M> fmt::Debug for ClientBuilder<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&String> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("ClientBuilder")
            .field("headers", &names)
            .field("credentials", &self.credentials)
            .finish_non_exhaustive()
    }
}

fn base_url(text: &str) -> Result<Url, InputError> {
    let invalid = |reason: &str| InputError::InvalidBaseUrl {
        reason: reason.to_owned(),
    };
    let url = Url::parse(text).map_err(|error| invalid(&error.to_string()))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(invalid("it is not an http or https URL"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(invalid("it must not carry a user name or a password"));
    }
    if url.query().is_some() || url.fragment().is_some() {
        return Err(invalid("it must not have a query or a fragment"));
    }
    Ok(url)
}

fn headers(given: &[(String, String)]) -> Result<HeaderMap, InputError> {
    let mut headers = HeaderMap::new();
    for (name, value) in given {
        let (name, value) = header(name, value)?;
        headers.insert(name, value);
    }
    Ok(headers)
}

/// A header that can be sent; all but the name of the program may be secret.
pub(crate) fn header(name: &str, value: &str) -> Result<(HeaderName, HeaderValue), InputError> {
    let invalid = || InputError::InvalidHeader {
        name: name.to_owned(),
    };
    let name = HeaderName::try_from(name).map_err(|_| invalid())?;
    let mut value = HeaderValue::try_from(value).map_err(|_| invalid())?;
    value.set_sensitive(name != USER_AGENT);
    Ok((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reason(url: &str) -> String {
        match ClientBuilder::<Async>::new(url).build() {
            Err(InputError::InvalidBaseUrl { reason }) => reason,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_base_url_that_cannot_be_called_is_refused_without_showing_it() {
        assert_eq!(reason("api/v1"), "relative URL without a base");
        assert_eq!(reason("ftp://host"), "it is not an http or https URL");
        for url in ["https://user:hunter2@host", "https://host?key=hunter2"] {
            assert!(!reason(url).contains("hunter2"));
        }
    }

    #[test]
    fn a_header_that_cannot_be_sent_is_refused_by_name() {
        let build = |name: &str, value: &str| {
            ClientBuilder::<Async>::new("http://host")
                .header(name, value)
                .build()
                .unwrap_err()
        };
        for (name, value) in [("a b", "x"), ("x-a", "line\nbreak"), ("", "x")] {
            let name = name.to_owned();
            assert_eq!(build(&name, value), InputError::InvalidHeader { name });
        }
    }

    #[test]
    fn debug_shows_no_secret() {
        let builder = ClientBuilder::<Async>::new("http://host")
            .header("x-api-key", "hunter2")
            .credential("Token", Credential::bearer("hunter2"));
        assert!(!format!("{builder:?}").contains("hunter2"));
        let client = builder.build().unwrap();
        let shown = format!("{client:?}");
        assert!(
            shown.contains("http://host/") && !shown.contains("hunter2"),
            "{shown}"
        );
    }
}
