use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{problem, read, written};
use crate::runtime::wire::wire_struct;

#[derive(Debug, Clone, PartialEq)]
struct Versioned {
    name: String,
    note: Option<String>,
    others: BTreeMap<String, i64>,
}

wire_struct! {
    Versioned {
        tags { "type" = "v", "version" = integer 1, "beta" = boolean true, "scale" = number 0.5 }
        "name" => name: required,
        "note" => note: required,
        .. => others,
    }
}

fn versioned() -> Value {
    json!({
        "type": "v", "version": 1, "beta": true, "scale": 0.5, "name": "a", "note": null, "x": 1, "y z": 2,
    })
}

#[test]
fn properties_without_a_row_are_kept_in_the_map() {
    let read = read::<Versioned>(&versioned());
    let others = BTreeMap::from([("x".to_owned(), 1), ("y z".to_owned(), 2)]);
    assert_eq!(read.others, others);
    assert_eq!(
        serde_json::to_string(&read).unwrap(),
        r#"{"type":"v","version":1,"beta":true,"scale":0.5,"name":"a","note":null,"x":1,"y z":2}"#
    );
}

#[test]
fn the_map_cannot_write_a_property_that_has_a_row_or_is_a_constant() {
    let mut value = read::<Versioned>(&versioned());
    value.others.insert("name".to_owned(), 1);
    value.others.insert("type".to_owned(), 2);
    assert_eq!(written(&value), versioned());
}

#[test]
fn a_wrong_value_for_the_map_has_its_path() {
    let mut value = versioned();
    value["y z"] = json!("2");
    assert_eq!(problem::<Versioned>(&value).0, r#"$["y z"]"#);
}

#[test]
fn a_required_nullable_property_is_written_as_null_and_read_so_where_it_does_not_come() {
    assert_eq!(
        written(&read::<Versioned>(&versioned()))["note"],
        Value::Null
    );
    let mut value = versioned();
    value.as_object_mut().unwrap().remove("note");
    assert_eq!(read::<Versioned>(&value), read(&versioned()));
    // What cannot be `null` must come.
    value.as_object_mut().unwrap().remove("name");
    assert_eq!(problem::<Versioned>(&value).0, "$.name");
}

#[test]
fn constants_of_any_kind_are_checked() {
    let mut same = versioned();
    same["version"] = json!(1.0);
    assert_eq!(read::<Versioned>(&same), read(&versioned()));
    for (name, wrong) in [
        ("type", json!("w")),
        ("version", json!(2)),
        ("version", json!("1")),
        ("beta", json!(false)),
        ("beta", json!("true")),
        ("scale", json!(0.25)),
        ("scale", json!(null)),
    ] {
        let mut value = versioned();
        value[name] = wrong.clone();
        let (path, message) = problem::<Versioned>(&value);
        assert_eq!(path, format!("$.{name}"));
        assert!(message.contains(&format!("found {wrong}")), "{message}");
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Nothing {}

wire_struct! {
    Nothing {}
}

#[test]
fn a_struct_without_rows_reads_any_object() {
    assert_eq!(written(&read::<Nothing>(&json!({"a": 1}))), json!({}));
    assert_eq!(problem::<Nothing>(&json!(1)).0, "$");
}

proptest! {
    #[test]
    fn a_struct_with_a_map_is_read_as_it_was_written(
        name: String,
        note: Option<String>,
        mut others: BTreeMap<String, i64>,
    ) {
        for own in ["type", "version", "beta", "scale", "name", "note"] {
            others.remove(own);
        }
        let value = Versioned { name, note, others };
        prop_assert_eq!(read::<Versioned>(&written(&value)), value);
    }
}
