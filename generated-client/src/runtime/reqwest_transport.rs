// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::time::Duration;

use crate::runtime::body::Body;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
use browser as platform;
#[cfg(not(target_arch = "wasm32"))]
use native as platform;

/// The transport of a client that is not given another: [`reqwest`].
///
/// Its calls run on Tokio, and a connection that is kept for the next call ends with the runtime that opened it. In a
/// browser it is the browser that sends: it holds bodies in memory, follows redirects, and has its own time limit for
/// connecting.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    /// Text instead of a client where this machine cannot make one (no certificates, say): told at the first request,
    /// so that making a client cannot fail.
    client: Result<reqwest::Client, String>,
    read_timeout: Option<Duration>,
}

impl ReqwestTransport {
    /// A transport that gives up connecting after `connect_timeout`, and an exchange in which nothing is sent and
    /// nothing comes for `read_timeout`.
    pub(crate) fn new(connect_timeout: Duration, read_timeout: Option<Duration>) -> Self {
        Self {
            client: platform::client(connect_timeout).map_err(|error| innermost(&error)),
            read_timeout,
        }
    }
}

/// A client of the caller's own making. It must not follow redirects by itself (`redirect::Policy::none()`),
/// because it does not know which headers are credentials.
impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self {
            client: Ok(client),
            read_timeout: None,
        }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        match &self.client {
            Ok(client) => platform::exchange(client.clone(), request, self.read_timeout),
            Err(text) => {
                let error = TransportError::new(TransportErrorKind::Setup, text.as_str());
                Box::pin(std::future::ready(Err(error)))
            }
        }
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    // Running out of the time for connecting is both; what matters to callers is that nothing was sent.
    let kind = if platform::is_connect(&error) {
        TransportErrorKind::Connect
    } else if error.is_timeout() {
        TransportErrorKind::Timeout
    } else {
        TransportErrorKind::Exchange
    };
    // The URL may carry a credential in its query.
    TransportError::new(kind, error.without_url())
}

fn innermost(error: &dyn std::error::Error) -> String {
    error.source().map_or_else(|| error.to_string(), innermost)
}
