//! Exchanges that a browser makes.

use std::time::Duration;

use super::transport_error;
use crate::runtime::beside::beside;
use crate::runtime::body::Body;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

pub(super) fn client(_: Duration) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder().build()
}

/// The browser does not say.
pub(super) fn is_connect(_: &reqwest::Error) -> bool {
    false
}

pub(super) fn exchange(
    client: reqwest::Client,
    request: Request,
    _: Option<Duration>,
) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
    let answer = beside(run(client, request));
    Box::pin(async move {
        answer.await.unwrap_or_else(|| {
            let reason = "the browser gave it up";
            Err(TransportError::new(TransportErrorKind::Exchange, reason))
        })
    })
}

async fn run(client: reqwest::Client, request: Request) -> Result<Response<Body>, TransportError> {
    let mut builder = client
        .request(request.method, request.url)
        .headers(request.headers);
    if let Some(timeout) = request.timeout {
        builder = builder.timeout(timeout);
    }
    if let Some(body) = request.body {
        builder = builder.body(body.bytes(u64::MAX).await?);
    }
    let mut answer = builder.send().await.map_err(transport_error)?;
    let status = answer.status();
    let headers = std::mem::take(answer.headers_mut());
    let body = answer.bytes().await.map_err(transport_error)?;
    Ok(Response::new(status, headers, body.into()))
}
