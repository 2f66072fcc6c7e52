use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

use super::StreamError;
use super::lines::{LineEnds, Lines};
use crate::runtime::body::Body;
use crate::runtime::error::BodyProblem;
use crate::runtime::operation::{Answer, Read};
use crate::runtime::wire::{self, Wire};

/// A stream of values, each a line of JSON (`application/jsonl`, `application/x-ndjson`), read as they come in.
///
/// It is a [`Stream`], and [`JsonLines::next`] needs no other crate. What it holds is one line; one that is larger than
/// the client's limit for bodies is an error. A line that is not what the document promises is an error too, after
/// which the stream goes on. Dropping it ends the exchange.
///
/// The record separators of `application/json-seq` (RFC 7464) may stand before the lines.
pub struct JsonLines<T> {
    lines: Lines,
    read: fn(&[u8]) -> Result<T, BodyProblem>,
}

impl<T> JsonLines<T> {
    /// The values of `body`. None may have more than `limit` bytes.
    pub(crate) fn new(body: Body, limit: u64) -> Self
    where
        T: Wire,
    {
        Self {
            lines: Lines::new(body, LineEnds::OfRecords, limit),
            read: wire::from_slice,
        }
    }

    /// The next value; `None` at the end, and from then on.
    ///
    /// No value is lost if the future is dropped before it is done.
    pub async fn next(&mut self) -> Option<Result<T, StreamError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T> Stream for JsonLines<T> {
    type Item = Result<T, StreamError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let values = self.get_mut();
        loop {
            let line = match ready!(values.lines.poll_next(context)) {
                Some(Ok(line)) => line,
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(None),
            };
            if !line.trim_ascii().is_empty() {
                return Poll::Ready(Some((values.read)(&line).map_err(|problem| {
                    StreamError::Body {
                        problem,
                        event: None,
                        data: String::from_utf8_lossy(&line).into_owned(),
                    }
                })));
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl<T> IntoIterator for JsonLines<T> {
    type Item = Result<T, StreamError>;
    type IntoIter = super::Items<Self>;

    fn into_iter(self) -> Self::IntoIter {
        super::Items::new(self)
    }
}

#[cfg(feature = "blocking")]
impl<T> IntoIterator for &mut JsonLines<T> {
    type Item = Result<T, StreamError>;
    type IntoIter = super::Items<Self>;

    fn into_iter(self) -> Self::IntoIter {
        super::Items::new(self)
    }
}

impl<T> fmt::Debug for JsonLines<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JsonLines(..)")
    }
}

impl<T: Wire> Read for JsonLines<T> {
    fn read(answer: &mut Answer) -> Result<Self, BodyProblem> {
        let (body, limit) = answer.take();
        Ok(Self::new(body, limit))
    }
}
