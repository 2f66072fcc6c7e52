//! Documents larger and deeper than anybody writes: each ends quickly, with code that parses or with a message that names the limit.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::{Duration, Instant};

use generator::{Config, PackageName, Source};
use serde_json::{Map, Value, json};

/// What one document may take, without optimisation, on a machine that does other things besides. Work that is
/// quadratic in these sizes takes minutes.
const MOST_TIME: Duration = Duration::from_secs(60);

/// What was made of a document: the code of its types, or everything that was said against it.
fn outcome(text: &[u8]) -> Result<String, String> {
    let started = Instant::now();
    let outcome = generate(text);
    let took = started.elapsed();
    eprintln!("{took:?} for {} bytes", text.len());
    assert!(took < MOST_TIME, "{took:?}");
    outcome
}

fn generate(text: &[u8]) -> Result<String, String> {
    let source = Source::read("large", text).map_err(|error| error.to_string())?;
    let config = Config::new(PackageName::new("large").unwrap());
    let generated =
        generator::generate(&source, &config).map_err(|report| report.render(&source))?;
    let own = |path: &str| path.ends_with(".rs") && !path.starts_with("src/runtime/");
    for file in generated.files.iter().filter(|file| own(&file.path)) {
        let parsed = syn::parse_file(&file.contents);
        assert!(parsed.is_ok(), "{}: {:?}", file.path, parsed.err());
    }
    let types = generated
        .files
        .into_iter()
        .find(|file| file.path == "src/types.rs");
    Ok(types.unwrap().contents)
}

/// A document that has nothing but schemas, and an operation that returns the first of them.
fn document(schemas: impl IntoIterator<Item = (String, Value)>) -> Vec<u8> {
    let schemas: Map<String, Value> = schemas.into_iter().collect();
    let first = schemas
        .keys()
        .next()
        .map(|key| format!("#/components/schemas/{key}"));
    let responses = json!({"200": {"description": "", "content": {"application/json": {"schema": {"$ref": first}}}}});
    let document = json!({
        "openapi": "3.0.3",
        "info": {"title": "Large", "version": "1"},
        "paths": {"/a": {"get": {"operationId": "a", "responses": responses}}},
        "components": {"schemas": schemas},
    });
    document.to_string().into_bytes()
}

fn one(schema: Value) -> Vec<u8> {
    document([("A".to_owned(), schema)])
}

fn to(key: impl std::fmt::Display) -> Value {
    json!({"$ref": format!("#/components/schemas/{key}")})
}

fn assert_says(text: &[u8], part: &str) {
    let said = outcome(text).unwrap_err();
    assert!(said.contains(part), "{said}");
}

#[test]
fn text_of_100_000_levels_is_refused() {
    let nested = |open: &str, close: &str| {
        format!(
            "{{\"openapi\": \"3.0.0\", \"a\": {}{}}}",
            open.repeat(100_000),
            close.repeat(100_000)
        )
        .into_bytes()
    };
    assert_says(&nested("[", "]"), "127");
    assert_says(&nested("{\"a\":", "}"), "127");
    let blocks = format!("openapi: 3.0.0\na:\n{}", "- ".repeat(100_000));
    assert_says(blocks.as_bytes(), "127");
    let flow = format!("openapi: 3.0.0\na: {}", "[".repeat(100_000));
    assert_says(flow.as_bytes(), "127");
}

#[test]
fn aliases_that_unfold_without_end_are_refused() {
    let mut text = "openapi: 3.0.0\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for n in 1..12 {
        let aliases = vec![format!("*a{}", n - 1); 10].join(", ");
        text.push_str(&format!("a{n}: &a{n} [{aliases}]\n"));
    }
    assert_says(
        text.as_bytes(),
        "the aliases unfold to too large a document",
    );
}

#[test]
fn an_enum_of_100_000_values_is_an_enum() {
    let values: Vec<String> = (0..100_000).map(|n| format!("value {n}")).collect();
    let types = outcome(&one(json!({"type": "string", "enum": values}))).unwrap();
    assert!(types.contains("Value99999"));
}

#[test]
fn an_enum_of_values_that_make_one_name_numbers_them() {
    let values: Vec<String> = (0..1_500).map(|n| format!("a{}", " ".repeat(n))).collect();
    outcome(&one(json!({"type": "string", "enum": values}))).unwrap();
}

#[test]
fn an_object_of_20_000_properties_is_a_struct() {
    let properties: Map<String, Value> = (0..20_000)
        .map(|n| (format!("p{n}"), json!({"type": "string"})))
        .collect();
    let types = outcome(&one(json!({"type": "object", "properties": properties}))).unwrap();
    assert!(types.contains("p19999"));
}

#[test]
fn a_choice_of_2_000_branches_is_a_union() {
    let branch = |n: usize| json!({"type": "object", "required": [format!("p{n}")], "properties": {format!("p{n}"): {"type": "string"}, "same": {}}});
    let branches: Vec<Value> = (0..2_000).map(branch).collect();
    let types = outcome(&one(json!({"oneOf": branches}))).unwrap();
    assert!(types.contains("P1999"));
}

#[test]
fn a_chain_of_5_000_schemas_that_extend_the_next_ends() {
    let schemas = (0..5_000).map(|n| {
        let own = json!({"type": "object", "properties": {format!("p{n}"): {"type": "string"}}});
        let all = if n < 4_999 {
            json!([to(format!("A{}", n + 1)), own])
        } else {
            json!([own])
        };
        (format!("A{n}"), json!({"allOf": all}))
    });
    let _ = outcome(&document(schemas));
}

#[test]
fn schemas_that_reach_another_on_a_million_ways_are_merged_once() {
    let schemas = (0..=20).map(|n| {
        let schema = if n < 20 {
            json!({"allOf": [to(format!("A{}", n + 1)), {"allOf": [to(format!("A{}", n + 1))]}, {"type": "object", "properties": {format!("p{n}"): {}}}]})
        } else {
            json!({"type": "object", "properties": {"last": {"type": "string"}}})
        };
        (format!("A{n}"), schema)
    });
    let types = outcome(&document(schemas)).unwrap();
    assert!(types.contains("last"));
}

#[test]
fn choices_that_reach_another_on_a_million_ways_end() {
    let schemas = (0..=20).map(|n| {
        let next = to(format!("A{}", n + 1));
        let schema = if n < 20 {
            json!({"anyOf": [next, {"allOf": [next]}, {"type": "object", "properties": {format!("p{n}"): next}}]})
        } else {
            json!({"type": "object", "properties": {"last": {"type": "string"}}})
        };
        (format!("A{n}"), schema)
    });
    let _ = outcome(&document(schemas));
}

#[test]
fn schemas_that_lead_back_to_themselves_in_every_way_end() {
    let all = ["A", "B", "C", "D", "E", "F", "G"];
    let schemas = [
        (
            "A",
            json!({"type": "object", "properties": {"b": to("B"), "c": to("C")}, "additionalProperties": to("A")}),
        ),
        ("B", json!({"type": "array", "items": to("C")})),
        ("C", json!({"oneOf": all.map(to)})),
        ("D", json!({"allOf": [to("A"), to("E"), to("D")]})),
        (
            "E",
            json!({"allOf": [to("D"), {"properties": {"f": to("F")}, "required": ["f"]}]}),
        ),
        (
            "F",
            json!({"anyOf": [to("G"), to("F"), {"allOf": [to("E"), to("C")]}], "not": to("F"), "nullable": true}),
        ),
        ("G", json!({"allOf": [to("F")]})),
    ];
    let _ = outcome(&document(
        schemas.map(|(key, schema)| (key.to_owned(), schema)),
    ));
}

#[test]
fn items_that_extend_the_array_around_them_end() {
    let items = json!({"allOf": [to("A"), {"type": "array", "items": {"type": "array"}}]});
    let _ = outcome(&one(json!({"type": "array", "items": items})));
    let items = json!({"allOf": [to("A")], "minItems": 1, "oneOf": [{"type": "array"}]});
    let _ = outcome(&one(json!({"type": "array", "items": items})));
    let items = json!({"allOf": [to("A"), {"type": "array"}]});
    let _ = outcome(&one(json!({"type": "array", "items": items})));
}

/// `Q0` has a property `a` that is `Q0` and `Q1`, and each `Qn` has `a` and `b` that are the next: what `a` of `a` is made
/// of is one more schema each time.
fn merged_again(depth: usize) -> Vec<u8> {
    let with = |properties: Value| json!({"type": "object", "properties": properties});
    let name = |n: usize| format!("Q{n}");
    let first = json!({"allOf": [with(json!({"a": to("Q0")})), with(json!({"a": to("Q1")}))]});
    let next = |n: usize| with(json!({"a": to(name(n + 1)), "b": to(name(n + 1))}));
    let between = (1..depth).map(|n| (name(n), next(n)));
    let last = (name(depth), with(json!({"z": {"type": "string"}})));
    document([(name(0), first)].into_iter().chain(between).chain([last]))
}

#[test]
fn a_property_that_is_merged_from_itself_is_of_the_type_around_it() {
    let types = outcome(&merged_again(1)).unwrap();
    assert!(
        types
            .contains("pub struct Q0A {\n    pub a: Option<Box<Q0A>>,\n    pub z: Option<String>,"),
        "{types}"
    );
    let _ = outcome(&merged_again(6)).unwrap();
    let refused = "more than 4096 types deep inside others that several schemas describe";
    assert_says(&merged_again(40), refused);
}

#[test]
fn ten_thousand_schemas_that_refer_to_each_other_end() {
    let schemas = (0..10_000_usize).map(|n| {
        let property = |step: usize| {
            (
                format!("p{step}"),
                to(format!("A{}", (n + step * step + 1) % 10_000)),
            )
        };
        let properties: Map<String, Value> = (0..4).map(property).collect();
        (
            format!("A{n}"),
            json!({"type": "object", "required": ["p0", "p3"], "properties": properties}),
        )
    });
    let types = outcome(&document(schemas)).unwrap();
    assert!(types.contains("A9999"));
}

#[test]
fn a_name_of_100_000_characters_is_a_name() {
    let long = "ab ".repeat(33_334);
    let schema = json!({
        "type": "object",
        "title": long,
        "properties": {&long: {"type": "object", "properties": {&long: {"type": "string", "enum": [long]}}}},
    });
    outcome(&document([(long.replace(' ', "-"), schema)])).unwrap();
}

#[test]
fn choices_within_choices_are_refused_or_a_union() {
    // A level of the schema is two of the document.
    for levels in [10, 50, 57] {
        let mut schema = json!({"type": "string"});
        for level in 0..levels {
            let name = format!("p{level}");
            schema = json!({"oneOf": [schema, {"type": "object", "properties": {name: {"type": "string"}}}]});
        }
        let _ = outcome(&one(schema));
    }
    let schemas = (0..=100).map(|n| {
        let inner = if n < 100 { to(format!("A{}", n + 1)) } else { json!({"type": "string"}) };
        (format!("A{n}"), json!({"oneOf": [inner, {"type": "object", "properties": {format!("p{n}"): {"type": "string"}}}]}))
    });
    outcome(&document(schemas)).unwrap();
}

#[test]
fn a_choice_beside_a_choice_at_each_level_ends() {
    let mut schema = json!({"type": "string"});
    for level in 0..18 {
        let name = format!("p{level}");
        let other = json!({"type": "object", "properties": {name: {"type": "integer"}}});
        schema =
            json!({"oneOf": [schema, other], "anyOf": [other, {"type": "array", "items": {}}]});
    }
    let _ = outcome(&one(schema));
}

#[test]
fn a_description_of_megabytes_ends_quickly() {
    for part in ["\u{fc}", "1 ", "a ", "` a ", "[](", "- a\n"] {
        let text = part.repeat(500_000 / part.len());
        let schema = json!({"type": "object", "description": format!("a {text}")});
        let types = outcome(&document([("A".to_owned(), schema)]));
        assert!(types.unwrap().len() > text.len() / 2, "{part:?}");
    }
}
