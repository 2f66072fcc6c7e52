use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

pub use crate::runtime::body::{Body, Chunks};
use crate::runtime::clock;
use crate::runtime::request::Request;
use crate::runtime::response::Response;

/// A future on the heap.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What carries a request to a server and its answer back.
///
/// The client does everything else: it adds credentials, follows redirects and bounds bodies. A transport sends one
/// request, follows no redirect, and gives up with [`TransportErrorKind::Timeout`] once [`Request::timeout`] has
/// passed, be it while the answer's body is read. It sends the body as it comes, and says its length in
/// `Content-Length` where [`Body::length`] knows it. Dropping its future, or the body, ends the exchange.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`; resolves when the headers of the answer are there.
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>>;

    /// Waits: for the end of a time limit, or before a request is tried again. By default on Tokio's clock, or
    /// by a timer of the browser.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        clock::sleep(duration)
    }
}

/// Why a transport has no answer.
#[derive(Debug)]
pub struct TransportError {
    kind: TransportErrorKind,
    source: Box<dyn StdError + Send + Sync>,
}

/// What a transport was doing when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TransportErrorKind {
    /// It could not be set up.
    Setup,
    /// It could not reach the server; nothing of the request was sent, which is why any request may be tried again.
    Connect,
    /// The time was up.
    Timeout,
    /// Nothing was sent or came for longer than the transport waits.
    ReadTimeout,
    /// A body could not be read where it comes from: a file or a stream that fails, or one that would have to be sent
    /// twice.
    Body,
    /// The exchange broke off.
    Exchange,
}

impl TransportError {
    /// An error of `kind` because of `source`, whose text must not show credentials.
    pub fn new(
        kind: TransportErrorKind,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self {
            kind,
            source: source.into(),
        }
    }

    /// What the transport says itself.
    #[must_use]
    pub fn get_ref(&self) -> &(dyn StdError + Send + Sync + 'static) {
        self.source.as_ref()
    }

    /// What the transport was doing.
    #[must_use]
    pub fn kind(&self) -> TransportErrorKind {
        self.kind
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.kind {
            TransportErrorKind::Setup => "the HTTP client could not be set up",
            TransportErrorKind::Connect => "the server could not be reached",
            TransportErrorKind::Timeout => "the time for the exchange was up",
            TransportErrorKind::ReadTimeout => "the server was silent for too long",
            TransportErrorKind::Body => "the body could not be read",
            TransportErrorKind::Exchange => "the exchange with the server broke off",
        })?;
        // The innermost cause is what tells people most, and `{}` is what most programs print.
        let mut cause: &dyn StdError = self.source.as_ref();
        while let Some(inner) = cause.source() {
            cause = inner;
        }
        write!(f, ": {cause}")
    }
}

// Its message holds the innermost cause already, so that it has no `source` to print once more.
impl StdError for TransportError {}
