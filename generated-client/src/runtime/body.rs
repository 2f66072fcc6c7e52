// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::collections::VecDeque;
use std::error::Error as StdError;
use std::fmt;
use std::io::Read;
use std::path::Path;
use std::pin::Pin;
use std::sync::{Mutex, PoisonError};
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use futures_core::Stream;
use tokio::io::{AsyncRead, AsyncWrite};

use crate::runtime::body_source::{self, Stored};
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

/// The body of a request or of a response: bytes that are there, or that come one chunk after another and are never
/// held in memory as a whole.
///
/// Bytes in memory and files can be sent again, which a redirect or another try may need; streams and readers cannot.
pub struct Body(Source);

enum Source {
    /// What is in memory; empty at the end.
    Bytes(Bytes),
    /// A file that is not open yet.
    File(Stored),
    /// What comes chunk by chunk.
    Stream(Streamed),
    /// One body after another.
    Chain(VecDeque<Body>),
    /// Stands for a stream that went out with an earlier request.
    Spent,
}

struct Streamed {
    /// Nobody locks it: the mutex makes the body [`Sync`], so that references to what holds it can cross threads.
    poll: Mutex<Box<PollChunk>>,
    /// How many bytes are to come, where that is known.
    remaining: Option<u64>,
}

/// Asks for the next chunk of a stream.
pub(crate) type PollChunk = dyn FnMut(&mut Context<'_>) -> Poll<Chunk> + Send;

/// What a stream gives when it is asked: bytes, an error, or nothing more.
pub(crate) type Chunk = Option<Result<Bytes, TransportError>>;

/// Where the bytes of a response's [`Body`] come from, as a [`Transport`](crate::runtime::Transport) makes it.
pub trait Chunks: Send + 'static {
    /// The next bytes, `None` at the end.
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>>;
}

/// How to make one.
impl Body {
    /// A body that comes in chunks.
    pub fn new(chunks: impl Chunks) -> Self {
        Self::polling(body_source::chunks(chunks))
    }

    /// A body that a stream gives.
    ///
    /// An error of the stream ends the exchange, with [`TransportErrorKind::Body`].
    pub fn from_stream<S, B, E>(stream: S) -> Self
    where
        S: Stream<Item = Result<B, E>> + Send + 'static,
        B: Into<Bytes>,
        E: Into<Box<dyn StdError + Send + Sync>>,
    {
        let mut stream = Box::pin(stream);
        Self::polling(Box::new(move |context| {
            let chunk = ready!(stream.as_mut().poll_next(context));
            Poll::Ready(chunk.map(|chunk| {
                chunk
                    .map(Into::into)
                    .map_err(|error| TransportError::new(TransportErrorKind::Body, error))
            }))
        }))
    }

    /// A body that is read from `reader` until its end.
    pub fn from_async_read(reader: impl AsyncRead + Send + 'static) -> Self {
        Self::polling(body_source::async_reader(reader))
    }

    /// A body that is read from `reader` until its end, on a thread where reading may wait.
    pub fn from_reader(reader: impl Read + Send + 'static) -> Self {
        Self::polling(body_source::reader(reader))
    }

    /// A body that is the content of a file. The file is looked up at once, and opened when the body is sent, each time
    /// that it is sent. What is no regular file but a pipe or a device is read until its end, and sent once.
    ///
    /// # Errors
    ///
    /// The file cannot be found, or it is a folder.
    pub fn from_file(path: impl AsRef<Path>) -> std::io::Result<Self> {
        let path = path.as_ref();
        let metadata = std::fs::metadata(path)?;
        if metadata.is_dir() {
            return Err(std::io::ErrorKind::IsADirectory.into());
        }
        if !metadata.is_file() {
            return Ok(Self::polling(body_source::device(path)));
        }
        Ok(Self(Source::File(Stored {
            path: path.into(),
            length: metadata.len(),
        })))
    }

    /// The same body, that is `length` bytes long; then a request says so in its `Content-Length` header, and a stream
    /// that gives more or fewer bytes ends the exchange with [`TransportErrorKind::Body`]. A body whose length is known
    /// already keeps that.
    #[must_use]
    pub fn with_length(mut self, length: u64) -> Self {
        if let Source::Stream(Streamed { remaining, .. }) = &mut self.0 {
            remaining.get_or_insert(length);
        }
        self
    }

    /// One body after another, as one.
    pub(crate) fn chain(bodies: impl IntoIterator<Item = Self>) -> Self {
        Self(Source::Chain(bodies.into_iter().collect()))
    }

    pub(crate) fn polling(poll: Box<PollChunk>) -> Self {
        Self(Source::Stream(Streamed {
            poll: Mutex::new(poll),
            remaining: None,
        }))
    }
}

/// What can be told without reading it.
impl Body {
    /// How many bytes are still to come, where that is known.
    #[must_use]
    pub fn length(&self) -> Option<u64> {
        match &self.0 {
            Source::Bytes(bytes) => Some(bytes.len() as u64),
            Source::File(file) => Some(file.length),
            Source::Stream(stream) => stream.remaining,
            Source::Chain(bodies) => bodies
                .iter()
                .try_fold(0_u64, |sum, body| sum.checked_add(body.length()?)),
            Source::Spent => None,
        }
    }

    /// All of it, where it is in memory.
    #[must_use]
    pub fn as_bytes(&self) -> Option<&Bytes> {
        match &self.0 {
            Source::Bytes(bytes) => Some(bytes),
            _ => None,
        }
    }

    /// The file that it is, as long as nothing was read from it.
    pub(crate) fn path(&self) -> Option<&Path> {
        match &self.0 {
            Source::File(file) => Some(&file.path),
            _ => None,
        }
    }

    /// A body that gives the same bytes; `None` where they come from a stream, which gives them once.
    #[must_use]
    pub fn try_clone(&self) -> Option<Self> {
        let source = match &self.0 {
            Source::Bytes(bytes) => Source::Bytes(bytes.clone()),
            Source::File(file) => Source::File(file.clone()),
            Source::Chain(bodies) => {
                Source::Chain(bodies.iter().map(Self::try_clone).collect::<Option<_>>()?)
            }
            Source::Stream(_) | Source::Spent => return None,
        };
        Some(Self(source))
    }

    /// The body for another request: the same bytes, or else one that tells why it has none.
    pub(crate) fn again(&self) -> Self {
        self.try_clone().unwrap_or(Self(Source::Spent))
    }

    /// Whether it stands for a stream that went out already.
    pub(crate) fn is_spent(&self) -> bool {
        matches!(self.0, Source::Spent)
    }
}

/// How to read it.
impl Body {
    /// The next bytes, `None` at the end.
    ///
    /// Dropping the future loses nothing: the next call goes on where it stopped.
    ///
    /// # Errors
    ///
    /// What the transport met while it read.
    pub async fn next(&mut self) -> Result<Option<Bytes>, TransportError> {
        std::future::poll_fn(|context| self.poll(context))
            .await
            .transpose()
    }

    /// All bytes, if there are no more than `limit`.
    ///
    /// # Errors
    ///
    /// What the transport met while it read, or that there are more bytes.
    pub async fn bytes(mut self, limit: u64) -> Result<Bytes, TransportError> {
        let mut collected = BytesMut::new();
        while let Some(chunk) = self.next().await? {
            let length = (collected.len() as u64).saturating_add(chunk.len() as u64);
            if length > limit {
                return Err(TransportError::new(
                    TransportErrorKind::Body,
                    format!("it has more than {limit} bytes"),
                ));
            }
            collected.extend_from_slice(&chunk);
        }
        Ok(collected.freeze())
    }

    /// Writes all bytes to `writer` as they come, and flushes it; gives how many there were.
    ///
    /// # Errors
    ///
    /// What the transport met while it read, or why the writer takes no more.
    pub async fn write_to(
        &mut self,
        writer: &mut (impl AsyncWrite + Unpin + ?Sized),
    ) -> std::io::Result<u64> {
        let mut written = 0_u64;
        while let Some(chunk) = self.next().await.map_err(std::io::Error::other)? {
            written = written.saturating_add(chunk.len() as u64);
            body_source::write_all(writer, &chunk).await?;
        }
        std::future::poll_fn(|context| Pin::new(&mut *writer).poll_flush(context)).await?;
        Ok(written)
    }

    pub(crate) fn poll(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        loop {
            match &mut self.0 {
                Source::Bytes(bytes) if bytes.is_empty() => return Poll::Ready(None),
                Source::Bytes(bytes) => return Poll::Ready(Some(Ok(std::mem::take(bytes)))),
                Source::File(file) => {
                    let length = file.length;
                    *self = Self::polling(body_source::file(file)).with_length(length);
                }
                Source::Stream(stream) => {
                    let chunk = ready!(stream.poll(context));
                    if chunk.is_none() {
                        self.0 = Source::Bytes(Bytes::new());
                    }
                    return Poll::Ready(chunk);
                }
                Source::Chain(bodies) => {
                    let Some(first) = bodies.front_mut() else {
                        return Poll::Ready(None);
                    };
                    if let Some(chunk) = ready!(first.poll(context)) {
                        return Poll::Ready(Some(chunk));
                    }
                    bodies.pop_front();
                }
                Source::Spent => return Poll::Ready(Some(Err(spent()))),
            }
        }
    }
}

impl Streamed {
    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Chunk> {
        let poll = self.poll.get_mut().unwrap_or_else(PoisonError::into_inner);
        let chunk = ready!(poll(context));
        let Some(remaining) = self.remaining else {
            return Poll::Ready(chunk);
        };
        let wrong = |reason: String| {
            Poll::Ready(Some(Err(TransportError::new(
                TransportErrorKind::Body,
                reason,
            ))))
        };
        match chunk {
            Some(Ok(bytes)) => match remaining.checked_sub(bytes.len() as u64) {
                Some(remaining) => {
                    self.remaining = Some(remaining);
                    Poll::Ready(Some(Ok(bytes)))
                }
                None => wrong("it is longer than its length says".to_owned()),
            },
            None if remaining > 0 => {
                // The one who asks again gets the end.
                self.remaining = None;
                wrong(format!(
                    "it ended {remaining} bytes before its length was there"
                ))
            }
            chunk => Poll::Ready(chunk),
        }
    }
}

/// The error of a stream that would have to be sent twice.
pub(crate) fn spent() -> TransportError {
    TransportError::new(
        TransportErrorKind::Body,
        "it is a stream that was sent already, and cannot be sent again",
    )
}

impl Stream for Body {
    type Item = Result<Bytes, TransportError>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        self.poll(context)
    }
}

/// A body that is in memory already.
impl<B: Into<Bytes>> From<B> for Body {
    fn from(bytes: B) -> Self {
        Self(Source::Bytes(bytes.into()))
    }
}

/// The empty body.
impl Default for Body {
    fn default() -> Self {
        Self(Source::Bytes(Bytes::new()))
    }
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.length() {
            Some(length) => write!(f, "Body({length} bytes)"),
            None => f.write_str("Body(..)"),
        }
    }
}

// A request can be made on one thread and sent from another, and be looked at by several.
const _: () = {
    const fn send_and_sync<T: Send + Sync + Unpin>() {}
    send_and_sync::<Body>();
};
