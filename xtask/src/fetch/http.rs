//! Gets one document by HTTP, within limits of time and size.

use std::time::{Duration, Instant};

use ureq::http::header::{ACCEPT, AUTHORIZATION, CONTENT_ENCODING, LOCATION};
use ureq::http::{HeaderValue, Response, StatusCode, Uri};
use ureq::{Agent, Body, Error};

use super::location::without_secrets;
use super::redirect;

const ACCEPTED: &str = "application/json, application/yaml;q=0.9, text/markdown;q=0.8, */*;q=0.5";
const MAX_REDIRECTS: usize = 10;

/// How much a source may ask of us.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limits {
    /// From the first connection to the last byte, redirects included.
    pub(crate) time: Duration,
    /// After decompression.
    pub(crate) bytes: u64,
}

impl Limits {
    /// The time, where no option says another.
    pub(crate) const SECONDS: u64 = 30;
    /// The size, where no option says another.
    pub(crate) const BYTES: u64 = 32 << 20;
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            time: Duration::from_secs(Self::SECONDS),
            bytes: Self::BYTES,
        }
    }
}

/// The bytes of the document at `url`. An error is a sentence without the name of the source, and without secrets.
///
/// `authorization` goes to the origin of `url` and to no other.
pub(crate) fn get(
    url: &Uri,
    authorization: Option<&HeaderValue>,
    limits: Limits,
) -> Result<Vec<u8>, String> {
    let deadline = Instant::now() + limits.time;
    let mut current = url.clone();
    // One request more than redirects: the last one may not redirect any more.
    for _ in 0..=MAX_REDIRECTS {
        let authorization = authorization.filter(|_| redirect::same_origin(url, &current));
        let response =
            request(&current, authorization, deadline).map_err(|error| describe(&error, limits))?;
        if !is_redirect(response.status()) {
            return read(response, limits).map_err(|message| with_place(message, url, &current));
        }
        current = response
            .headers()
            .get(LOCATION)
            .and_then(|location| location.to_str().ok())
            .and_then(|location| redirect::resolve(&current, location))
            .ok_or_else(|| {
                format!(
                    "the redirect ({}) does not lead to another http or https address, or leads from https to \
                     http; give the address of the document itself",
                    response.status()
                )
            })?;
    }
    Err(format!(
        "more than {MAX_REDIRECTS} redirects; give the address of the document itself"
    ))
}

fn request(
    url: &Uri,
    authorization: Option<&HeaderValue>,
    deadline: Instant,
) -> Result<Response<Body>, Error> {
    let agent: Agent = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_global(Some(deadline.saturating_duration_since(Instant::now())))
        .user_agent(concat!("xtask/", env!("CARGO_PKG_VERSION")))
        .build()
        .into();
    let mut request = agent.get(url.clone()).header(ACCEPT, ACCEPTED);
    if let Some(value) = authorization {
        request = request.header(AUTHORIZATION, value.clone());
    }
    request.call()
}

fn is_redirect(status: StatusCode) -> bool {
    matches!(status.as_u16(), 301 | 302 | 303 | 307 | 308)
}

fn read(mut response: Response<Body>, limits: Limits) -> Result<Vec<u8>, String> {
    let status = response.status();
    if status != StatusCode::OK {
        let advice = match status.as_u16() {
            401 | 403 => {
                "check the value of the Authorization header (`authorization-env` in spec/generate.toml)"
            }
            404 | 410 => "check the address",
            429 | 500..=599 => "try again later",
            _ => "an answer with status 200 was expected",
        };
        return Err(format!("the server answered {status}; {advice}"));
    }
    if let Some(encoding) = response.headers().get(CONTENT_ENCODING)
        && encoding != "identity"
    {
        return Err(format!(
            "the server sent the content encoding {encoding:?}, which it was not asked for"
        ));
    }
    response
        .body_mut()
        .with_config()
        .limit(limits.bytes)
        .read_to_vec()
        .map_err(|error| describe(&error, limits))
}

fn with_place(message: String, asked: &Uri, answered: &Uri) -> String {
    if asked == answered {
        return message;
    }
    let place = without_secrets(&answered.to_string());
    format!("{message} (after a redirect to {place})")
}

/// Says what went wrong. Not all errors of the library can be printed as they are: some hold the URL.
fn describe(error: &Error, limits: Limits) -> String {
    match error {
        Error::Timeout(_) => format!(
            "the server took longer than {} s; allow more time with --timeout SECONDS",
            limits.time.as_secs()
        ),
        Error::BodyExceedsLimit(_) => format!(
            "the document has more than {} bytes; `--max-bytes N` of `fetch` and `drift` allows more",
            limits.bytes
        ),
        Error::HostNotFound => {
            "the host was not found; check the address and the network".to_owned()
        }
        Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            "the connection ended before the document did; try again".to_owned()
        }
        Error::Io(error) => {
            format!("no connection, or it broke: {error}; check the address and the network")
        }
        Error::Decompress(_, error) => {
            format!("the compressed document is broken or cut off: {error}; try again")
        }
        Error::Tls(error) => format!("no secure connection: {error}"),
        Error::Rustls(error) => format!("no secure connection: {error}"),
        Error::Protocol(_) => {
            "the server does not answer in valid HTTP; check the address".to_owned()
        }
        Error::LargeResponseHeader(..) => "the headers of the answer are too large".to_owned(),
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => {
            "no connection; check the address, the network and the proxy settings".to_owned()
        }
        _ => "the request could not be made; check the address".to_owned(),
    }
}
