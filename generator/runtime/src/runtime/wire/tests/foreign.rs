use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Value, json};

use super::{problem, read, written};
use crate::runtime::wire::{wire_foreign, wire_struct, wire_union};

/// A type of the user's own, with nothing but serde's traits.
#[derive(Debug, Clone, PartialEq)]
struct Cents(u64);

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        let cents = value.get("cents").and_then(Value::as_u64);
        cents.map(Self).ok_or_else(|| D::Error::custom("no cents"))
    }
}

impl Serialize for Cents {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        json!({"cents": self.0}).serialize(serializer)
    }
}

wire_foreign!(Cents);

#[derive(Debug, Clone, PartialEq)]
struct Bill {
    prices: Vec<Cents>,
}

wire_struct! {
    Bill {
        "prices" => prices: required,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Price {
    Cents(Cents),
    Text(String),
    Unknown(Value),
}

wire_union! {
    Price {
        Cents from Cents { object },
        Text from String { string },
    } else Unknown
}

#[test]
fn a_foreign_type_is_read_and_written_by_its_own_traits() {
    let value = json!({"prices": [{"cents": 1}, {"cents": 2}]});
    let bill: Bill = read(&value);
    assert_eq!(bill.prices, [Cents(1), Cents(2)]);
    assert_eq!(written(&bill), value);
}

#[test]
fn the_path_of_a_failure_leads_to_the_foreign_value() {
    let (path, message) = problem::<Bill>(&json!({"prices": [{"cents": 1}, {}]}));
    assert_eq!(path, "$.prices[1]");
    assert!(message.starts_with("no cents"), "{message}");
}

#[test]
fn a_foreign_type_can_be_a_branch_of_a_union() {
    for (value, expected) in [
        (json!({"cents": 1}), Price::Cents(Cents(1))),
        (json!("free"), Price::Text("free".into())),
        (json!(1), Price::Unknown(json!(1))),
    ] {
        assert_eq!(read::<Price>(&value), expected);
        assert_eq!(written(&expected), value);
    }
}
