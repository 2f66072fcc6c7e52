use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

use bytes::Bytes;

use crate::runtime::request::Request;
use crate::runtime::response::Response;

/// A future on the heap.
pub type BoxFuture<'a, T> = Pin<Box<dyn Future<Output = T> + Send + 'a>>;

/// What carries a request to a server and its answer back.
///
/// The client does everything else: it adds credentials, follows redirects and bounds bodies. A transport sends one
/// request, follows no redirect, and gives up with [`TransportErrorKind::Timeout`] once [`Request::timeout`] has
/// passed, be it while the answer's body is read. Dropping its future, or the body, ends the exchange.
pub trait Transport: Send + Sync + 'static {
    /// Sends `request`; resolves when the headers of the answer are there.
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>>;

    /// Resolves when `duration` has passed: the pause before a retry, or the time that a call has.
    ///
    /// By default Tokio waits. A transport that runs on something else has to wait by that.
    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        Box::pin(tokio::time::sleep(duration))
    }
}

/// The body of a response while it comes in.
pub struct Body(Box<dyn Chunks>);

/// Where the bytes of a [`Body`] come from.
pub trait Chunks: Send + 'static {
    /// The next bytes, `None` at the end.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

impl Body {
    /// A body that comes in pieces.
    pub fn new(chunks: impl Chunks) -> Self {
        Self(Box::new(chunks))
    }

    /// The next bytes, `None` at the end.
    ///
    /// # Errors
    ///
    /// What the transport met while it read.
    pub async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        self.0.next().await
    }
}

/// A body that is there already, as tests and caches have it.
impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        struct Whole(Option<Bytes>);
        impl Chunks for Whole {
            fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
                let bytes = self.0.take();
                Box::pin(async move { Ok(bytes) })
            }
        }
        Self::new(Whole(Some(bytes.into())))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Body(..)")
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
    /// It could not reach the server; nothing was sent.
    Connect,
    /// The time was up.
    Timeout,
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
