// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::time::Duration;

use bytes::Bytes;

use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{
    Body, BoxFuture, Chunks, Transport, TransportError, TransportErrorKind,
};

/// The transport of a client that is not given another: [`reqwest`].
///
/// Its calls run on Tokio, and a connection that is kept for the next call ends with the runtime that opened it.
#[derive(Debug, Clone)]
pub struct ReqwestTransport {
    /// Text instead of a client where this machine cannot make one (no certificates, say): told at the first request,
    /// so that making a client cannot fail.
    client: Result<reqwest::Client, String>,
}

impl ReqwestTransport {
    /// A transport that gives up connecting after `connect_timeout`.
    pub(crate) fn new(connect_timeout: Duration) -> Self {
        let client = reqwest::Client::builder()
            .connect_timeout(connect_timeout)
            .redirect(reqwest::redirect::Policy::none())
            .build()
            .map_err(|error| innermost(&error));
        Self { client }
    }
}

/// A client of the caller's own making. It must not follow redirects by itself (`redirect::Policy::none()`),
/// because it does not know which headers are credentials.
impl From<reqwest::Client> for ReqwestTransport {
    fn from(client: reqwest::Client) -> Self {
        Self { client: Ok(client) }
    }
}

impl Transport for ReqwestTransport {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let client = self.client.clone();
        Box::pin(async move {
            let client =
                client.map_err(|text| TransportError::new(TransportErrorKind::Setup, text))?;
            let mut builder = client
                .request(request.method, request.url)
                .headers(request.headers)
                .timeout(request.timeout);
            if let Some(body) = request.body {
                builder = builder.body(body);
            }
            let mut response = builder.send().await.map_err(transport_error)?;
            let status = response.status();
            let headers = std::mem::take(response.headers_mut());
            Ok(Response::new(
                status,
                headers,
                Body::new(Incoming(response)),
            ))
        })
    }
}

struct Incoming(reqwest::Response);

impl Chunks for Incoming {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async { self.0.chunk().await.map_err(transport_error) })
    }
}

fn transport_error(error: reqwest::Error) -> TransportError {
    // Running out of the time for connecting is both; what matters to callers is that nothing was sent.
    let kind = if error.is_connect() {
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
