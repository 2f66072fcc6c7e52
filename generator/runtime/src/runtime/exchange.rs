//! The one place where requests are sent, for all operations.

use std::convert::Infallible;
use std::time::Instant;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, HeaderValue};
use url::Url;

use crate::runtime::call::Draft;
use crate::runtime::client::{Client, Settings};
use crate::runtime::error::{Error, InputError};
use crate::runtime::redirect;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{Body, TransportError, TransportErrorKind};

/// Sends what `draft` describes, follows redirects, and reads the body of the answer up to the limit.
pub(crate) async fn run(client: Client, draft: Draft) -> Result<Response, Error<Infallible>> {
    let settings = client.settings().map_err(Error::Input)?;
    let security = draft.security;
    let mut request = request(settings, draft).map_err(Error::Input)?;
    let started = Instant::now();
    settings
        .credentials
        .authorize(
            security,
            &mut request,
            &settings.base_url,
            settings.transport.as_ref(),
            settings.timeout,
        )
        .await?;
    let failed = |error| transport_error(settings, error);

    for _ in 0..=redirect::MOST_REDIRECTS {
        request.timeout = settings.timeout.saturating_sub(started.elapsed());
        if request.timeout.is_zero() {
            return Err(Error::Timeout {
                limit: settings.timeout,
            });
        }
        let response = settings
            .transport
            .send(request.clone())
            .await
            .map_err(failed)?;
        match redirect::follow(&request, response.status, &response.headers).map_err(failed)? {
            Some(next) => request = next,
            None => return collect(settings, response).await,
        }
    }
    Err(Error::Transport(TransportError::new(
        TransportErrorKind::Exchange,
        format!("more than {} redirects", redirect::MOST_REDIRECTS),
    )))
}

fn request(settings: &Settings, draft: Draft) -> Result<Request, InputError> {
    let url = url(&settings.base_url, &draft.expanded_path()?)?;
    let mut headers = settings.headers.clone();
    if !draft.accept.is_empty() {
        headers.insert(ACCEPT, HeaderValue::from_static(draft.accept));
    }
    let body = match draft.body.transpose()? {
        Some(content) => {
            let media_type = HeaderValue::from_static(content.media_type);
            headers.insert(CONTENT_TYPE, media_type);
            Some(content.bytes)
        }
        None => None,
    };
    Ok(Request {
        method: draft.method,
        url,
        headers,
        body,
        timeout: settings.timeout,
    })
}

/// `path` below `base`, whose own path is kept.
fn url(base: &Url, path: &str) -> Result<Url, InputError> {
    let text = format!("{}{path}", base.as_str().trim_end_matches('/'));
    Url::parse(&text).map_err(|error| InputError::InvalidBaseUrl {
        reason: error.to_string(),
    })
}

async fn collect(
    settings: &Settings,
    response: Response<Body>,
) -> Result<Response, Error<Infallible>> {
    let Response {
        status,
        mut headers,
        mut body,
    } = response;
    hide_cookies(&mut headers);
    let mut collected = BytesMut::new();
    while let Some(chunk) = body
        .next()
        .await
        .map_err(|error| transport_error(settings, error))?
    {
        let length = (collected.len() as u64).saturating_add(chunk.len() as u64);
        if length > settings.response_limit {
            return Err(Error::BodyTooLarge {
                limit: settings.response_limit,
                response: Box::new(Response::new(status, headers, ())),
            });
        }
        collected.extend_from_slice(&chunk);
    }
    Ok(Response::new(status, headers, Bytes::from(collected)))
}

/// A cookie can be a session's credential, and responses are printed in logs.
fn hide_cookies(headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut() {
        if name == SET_COOKIE {
            value.set_sensitive(true);
        }
    }
}

fn transport_error(settings: &Settings, error: TransportError) -> Error<Infallible> {
    match error.kind() {
        TransportErrorKind::Timeout => Error::Timeout {
            limit: settings.timeout,
        },
        _ => Error::Transport(error),
    }
}
