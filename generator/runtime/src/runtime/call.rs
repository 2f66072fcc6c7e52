use std::convert::Infallible;
use std::fmt;
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{HeaderMap, Method};

use crate::runtime::client::Client;
use crate::runtime::credentials::SecurityRequirements;
use crate::runtime::error::{Error, InputError};
use crate::runtime::exchange;
use crate::runtime::path::{self, PathValue};
use crate::runtime::response::Response;
use crate::runtime::retry::RetryPolicy;
use crate::runtime::transport::BoxFuture;
use crate::runtime::wire::{self, Wire};

/// An operation of the document: how its answers are read.
pub trait Operation: 'static {
    /// The body of a success.
    type Output;
    /// The documented errors.
    type Error;
    /// The media types that it can read, as the `Accept` header names them; empty where no body is read.
    const ACCEPT: &'static str = "application/json";

    /// Reads an answer by its status.
    ///
    /// # Errors
    ///
    /// The documented error of the status, or how the answer departs from the document.
    fn read(response: Response) -> Result<Response<Self::Output>, Error<Self::Error>>;
}

/// A call that is being prepared. Nothing happens before it is sent.
#[must_use = "a call does nothing until it is sent"]
pub struct Call<O> {
    client: Client,
    draft: Draft,
    operation: PhantomData<fn() -> O>,
}

/// What a call has gathered so far.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub(crate) method: Method,
    pub(crate) path: &'static str,
    pub(crate) path_values: Vec<(&'static str, String)>,
    pub(crate) security: SecurityRequirements,
    pub(crate) accept: &'static str,
    pub(crate) body: Option<Result<Content, InputError>>,
    /// The header that makes sending it twice harmless.
    pub(crate) idempotency_key: Option<&'static str>,
    /// In place of the client's.
    pub(crate) timeout: Option<Duration>,
    /// In place of the client's.
    pub(crate) retries: Option<RetryPolicy>,
}

/// A body and its media type.
#[derive(Debug, Clone)]
pub(crate) struct Content {
    pub(crate) media_type: &'static str,
    pub(crate) bytes: Bytes,
}

impl Draft {
    /// The path with its values.
    pub(crate) fn expanded_path(&self) -> Result<String, InputError> {
        path::expand(self.path, &self.path_values)
    }
}

impl Client {
    /// A call of an operation at `path`, a template whose placeholders [`Call::path`] fills.
    pub(crate) fn call<O: Operation>(&self, method: Method, path: &'static str) -> Call<O> {
        Call {
            client: self.clone(),
            draft: Draft {
                method,
                path,
                path_values: Vec::new(),
                security: &[],
                accept: O::ACCEPT,
                body: None,
                idempotency_key: None,
                timeout: None,
                retries: None,
            },
            operation: PhantomData,
        }
    }
}

impl<O: Operation> Call<O> {
    /// Fills `{name}` in the path.
    pub(crate) fn path(mut self, name: &'static str, value: impl PathValue) -> Self {
        self.draft.path_values.push((name, value.text()));
        self
    }

    /// Names the credentials that the operation accepts.
    pub(crate) fn security(mut self, requirements: SecurityRequirements) -> Self {
        self.draft.security = requirements;
        self
    }

    /// Sends `body` as JSON.
    pub(crate) fn json<T: Wire>(mut self, body: &T) -> Self {
        let content = wire::to_vec(body)
            .map(|bytes| Content {
                media_type: "application/json",
                bytes: bytes.into(),
            })
            .map_err(|error| InputError::InvalidBody {
                reason: error.to_string(),
            });
        self.draft.body = Some(content);
        self
    }

    /// Names the header whose value makes sending the call twice harmless. Where the caller gives it none, it gets one
    /// by chance.
    pub(crate) fn idempotent_by(mut self, header: &'static str) -> Self {
        self.draft.idempotency_key = Some(header);
        self
    }

    /// Ends this call when it takes longer, in place of the client's
    /// [`timeout`](crate::runtime::ClientBuilder::timeout).
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.draft.timeout = Some(timeout);
        self
    }

    /// Sends this call again by this policy, in place of the client's
    /// [`retries`](crate::runtime::ClientBuilder::retries).
    pub fn retries(mut self, policy: RetryPolicy) -> Self {
        self.draft.retries = Some(policy);
        self
    }

    /// Sends the call and gives the body of the answer.
    ///
    /// Dropping the future ends the exchange.
    ///
    /// # Errors
    ///
    /// See [`Error`]; the documented errors of the operation are [`Error::Api`].
    pub fn send(self) -> Sending<O::Output, O::Error> {
        self.start(|response| O::read(response).map(|response| response.body))
    }

    /// Sends the call and gives the answer with its status and headers.
    ///
    /// # Errors
    ///
    /// As [`Call::send`].
    pub fn send_with_metadata(self) -> Sending<Response<O::Output>, O::Error> {
        self.start(O::read)
    }

    fn start<T>(self, read: fn(Response) -> Result<T, Error<O::Error>>) -> Sending<T, O::Error> {
        Sending {
            exchange: Box::pin(exchange::run(self.client, self.draft)),
            read,
        }
    }
}

impl<O> Clone for Call<O> {
    fn clone(&self) -> Self {
        Self {
            client: self.client.clone(),
            draft: self.draft.clone(),
            operation: PhantomData,
        }
    }
}

impl<O> fmt::Debug for Call<O> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call")
            .field("method", &self.draft.method)
            .field("path", &self.draft.path)
            .finish_non_exhaustive()
    }
}

/// A call on its way: a future of its result.
#[must_use = "futures do nothing unless awaited"]
pub struct Sending<T, E> {
    exchange: BoxFuture<'static, Result<Response, Error<Infallible>>>,
    read: fn(Response) -> Result<T, Error<E>>,
}

impl<T, E> Future for Sending<T, E> {
    type Output = Result<T, Error<E>>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let read = self.read;
        self.exchange
            .as_mut()
            .poll(context)
            .map(|answer| match answer {
                Ok(response) => read(response),
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
    send_and_sync::<Client>();
    send::<Sending<HeaderMap, InputError>>();
};
