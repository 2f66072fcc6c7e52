mod enums;
mod foreign;
mod formats;
mod structs;
mod unions;

use std::collections::BTreeMap;
use std::fmt::Debug;

use serde_json::{Value, json};

use super::{Wire, from_slice, to_vec, wire_enum, wire_struct, wire_union};
use crate::runtime::error::BodyProblem;

#[derive(Debug, Clone, PartialEq)]
struct Message {
    text: String,
    r#type: Option<i64>,
    files: Option<Vec<File>>,
    note: Option<Option<String>>,
    status: Status,
    metadata: Option<BTreeMap<String, Value>>,
}

wire_struct! {
    Message {
        "text" => text: required,
        "type" => r#type: optional,
        "files" => files: optional,
        "note" => note: nullable,
        "status" => status: required,
        "metadata" => metadata: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Status {
    Idle,
    Unknown(String),
}

wire_enum! {
    Status {
        "idle" => Idle,
    } else Unknown
}

#[derive(Debug, Clone, PartialEq)]
enum Colour {
    Red,
    Blue,
}

wire_enum! {
    Colour {
        "red" => Red,
        "blue" => Blue,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Pdf {
    data: String,
    pages: f64,
}

wire_struct! {
    Pdf {
        tags { "type" = "base64", "mediaType" = "application/pdf" }
        "data" => data: required,
        "pages" => pages: required,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum File {
    Pdf(Pdf),
    Unknown(Value),
}

wire_union! {
    File {
        Pdf { "type" = "base64", "mediaType" = "application/pdf" },
    } else Unknown
}

fn read<T: Wire>(value: &Value) -> T {
    from_slice(value.to_string().as_bytes()).unwrap()
}

fn written(value: &impl Wire) -> Value {
    serde_json::from_slice(&to_vec(value).unwrap()).unwrap()
}

/// The path and the message of a mismatch.
fn problem<T: Wire + Debug>(value: &Value) -> (String, String) {
    match from_slice::<T>(value.to_string().as_bytes()) {
        Err(BodyProblem::Mismatch { path, message }) => (path, message),
        other => panic!("{other:?}"),
    }
}

fn pdf() -> Value {
    json!({"type": "base64", "mediaType": "application/pdf", "data": "AA", "pages": 1})
}

#[test]
fn what_was_read_is_written_again() {
    let whole = json!({
        "text": "a", "type": 7, "note": null, "status": "asleep", "metadata": {"a": [1, null]},
        "files": [
            pdf(),
            {"type": "base64", "mediaType": "image/png", "data": "AA", "extra": {"b": 1.5}},
            {"type": "zip", "data": 18_446_744_073_709_551_615_u64},
            "text",
        ],
    });
    for value in [whole, json!({"text": "", "status": "idle"})] {
        let message: Message = read(&value);
        assert_eq!(written(&message), value);
        assert_eq!(serde_json::to_value(&message).unwrap(), value);
        assert_eq!(serde_json::from_value::<Message>(value).unwrap(), message);
    }
}

#[test]
fn absent_null_and_a_value_are_three_states() {
    let with = |note: Value| {
        let mut value = json!({"text": "", "status": "idle"});
        value["note"] = note;
        read::<Message>(&value).note
    };
    assert_eq!(with(Value::Null), Some(None));
    assert_eq!(with(json!("x")), Some(Some("x".to_owned())));
    assert_eq!(
        read::<Message>(&json!({"text": "", "status": "idle"})).note,
        None
    );
}

#[test]
fn null_for_an_optional_property_counts_as_absent() {
    let value = json!({"text": "", "status": "idle", "type": null, "files": null});
    assert_eq!(read::<Message>(&value).r#type, None);
}

#[test]
fn unknown_properties_and_repeated_ones_do_no_harm() {
    let text = br#"{"text": "a", "status": "idle", "new": {"x": []}, "text": "b"}"#;
    assert_eq!(from_slice::<Message>(text).unwrap().text, "b");
}

#[test]
fn an_error_names_the_path_to_its_place() {
    let cases = [
        (json!({"status": "idle"}), "$.text", "missing field `text`"),
        (
            json!({"text": 1, "status": "idle"}),
            "$.text",
            "invalid type: integer `1`, expected a string at line 1 column 9",
        ),
        (
            json!({"text": "", "status": "idle", "files": [pdf(), {"type": "base64", "mediaType": "application/pdf"}]}),
            "$.files[1].data",
            "missing field `data`",
        ),
        (json!([]), "$", "invalid type: sequence, expected an object"),
        (
            json!({"text": "", "status": "idle", "metadata": 1}),
            "$.metadata",
            "invalid type: integer `1`, expected an object",
        ),
    ];
    for (value, path, message) in cases {
        let found = problem::<Message>(&value);
        assert_eq!(found.0, path);
        assert!(found.1.starts_with(message), "{}", found.1);
    }
}

#[test]
fn serde_callers_find_the_path_in_the_message() {
    let value = json!({"text": "", "status": "idle", "type": "x"});
    let error = serde_json::from_value::<Message>(value).unwrap_err();
    assert_eq!(
        error.to_string(),
        "$.type: invalid type: string \"x\", expected an integer of 64 bits"
    );
}

#[test]
fn a_path_quotes_names_that_are_not_plain() {
    let error = from_slice::<BTreeMap<String, BTreeMap<String, i64>>>(br#"{"a b": {"c/d": ""}}"#);
    assert!(matches!(
        error,
        Err(BodyProblem::Mismatch { path, .. }) if path == r#"$["a b"]["c/d"]"#
    ));
}

#[test]
fn tags_are_checked_on_reading() {
    let mut other = pdf();
    other["type"] = json!("text");
    let error = serde_json::from_value::<Pdf>(other).unwrap_err();
    assert_eq!(
        error.to_string(),
        "$.type: expected the constant \"base64\", found \"text\""
    );
    let twice = r#"{"type": "base64", "type": "base64", "data": "", "pages": 1}"#;
    let error = serde_json::from_str::<Pdf>(twice).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("$.mediaType: missing field `mediaType`"),
        "{error}"
    );
}

#[test]
fn a_closed_enum_refuses_what_it_does_not_know() {
    assert_eq!(from_slice::<Colour>(b"\"blue\"").unwrap(), Colour::Blue);
    assert_eq!(Colour::Red.to_string(), "red");
    let error = serde_json::from_str::<Colour>("\"green\"").unwrap_err();
    assert_eq!(
        error.to_string(),
        "unknown variant `green`, expected `red` or `blue` at line 1 column 7"
    );
}

#[test]
fn a_byte_order_mark_before_a_body_means_nothing() {
    assert_eq!(from_slice::<i32>("\u{feff} 3".as_bytes()).unwrap(), 3);
    assert!(from_slice::<i32>("\u{feff}\u{feff}3".as_bytes()).is_err());
}

#[test]
fn whole_numbers_keep_their_form() {
    let written = |value: f64| String::from_utf8(to_vec(&value).unwrap()).unwrap();
    assert_eq!(written(400.0), "400");
    assert_eq!(written(-0.5), "-0.5");
    assert_eq!(written(1e300), "1e+300");
    assert_eq!(written(-0.0), "-0.0");
    assert!(to_vec(&f64::NAN).is_err());
}

#[test]
fn an_integer_may_be_written_with_a_fraction_of_zero_but_must_fit() {
    assert_eq!(from_slice::<i32>(b"3.0").unwrap(), 3);
    assert_eq!(
        from_slice::<u64>(b"18446744073709551615").unwrap(),
        u64::MAX
    );
    for text in ["3.5", "3000000000", "1e300", "\"3\""] {
        assert!(from_slice::<i32>(text.as_bytes()).is_err(), "{text}");
    }
    assert!(from_slice::<u32>(b"-1").is_err());
}

proptest::proptest! {
    #[test]
    fn any_number_survives(value in proptest::num::f64::NORMAL | proptest::num::f64::ZERO) {
        let text = to_vec(&value).unwrap();
        proptest::prop_assert_eq!(from_slice::<f64>(&text).unwrap().to_bits(), value.to_bits());
    }
}
