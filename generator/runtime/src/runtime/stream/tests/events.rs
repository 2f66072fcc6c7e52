//! Events: their format, and how a stream of them ends.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::runtime::error::BodyProblem;
use crate::runtime::stream::{Event, Events};

/// The data, type and id of each event.
type Told<'a> = &'a [(&'a str, Option<&'a str>, Option<&'a str>)];

/// Streams of text and their events (HTML Living Standard, sections 9.2.5 and 9.2.6).
const FORMAT: &[(&str, &[u8], Told)] = &[
    ("nothing", b"", &[]),
    ("one event", b"data: a\n\n", &[("a", None, None)]),
    (
        "line feeds",
        b"data: a\n\ndata: b\n\n",
        &[("a", None, None), ("b", None, None)],
    ),
    (
        "carriage returns",
        b"data: a\r\rdata: b\r\r",
        &[("a", None, None), ("b", None, None)],
    ),
    (
        "both",
        b"data: a\r\n\r\ndata: b\r\n\r\n",
        &[("a", None, None), ("b", None, None)],
    ),
    (
        "all ends mixed",
        b"data: a\r\ndata: b\n\rdata: c\r\r\n",
        &[("a\nb", None, None), ("c", None, None)],
    ),
    (
        "a byte order mark",
        b"\xef\xbb\xbfdata: a\n\n",
        &[("a", None, None)],
    ),
    (
        "a second byte order mark",
        b"\xef\xbb\xbf\xef\xbb\xbfdata: a\n\ndata: b\n\n",
        &[("b", None, None)],
    ),
    (
        "a later byte order mark",
        b"data: a\n\xef\xbb\xbfdata: b\n\n",
        &[("a", None, None)],
    ),
    (
        "comments",
        b": hi\n:\n:data: no\ndata: a\n: x\n\n",
        &[("a", None, None)],
    ),
    (
        "many lines of data",
        b"data: YHOO\ndata: +2\ndata: 10\n\n",
        &[("YHOO\n+2\n10", None, None)],
    ),
    (
        "empty lines of data",
        b"data\n\ndata\ndata\n\ndata:\n\n",
        &[("", None, None), ("\n", None, None), ("", None, None)],
    ),
    (
        "one space is no data",
        b"data:test\n\ndata: test\n\ndata:  test\n\n",
        &[
            ("test", None, None),
            ("test", None, None),
            (" test", None, None),
        ],
    ),
    ("a tab is data", b"data:\tx\n\n", &[("\tx", None, None)]),
    (
        "colons in data",
        b"data: a: b:c\n\n",
        &[("a: b:c", None, None)],
    ),
    (
        "a type",
        b"event: add\ndata: 7\n\ndata: 8\n\n",
        &[("7", Some("add"), None), ("8", None, None)],
    ),
    (
        "a type behind the data",
        b"data: 7\nevent: add\n\n",
        &[("7", Some("add"), None)],
    ),
    (
        "the last type",
        b"event: a\nevent: b\ndata: 7\n\n",
        &[("7", Some("b"), None)],
    ),
    (
        "an empty type",
        b"event: a\nevent\ndata: 7\n\n",
        &[("7", None, None)],
    ),
    (
        "a type without data",
        b"event: a\n\ndata: 7\n\n",
        &[("7", None, None)],
    ),
    (
        "ids",
        b"data: a\nid: 1\n\ndata: b\nid\n\ndata: c\n\n",
        &[
            ("a", None, Some("1")),
            ("b", None, Some("")),
            ("c", None, None),
        ],
    ),
    (
        "an id with a NUL",
        b"data: a\nid: 1\nid: 2\x003\n\n",
        &[("a", None, Some("1"))],
    ),
    (
        "unknown fields",
        b"foo: bar\nDATA: x\n data: y\ndata : z\nbaz\ndata: a\n\n",
        &[("a", None, None)],
    ),
    (
        "many empty lines",
        b"\n\n\r\r\n\ndata: a\n\n\n\n",
        &[("a", None, None)],
    ),
    (
        "characters of many bytes",
        "data: grün 🦀 語\n\n".as_bytes(),
        &[("grün 🦀 語", None, None)],
    ),
    (
        "bytes that are no UTF-8",
        b"data: a\xffb\xf0\x9f\xa6\n\n",
        &[("a\u{fffd}b\u{fffd}", None, None)],
    ),
    (
        "no empty line at the end",
        b"data: a\n\ndata: b\n",
        &[("a", None, None)],
    ),
    (
        "no line end at the end",
        b"data: a\n\ndata: b",
        &[("a", None, None)],
    ),
];

#[test]
fn events_are_read_as_the_standard_says_wherever_chunks_end() {
    for (case, bytes, told) in FORMAT {
        for cut in cuts(bytes) {
            let events: Vec<Event<String>> = all(text(body(&cut)))
                .into_iter()
                .map(Result::unwrap)
                .collect();
            let events: Vec<_> = events
                .iter()
                .map(|event| {
                    (
                        event.data.as_str(),
                        event.event.as_deref(),
                        event.id.as_deref(),
                    )
                })
                .collect();
            assert_eq!(&events, told, "{case}, cut as {cut:?}");
        }
    }
}

#[test]
fn the_last_id_stays_until_the_next_and_needs_no_data() {
    let mut events = text(body([
        "data: a\n\nid: 1\ndata: b\n\ndata: c\n\nid: 2\n\ndata: d\n\nid\ndata: e\n\nid: 3\ndata: f",
    ]));
    assert_eq!(events.last_event_id(), None);
    for (data, last) in [
        ("a", None),
        ("b", Some("1")),
        ("c", Some("1")),
        ("d", Some("2")),
        ("e", None),
    ] {
        assert_eq!(next(&mut events).unwrap().unwrap().data, data);
        assert_eq!(events.last_event_id(), last, "{data}");
    }
    assert!(next(&mut events).is_none());
    assert_eq!(
        events.last_event_id(),
        None,
        "of an event that was not told"
    );
}

#[test]
fn the_time_to_wait_is_a_number_of_milliseconds_in_digits() {
    for (line, milliseconds) in [
        ("retry: 1500", Some(1500)),
        ("retry:0", Some(0)),
        ("retry: 007", Some(7)),
        ("retry: +7", None),
        ("retry: -7", None),
        ("retry: 1.5", None),
        ("retry:  7", None),
        ("retry: 7 ", None),
        ("retry:", None),
        ("retry", None),
        ("retry: 99999999999999999999999", None),
    ] {
        let mut events = text(body([format!("{line}\ndata: a\n\ndata: b\n\n")]));
        let wait = milliseconds.map(Duration::from_millis);
        assert_eq!(next(&mut events).unwrap().unwrap().retry, wait, "{line}");
        assert_eq!(next(&mut events).unwrap().unwrap().retry, None, "{line}");
        assert_eq!(events.retry(), wait, "{line}");
    }
}

#[test]
fn the_data_of_events_is_json() {
    let events = json(body(["data: {\"a\":\ndata:  [1]}\n\ndata: \"x\"\n\n"]));
    assert_eq!(data(events), [json!({"a": [1]}), json!("x")]);
}

#[test]
fn text_is_what_it_is_and_not_json() {
    let events = text(body([
        "data: \"a\"\n\ndata: [DONE]\n\ndata: {\n\ndata: \\u00fc\n\n",
    ]));
    assert_eq!(data(events), ["\"a\"", "[DONE]", "{", "\\u00fc"]);
}

#[test]
fn done_ends_a_stream_of_json_even_if_the_body_goes_on() {
    for end in [
        "data: [DONE]\n\n",
        "data:[DONE]\r\n\r\n",
        "event: done\ndata: [DONE]\n\n",
        "data: [DONE]",
    ] {
        let events = json(body([format!("data: 1\n\n{end}")]));
        assert_eq!(data(events), [json!(1)], "{end}");
    }
    let more = json(body([
        "data: 1\n\ndata: [DONE]\n\ndata: 2\n\n",
        "data: 3\n\n",
    ]));
    assert_eq!(data(more), [json!(1)]);
    assert_eq!(
        shown(all(Events::<Value>::new(
            broken(&["data: [DONE]\n\n"], Kind::Exchange),
            LIMIT
        ))),
        [""; 0]
    );
}

#[test]
fn an_event_of_blank_data_is_no_json_but_a_sign_of_life() {
    assert_eq!(
        data(json(body([
            "event: ping\ndata:\n\ndata: 1\n\ndata\ndata:  \n\n"
        ]))),
        [json!(1)]
    );
}

#[test]
fn a_last_event_without_its_empty_line_is_told_if_its_json_is_whole() {
    for (end, told) in [
        ("data: {\"a\": 1}\n", Some(json!({"a": 1}))),
        ("data: {\"a\": 1}", Some(json!({"a": 1}))),
        ("data: {\"a\": 1", None),
        ("data: [1,\ndata: 2]\r", Some(json!([1, 2]))),
        ("dat", None),
        ("event: x\n", None),
    ] {
        for cut in cuts(end.as_bytes()) {
            assert_eq!(
                data(json(body(&cut))),
                Vec::from_iter(told.clone()),
                "{end}"
            );
        }
    }
}

#[test]
fn what_is_not_of_the_documented_type_is_an_error_and_the_stream_goes_on() {
    let mut events = Events::<i64>::new(
        body(["data: 1\n\nevent: error\nid: 7\ndata: {\"code\": 5}\n\ndata: {\"a\n\ndata: 2\n\n"]),
        LIMIT,
    );
    assert_eq!(next(&mut events).unwrap().unwrap().data, 1);
    match next(&mut events) {
        Some(Err(StreamError::Body {
            problem: BodyProblem::Mismatch { path, .. },
            event,
            data,
        })) => {
            assert_eq!(
                (path.as_str(), event.as_deref(), data.as_str()),
                ("$", Some("error"), "{\"code\": 5}")
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(events.last_event_id(), Some("7"));
    match next(&mut events) {
        Some(Err(
            error @ StreamError::Body {
                problem: BodyProblem::NotJson { .. },
                ..
            },
        )) => {
            assert!(
                error
                    .to_string()
                    .starts_with("an item of the stream is not JSON: "),
                "{error}"
            );
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(data(events), [2]);
}
