use std::fmt;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use futures_core::Stream;
use serde::de::IgnoredAny;
use serde_json::{Value, json};

use super::StreamError;
use super::event::{Event, Pending};
use super::lines::{LineEnds, Lines};
use crate::runtime::body::Body;
use crate::runtime::error::BodyProblem;
use crate::runtime::operation::{Answer, Format as Documented, Read};
use crate::runtime::wire::{self, Wire};

/// An event stream (`text/event-stream`), read event by event as it comes in.
///
/// It is a [`Stream`], and [`Events::next`] needs no other crate. What it holds is one event; one that is larger than
/// the client's limit for bodies is an error. An event that is not what the document promises is an error too, after
/// which the stream goes on. It does not connect again by itself: [`Events::last_event_id`] and [`Events::retry`] are
/// what a caller needs for that. Dropping it ends the exchange.
pub struct Events<T> {
    lines: Lines,
    pending: Pending,
    format: Format,
    read: fn(&[u8]) -> Result<T, BodyProblem>,
    last_event_id: String,
    retry: Option<Duration>,
}

/// What the schema of the document describes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// The data of an event, which is JSON.
    Json,
    /// The data of an event, which is text.
    Text,
    /// An object with the fields of an event.
    Whole,
}

/// What the data of the last event is in many streams of JSON, which JSON cannot be.
const DONE: &str = "[DONE]";

impl<T> Events<T> {
    /// The events of `body`, whose data is JSON. None may have more than `limit` bytes.
    pub(crate) fn new(body: Body, limit: u64) -> Self
    where
        T: Wire,
    {
        Self::of(body, limit, Format::Json)
    }

    /// The events of `body`, whose data is text: a type that JSON has as a string.
    pub(crate) fn text(body: Body, limit: u64) -> Self
    where
        T: Wire,
    {
        Self::of(body, limit, Format::Text)
    }

    /// The events of `body`, each read as an object of `event`, `data`, `id` and `retry`, as far as they stand there
    /// (OpenAPI Specification 3.2.0, "Special Considerations for Server-Sent Events"). Its data is JSON or, where that
    /// does not fit, text. Where the data is such an object itself, that is what is read.
    pub(crate) fn whole(body: Body, limit: u64) -> Self
    where
        T: Wire,
    {
        Self::of(body, limit, Format::Whole)
    }

    fn of(body: Body, limit: u64, format: Format) -> Self
    where
        T: Wire,
    {
        Self {
            lines: Lines::new(body, LineEnds::Any, limit),
            pending: Pending::default(),
            format,
            read: wire::from_slice,
            last_event_id: String::new(),
            retry: None,
        }
    }

    /// The next event; `None` at the end, and from then on.
    ///
    /// No event is lost if the future is dropped before it is done.
    pub async fn next(&mut self) -> Option<Result<Event<T>, StreamError>> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }

    /// What the `Last-Event-ID` header has to be to go on after the last event: the last id that came, be it with an
    /// earlier event.
    #[must_use]
    pub fn last_event_id(&self) -> Option<&str> {
        Some(self.last_event_id.as_str()).filter(|id| !id.is_empty())
    }

    /// How long the server asks to wait before connecting again.
    #[must_use]
    pub fn retry(&self) -> Option<Duration> {
        self.retry
    }

    /// Takes a line; gives the event that it ends.
    fn line(&mut self, line: &[u8]) -> Option<Result<Event<T>, StreamError>> {
        if line.is_empty() {
            return self.dispatch();
        }
        if line.starts_with(b":") {
            return None;
        }
        self.pending.line(&String::from_utf8_lossy(line));
        self.retry = self.pending.retry().or(self.retry);
        let limit = self.lines.limit();
        if self.pending.size() > limit {
            self.close();
            return Some(Err(StreamError::TooLarge { limit }));
        }
        None
    }

    /// Gives the event whose lines are all there.
    fn dispatch(&mut self) -> Option<Result<Event<T>, StreamError>> {
        let pending = mem::take(&mut self.pending);
        // Also without data: a server tells its position so.
        if let Some(id) = pending.id() {
            id.clone_into(&mut self.last_event_id);
        }
        let raw = pending.dispatched()?;
        let is_done = self.format != Format::Text && raw.data.trim_ascii() == DONE;
        if is_done {
            self.close();
        }
        match self.format {
            Format::Json if is_done => return None,
            // JSON is never empty; servers keep a connection alive with such events.
            Format::Json if raw.data.trim_ascii().is_empty() => return None,
            _ => {}
        }
        match self.decode(&raw) {
            Ok(data) => Some(Ok(Event {
                data,
                event: raw.event,
                id: raw.id,
                retry: raw.retry,
            })),
            Err(_) if is_done => None,
            Err(problem) => Some(Err(StreamError::Body {
                problem,
                event: raw.event,
                data: raw.data,
            })),
        }
    }

    /// Gives the event in which the body ends, if it is whole.
    ///
    /// The standard discards it, because its end may be missing. But servers do leave out the last empty line, a body
    /// that breaks off is an error of the transport, and JSON shows by itself that it is whole.
    fn finish(&mut self) -> Option<Result<Event<T>, StreamError>> {
        let is_whole = self.format != Format::Text && self.pending.data().is_some_and(is_json);
        if is_whole {
            return self.dispatch();
        }
        self.pending = Pending::default();
        None
    }

    fn decode(&self, raw: &Event<String>) -> Result<T, BodyProblem> {
        match self.format {
            Format::Json => (self.read)(raw.data.as_bytes()),
            Format::Text => (self.read)(json!(raw.data).to_string().as_bytes()),
            Format::Whole => {
                let (first, others) = whole(raw);
                (self.read)(&first).or_else(|problem| {
                    let read = others.iter().find_map(|other| (self.read)(other).ok());
                    read.ok_or(problem)
                })
            }
        }
    }

    fn close(&mut self) {
        self.lines.close();
        self.pending = Pending::default();
    }
}

fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}

/// The JSON that an event can stand for as a whole, the likeliest first.
fn whole(raw: &Event<String>) -> (Vec<u8>, Vec<Vec<u8>>) {
    let text = object(raw, &json!(raw.data).to_string());
    let Ok(data) = serde_json::from_str::<Value>(&raw.data) else {
        return (text, Vec::new());
    };
    let object = object(raw, &raw.data);
    // Other servers write the same object into the data, and may repeat its type on the line.
    let inner = data.get("event").and_then(Value::as_str);
    if inner.is_some_and(|inner| raw.event.as_ref().is_none_or(|event| event == inner)) {
        (raw.data.clone().into_bytes(), vec![object, text])
    } else {
        (object, vec![text])
    }
}

/// The JSON of an event as an object, `data` being the JSON of its data.
fn object(raw: &Event<String>, data: &str) -> Vec<u8> {
    let mut members = Vec::new();
    if let Some(event) = &raw.event {
        members.push(format!("\"event\":{}", json!(event)));
    }
    if let Some(id) = &raw.id {
        members.push(format!("\"id\":{}", json!(id)));
    }
    if let Some(retry) = raw.retry {
        members.push(format!("\"retry\":{}", retry.as_millis()));
    }
    members.push(format!("\"data\":{data}"));
    format!("{{{}}}", members.join(",")).into_bytes()
}

impl<T> Stream for Events<T> {
    type Item = Result<Event<T>, StreamError>;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        let events = self.get_mut();
        loop {
            let item = match ready!(events.lines.poll_next(context)) {
                Some(Ok(line)) => events.line(&line),
                Some(Err(error)) => {
                    events.close();
                    Some(Err(error))
                }
                None => return Poll::Ready(events.finish()),
            };
            if item.is_some() {
                return Poll::Ready(item);
            }
        }
    }
}

#[cfg(feature = "blocking")]
impl<T> IntoIterator for Events<T> {
    type Item = Result<Event<T>, StreamError>;
    type IntoIter = super::Items<Self>;

    fn into_iter(self) -> Self::IntoIter {
        super::Items::new(self)
    }
}

#[cfg(feature = "blocking")]
impl<T> IntoIterator for &mut Events<T> {
    type Item = Result<Event<T>, StreamError>;
    type IntoIter = super::Items<Self>;

    fn into_iter(self) -> Self::IntoIter {
        super::Items::new(self)
    }
}

impl<T> fmt::Debug for Events<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Events")
            .field("last_event_id", &self.last_event_id)
            .field("retry", &self.retry)
            .finish_non_exhaustive()
    }
}

impl<T: Wire> Read for Events<T> {
    fn read(answer: &mut Answer) -> Result<Self, BodyProblem> {
        let (body, limit) = answer.take();
        Ok(match answer.row.format {
            Documented::TextEvents => Self::text(body, limit),
            Documented::WholeEvents => Self::whole(body, limit),
            _ => Self::new(body, limit),
        })
    }
}

#[cfg(test)]
impl<T> Events<T> {
    /// How many bytes are held beside the chunk that came last.
    pub(super) fn held(&self) -> usize {
        self.lines.held() + self.pending.held() + self.last_event_id.capacity()
    }
}
