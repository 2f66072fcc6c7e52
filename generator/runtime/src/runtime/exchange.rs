//! The one place where requests are sent, for all operations.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::Entry;
use http::header::{ACCEPT, CONTENT_TYPE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use url::Url;

use crate::runtime::call::Draft;
use crate::runtime::client::{Client, Settings};
use crate::runtime::error::{Error, InputError};
use crate::runtime::idempotency;
use crate::runtime::redirect;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{Body, TransportError, TransportErrorKind};
use crate::runtime::tries::Tries;

/// Sends what `draft` describes, follows redirects, tries again, and reads the body of the answer up to the limit.
///
/// One deadline holds for all of it. Dropping the future drops what is under way, and nothing follows.
pub(crate) async fn run(client: Client, draft: Draft) -> Result<Response, Error<Infallible>> {
    let settings = client.settings().map_err(Error::Input)?;
    let limit = draft.timeout.unwrap_or(settings.timeout);
    let policy = draft.retries.as_ref().unwrap_or(&settings.retries);
    let tries = Tries::new(policy, limit, draft.idempotency_key);
    let request = request(settings, draft).map_err(Error::Input)?;
    if limit.is_zero() {
        return Err(Error::Timeout { limit });
    }

    let mut answer = pin!(exchange(settings, request, tries));
    let mut deadline = settings.transport.sleep(limit);
    poll_fn(|context| match answer.as_mut().poll(context) {
        Poll::Ready(answer) => Poll::Ready(answer),
        Poll::Pending => deadline
            .as_mut()
            .poll(context)
            .map(|()| Err(Error::Timeout { limit })),
    })
    .await
}

/// What follows a try.
enum Next {
    /// Nothing: the answer stands.
    Done(Response),
    /// The request that a redirect asks for.
    Redirect(Request),
    /// The same request, after a pause.
    Again(Duration),
}

/// Sends requests until one has an answer that stands.
async fn exchange(
    settings: &Settings,
    mut request: Request,
    mut tries: Tries,
) -> Result<Response, Error<Infallible>> {
    let mut redirects = 0;
    loop {
        request.timeout = tries.remaining();
        let sent = request.clone();
        match once(settings, request, &sent, &mut tries).await? {
            Next::Done(response) => return Ok(response),
            Next::Redirect(_) if redirects == redirect::MOST_REDIRECTS => {
                return Err(endless_redirects());
            }
            Next::Redirect(next) => {
                redirects += 1;
                request = next;
            }
            Next::Again(pause) => {
                settings.transport.sleep(pause).await;
                request = sent;
            }
        }
    }
}

/// Sends `request`, of which `sent` is a copy, once.
async fn once(
    settings: &Settings,
    request: Request,
    sent: &Request,
    tries: &mut Tries,
) -> Result<Next, Error<Infallible>> {
    let failed = |tries: &mut Tries, error: TransportError| match tries.after_failure(sent, &error)
    {
        Some(pause) => Ok(Next::Again(pause)),
        None => Err(transport_error(tries.limit(), error)),
    };
    let response = match settings.transport.send(request).await {
        Ok(response) => response,
        Err(error) => return failed(tries, error),
    };
    // The rest of an answer that does not stand is not waited for: its body may be slow.
    if let Some(pause) = tries.after_answer(sent, &response) {
        return Ok(Next::Again(pause));
    }
    match redirect::follow(sent, response.status, &response.headers) {
        Ok(None) => {}
        Ok(Some(next)) => return Ok(Next::Redirect(next)),
        Err(error) => return Err(transport_error(tries.limit(), error)),
    }
    match collect(settings.response_limit, response).await {
        Ok(response) => Ok(Next::Done(response)),
        Err(Unread::Broken(error)) => failed(tries, error),
        Err(Unread::TooLarge(response)) => Err(Error::BodyTooLarge {
            limit: settings.response_limit,
            response,
        }),
    }
}

fn endless_redirects() -> Error<Infallible> {
    Error::Transport(TransportError::new(
        TransportErrorKind::Exchange,
        format!("more than {} redirects", redirect::MOST_REDIRECTS),
    ))
}

fn request(settings: &Settings, draft: Draft) -> Result<Request, InputError> {
    let url = url(&settings.base_url, &draft.expanded_path()?)?;
    let mut headers = settings.headers.clone();
    if !draft.accept.is_empty() {
        headers.insert(ACCEPT, HeaderValue::from_static(draft.accept));
    }
    headers.extend(settings.credentials.headers(draft.security)?);
    if let Some(name) = draft.idempotency_key {
        let invalid = || InputError::InvalidHeader {
            name: name.to_owned(),
        };
        let name = HeaderName::try_from(name).map_err(|_| invalid())?;
        if let Entry::Vacant(entry) = headers.entry(name) {
            let key = HeaderValue::try_from(idempotency::key()).map_err(|_| invalid())?;
            entry.insert(key);
        }
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

/// Why a body is not there as a whole.
enum Unread {
    Broken(TransportError),
    TooLarge(Box<Response<()>>),
}

async fn collect(limit: u64, response: Response<Body>) -> Result<Response, Unread> {
    let Response {
        status,
        mut headers,
        mut body,
    } = response;
    hide_cookies(&mut headers);
    let mut collected = BytesMut::new();
    while let Some(chunk) = body.next().await.map_err(Unread::Broken)? {
        let length = (collected.len() as u64).saturating_add(chunk.len() as u64);
        if length > limit {
            let response = Box::new(Response::new(status, headers, ()));
            return Err(Unread::TooLarge(response));
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

fn transport_error(limit: Duration, error: TransportError) -> Error<Infallible> {
    match error.kind() {
        TransportErrorKind::Timeout => Error::Timeout { limit },
        _ => Error::Transport(error),
    }
}
