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

#[cfg(test)]
mod tests {
    use super::*;
    use http::HeaderValue;
    use http::header::AUTHORIZATION;
    use std::time::Duration;

    fn post(url: &str) -> Request {
        let mut headers = HeaderMap::new();
        headers.insert(AUTHORIZATION, HeaderValue::from_static("Bearer secret"));
        headers.insert("x-api-key", HeaderValue::from_static("secret"));
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(USER_AGENT, HeaderValue::from_static("test"));
        Request {
            method: Method::POST,
            url: Url::parse(url).unwrap(),
            headers,
            body: Some(Body::from("{}")),
            timeout: Some(Duration::from_secs(1)),
        }
    }

    fn redirected(
        from: &str,
        status: u16,
        to: &'static str,
    ) -> Result<Option<Request>, TransportError> {
        let mut headers = HeaderMap::new();
        headers.insert(LOCATION, HeaderValue::from_static(to));
        follow(post(from), StatusCode::from_u16(status).unwrap(), &headers)
    }

    #[test]
    fn another_origin_gets_no_header_that_could_be_a_credential() {
        for to in ["https://b/", "https://a:444/", "//c/x"] {
            let next = redirected("https://a/x", 307, to).unwrap().unwrap();
            let names: Vec<&str> = next.headers.keys().map(|name| name.as_str()).collect();
            assert_eq!(names, ["content-type", "user-agent"], "{to}");
            assert_eq!((next.method, next.body.is_some()), (Method::POST, true));
        }
    }

    #[test]
    fn the_same_origin_keeps_its_headers() {
        for to in ["/y", "https://a/y", "https://a:443/y", "?q"] {
            let next = redirected("https://a/x", 308, to).unwrap().unwrap();
            assert_eq!(next.headers.len(), 4, "{to}");
        }
    }

    #[test]
    fn a_post_that_is_answered_by_303_becomes_a_get_without_a_body() {
        for status in [301, 302, 303] {
            let mut sent = post("https://a/x");
            sent.headers
                .insert(CONTENT_LENGTH, HeaderValue::from_static("2"));
            let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_static("/y"))]);
            let next = follow(sent, StatusCode::from_u16(status).unwrap(), &headers);
            let next = next.unwrap().unwrap();
            assert_eq!((next.method, next.body.is_none()), (Method::GET, true));
            assert!(!next.headers.contains_key(CONTENT_TYPE));
            assert!(!next.headers.contains_key(CONTENT_LENGTH));
        }
    }

    #[test]
    fn a_downgrade_and_a_foreign_scheme_are_refused() {
        assert!(redirected("https://a/", 307, "http://a/").is_err());
        assert!(redirected("http://a/", 307, "file:///etc/passwd").is_err());
        assert!(redirected("http://a/", 307, "http://[/").is_err());
    }

    #[test]
    fn what_is_no_redirect_is_an_answer() {
        assert!(redirected("https://a/", 304, "/y").unwrap().is_none());
        let none = follow(post("https://a/"), StatusCode::FOUND, &HeaderMap::new());
        assert!(none.unwrap().is_none());
    }

    #[test]
    fn credentials_in_the_location_are_dropped() {
        let next = redirected("https://a/", 307, "https://u:p@b/").unwrap();
        assert_eq!(next.unwrap().url.as_str(), "https://b/");
    }

    #[test]
    fn a_body_that_is_a_stream_is_not_repeated() {
        let redirected = |status: u16| {
            let mut request = post("https://a/x");
            request.body = Some(Body::from_reader(std::io::empty()));
            let headers = HeaderMap::from_iter([(LOCATION, HeaderValue::from_static("/y"))]);
            follow(
                request.again(),
                StatusCode::from_u16(status).unwrap(),
                &headers,
            )
        };
        for status in [307, 308] {
            assert_eq!(
                redirected(status).unwrap_err().to_string(),
                "the body could not be read: it is a stream that was sent already, and cannot be sent again"
            );
        }
        assert!(redirected(303).unwrap().unwrap().body.is_none());
    }
}
