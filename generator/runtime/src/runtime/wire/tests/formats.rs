use bytes::Bytes;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{problem, read, written};
use crate::runtime::wire::{from_slice, to_vec};

#[test]
fn bytes_are_base64_with_padding_and_read_without_it() {
    for text in ["aGk=", "aGk"] {
        assert_eq!(read::<Bytes>(&json!(text)), "hi");
    }
    assert_eq!(written(&Bytes::from_static(b"\xfb\xff")), json!("+/8="));
    let (_, message) = problem::<Bytes>(&json!("a-_b"));
    assert_eq!(
        message,
        "invalid value: string \"a-_b\", expected bytes in Base64 at line 1 column 6"
    );
}

#[test]
fn a_timestamp_is_an_instant_of_rfc_3339() {
    let text = json!("2024-02-29T23:59:59.5Z");
    let read_one = read::<jiff::Timestamp>(&text);
    assert_eq!(written(&read_one), text);
    assert_eq!(
        read::<jiff::Timestamp>(&json!("2024-03-01T01:59:59.500+02:00")),
        read_one
    );
    assert_eq!(problem::<jiff::Timestamp>(&json!("yesterday")).0, "$");
    assert_eq!(problem::<jiff::Timestamp>(&json!(1)).0, "$");
}

#[test]
fn a_date_is_a_full_date_of_rfc_3339() {
    let text = json!("2024-02-29");
    assert_eq!(written(&read::<jiff::civil::Date>(&text)), text);
    assert_eq!(problem::<jiff::civil::Date>(&json!("2023-02-29")).0, "$");
}

#[test]
fn dates_can_be_those_of_chrono() {
    let text = json!("2024-02-29T23:59:59.500Z");
    let read_one = read::<chrono::DateTime<chrono::Utc>>(&text);
    assert_eq!(written(&read_one), text);
    let other_offset = json!("2024-03-01T01:59:59.5+02:00");
    assert_eq!(
        read::<chrono::DateTime<chrono::Utc>>(&other_offset),
        read_one
    );
    assert_eq!(
        problem::<chrono::DateTime<chrono::Utc>>(&json!("yesterday")).0,
        "$"
    );
    let text = json!("2024-02-29");
    assert_eq!(written(&read::<chrono::NaiveDate>(&text)), text);
    assert_eq!(problem::<chrono::NaiveDate>(&json!("2023-02-29")).0, "$");
}

#[test]
fn a_uuid_is_a_uuid() {
    let text = json!("67e55044-10b1-426f-9247-bb680e5fe0c8");
    assert_eq!(written(&read::<uuid::Uuid>(&text)), text);
    assert_eq!(problem::<uuid::Uuid>(&json!("67e55044")).0, "$");
}

#[test]
fn nothing_is_null() {
    read::<()>(&Value::Null);
    assert_eq!(written(&()), Value::Null);
    assert_eq!(problem::<()>(&json!(0)).0, "$");
}

#[test]
fn a_tuple_is_an_array_of_exactly_its_items() {
    let value = json!(["a", 1]);
    let pair = ("a".to_owned(), 1_i64);
    assert_eq!(read::<(String, i64)>(&value), pair);
    assert_eq!(written(&pair), value);
    assert_eq!(problem::<(String, i64)>(&json!(["a", "b"])).0, "$[1]");
    let (path, message) = problem::<(String, i64)>(&json!(["a"]));
    assert_eq!(
        (path.as_str(), &message[..25]),
        ("$", "expected 2 items, found 1")
    );
    let (path, message) = problem::<(String, i64)>(&json!(["a", 1, null]));
    assert_eq!((path.as_str(), &message[..17]), ("$", "more than 2 items"));
    type Twelve = (u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, u8, Option<String>);
    let twelve = json!([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, null]);
    assert_eq!(written(&read::<Twelve>(&twelve)), twelve);
}

#[test]
fn integers_keep_to_their_width() {
    assert_eq!(read::<i8>(&json!(-128)), -128);
    assert_eq!(read::<u16>(&json!(65535)), 65535);
    assert!(from_slice::<i8>(b"128").is_err());
    assert!(from_slice::<u8>(b"-1").is_err());
    assert!(from_slice::<i16>(b"40000").is_err());
}

#[test]
fn a_number_beyond_64_bits_does_not_end_the_parse() {
    let text = b"[1180591620717411303424, 1]";
    assert_eq!(from_slice::<Vec<f64>>(text).unwrap()[0], 2_f64.powi(70));
    let values = from_slice::<Vec<Value>>(text).unwrap();
    assert_eq!(written(&values), json!([2_f64.powi(70), 1]));
    assert!(from_slice::<Vec<i64>>(text).is_err());
}

proptest! {
    #[test]
    fn any_bytes_survive(bytes: Vec<u8>) {
        let bytes = Bytes::from(bytes);
        prop_assert_eq!(read::<Bytes>(&written(&bytes)), bytes);
    }

    #[test]
    fn any_integer_survives(signed: i64, unsigned: u64) {
        prop_assert_eq!(from_slice::<i64>(&to_vec(&signed).unwrap()).unwrap(), signed);
        prop_assert_eq!(from_slice::<u64>(&to_vec(&unsigned).unwrap()).unwrap(), unsigned);
    }

    #[test]
    fn an_integer_that_a_number_holds_is_written_as_it_came(value in -(1_i64 << 53)..(1_i64 << 53)) {
        let text = value.to_string();
        let number = from_slice::<f64>(text.as_bytes()).unwrap();
        prop_assert_eq!(to_vec(&number).unwrap(), text.as_bytes());
    }

    #[test]
    fn any_timestamp_date_and_uuid_survive(seconds in -377_705_023_201_i64..253_402_207_200, nanoseconds in 0..1_000_000_000_i32, uuid: u128) {
        let timestamp = jiff::Timestamp::new(seconds, nanoseconds).unwrap();
        prop_assert_eq!(read::<jiff::Timestamp>(&written(&timestamp)), timestamp);
        let date = jiff::tz::TimeZone::UTC.to_datetime(timestamp).date();
        prop_assert_eq!(read::<jiff::civil::Date>(&written(&date)), date);
        let uuid = uuid::Uuid::from_u128(uuid);
        prop_assert_eq!(read::<uuid::Uuid>(&written(&uuid)), uuid);
    }
}
