// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};
use url::Url;

/// An HTTP request, ready for a [`Transport`](crate::runtime::Transport).
///
/// Values of credential headers are marked as sensitive, so that `Debug` does not show them.
#[derive(Debug, Clone)]
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
