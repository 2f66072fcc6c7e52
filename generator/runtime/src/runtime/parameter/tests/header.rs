use serde_json::{Value, json};
use std::collections::BTreeMap;

use super::{reason, sent, text};
use crate::runtime::error::InputError;
use crate::runtime::parameter::{Parameter, Style, read_header};
use crate::runtime::wire::{wire_enum, wire_integer_enum};

const HEADER: Parameter = Parameter::header("X-Color");
const COOKIE: Parameter = Parameter::cookie("color");

#[test]
fn a_header_is_not_percent_encoded() {
    assert_eq!(
        text(HEADER, json!("text/html; q=\"0.5\", a%b")),
        "text/html; q=\"0.5\", a%b"
    );
    assert_eq!(text(HEADER, json!([1, true])), "1,true");
    let exploded = HEADER.style(Style::Simple, true);
    assert_eq!(text(exploded, json!({"a": "", "b": "c"})), "a=,b=c");
}

#[test]
fn a_header_that_would_not_arrive_as_it_is_is_an_error_that_names_it() {
    for value in [
        json!("a\r\nb"),
        json!("a\0"),
        json!("ü"),
        json!(" a"),
        json!("a\t"),
        json!(["a,b"]),
        json!(["a", " b"]),
        json!(["a", "", "b"]),
        json!({"a": "", "b": "c"}),
    ] {
        assert!(!reason(HEADER, value).is_empty());
    }
    assert_eq!(
        sent(HEADER, &json!("é")).unwrap_err().to_string(),
        "the parameter `X-Color` cannot be sent: a header has no characters but those of ASCII"
    );
    assert_eq!(
        sent(Parameter::header("a b"), &json!("x")),
        Err(InputError::InvalidHeader {
            name: "a b".to_owned()
        })
    );
}

#[test]
fn json_in_a_header_is_ascii() {
    let value = json!({"a": "ü😀\u{7f}\n", "b": [1]});
    let sent = text(HEADER.json(), value.clone());
    assert_eq!(sent, r#"{"a":"\u00fc\ud83d\ude00\u007f\n","b":[1]}"#);
    assert_eq!(serde_json::from_str::<Value>(&sent).unwrap(), value);
}

#[test]
fn a_cookie_goes_as_it_is_where_it_can() {
    for octets in ["abc+/==", "a%20b", "!#$&'()*-.:<=>?@[]^_`{|}~"] {
        assert_eq!(text(COOKIE, json!(octets)), format!("color={octets}"));
    }
}

#[test]
fn a_cookie_that_cannot_go_as_it_is_is_percent_encoded() {
    assert_eq!(
        text(COOKIE, json!("a; b=\"c\",\\d%\r\nü")),
        "color=a%3B%20b=%22c%22%2C%5Cd%25%0D%0A%C3%BC"
    );
    assert_eq!(text(COOKIE.json(), json!({"a": 1})), "color={%22a%22:1}");
    assert_eq!(text(COOKIE, json!({"a b;": 1})), "a%20b%3B=1");
    let list = COOKIE.style(Style::Form, false);
    assert_eq!(text(list, json!(["a%20b", "c"])), "color=a%20b,c");
    assert_eq!(text(list, json!(["a%20b", "c d"])), "color=a%2520b,c%20d");
}

#[derive(Debug, Clone, PartialEq)]
enum Colour {
    Red,
    Unknown(String),
}

wire_enum! {
    Colour {
        "red" => Red,
    } else Unknown
}

#[derive(Debug, Clone, PartialEq)]
enum Level {
    One,
}

wire_integer_enum! {
    Level {
        1 => One,
    }
}

#[test]
fn a_header_of_an_answer_is_read_as_its_type() {
    let text = |text: &str| text.to_owned();
    assert_eq!(read_header(" 42 "), Ok(text("42")));
    assert_eq!(read_header("true, \"x\""), Ok(text("true, \"x\"")));
    assert_eq!(read_header("42"), Ok(42_i64));
    assert_eq!(read_header("0.5"), Ok(0.5_f64));
    assert_eq!(read_header("true"), Ok(true));
    assert_eq!(read_header("42"), Ok(Some(42_u8)));
    assert_eq!(read_header("red"), Ok(Colour::Red));
    assert_eq!(read_header("7"), Ok(Colour::Unknown(text("7"))));
    assert_eq!(read_header("1"), Ok(Level::One));
    let instant = "2024-02-29T23:59:59Z";
    assert_eq!(
        read_header(instant),
        Ok(instant.parse::<jiff::Timestamp>().unwrap())
    );
}

#[test]
fn a_header_of_an_answer_is_an_array_by_its_commas_and_an_object_too() {
    let text = |text: &str| text.to_owned();
    assert_eq!(
        read_header("a, 1 ,,true"),
        Ok(vec![text("a"), text("1"), text("true")])
    );
    assert_eq!(read_header("1, 2"), Ok(vec![1_i64, 2]));
    assert_eq!(read_header(""), Ok(Vec::<String>::new()));
    assert_eq!(
        read_header("red,green").map(|c: Vec<Colour>| c.len()),
        Ok(2)
    );
    let object = BTreeMap::from([(text("R"), 100_i64), (text("G"), 200)]);
    assert_eq!(read_header("R=100,G=200"), Ok(object.clone()));
    assert_eq!(read_header("R,100,G,200"), Ok(object.clone()));
    assert_eq!(read_header(r#"{"R": 100, "G": 200}"#), Ok(object));
}

#[test]
fn a_header_of_an_answer_that_is_of_another_type_is_told() {
    assert_eq!(
        read_header::<i64>("soon").unwrap_err(),
        "invalid type: string \"soon\", expected an integer of 64 bits"
    );
    assert!(read_header::<Vec<i64>>("1,x").is_err());
    assert!(read_header::<Level>("2").is_err());
}
