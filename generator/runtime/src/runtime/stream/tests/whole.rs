//! Events whose schema is one of the whole event.

use serde_json::{Value, json};

use super::*;
use crate::runtime::error::BodyProblem;
use crate::runtime::stream::Events;
use crate::runtime::wire::wire_struct;

#[derive(Debug, Clone, PartialEq)]
struct Text {
    event: Option<String>,
    data: String,
    id: Option<String>,
    retry: Option<i64>,
}

wire_struct! {
    Text {
        "event" => event: optional,
        "data" => data: required,
        "id" => id: optional,
        "retry" => retry: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Number {
    event: String,
    data: i64,
}

wire_struct! {
    Number {
        "event" => event: required,
        "data" => data: required,
    }
}

fn values(bytes: &str) -> Vec<Value> {
    all(Events::<Value>::whole(body([bytes]), LIMIT))
        .into_iter()
        .map(|event| event.unwrap().data)
        .collect()
}

#[test]
fn an_event_is_an_object_of_the_fields_that_stand_there() {
    assert_eq!(
        values("event: a\"b\nid: 7\nretry: 5\ndata: {\"n\": 1}\n\ndata: 2\n\n"),
        [
            json!({"event": "a\"b", "id": "7", "retry": 5, "data": {"n": 1}}),
            json!({"data": 2}),
        ]
    );
}

#[test]
fn data_that_is_not_json_is_text() {
    assert_eq!(
        values("data: hi\n\ndata\n\ndata: 1,\"event\":\"x\"\n\n"),
        [
            json!({"data": "hi"}),
            json!({"data": ""}),
            json!({"data": "1,\"event\":\"x\""}),
        ]
    );
}

#[test]
fn data_that_the_document_says_is_text_is_text_even_if_it_is_json() {
    let events = Events::<Text>::whole(body(["data: {\"n\": 1}\nid: 4\nretry: 9\n\n"]), LIMIT);
    let told = all(events).remove(0).unwrap();
    assert_eq!(
        told.data,
        Text {
            event: None,
            data: "{\"n\": 1}".to_owned(),
            id: Some("4".to_owned()),
            retry: Some(9),
        }
    );
    assert_eq!(told.id.as_deref(), Some("4"));
}

#[test]
fn an_event_whose_data_is_the_object_already_is_read_from_its_data() {
    let inner = json!({"event": "n", "data": {"event": "m"}});
    for line in ["", "event: n\n"] {
        let read = values(&format!("{line}data: {inner}\n\n"));
        assert_eq!(read, std::slice::from_ref(&inner));
    }
    let other = format!("event: other\ndata: {inner}\n\n");
    assert_eq!(values(&other), [json!({"event": "other", "data": inner})]);

    let mut numbers = Events::<Number>::whole(
        body(["event: n\ndata: 1\n\ndata: {\"event\": \"n\", \"data\": 2}\n\n"]),
        LIMIT,
    );
    for number in 1..=2 {
        assert_eq!(next(&mut numbers).unwrap().unwrap().data.data, number);
    }
}

#[test]
fn data_that_only_looks_like_the_object_is_data() {
    let events = Events::<Text>::whole(body(["event: n\ndata: {\"event\": \"n\"}\n\n"]), LIMIT);
    let told = all(events).remove(0).unwrap().data;
    assert_eq!(
        (told.event.as_deref(), told.data.as_str()),
        (Some("n"), "{\"event\": \"n\"}")
    );
}

#[test]
fn an_event_of_another_type_is_an_error_that_names_the_field() {
    let mut events = Events::<Number>::whole(
        body(["event: n\ndata: true\n\nevent: n\ndata: 1\n\n"]),
        LIMIT,
    );
    match next(&mut events) {
        Some(Err(StreamError::Body {
            problem: BodyProblem::Mismatch { path, .. },
            event,
            data,
        })) => assert_eq!(
            (path.as_str(), event.as_deref(), data.as_str()),
            ("$.data", Some("n"), "true")
        ),
        other => panic!("{other:?}"),
    }
    assert_eq!(next(&mut events).unwrap().unwrap().data.data, 1);
}

#[test]
fn done_is_an_event_where_the_document_describes_it_and_the_end() {
    let stream = "event: done\ndata: [DONE]\n\nevent: n\ndata: 1\n\n";
    assert_eq!(values(stream), [json!({"event": "done", "data": "[DONE]"})]);
    let undescribed = all(Events::<Number>::whole(body([stream]), LIMIT));
    assert!(undescribed.is_empty(), "{undescribed:?}");
}
