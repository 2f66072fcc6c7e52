use std::fmt;
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};
use url::Url;

/// An HTTP request, ready for a [`Transport`](crate::runtime::Transport).
///
/// `Debug` shows neither the query, which may hold an API key, nor the body, nor the values of headers that are marked
/// as sensitive, as credentials are.
#[derive(Clone)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The absolute URL.
    pub url: Url,
    /// All headers but those that follow from the body's length and the URL.
    pub headers: HeaderMap,
    /// The body; `None` sends no body at all, which is not the same as an empty one.
    pub body: Option<Bytes>,
    /// How long the exchange may still take, from connecting to the last byte of the response's body.
    pub timeout: Duration,
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
