// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::fmt;
use std::time::Duration;

use http::{HeaderMap, Method};
use url::Url;

use crate::runtime::body::Body;

/// An HTTP request, ready for a [`Transport`](crate::runtime::Transport).
///
/// `Debug` shows neither the query, which may hold an API key, nor the body, nor the values of headers that are marked
/// as sensitive, as credentials are.
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The absolute URL.
    pub url: Url,
    /// All headers but those that follow from the body's length and the URL.
    pub headers: HeaderMap,
    /// The body; `None` sends no body at all, which is not the same as an empty one.
    pub body: Option<Body>,
    /// How long the exchange may still take, from connecting to the last byte of the response's body; `None` where
    /// that is read as a stream, for as long as it takes.
    pub timeout: Option<Duration>,
}

impl Request {
    /// The same request once more; `None` where its body is a stream, which can be sent once.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        let body = match &self.body {
            Some(body) => Some(body.try_clone()?),
            None => None,
        };
        Some(self.with_body(body))
    }

    /// What can be known of the request when it is gone. A body that is a stream gives an error in its place.
    pub(crate) fn again(&self) -> Self {
        self.with_body(self.body.as_ref().map(Body::again))
    }

    fn with_body(&self, body: Option<Body>) -> Self {
        Self {
            method: self.method.clone(),
            url: self.url.clone(),
            headers: self.headers.clone(),
            body,
            timeout: self.timeout,
        }
    }
}

impl fmt::Debug for Request {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut url = self.url.clone();
        if url.query().is_some() {
            url.set_query(Some("redacted"));
        }
        f.debug_struct("Request")
            .field("method", &self.method)
            .field("url", &url.as_str())
            .field("headers", &self.headers)
            .field("timeout", &self.timeout)
            .finish_non_exhaustive()
    }
}
