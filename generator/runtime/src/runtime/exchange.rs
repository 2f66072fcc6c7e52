//! The one place where requests are sent, for all operations.

use std::convert::Infallible;
use std::future::poll_fn;
use std::task::Poll;
use std::time::{Duration, Instant};

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderValue, Method};
use url::Url;

use crate::runtime::call::Draft;
use crate::runtime::client::{Settings, Shared};
use crate::runtime::error::{BodyProblem, Error, InputError};
use crate::runtime::operation::{Answer, AnswerBody, Outcome, Route, Row};
use crate::runtime::redirect;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::body::Body;
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

/// An answer that the document describes.
pub(crate) enum Exchanged {
    Success(Answer),
    Failure(Answer),
}

/// Sends what `draft` describes and gives the answer, to be polled.
pub(crate) fn start(
    shared: Shared,
    draft: Draft,
) -> BoxFuture<'static, Result<Exchanged, Error<Infallible>>> {
    Box::pin(run(shared, draft))
}

/// Sends what `draft` describes and waits for the answer.
#[cfg(feature = "blocking")]
pub(crate) fn wait(shared: Shared, draft: Draft) -> Result<Exchanged, Error<Infallible>> {
    crate::runtime::blocking::block_on(run(shared, draft)).map_err(Error::Input)?
}

async fn run(shared: Shared, draft: Draft) -> Result<Exchanged, Error<Infallible>> {
    let settings = shared
        .as_ref()
        .as_ref()
        .map_err(|error| Error::Input(error.clone()))?;
    let route = draft.route;
    let request = request(settings, draft).map_err(Error::Input)?;
    let deadline = Deadline::new(settings);
    let response = deadline
        .limit(authorized(settings, route, request, &deadline))
        .await??;
    receive(settings, route, response, &deadline).await
}

/// When a call has to be over.
struct Deadline<'a> {
    settings: &'a Settings,
    started: Instant,
}

impl<'a> Deadline<'a> {
    fn new(settings: &'a Settings) -> Self {
        Self {
            settings,
            started: Instant::now(),
        }
    }

    fn remaining(&self) -> Duration {
        self.settings.timeout.saturating_sub(self.started.elapsed())
    }

    /// What `future` gives, if it does so in time.
    async fn limit<T>(&self, future: impl Future<Output = T>) -> Result<T, Error<Infallible>> {
        let mut future = std::pin::pin!(future);
        let mut timer = self.settings.transport.sleep(self.remaining());
        poll_fn(|context| {
            if let Poll::Ready(value) = future.as_mut().poll(context) {
                return Poll::Ready(Ok(value));
            }
            timer.as_mut().poll(context).map(|()| Err(self.error()))
        })
        .await
    }

    fn error(&self) -> Error<Infallible> {
        Error::Timeout {
            limit: self.settings.timeout,
        }
    }
}

/// Sends a request with the credentials that its operation asks for.
async fn authorized(
    settings: &Settings,
    route: &Route,
    mut request: Request,
    deadline: &Deadline<'_>,
) -> Result<Response<Body>, Error<Infallible>> {
    settings
        .credentials
        .authorize(
            route.security,
            &mut request,
            &settings.base_url,
            settings.transport.as_ref(),
        )
        .await?;
    send(settings, route, request, deadline).await
}

/// Sends a request and follows redirects, to the headers of the answer.
async fn send(
    settings: &Settings,
    route: &Route,
    mut request: Request,
    deadline: &Deadline<'_>,
) -> Result<Response<Body>, Error<Infallible>> {
    let failed = |error| transport_error(settings, error);
    for _ in 0..=redirect::MOST_REDIRECTS {
        // A stream may take as long as it likes once it has begun.
        request.timeout = (!route.streams()).then(|| deadline.remaining());
        let sent = request.again();
        let response = settings.transport.send(request).await.map_err(failed)?;
        if route.keeps_redirects() {
            return Ok(response);
        }
        match redirect::follow(sent, response.status, &response.headers).map_err(failed)? {
            Some(next) => request = next,
            None => return Ok(response),
        }
    }
    Err(Error::Transport(TransportError::new(
        TransportErrorKind::Exchange,
        format!("more than {} redirects", redirect::MOST_REDIRECTS),
    )))
}

/// Finds out what the answer is, and reads its body up to the limit unless the caller is to have it as a stream.
async fn receive(
    settings: &Settings,
    route: &'static Route,
    mut response: Response<Body>,
    deadline: &Deadline<'_>,
) -> Result<Exchanged, Error<Infallible>> {
    hide_cookies(&mut response.headers);
    let content_type = response
        .headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok());
    let outcome = route.outcome(response.status, content_type);
    if let Outcome::Success(row) = outcome {
        if row.format.is_stream() {
            let limit = settings.response_limit;
            return Ok(Exchanged::Success(answer(response, row, |body| {
                AnswerBody::Coming(body, limit)
            })));
        }
    }
    let content_type = content_type.map(str::to_owned);
    let response = deadline.limit(collect(settings, response)).await??;
    match outcome {
        Outcome::Success(row) => Ok(Exchanged::Success(answer(response, row, AnswerBody::Whole))),
        Outcome::Failure(row) => Ok(Exchanged::Failure(answer(response, row, AnswerBody::Whole))),
        Outcome::UnexpectedMediaType => {
            let content_type = content_type.unwrap_or_default();
            let problem = BodyProblem::UnexpectedMediaType { content_type };
            Err(Error::body(problem, response))
        }
        Outcome::Undocumented => Err(Error::UndocumentedStatus(Box::new(response))),
    }
}

fn answer<B>(response: Response<B>, row: &'static Row, body: impl Fn(B) -> AnswerBody) -> Answer {
    Answer {
        row,
        status: response.status,
        headers: response.headers,
        body: body(response.body),
    }
}

fn request(settings: &Settings, draft: Draft) -> Result<Request, InputError> {
    if let Some(problem) = draft.problem {
        return Err(problem);
    }
    let route = draft.route;
    let base = settings.server(route.server)?;
    let url = url(
        &base,
        &draft.arguments.path(&draft.path)?,
        draft.arguments.query()?,
    )?;
    let mut headers = settings.headers.clone();
    if let Some(accept) = route.accept().and_then(|it| HeaderValue::try_from(it).ok()) {
        headers.insert(ACCEPT, accept);
    }
    draft.arguments.headers(&mut headers)?;
    if let Some(cookies) = draft.arguments.cookie()? {
        let invalid = |_| InputError::InvalidHeader {
            name: COOKIE.to_string(),
        };
        headers.insert(COOKIE, HeaderValue::try_from(cookies).map_err(invalid)?);
    }
    let body = draft.body.map(|content| {
        headers.insert(CONTENT_TYPE, content.media_type);
        content.body
    });
    for (name, value) in draft.headers {
        if let Some(name) = name {
            headers.insert(name, value);
        }
    }
    let method = Method::from_bytes(route.method.as_bytes()).unwrap_or(Method::GET);
    Ok(Request {
        method,
        url,
        headers,
        body,
        timeout: Some(settings.timeout),
    })
}

/// `path` and `query` below `base`, whose own path is kept. The path may have a query of its own.
fn url(base: &Url, path: &str, query: Option<String>) -> Result<Url, InputError> {
    let mut text = format!("{}{path}", base.as_str().trim_end_matches('/'));
    if let Some(query) = query {
        text.push(if path.contains('?') { '&' } else { '?' });
        text.push_str(&query);
    }
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
        headers,
        mut body,
    } = response;
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
