//! The one place where requests are sent, for all operations.

use std::convert::Infallible;
use std::future::poll_fn;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::pin::pin;
use std::task::Poll;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::header::{ACCEPT, CONTENT_TYPE, COOKIE, SET_COOKIE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use url::Url;

use crate::runtime::body::Body;
use crate::runtime::call::Draft;
use crate::runtime::client::{Settings, Shared};
use crate::runtime::credentials::{Authorization, SecurityRequirements};
use crate::runtime::error::{BodyProblem, Error, InputError};
use crate::runtime::operation::{Answer, AnswerBody, Outcome, Route, Row};
use crate::runtime::redirect;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::retry::IdempotencyKey;
use crate::runtime::trace::CallSpan;
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};
use crate::runtime::tries::Tries;

/// An answer that the document describes.
pub(crate) enum Exchanged {
    Success(Answer),
    Failure(Answer),
}

impl Exchanged {
    /// A number that tells the bodies of answers apart, as far as they are there.
    pub(crate) fn fingerprint(&self) -> u64 {
        let (Self::Success(answer) | Self::Failure(answer)) = self;
        let mut hasher = DefaultHasher::new();
        answer.bytes().hash(&mut hasher);
        hasher.finish()
    }
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
    crate::runtime::blocking::block_on(run(shared, draft)).map_err(Error::Transport)?
}

/// Sends what `draft` describes, within a span.
async fn run(shared: Shared, draft: Draft) -> Result<Exchanged, Error<Infallible>> {
    let span = CallSpan::new(draft.route, &draft.method);
    let exchanged = span.around(within(&span, shared, draft)).await;
    span.ended(&exchanged);
    exchanged
}

/// Follows redirects and tries again as the policy allows. One deadline holds for all of it, up to where the body of a
/// streamed answer begins. Dropping the future drops what is under way, and nothing follows.
async fn within(
    span: &CallSpan,
    shared: Shared,
    draft: Draft,
) -> Result<Exchanged, Error<Infallible>> {
    let settings = shared
        .as_ref()
        .as_ref()
        .map_err(|error| Error::Input(error.clone()))?;
    let (route, security) = (draft.route, draft.security);
    let limit = draft.timeout.unwrap_or(settings.timeout);
    let policy = draft.retries.as_ref().unwrap_or(&settings.retries);
    let tries = Tries::new(policy, limit, route.idempotency_key);
    let request = request(settings, draft).map_err(Error::Input)?;
    span.sends_to(&request.url);
    if limit.is_zero() {
        return Err(Error::Timeout { limit });
    }

    let mut exchanged = pin!(exchange(span, settings, route, security, request, tries));
    let mut deadline = settings.transport.sleep(limit);
    poll_fn(|context| {
        // The deadline comes second, so that an answer which is there counts.
        if let Poll::Ready(exchanged) = exchanged.as_mut().poll(context) {
            return Poll::Ready(exchanged);
        }
        let over = deadline.as_mut().poll(context);
        over.map(|()| Err(Error::Timeout { limit }))
    })
    .await
}

/// What follows a try.
enum Next {
    /// Nothing: the answer stands.
    Done(Exchanged),
    /// The request that a redirect asks for.
    Redirect(Request),
    /// The same request, after a pause.
    Again(Duration),
}

/// Sends a request with the credentials that its operation asks for, and what follows from it until an answer stands.
async fn exchange(
    span: &CallSpan,
    settings: &Settings,
    route: &'static Route,
    security: SecurityRequirements,
    mut request: Request,
    mut tries: Tries,
) -> Result<Exchanged, Error<Infallible>> {
    let mut authorization = Some(authorize(settings, security, &mut request, &tries).await?);
    let mut redirects = 0;
    let mut has_credentials = true;
    loop {
        // A stream may take as long as it likes once it has begun.
        request.timeout = (!route.streams()).then(|| tries.remaining());
        let sent = request.again();
        let next = once(settings, route, request, &sent, &mut tries).await;
        // The server did nothing (RFC 9110, section 15.5.2), so that any method can be sent again. Providers hear of it
        // even if this request cannot be: the next one is to have other credentials.
        if has_credentials
            && is_unauthorized(&next)
            && let Some(authorization) = authorization.take()
            && settings.credentials.rejected(&authorization)
            && !sent.body.as_ref().is_some_and(Body::is_spent)
        {
            span.renews_credentials();
            request = sent;
            authorize(settings, security, &mut request, &tries).await?;
            continue;
        }
        match next? {
            Next::Done(exchanged) => return Ok(exchanged),
            Next::Redirect(_) if redirects == redirect::MOST_REDIRECTS => {
                return Err(endless_redirects());
            }
            Next::Redirect(next) => {
                redirects += 1;
                has_credentials &= next.url.origin() == sent.url.origin();
                span.follows_redirect(&next.url);
                request = next;
            }
            Next::Again(pause) => {
                span.tries_again(pause);
                settings.transport.sleep(pause).await;
                request = sent;
            }
        }
    }
}

/// Adds the credentials that the operation asks for.
async fn authorize(
    settings: &Settings,
    security: SecurityRequirements,
    request: &mut Request,
    tries: &Tries,
) -> Result<Authorization, Error<Infallible>> {
    let (base_url, transport) = (&settings.base_url, settings.transport.as_ref());
    let timeout = tries.remaining();
    settings
        .credentials
        .authorize(security, request, base_url, transport, timeout)
        .await
}

/// Whether the server rejects the credentials.
fn is_unauthorized(next: &Result<Next, Error<Infallible>>) -> bool {
    let status = match next {
        Ok(Next::Done(Exchanged::Failure(answer))) => Some(answer.status),
        Ok(_) => None,
        Err(error) => error.status(),
    };
    status == Some(StatusCode::UNAUTHORIZED)
}

/// Sends `request`, of which `sent` is what is left afterwards, once.
async fn once(
    settings: &Settings,
    route: &'static Route,
    request: Request,
    sent: &Request,
    tries: &mut Tries,
) -> Result<Next, Error<Infallible>> {
    let mut response = match settings.transport.send(request).await {
        Ok(response) => response,
        Err(error) => return failed(sent, tries, error),
    };
    // The rest of an answer that does not stand is not waited for: its body may be slow.
    if let Some(pause) = tries.after_answer(sent, &response) {
        return Ok(Next::Again(pause));
    }
    if !route.keeps_redirects() {
        match redirect::follow(sent.again(), response.status, &response.headers) {
            Ok(None) => {}
            Ok(Some(next)) => return Ok(Next::Redirect(next)),
            Err(error) => return Err(transport_error(tries.limit(), error)),
        }
    }
    hide_cookies(&mut response.headers);
    let outcome = outcome(route, sent, &response);
    let limit = settings.response_limit;
    if let Outcome::Success(row) = outcome
        && row.format.is_stream()
    {
        let answer = answer(response, row, |body| AnswerBody::Coming(body, limit));
        return Ok(Next::Done(Exchanged::Success(answer)));
    }
    match collect(limit, response).await {
        Ok(response) => exchanged(outcome, response).map(Next::Done),
        Err(Unread::Broken(error)) => failed(sent, tries, error),
        Err(Unread::TooLarge(response)) => Err(Error::BodyTooLarge { limit, response }),
    }
}

/// What follows a try that has no answer, or not all of it.
fn failed(
    sent: &Request,
    tries: &mut Tries,
    error: TransportError,
) -> Result<Next, Error<Infallible>> {
    match tries.after_failure(sent, &error) {
        Some(pause) => Ok(Next::Again(pause)),
        None => Err(transport_error(tries.limit(), error)),
    }
}

fn endless_redirects() -> Error<Infallible> {
    Error::Transport(TransportError::new(
        TransportErrorKind::Exchange,
        format!("more than {} redirects", redirect::MOST_REDIRECTS),
    ))
}

/// An answer that is there as a whole, as what the document says that it is.
fn exchanged(outcome: Outcome, response: Response) -> Result<Exchanged, Error<Infallible>> {
    match outcome {
        Outcome::Success(row) => Ok(Exchanged::Success(answer(response, row, AnswerBody::Whole))),
        Outcome::Failure(row) => Ok(Exchanged::Failure(answer(response, row, AnswerBody::Whole))),
        Outcome::UnexpectedMediaType => {
            let content_type = content_type(&response.headers)
                .unwrap_or_default()
                .to_owned();
            let problem = BodyProblem::UnexpectedMediaType { content_type };
            Err(Error::body(problem, response))
        }
        Outcome::Undocumented => Err(Error::UndocumentedStatus(Box::new(response))),
    }
}

/// What an answer is. One that names no media type is of the one that was asked for, where that is one alone.
fn outcome(route: &'static Route, sent: &Request, response: &Response<Body>) -> Outcome {
    if let Some(content_type) = content_type(&response.headers) {
        return route.outcome(response.status, Some(content_type));
    }
    let asked_for = sent.headers.get(ACCEPT).and_then(|it| it.to_str().ok());
    let asked_for = asked_for.filter(|it| !it.contains(','));
    match route.outcome(response.status, asked_for) {
        Outcome::UnexpectedMediaType => route.outcome(response.status, None),
        outcome => outcome,
    }
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
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
    let url = target(settings, &draft)?;
    let mut headers = settings.headers.clone();
    if let Some(accept) = route.accept().and_then(|it| HeaderValue::try_from(it).ok()) {
        headers.insert(ACCEPT, accept);
    }
    draft.arguments.headers(&mut headers)?;
    if let Some(cookies) = draft.arguments.cookie()? {
        add_cookies(&mut headers, &cookies)?;
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
    if let Some(key) = route.idempotency_key {
        fill_in(&mut headers, key)?;
    }
    Ok(Request {
        method: draft.method,
        url,
        headers,
        body,
        timeout: Some(settings.timeout),
    })
}

/// Adds the cookies of parameters to those that the client sends with every request. They can be credentials.
fn add_cookies(headers: &mut HeaderMap, cookies: &str) -> Result<(), InputError> {
    let before = headers.get(COOKIE).map(HeaderValue::as_bytes);
    let all: Vec<&[u8]> = before.into_iter().chain([cookies.as_bytes()]).collect();
    let invalid = |_| InputError::InvalidHeader {
        name: COOKIE.to_string(),
    };
    let mut value = HeaderValue::from_bytes(&all.join(b"; ".as_slice())).map_err(invalid)?;
    value.set_sensitive(true);
    headers.insert(COOKIE, value);
    Ok(())
}

/// Gives the request an idempotency key, unless the caller did.
fn fill_in(headers: &mut HeaderMap, key: IdempotencyKey) -> Result<(), InputError> {
    let invalid = || InputError::InvalidHeader {
        name: key.header.to_owned(),
    };
    let name = HeaderName::try_from(key.header).map_err(|_| invalid())?;
    if !headers.contains_key(&name) {
        let key = HeaderValue::try_from((key.fresh)()).map_err(|_| invalid())?;
        headers.insert(name, key);
    }
    Ok(())
}

/// Where the request of `draft` goes, before credentials are in its query.
pub(crate) fn target(settings: &Settings, draft: &Draft) -> Result<Url, InputError> {
    if let Some(url) = &draft.url {
        return Ok(url.clone());
    }
    let base = settings.server(draft.route.server)?;
    url(&base, &draft.arguments.path_and_query(&draft.path)?)
}

/// `target`, a path and maybe a query, below `base`, whose own path is kept.
fn url(base: &Url, target: &str) -> Result<Url, InputError> {
    let text = format!("{}{target}", base.as_str().trim_end_matches('/'));
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
        headers,
        mut body,
    } = response;
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::runtime::operation::Format;
    use crate::runtime::tables::row;

    #[test]
    fn an_answer_without_a_content_type_is_of_the_one_media_type_that_was_asked_for() {
        const ROUTE: &Route = &Route {
            successes: &[row!(Code(200) events), row!(Code(200) json)],
            ..Route::EMPTY
        };
        for (accept, format) in [
            ("application/json", Format::Json),
            ("text/event-stream", Format::Events),
            (
                "text/event-stream, application/json, application/problem+json",
                Format::Events,
            ),
            ("image/png", Format::Events),
        ] {
            let sent = Request {
                method: Method::GET,
                url: Url::parse("https://api.test").unwrap(),
                headers: HeaderMap::from_iter([(ACCEPT, HeaderValue::from_static(accept))]),
                body: None,
                timeout: None,
            };
            let response = Response::new(StatusCode::OK, HeaderMap::new(), Body::default());
            let outcome = outcome(ROUTE, &sent, &response);
            assert!(
                matches!(outcome, Outcome::Success(row) if row.format == format),
                "{accept}: {outcome:?}"
            );
        }
    }
}
