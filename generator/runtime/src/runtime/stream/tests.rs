mod events;
mod flow;
mod json_lines;
mod whole;

use std::collections::VecDeque;
use std::pin::Pin;
use std::task::{Context, Poll, Waker};

use bytes::Bytes;
use futures_core::Stream;
use serde_json::Value;

use super::{Events, StreamError};
use crate::runtime::body::{Body, Chunks};
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind as Kind};

/// A limit that no test reaches by accident.
const LIMIT: u64 = 1024;

/// Plays chunks, each after its future was pending once.
#[derive(Default)]
struct Played(VecDeque<Result<Bytes, TransportError>>);

impl Chunks for Played {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        Box::pin(async {
            let mut is_ready = false;
            std::future::poll_fn(|context| {
                context.waker().wake_by_ref();
                match std::mem::replace(&mut is_ready, true) {
                    true => Poll::Ready(()),
                    false => Poll::Pending,
                }
            })
            .await;
            self.0.pop_front().transpose()
        })
    }
}

/// A body that comes in these pieces.
fn body<B: AsRef<[u8]>>(chunks: impl IntoIterator<Item = B>) -> Body {
    let chunks = chunks.into_iter();
    Body::new(Played(
        chunks
            .map(|chunk| Ok(Bytes::copy_from_slice(chunk.as_ref())))
            .collect(),
    ))
}

/// A body that breaks off.
fn broken(chunks: &[&'static str], kind: Kind) -> Body {
    let mut played: VecDeque<_> = chunks
        .iter()
        .map(|chunk| Ok(Bytes::from_static(chunk.as_bytes())))
        .collect();
    played.push_back(Err(TransportError::new(kind, "broken")));
    Body::new(Played(played))
}

/// The next item, however often its future is pending.
fn next<S: Stream + Unpin>(stream: &mut S) -> Option<S::Item> {
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(item) = Pin::new(&mut *stream).poll_next(&mut context) {
            return item;
        }
    }
}

/// All items; that there is none after the last, however often one asks.
fn all<S: Stream + Unpin>(mut stream: S) -> Vec<S::Item> {
    let items = std::iter::from_fn(|| next(&mut stream)).collect();
    assert!(next(&mut stream).is_none());
    items
}

fn text(body: Body) -> Events<String> {
    Events::text(body, LIMIT)
}

fn json(body: Body) -> Events<Value> {
    Events::new(body, LIMIT)
}

/// The data of events that all could be read.
fn data<T: std::fmt::Debug>(events: Events<T>) -> Vec<T> {
    all(events)
        .into_iter()
        .map(|event| event.unwrap().data)
        .collect()
}

/// A stream's items in a form that can be compared.
fn shown<T: std::fmt::Debug>(items: Vec<Result<T, StreamError>>) -> Vec<String> {
    items.into_iter().map(|item| format!("{item:?}")).collect()
}

/// Every way to cut `bytes` in two, and the one into single bytes.
fn cuts(bytes: &[u8]) -> Vec<Vec<&[u8]>> {
    let mut cuts: Vec<Vec<&[u8]>> = (0..=bytes.len())
        .map(|at| vec![&bytes[..at], &bytes[at..]])
        .collect();
    cuts.push(bytes.chunks(1).collect());
    cuts
}

const _: () = {
    const fn send_and_unpin<T: Send + Unpin>() {}
    send_and_unpin::<super::Events<std::rc::Rc<()>>>();
    send_and_unpin::<super::JsonLines<std::rc::Rc<()>>>();
};
