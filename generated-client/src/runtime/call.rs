// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::borrow::Cow;
use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::header::ACCEPT;
use http::{HeaderMap, Method};
use serde::Serialize;
use url::{Url, form_urlencoded};

use crate::runtime::body::Body;
use crate::runtime::client::Client;
use crate::runtime::content::Content;
use crate::runtime::credentials::SecurityRequirements;
use crate::runtime::error::{Error, InputError};
use crate::runtime::exchange::{self, Exchanged};
use crate::runtime::mode::Async;
#[cfg(feature = "blocking")]
use crate::runtime::mode::Blocking;
use crate::runtime::operation::{Format, Operation, Read, Route, Row, Status, Table};
use crate::runtime::parameter::{Argument, Arguments, Parameter};
use crate::runtime::response::Response;
use crate::runtime::retry::RetryPolicy;
use crate::runtime::transport::BoxFuture;

/// A call that is being prepared. Nothing happens before it is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O, M = Async> {
    pub(crate) client: Client<M>,
    pub(crate) draft: Draft,
    operation: PhantomData<fn() -> O>,
}

/// What a call has gathered so far.
#[derive(Debug)]
pub(crate) struct Draft {
    pub(crate) route: &'static Route,
    pub(crate) method: Method,
    pub(crate) security: SecurityRequirements,
    /// The path template.
    pub(crate) path: Cow<'static, str>,
    pub(crate) arguments: Arguments,
    pub(crate) body: Option<Content>,
    /// In place of what path and query give.
    pub(crate) url: Option<Url>,
    /// Headers that the document does not know.
    pub(crate) headers: HeaderMap,
    /// In place of the client's.
    pub(crate) timeout: Option<Duration>,
    /// In place of the client's.
    pub(crate) retries: Option<RetryPolicy>,
    /// The first thing that was wrong.
    pub(crate) problem: Option<InputError>,
}

impl Draft {
    pub(crate) fn new(route: &'static Route) -> Self {
        Self {
            route,
            method: Method::from_bytes(route.method.as_bytes()).unwrap_or(Method::GET),
            security: route.security,
            path: Cow::Borrowed(route.path),
            arguments: Arguments::default(),
            body: None,
            url: None,
            headers: HeaderMap::new(),
            timeout: None,
            retries: None,
            problem: None,
        }
    }

    /// The same once more; `None` where the body is a stream, which can be sent once.
    pub(crate) fn try_clone(&self) -> Option<Self> {
        let body = match &self.body {
            Some(body) => Some(body.try_clone()?),
            None => None,
        };
        Some(Self {
            route: self.route,
            method: self.method.clone(),
            security: self.security,
            path: self.path.clone(),
            arguments: self.arguments.clone(),
            body,
            url: self.url.clone(),
            headers: self.headers.clone(),
            timeout: self.timeout,
            retries: self.retries.clone(),
            problem: self.problem.clone(),
        })
    }

    fn set<T: Argument + ?Sized>(&mut self, parameter: Parameter, value: &T) {
        match value.value() {
            Ok(value) => self.arguments.set(parameter, value),
            Err(error) => self.fail(error),
        }
    }

    fn content(&mut self, content: Result<Content, InputError>) {
        match content {
            Ok(content) => self.body = Some(content),
            Err(error) => self.fail(error),
        }
    }

    fn fail(&mut self, error: InputError) {
        self.problem.get_or_insert(error);
    }
}

impl<M> Client<M> {
    /// A call of an operation, whose parameters are to be given.
    pub(crate) fn call<O: Operation>(&self) -> Call<O, M> {
        Call {
            client: self.clone(),
            draft: Draft::new(O::TABLE.route),
            operation: PhantomData,
        }
    }
}

/// An operation that the document does not know: `Client::request` calls it.
pub enum AnyRequest {}

impl Operation for AnyRequest {
    type Output = Body;
    type Error = Infallible;
    const TABLE: Table<Body, Infallible> = Table {
        route: &Route {
            name: "AnyRequest",
            successes: &[Row {
                status: Status::Range(2),
                media_type: "*/*",
                format: Format::Binary,
            }],
            ..Route::EMPTY
        },
        success: Body::read,
        failure: Infallible::read,
    };
}

impl<M> Client<M> {
    /// A request that the document does not know, with any of these credentials.
    pub(crate) fn any_request(
        &self,
        method: Method,
        path: String,
        security: SecurityRequirements,
    ) -> Call<AnyRequest, M> {
        let mut call = self.call::<AnyRequest>();
        call.draft.method = method;
        call.draft.path = Cow::Owned(below_base_url(&path));
        call.draft.security = security;
        call
    }
}

/// `path` with the slash at its start that paths of documents have, and without a fragment, which is not sent.
fn below_base_url(path: &str) -> String {
    let (path, _) = path.split_once('#').unwrap_or((path, ""));
    format!("/{}", path.strip_prefix('/').unwrap_or(path))
}

impl<M> Call<AnyRequest, M> {
    /// Adds a pair to the query.
    pub fn query(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let path = self.draft.path.to_mut();
        path.push(if path.contains('?') { '&' } else { '?' });
        let pair = form_urlencoded::Serializer::new(String::new())
            .append_pair(name.as_ref(), value.as_ref())
            .finish();
        path.push_str(&pair);
        self
    }

    /// Sends `body` as JSON.
    pub fn json<T: Serialize + ?Sized>(self, body: &T) -> Self {
        let content = serde_json::to_vec(body)
            .map_err(|error| InputError::InvalidBody {
                reason: error.to_string(),
            })
            .and_then(|bytes| Content::raw("application/json", bytes));
        self.with_prepared(content)
    }

    /// Sends `body`, which is of this media type.
    pub fn body(self, media_type: impl AsRef<str>, body: impl Into<Body>) -> Self {
        self.with_raw(media_type.as_ref(), body)
    }
}

/// How operations fill their calls.
impl<O, M> Call<O, M> {
    pub(crate) fn in_path<T: Argument + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.with_argument(Parameter::path(name), value)
    }

    pub(crate) fn in_query<T: Argument + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.with_argument(Parameter::query(name), value)
    }

    pub(crate) fn in_header<T: Argument + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.with_argument(Parameter::header(name), value)
    }

    pub(crate) fn in_cookie<T: Argument + ?Sized>(self, name: &'static str, value: &T) -> Self {
        self.with_argument(Parameter::cookie(name), value)
    }

    pub(crate) fn with_argument<T: Argument + ?Sized>(
        mut self,
        parameter: Parameter,
        value: &T,
    ) -> Self {
        self.draft.set(parameter, value);
        self
    }

    /// Sends a body, or tells at sending why it cannot be sent.
    pub(crate) fn with_prepared(mut self, content: Result<Content, InputError>) -> Self {
        self.draft.content(content);
        self
    }
}

/// What every call can be told, whatever its operation.
impl<O, M> Call<O, M> {
    /// Sends this header as well, in place of the client's or the document's of the same name; a credential that the
    /// operation asks for comes after it, and takes its place. Its value is treated as a secret: `Debug` does not show
    /// it, and a redirect to another origin does not carry it.
    pub fn with_header(mut self, name: impl AsRef<str>, value: impl AsRef<str>) -> Self {
        let name = name.as_ref();
        match crate::runtime::client::header(name, value.as_ref()) {
            Ok((name, value)) => {
                self.draft.headers.insert(name, value);
            }
            Err(error) => self.draft.fail(error),
        }
        self
    }

    /// Ends this call when it takes longer, in place of the client's
    /// [`timeout`](crate::runtime::ClientBuilder::timeout).
    pub fn with_timeout(mut self, timeout: Duration) -> Self {
        self.draft.timeout = Some(timeout);
        self
    }

    /// Sends this call again by this policy, in place of the client's
    /// [`retries`](crate::runtime::ClientBuilder::retries).
    pub fn with_retries(mut self, policy: RetryPolicy) -> Self {
        self.draft.retries = Some(policy);
        self
    }

    /// Asks for answers of this media type instead of those that the document names.
    pub fn with_accept(self, media_type: impl AsRef<str>) -> Self {
        self.with_header(ACCEPT.as_str(), media_type)
    }
}

impl<O: Operation> Call<O, Async> {
    /// Sends the call and gives the body of the answer.
    ///
    /// Dropping the future ends the exchange.
    ///
    /// # Errors
    ///
    /// See [`Error`]; the documented errors of the operation are [`Error::Api`].
    pub fn send(self) -> Sending<O::Output, O::Error> {
        start(self, |answer| {
            finish::<O>(answer).map(|response| response.body)
        })
    }

    /// Sends the call and gives the answer with its status and headers.
    ///
    /// # Errors
    ///
    /// As [`Call::send`].
    pub fn send_with_metadata(self) -> Sending<Response<O::Output>, O::Error> {
        start(self, finish::<O>)
    }
}

#[cfg(feature = "blocking")]
impl<O: Operation> Call<O, Blocking> {
    /// Sends the call, waits, and gives the body of the answer.
    ///
    /// # Errors
    ///
    /// See [`Error`]; the documented errors of the operation are [`Error::Api`].
    pub fn send(self) -> Result<O::Output, Error<O::Error>> {
        self.send_with_metadata().map(|response| response.body)
    }

    /// Sends the call, waits, and gives the answer with its status and headers.
    ///
    /// # Errors
    ///
    /// As [`Call::send`].
    pub fn send_with_metadata(self) -> Result<Response<O::Output>, Error<O::Error>> {
        exchange::wait(self.client.shared, self.draft)
            .map_err(Error::widen)
            .and_then(finish::<O>)
    }
}

/// Sends a call, for `read` to make of the answer what the caller wants.
fn start<O, T, E>(
    call: Call<O, Async>,
    read: fn(Exchanged) -> Result<T, Error<E>>,
) -> Sending<T, E> {
    Sending {
        exchange: exchange::start(call.client.shared, call.draft),
        read,
    }
}

/// Reads what came as what the operation gives.
pub(crate) fn finish<O: Operation>(
    exchanged: Exchanged,
) -> Result<Response<O::Output>, Error<O::Error>> {
    match exchanged {
        Exchanged::Success(mut answer) => match (O::TABLE.success)(&mut answer) {
            Ok(body) => Ok(Response::new(answer.status, answer.headers, body)),
            Err(problem) => Err(Error::unreadable(problem, answer)),
        },
        Exchanged::Failure(mut answer) => match (O::TABLE.failure)(&mut answer) {
            Ok(error) => Err(Error::documented(error, answer)),
            Err(problem) => Err(Error::unreadable(problem, answer)),
        },
    }
}

impl<O, M> fmt::Debug for Call<O, M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A query may hold an API key.
        let path = self.draft.path.split('?').next();
        f.debug_struct("Call")
            .field("method", &self.draft.method)
            .field("path", &path.unwrap_or_default())
            .finish_non_exhaustive()
    }
}

/// A call on its way: a future of its result.
#[must_use = "futures do nothing unless awaited"]
pub struct Sending<T, E> {
    exchange: BoxFuture<'static, Result<Exchanged, Error<Infallible>>>,
    read: fn(Exchanged) -> Result<T, Error<E>>,
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        self.exchange
            .as_mut()
            .poll(context)
            .map(|answer| match answer {
                Ok(answer) => read(answer),
                Err(error) => Err(error.widen()),
            })
    }
}

impl<T, E> fmt::Debug for Sending<T, E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Sending(..)")
    }
}

// A call can be sent from one thread and awaited on another, and a client is shared by all of them.
const _: () = {
    const fn send<T: Send>() {}
    const fn send_and_sync<T: Send + Sync + Clone>() {}
    send_and_sync::<Client<Async>>();
    send::<Sending<HeaderMap, InputError>>();
};
