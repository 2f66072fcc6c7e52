use serde_json::{Value, json};

use super::{problem, read, written};
use crate::runtime::wire::{wire_integer_enum, wire_value_enum};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Level {
    One,
    MinusOne,
    Unknown(i64),
}

wire_integer_enum! {
    Level {
        1 => One,
        -1 => MinusOne,
    } else Unknown
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Closed {
    Two,
}

wire_integer_enum! {
    Closed {
        2 => Two,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Mixed {
    Auto,
    One,
    MinusHalf,
    True,
    Unknown(Value),
}

wire_value_enum! {
    Mixed {
        "auto" => Auto,
        1 => One,
        -0.5 => MinusHalf,
        true => True,
    } else Unknown
}

#[derive(Debug, Clone, PartialEq)]
enum Switch {
    On,
    Off,
}

wire_value_enum! {
    Switch {
        true => On,
        "off" => Off,
    }
}

#[test]
fn an_integer_enum_is_its_number() {
    for (value, level) in [
        (json!(1), Level::One),
        (json!(-1), Level::MinusOne),
        (json!(9), Level::Unknown(9)),
    ] {
        assert_eq!(read::<Level>(&value), level);
        assert_eq!(written(&level), value);
        assert_eq!(level.to_string(), value.to_string());
        assert_eq!(Some(i64::from(level)), value.as_i64());
    }
    assert_eq!(read::<Level>(&json!(1.0)), Level::One);
    assert_eq!(read::<Closed>(&json!(2)), Closed::Two);
}

#[test]
fn an_integer_enum_refuses_what_is_no_integer_and_a_closed_one_what_it_does_not_know() {
    for value in [json!("1"), json!(1.5), json!(null), json!(u64::MAX)] {
        assert_eq!(problem::<Level>(&value).0, "$");
    }
    let error = serde_json::from_value::<Closed>(json!(3)).unwrap_err();
    assert_eq!(error.to_string(), "unknown value 3, expected one of [2]");
}

#[test]
fn a_value_enum_is_any_primitive() {
    for (value, mixed, text) in [
        (json!("auto"), Mixed::Auto, "auto"),
        (json!(1), Mixed::One, "1"),
        (json!(-0.5), Mixed::MinusHalf, "-0.5"),
        (json!(true), Mixed::True, "true"),
        (json!("1"), Mixed::Unknown(json!("1")), "1"),
        (json!([1]), Mixed::Unknown(json!([1])), "[1]"),
    ] {
        assert_eq!(read::<Mixed>(&value), mixed);
        assert_eq!(written(&mixed), value);
        assert_eq!(mixed.to_string(), text);
    }
    assert_eq!(read::<Mixed>(&json!(1.0)), Mixed::One);
}

#[test]
fn a_closed_value_enum_refuses_what_it_does_not_know() {
    assert_eq!(read::<Switch>(&json!("off")), Switch::Off);
    assert_eq!(written(&Switch::On), json!(true));
    let error = serde_json::from_value::<Switch>(json!(false)).unwrap_err();
    assert_eq!(error.to_string(), "unknown value false");
}
