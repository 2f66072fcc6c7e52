// @generated as a copy of the generator's runtime; changes by hand are lost.

use http::header::{
    ACCEPT, ACCEPT_LANGUAGE, CONTENT_ENCODING, CONTENT_LANGUAGE, CONTENT_LENGTH, CONTENT_LOCATION,
    CONTENT_TYPE, LOCATION, TRANSFER_ENCODING, USER_AGENT,
};
use http::{HeaderMap, Method, StatusCode};
use url::Url;

use crate::runtime::body::{self, Body};
use crate::runtime::request::Request;
use crate::runtime::transport::{TransportError, TransportErrorKind};

/// How many redirects one call follows.
pub(crate) const MOST_REDIRECTS: usize = 10;

/// The request that a redirect of `sent` asks for, `None` where the answer is no redirect (RFC 9110, section 15.4).
///
/// `sent` is what is left of a request that is gone ([`Request::again`]): a redirect that asks for the body once more,
/// where that was a stream, is an error.
///
/// Whatever could be a credential stays with the origin it was meant for: a request to another origin keeps only
/// the headers that describe its content and the client.
pub(crate) fn follow(
    sent: Request,
    status: StatusCode,
    headers: &HeaderMap,
) -> Result<Option<Request>, TransportError> {
    let mut next = sent;
    let (method, keeps_body) = match status {
        // A POST that was answered 301 or 302 becomes a GET in every browser.
        StatusCode::MOVED_PERMANENTLY | StatusCode::FOUND if next.method == Method::POST => {
            (Method::GET, false)
        }
        StatusCode::SEE_OTHER if next.method != Method::HEAD => (Method::GET, false),
        StatusCode::MOVED_PERMANENTLY
        | StatusCode::FOUND
        | StatusCode::SEE_OTHER
        | StatusCode::TEMPORARY_REDIRECT
        | StatusCode::PERMANENT_REDIRECT => (next.method.clone(), true),
        _ => return Ok(None),
    };
    let Some(location) = headers.get(LOCATION) else {
        return Ok(None);
    };
    let url = target(&next.url, location.as_bytes())?;

    if url.origin() != next.url.origin() {
        next.headers = unconfidential(&next.headers);
    }
    if keeps_body {
        if next.body.as_ref().is_some_and(Body::is_spent) {
            return Err(body::spent());
        }
    } else {
        next.body = None;
        // Headers of content that is not there; a length among them has the server wait for it.
        for name in [
            CONTENT_ENCODING,
            CONTENT_LANGUAGE,
            CONTENT_LENGTH,
            CONTENT_LOCATION,
            CONTENT_TYPE,
            TRANSFER_ENCODING,
        ] {
            next.headers.remove(name);
        }
    }
    next.method = method;
    next.url = url;
    Ok(Some(next))
}

fn target(from: &Url, location: &[u8]) -> Result<Url, TransportError> {
    let refuse = |reason: &str| {
        TransportError::new(
            TransportErrorKind::Exchange,
            format!("the server redirects {reason}"),
        )
    };
    let location = str::from_utf8(location).map_err(|_| refuse("to no URL"))?;
    let mut url = from.join(location).map_err(|_| refuse("to no URL"))?;
    match (from.scheme(), url.scheme()) {
        ("https", "http") => return Err(refuse("from https to http, which is not followed")),
        (_, "http" | "https") => {}
        _ => return Err(refuse("to a URL that is not http or https")),
    }
    // A server does not choose credentials for us.
    let _ = url.set_username("");
    let _ = url.set_password(None);
    Ok(url)
}

fn unconfidential(headers: &HeaderMap) -> HeaderMap {
    [
        ACCEPT,
        ACCEPT_LANGUAGE,
        CONTENT_ENCODING,
        CONTENT_LANGUAGE,
        CONTENT_TYPE,
        USER_AGENT,
    ]
    .into_iter()
    .filter_map(|name| headers.get(&name).cloned().map(|value| (name, value)))
    .collect()
}
