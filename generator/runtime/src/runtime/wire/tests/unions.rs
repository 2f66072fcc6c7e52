use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use serde_json::{Value, json};

use super::{problem, read, written};
use crate::runtime::wire::{wire_enum, wire_integer_enum, wire_struct, wire_union};

#[derive(Debug, Clone, PartialEq)]
struct Dog {
    name: String,
    bark: Option<String>,
}

wire_struct! {
    Dog {
        "name" => name: required,
        "bark" => bark: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Cat {
    name: String,
    meow: Option<i64>,
    kind: Option<CatKind>,
}

wire_struct! {
    Cat {
        "name" => name: required,
        "meow" => meow: optional,
        "kind" => kind: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum CatKind {
    Tabby,
    Unknown(String),
}

wire_enum! {
    CatKind {
        "tabby" => Tabby,
    } else Unknown
}

#[derive(Debug, Clone, PartialEq)]
struct Options {
    colour: Option<String>,
    size: Option<Value>,
}

wire_struct! {
    Options {
        "colour" => colour: optional,
        "size" => size: optional,
    }
}

/// All of its branches have to be weighed.
#[derive(Debug, Clone, PartialEq)]
enum Pet {
    Options(Options),
    Dog(Dog),
    Cat(Box<Cat>),
    Unknown(Value),
}

wire_union! {
    Pet {
        Options from Options { object },
        Dog from Dog { object },
        Cat { object },
    } else Unknown
}

/// One of its branches by looks.
#[derive(Debug, Clone, PartialEq)]
enum Thing {
    Cat(Cat),
    Dog(Dog),
    Text(String),
    Level(Level),
    Amount(f64),
    Flag(bool),
    Things(Vec<Thing>),
    Map(BTreeMap<String, Thing>),
    Unknown(Value),
}

wire_union! {
    Thing {
        Cat from Cat { object, adds "petType" = "cat", adds "version" = integer 2 },
        Dog from Dog { object, "petType" = "dog" | "wolf", has "name" },
        Text from String { string },
        Level from Level { integer },
        Amount from f64 { number, },
        Flag { boolean },
        Things from Vec<Thing> { array },
        Map from BTreeMap<String, Thing> { object, has "map" },
    } else Unknown
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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

#[derive(Debug, Clone, PartialEq)]
enum Model {
    Free(String),
    Known(CatKind),
    Unknown(Value),
}

wire_union! {
    Model {
        Free from String { string },
        Known from CatKind { string },
    } else Unknown
}

#[derive(Debug, Clone, PartialEq)]
enum Anything {
    Json(Value),
    Dog(Dog),
    Model(Model),
    Unknown(Value),
}

wire_union! {
    Anything {
        Json {},
        Dog from Dog { object },
        Model from Model {},
    } else Unknown
}

fn dog(name: &str, bark: Option<&str>) -> Dog {
    Dog {
        name: name.to_owned(),
        bark: bark.map(str::to_owned),
    }
}

#[test]
fn the_kind_of_a_value_tells_its_branch() {
    let cases = [
        (json!("a"), Thing::Text("a".to_owned())),
        (json!(1), Thing::Level(Level::One)),
        (json!(7), Thing::Amount(7.0)),
        (json!(1.5), Thing::Amount(1.5)),
        (json!(true), Thing::Flag(true)),
        (json!(null), Thing::Unknown(Value::Null)),
        (
            json!(["a", [null]]),
            Thing::Things(vec![
                Thing::Text("a".to_owned()),
                Thing::Things(vec![Thing::Unknown(Value::Null)]),
            ]),
        ),
        (json!({"name": 1}), Thing::Unknown(json!({"name": 1}))),
    ];
    for (value, thing) in cases {
        assert_eq!(read::<Thing>(&value), thing);
        assert_eq!(written(&thing), value);
    }
}

#[test]
fn a_property_that_is_there_and_constants_tell_a_branch() {
    let wolf = json!({"name": "a", "petType": "wolf"});
    assert_eq!(read::<Thing>(&wolf), Thing::Dog(dog("a", None)));
    let nameless = json!({"petType": "wolf"});
    assert_eq!(read::<Thing>(&nameless), Thing::Unknown(nameless));
}

#[test]
fn a_discriminator_that_the_branch_does_not_declare_is_written_once_by_the_union() {
    let value = json!({"petType": "cat", "version": 2.0, "name": "a"});
    let cat = Cat {
        name: "a".to_owned(),
        meow: None,
        kind: None,
    };
    assert_eq!(read::<Thing>(&value), Thing::Cat(cat.clone()));
    assert_eq!(
        serde_json::to_string(&Thing::from(cat)).unwrap(),
        r#"{"petType":"cat","version":2,"name":"a"}"#
    );
}

#[derive(Debug, Clone, PartialEq)]
struct Bag {
    rest: BTreeMap<String, Value>,
}

wire_struct! {
    Bag {
        .. => rest,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Tagged {
    Bag(Bag),
    Dog(Dog),
    Unknown(Value),
}

wire_union! {
    Tagged {
        Bag from Bag { adds "type" = "bag" },
        Dog from Dog { object, has "name" },
    } else Unknown
}

#[test]
fn a_discriminator_that_lands_in_a_map_of_the_branch_is_not_written_twice() {
    let value = json!({"type": "bag", "a": 1});
    let text = serde_json::to_string(&read::<Tagged>(&value)).unwrap();
    assert_eq!(text, r#"{"type":"bag","a":1}"#);
}

#[test]
fn an_all_optional_struct_does_not_swallow_objects() {
    let value = json!({"name": "Rex", "bark": "low"});
    assert_eq!(read::<Pet>(&value), Pet::Dog(dog("Rex", Some("low"))));
    let value = json!({"colour": "red"});
    assert!(matches!(read(&value), Pet::Options(_)));
    assert!(matches!(read(&json!({})), Pet::Options(_)));
    // A new property does not change the branch.
    let value = json!({"name": "Rex", "bark": "low", "since": 2020});
    assert_eq!(read::<Pet>(&value), Pet::Dog(dog("Rex", Some("low"))));
}

#[test]
fn a_value_of_several_branches_at_once_is_kept_whole() {
    let value = json!({"name": "Rex", "bark": "low", "meow": 1});
    assert_eq!(read::<Pet>(&value), Pet::Unknown(value));
    let value = json!({"name": "Rex", "size": {"inches": 1}});
    assert_eq!(read::<Pet>(&value), Pet::Unknown(value));
}

#[test]
fn of_equal_branches_the_earlier_wins() {
    let value = json!({"name": "Rex"});
    assert_eq!(read::<Pet>(&value), Pet::Dog(dog("Rex", None)));
}

#[test]
fn a_value_that_no_weighed_branch_reads_is_kept() {
    for value in [json!({"name": 1, "colour": 2}), json!([]), json!(null)] {
        assert_eq!(read::<Pet>(&value), Pet::Unknown(value));
    }
}

#[test]
fn an_untyped_branch_steals_nothing_from_later_ones() {
    assert_eq!(
        read::<Anything>(&json!({"name": "Rex"})),
        Anything::Dog(dog("Rex", None))
    );
    assert_eq!(
        read::<Anything>(&json!("tabby")),
        Anything::Model(Model::Known(CatKind::Tabby))
    );
    let other = json!({"other": [1]});
    assert_eq!(read::<Anything>(&other), Anything::Json(other));
}

#[test]
fn an_open_enum_does_not_match_everything() {
    assert_eq!(read::<Model>(&json!("tabby")), Model::Known(CatKind::Tabby));
    assert_eq!(
        read::<Model>(&json!("lion")),
        Model::Free("lion".to_owned())
    );
    // In a struct it counts against the branch, too.
    let value = json!({"name": "Rex", "kind": "poodle", "meow": 1});
    assert!(
        matches!(read(&value), Pet::Cat(cat) if cat.kind == Some(CatKind::Unknown("poodle".into())))
    );
}

#[test]
fn an_error_in_the_only_branch_has_its_path() {
    let value = json!([{"map": {"x": [1, {"petType": "dog", "name": 1}]}}]);
    let (path, message) = problem::<Vec<BTreeMap<String, BTreeMap<String, Thing>>>>(&value);
    assert_eq!(path, "$[0].map.x[1].name");
    assert!(
        message.starts_with("invalid type: integer `1`, expected a string"),
        "{message}"
    );
}

#[test]
fn an_error_of_a_branch_that_was_only_tried_leaves_no_path_behind() {
    let value =
        json!([{"name": "Rex", "meow": "loud", "bark": 1}, {"petType": "cat", "version": 2}]);
    #[derive(Debug)]
    struct Both {
        pets: Pet,
        thing: Thing,
    }
    wire_struct! {
        Both {
            "pets" => pets: required,
            "thing" => thing: required,
        }
    }
    let (path, _) = problem::<Both>(&json!({"pets": value[0], "thing": value[1]}));
    assert_eq!(path, "$.thing.name");
}

#[derive(Debug, Clone, PartialEq)]
struct One {
    next: Option<Box<Chain>>,
    one: Option<i64>,
}

wire_struct! {
    One {
        "next" => next: optional,
        "one" => one: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
struct Two {
    next: Option<Box<Chain>>,
    two: Option<i64>,
}

wire_struct! {
    Two {
        "next" => next: optional,
        "two" => two: optional,
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Chain {
    One(One),
    Two(Two),
    Unknown(Value),
}

wire_union! {
    Chain {
        One from One { object },
        Two from Two { object },
    } else Unknown
}

#[test]
fn a_union_that_is_nested_deep_is_read_in_no_time_and_right() {
    let nested = (0..100).fold(json!({"two": 0}), |next, level| {
        let name = if level % 3 == 0 { "one" } else { "two" };
        json!({"next": next, name: level})
    });
    let start = Instant::now();
    let mut chain: Chain = read(&nested);
    assert!(start.elapsed() < Duration::from_millis(500));
    assert_eq!(written(&chain), nested);
    let mut levels = 0;
    loop {
        chain = match chain {
            Chain::One(One {
                next: Some(next), ..
            })
            | Chain::Two(Two {
                next: Some(next), ..
            }) => *next,
            Chain::Two(Two {
                next: None,
                two: Some(0),
            }) => break,
            other => panic!("{other:?}"),
        };
        levels += 1;
    }
    assert_eq!(levels, 100);
}

fn any_json() -> impl Strategy<Value = Value> {
    let name = prop::sample::select(vec![
        "name", "bark", "meow", "kind", "colour", "size", "petType", "map", "next", "one", "two",
    ]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-2..3_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        prop::sample::select(vec!["cat", "dog", "bag", "tabby", ""]).prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map(name.clone().prop_map(str::to_owned), inner, 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_again_and_written_equal(value in any_json()) {
        if let Ok(thing) = serde_json::from_value::<Thing>(value.clone()) {
            let once = written(&thing);
            prop_assert_eq!(written(&read::<Thing>(&once)), once);
        }
        let chain = read::<Chain>(&value);
        let once = written(&chain);
        prop_assert_eq!(written(&read::<Chain>(&once)), once);
    }

    #[test]
    fn a_property_that_a_branch_could_read_is_written_again(value in any_json()) {
        let written = written(&read::<Pet>(&value));
        let Value::Object(properties) = &value else {
            prop_assert_eq!(written, value);
            return Ok(());
        };
        for (name, value) in properties {
            let is_read = match name.as_str() {
                "name" | "bark" | "kind" | "colour" => value.is_string(),
                "size" => !value.is_null(),
                _ => continue,
            };
            // Where no branch with the property can be read, the property is one that nobody knows.
            let others_fit = properties.iter().all(|(name, value)| match name.as_str() {
                "name" | "bark" | "kind" | "colour" => value.is_string(),
                "meow" => value.is_i64(),
                _ => true,
            });
            let has_branch = properties.contains_key("name") || name == "colour" || name == "size";
            if is_read && others_fit && has_branch {
                prop_assert_eq!(written.get(name), Some(value));
            }
        }
    }
}
