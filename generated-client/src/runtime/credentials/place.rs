// @generated as a copy of the generator's runtime; changes by hand are lost.

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use url::{Url, form_urlencoded};

use crate::runtime::credentials::secret::Secret;
use crate::runtime::request::Request;

/// Where an API key goes (Security Scheme Object, OpenAPI Specification 3.0.4, section 4.7.27).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ApiKeyPlace {
    Header,
    Query,
    Cookie,
}

/// Where a request carries a credential.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In the `Authorization` header after the name of a scheme (RFC 9110, section 11.6.2).
    Authorization(&'static str),
    /// Under a name.
    ApiKey(ApiKeyPlace, &'static str),
}

/// What a credential adds to a request. There is no `Debug`, because it holds the secret.
#[derive(PartialEq, Eq)]
pub(crate) enum Addition {
    Header(HeaderName, HeaderValue),
    Query(&'static str, String),
    Cookie(&'static str, String),
}

/// Everything but the unreserved characters (RFC 3986, section 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

impl Place {
    /// What carries `secret` there, `None` where it cannot.
    pub(crate) fn addition(self, secret: &Secret) -> Option<Addition> {
        let text = secret.reveal();
        if text.is_empty() {
            return None;
        }
        match self {
            // Any visible character: RFC 6750, section 2.1, allows fewer, but servers give out what they like.
            Self::Authorization("Bearer" | "Basic") if !is_one_word(text) => None,
            Self::Authorization(scheme) => {
                header(AUTHORIZATION, text, |text| format!("{scheme} {text}"))
            }
            Self::ApiKey(ApiKeyPlace::Header, name) => {
                header(HeaderName::try_from(name).ok()?, text, str::to_owned)
            }
            Self::ApiKey(ApiKeyPlace::Query, name) => {
                let encode = |text| utf8_percent_encode(text, RESERVED);
                let pair = format!("{}={}", encode(name), encode(text));
                Some(Addition::Query(name, pair))
            }
            // Servers give out more than RFC 6265, section 4.1.1, allows; what must not be is the end of the value.
            Self::ApiKey(ApiKeyPlace::Cookie, name) => (is_one_word(text) && !text.contains(';'))
                .then(|| Addition::Cookie(name, format!("{name}={text}"))),
        }
    }
}

fn is_one_word(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// Words with spaces between them, as schemes with parameters have them.
fn header(name: HeaderName, text: &str, value: impl Fn(&str) -> String) -> Option<Addition> {
    let visible = text
        .bytes()
        .all(|byte| byte == b' ' || byte.is_ascii_graphic());
    if !visible || text.trim_ascii() != text {
        return None;
    }
    let mut value = HeaderValue::try_from(value(text)).ok()?;
    value.set_sensitive(true);
    Some(Addition::Header(name, value))
}

impl Addition {
    /// Whether only one of both can be in a request.
    pub(crate) fn is_in_the_way_of(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Header(one, _), Self::Header(other, _)) => one == other,
            (Self::Query(one, _), Self::Query(other, _))
            | (Self::Cookie(one, _), Self::Cookie(other, _)) => one == other,
            _ => false,
        }
    }

    /// Adds it, in place of whatever has its name.
    pub(crate) fn apply(self, request: &mut Request) -> Option<()> {
        match self {
            Self::Header(name, value) => {
                request.headers.insert(name, value);
            }
            Self::Query(name, pair) => add_to_query(&mut request.url, name, &pair),
            Self::Cookie(name, pair) => return add_to_cookies(&mut request.headers, name, &pair),
        }
        Some(())
    }
}

fn add_to_query(url: &mut Url, name: &str, pair: &str) {
    let others = url.query().unwrap_or_default().split('&').filter(|other| {
        let is_it = form_urlencoded::parse(other.as_bytes()).any(|(key, _)| key == name);
        !other.is_empty() && !is_it
    });
    let pairs: Vec<&str> = others.chain([pair]).collect();
    let query = pairs.join("&");
    url.set_query(Some(&query));
}

/// `None` where the value of the cookie, or of another, cannot stand in a header.
fn add_to_cookies(headers: &mut HeaderMap, name: &str, pair: &str) -> Option<()> {
    let before: Vec<&[u8]> = headers
        .get_all(COOKIE)
        .iter()
        .map(HeaderValue::as_bytes)
        .collect();
    let before = before.join(b"; ".as_slice());
    let others = before
        .split(|byte| *byte == b';')
        .map(<[u8]>::trim_ascii)
        .filter(|other| {
            let key = other.split(|byte| *byte == b'=').next();
            !other.is_empty() && key != Some(name.as_bytes())
        });
    let pairs: Vec<&[u8]> = others.chain([pair.as_bytes()]).collect();
    let mut value = HeaderValue::from_bytes(&pairs.join(b"; ".as_slice())).ok()?;
    value.set_sensitive(true);
    headers.insert(COOKIE, value);
    Some(())
}
