use std::mem;
use std::task::{Context, Poll, ready};

use bytes::Bytes;

use super::StreamError;
use crate::runtime::body::Body;
use crate::runtime::transport::{BoxFuture, TransportError};

/// The lines of a body, each as soon as its end is there.
///
/// What is held is one chunk of the body and one line that is not at its end yet.
pub(super) struct Lines {
    source: Source,
    ends: LineEnds,
    /// How long a line may be, in bytes.
    limit: u64,
    /// What came and is not looked at yet.
    chunk: Bytes,
    /// The start of a line whose end is not there yet.
    line: Vec<u8>,
    /// Whether the last line ended in a carriage return, so that a line feed belongs to it.
    after_carriage_return: bool,
    /// Whether no line was given yet, so that the next may begin with a byte order mark.
    is_first: bool,
}

/// What ends a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LineEnds {
    /// A line feed, a carriage return, or both in this order, as in an event stream.
    Any,
    /// A line feed or a record separator. Neither can stand in a JSON text of one line.
    OfRecords,
}

/// Where the chunks come from. Its future owns the body, so that nothing is lost if nobody waits for it to the end.
enum Source {
    Waiting(Body),
    Reading(BoxFuture<'static, (Body, Result<Option<Bytes>, TransportError>)>),
    Ended,
}

impl Lines {
    pub(super) fn new(body: Body, ends: LineEnds, limit: u64) -> Self {
        Self {
            source: Source::Waiting(body),
            ends,
            limit,
            chunk: Bytes::new(),
            line: Vec::new(),
            after_carriage_return: false,
            is_first: true,
        }
    }

    /// How long a line may be, in bytes.
    pub(super) fn limit(&self) -> u64 {
        self.limit
    }

    /// Reads no more; the exchange ends.
    pub(super) fn close(&mut self) {
        self.source = Source::Ended;
        self.chunk = Bytes::new();
        self.line = Vec::new();
    }

    /// The next line without its end. The last one need not have one; after an error there is none.
    pub(super) fn poll_next(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, StreamError>>> {
        loop {
            if let Some(line) = self.take() {
                if line.is_err() {
                    self.close();
                }
                return Poll::Ready(Some(line));
            }
            match ready!(self.poll_chunk(context)) {
                Some(Ok(chunk)) => self.chunk = chunk,
                Some(Err(error)) => {
                    self.close();
                    return Poll::Ready(Some(Err(error.into())));
                }
                None if self.line.is_empty() => return Poll::Ready(None),
                None => {
                    let line = Bytes::from(mem::take(&mut self.line));
                    return Poll::Ready(Some(Ok(self.without_byte_order_mark(line))));
                }
            }
        }
    }

    /// The next line, if its end is in what came.
    fn take(&mut self) -> Option<Result<Bytes, StreamError>> {
        if self.after_carriage_return && !self.chunk.is_empty() {
            self.after_carriage_return = false;
            if self.chunk.first() == Some(&b'\n') {
                drop(self.chunk.split_to(1));
            }
        }
        let end = self.chunk.iter().position(|byte| self.ends.has(*byte));
        let rest = self.chunk.split_off(end.unwrap_or(self.chunk.len()));
        let part = mem::replace(&mut self.chunk, rest);
        let length = (self.line.len() as u64).saturating_add(part.len() as u64);
        if length > self.limit {
            return Some(Err(StreamError::TooLarge { limit: self.limit }));
        }
        if end.is_none() {
            self.line.extend_from_slice(&part);
            return None;
        }
        let ended = self.chunk.split_to(1);
        self.after_carriage_return = ended.as_ref() == b"\r";
        let line = if self.line.is_empty() {
            part
        } else {
            self.line.extend_from_slice(&part);
            Bytes::from(mem::take(&mut self.line))
        };
        Some(Ok(self.without_byte_order_mark(line)))
    }

    fn without_byte_order_mark(&mut self, mut line: Bytes) -> Bytes {
        const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();
        if mem::take(&mut self.is_first) && line.starts_with(BYTE_ORDER_MARK) {
            return line.split_off(BYTE_ORDER_MARK.len());
        }
        line
    }

    fn poll_chunk(
        &mut self,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, TransportError>>> {
        let mut reading = match mem::replace(&mut self.source, Source::Ended) {
            Source::Waiting(mut body) => Box::pin(async move {
                let chunk = body.next().await;
                (body, chunk)
            }),
            Source::Reading(reading) => reading,
            Source::Ended => return Poll::Ready(None),
        };
        let Poll::Ready((body, chunk)) = reading.as_mut().poll(context) else {
            self.source = Source::Reading(reading);
            return Poll::Pending;
        };
        if let Ok(Some(_)) = chunk {
            self.source = Source::Waiting(body);
        }
        Poll::Ready(chunk.transpose())
    }
}

impl LineEnds {
    fn has(self, byte: u8) -> bool {
        const RECORD_SEPARATOR: u8 = 0x1e;
        match self {
            Self::Any => matches!(byte, b'\n' | b'\r'),
            Self::OfRecords => matches!(byte, b'\n' | RECORD_SEPARATOR),
        }
    }
}

#[cfg(test)]
impl Lines {
    /// How many bytes are held beside the chunk that came last.
    pub(super) fn held(&self) -> usize {
        self.line.capacity()
    }
}
