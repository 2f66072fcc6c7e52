//! Events as they come in: when they are told, and what is held.

use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::runtime::stream::Events;

#[test]
fn a_stream_that_breaks_off_ends_after_the_error() {
    let events = json(broken(&["data: 1\n\ndata: 2\n"], Kind::Exchange));
    let items = all(events);
    assert_eq!(items.len(), 2);
    assert_eq!(items[0].as_ref().unwrap().data, json!(1));
    assert!(
        matches!(items[1], Err(StreamError::Transport(_))),
        "{items:?}"
    );

    let items = all(json(broken(&[], Kind::Timeout)));
    assert!(
        matches!(items[..], [Err(StreamError::Timeout)]),
        "{items:?}"
    );
}

#[test]
fn an_event_beyond_the_limit_is_an_error_and_the_end() {
    let too_large = |bytes: &str| {
        cuts(bytes.as_bytes()).into_iter().all(|cut| {
            let items = all(Events::<String>::text(body(cut), 10));
            matches!(items[..], [Err(StreamError::TooLarge { limit: 10 })])
        })
    };
    assert!(too_large("data: 12345\n\n"));
    assert!(too_large("data: 12345"));
    assert!(too_large(": a comment without an end"));
    assert!(too_large("data:123\ndata:456\ndata:789\ndata:0\n\n"));
    assert!(too_large("data: 123\nevent: 45\nid: 678901\n\n"));

    let fits = "data:12345\n\n: 345678\n: 345678\ndata:123\ndata:456\ndata:78\n\n";
    assert_eq!(
        data(Events::<String>::text(body([fits]), 10)),
        ["12345", "123\n456\n78"]
    );
}

/// Chunks without an end, whose ends are not those of events.
struct Endless {
    bytes: &'static [u8],
    at: usize,
}

impl Chunks for Endless {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        const LENGTH: usize = 1_000;
        let chunk = Bytes::from_static(&self.bytes[self.at..self.at + LENGTH]);
        self.at = (self.at + LENGTH) % (self.bytes.len() / 2);
        Box::pin(async { Ok(Some(chunk)) })
    }
}

#[test]
fn a_stream_without_an_end_is_read_in_constant_memory() {
    const EVENT: &str = ": x\nevent: tick\nid: 12\ndata: {\"n\": 1}\n\n";
    // Twice as many as a round takes, so that a chunk can begin anywhere in the first half.
    let bytes: &'static [u8] = Box::leak(EVENT.repeat(2_000).into_boxed_str()).as_bytes();
    let mut events = json(Body::new(Endless { bytes, at: 0 }));
    for _ in 0..1_000_000 {
        let event = next(&mut events).unwrap().unwrap();
        assert_eq!(event.event.as_deref(), Some("tick"));
        assert!(events.held() < 200, "{}", events.held());
    }
}

/// One chunk, and then silence.
struct Silence(Option<&'static str>);

impl Chunks for Silence {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let chunk = self.0.take();
        Box::pin(async move {
            match chunk {
                Some(chunk) => Ok(Some(Bytes::from_static(chunk.as_bytes()))),
                None => std::future::pending().await,
            }
        })
    }
}

#[test]
fn an_event_is_told_before_anything_comes_after_it() {
    for chunk in ["data: 1\n\n", "data: 1\r\n\r\n", "data: 1\r\r"] {
        let mut events = json(Body::new(Silence(Some(chunk))));
        let mut context = Context::from_waker(Waker::noop());
        assert!(
            Pin::new(&mut events).poll_next(&mut context).is_ready(),
            "{chunk:?}"
        );
        assert!(Pin::new(&mut events).poll_next(&mut context).is_pending());
    }
}

#[test]
fn no_event_is_lost_when_nobody_waits_for_it_to_the_end() {
    let mut events = json(body(["data: 1", "\n\nda", "ta: 2\n\n"]));
    let mut context = Context::from_waker(Waker::noop());
    let mut read = Vec::new();
    for _ in 0..20 {
        // Each future is polled once and dropped.
        if let Poll::Ready(Some(event)) = std::pin::pin!(events.next()).poll(&mut context) {
            read.push(event.unwrap().data);
        }
    }
    assert_eq!(read, [json!(1), json!(2)]);
}

#[test]
fn debug_shows_where_the_stream_is_but_no_data() {
    let mut events = text(body(["id: 5\ndata: s3cret\n\ndata: s3cret"]));
    next(&mut events);
    assert_eq!(
        format!("{events:?}"),
        "Events { last_event_id: \"5\", retry: None, .. }"
    );
}

/// Pieces of which event streams are made, and others.
fn streams() -> impl Strategy<Value = Vec<u8>> {
    let pieces: &[&[u8]] = &[
        b"\n",
        b"\r",
        b"\r\n",
        b"\n\n",
        b":",
        b" ",
        b"data",
        b"data: ",
        b"data: {\"a\":1}\n\n",
        b"event: x\n",
        b"id: 1\n",
        b"id: \0",
        b"retry: 5\n",
        b"[DONE]",
        b"data: [DONE]\n\n",
        b"\xef\xbb\xbf",
        b"\xff",
        b"\xc3\xbc",
        b"\xf0\x9f\xa6",
        b"{",
        b"1",
        b"\"",
        b"x",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn chunks_change_no_event(bytes in streams(), ends in prop::collection::vec(any::<prop::sample::Index>(), 0..8)) {
        let mut ends: Vec<usize> = ends.iter().map(|end| end.index(bytes.len() + 1)).collect();
        ends.extend([0, bytes.len()]);
        ends.sort_unstable();
        let chunks: Vec<&[u8]> = ends.windows(2).map(|ends| &bytes[ends[0]..ends[1]]).collect();
        for make in [Events::<Value>::new, Events::<Value>::text, Events::<Value>::whole] {
            for limit in [12, LIMIT] {
                let mut cut = make(body(&chunks), limit);
                let mut whole = make(body([&bytes]), limit);
                loop {
                    let (left, right) = (next(&mut cut), next(&mut whole));
                    let is_end = left.is_none();
                    prop_assert_eq!(format!("{left:?}"), format!("{right:?}"));
                    prop_assert_eq!(format!("{cut:?}"), format!("{whole:?}"));
                    if is_end {
                        break;
                    }
                }
            }
        }
    }
}
