//! Random documents: names of every kind in places of every kind, schemas of every construct inside each other.

use generator::Source;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::fixture::{config, is_own};

/// A name: ordinary, a keyword, a type of the standard library, empty, of signs only, of other scripts, any text.
fn name() -> impl Strategy<Value = String> {
    let hard = [
        "type", "self", "Self", "crate", "fn", "async", "", "_", "-", "+1", "-1", "200", "a b",
        "a-b", "a_b", "aB", "Option", "Result", "String", "Box", "Vec", "BTreeMap", "Default",
        "Unknown", "new", "clone", "body", "item", "items", "Foo", "foo", "FOO", "größe", "日本",
        "тип", "\"", "\\", "\n", "`", "{}", "*/", "\u{202E}", "$ref", "x-y", "/", "~", "#", "%",
        "ﬁ", "K",
    ];
    prop_oneof![
        4 => "[a-c]{1,2}",
        4 => proptest::sample::select(hard.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn reference() -> impl Strategy<Value = Value> {
    (0..6_u8).prop_map(|n| json!({"$ref": format!("#/components/schemas/c{n}")}))
}

fn leaf() -> impl Strategy<Value = Value> {
    let fixed = [
        json!({"type": "string"}),
        json!({"type": "string", "nullable": true}),
        json!({"type": "string", "format": "date-time"}),
        json!({"type": "integer"}),
        json!({"type": "integer", "format": "int32"}),
        json!({"type": "number"}),
        json!({"type": "boolean"}),
        json!({"type": "object"}),
        json!({"type": "array"}),
        json!({}),
        json!({"nullable": true}),
        json!({"not": {}}),
        json!({"enum": ["a", 1]}),
    ];
    prop_oneof![
        3 => proptest::sample::select(fixed.to_vec()),
        2 => reference(),
        1 => (prop::collection::vec(name(), 0..4), any::<bool>())
            .prop_map(|(values, nullable)| json!({"type": "string", "enum": values, "nullable": nullable})),
    ]
}

/// An object whose properties have random names; as many of them are required as the number says.
fn object(properties: Vec<(String, Value)>, required: usize) -> Value {
    let names: Vec<String> = properties
        .iter()
        .take(required)
        .map(|(name, _)| name.clone())
        .collect();
    let properties: Map<String, Value> = properties.into_iter().collect();
    json!({"type": "object", "properties": properties, "required": names})
}

/// An object with a constant.
fn branch((tag, value, inner): (String, String, Value)) -> Value {
    let constant = json!({"type": "string", "enum": [value]});
    object(vec![(tag, constant), ("content".to_owned(), inner)], 1)
}

fn schema() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(4, 24, 4, |inner| {
        let properties = prop::collection::vec((name(), inner.clone()), 0..4);
        let branches = prop::collection::vec((Just("kind".to_owned()), name(), inner.clone()).prop_map(branch), 0..3);
        prop_oneof![
            4 => (properties, 0..4_usize).prop_map(|(properties, required)| object(properties, required)),
            2 => inner.clone().prop_map(|items| json!({"type": "array", "items": items})),
            2 => inner.clone().prop_map(|values| json!({"type": "object", "additionalProperties": values})),
            2 => branches.prop_map(|branches| json!({"oneOf": branches})),
            1 => prop::collection::vec(inner.clone(), 0..3).prop_map(|all| json!({"allOf": all})),
            1 => prop::collection::vec(inner.clone(), 0..3).prop_map(|any| json!({"anyOf": any, "nullable": true})),
            1 => (name(), inner).prop_map(|(text, mut schema)| {
                schema["description"] = Value::String(text);
                schema
            }),
        ]
    })
}

fn media(schema: Value) -> Value {
    json!({"application/json": {"schema": schema}})
}

fn operation() -> impl Strategy<Value = Value> {
    (name(), name(), any::<bool>(), schema(), schema(), schema()).prop_map(
        |(id, tag, required, body, reply, error)| {
            json!({
                "operationId": id,
                "tags": [tag],
                "requestBody": {"required": required, "content": media(body)},
                "responses": {
                    "200": {"description": id, "content": media(reply)},
                    "404": {"description": tag, "content": media(error.clone())},
                    "5XX": {"description": "", "content": media(error)},
                },
            })
        },
    )
}

fn document() -> impl Strategy<Value = Value> {
    let components = prop::collection::vec(schema(), 6);
    let named = prop::collection::vec((name(), schema()), 0..3);
    let operations = prop::collection::vec(operation(), 1..4);
    let text = (name(), name());
    (components, named, operations, text).prop_map(
        |(components, named, operations, (title, scheme))| {
            let mut schemas: Map<String, Value> =
                (0..).map(|n| format!("c{n}")).zip(components).collect();
            schemas.extend(named);
            let paths: Map<String, Value> = operations
                .into_iter()
                .enumerate()
                .map(|(n, operation)| (format!("/p{n}"), json!({"post": operation})))
                .collect();
            json!({
                "openapi": "3.0.3",
                "info": {"title": title, "version": "1"},
                "security": [{scheme.clone(): []}],
                "paths": paths,
                "components": {
                    "schemas": schemas,
                    "securitySchemes": {scheme: {"type": "http", "scheme": "bearer"}},
                },
            })
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn a_random_document_gives_code_that_parses_or_a_report(document in document()) {
        let text = document.to_string();
        let source = Source::read("random.json", text.as_bytes()).unwrap();
        match generator::generate(&source, &config("random")) {
            Ok(generated) => {
                prop_assert!(!generated.report.has_errors());
                let _ = generated.report.render(&source);
                for file in generated.files.iter().filter(|file| is_own(file)) {
                    let parsed = syn::parse_file(&file.contents);
                    prop_assert!(parsed.is_ok(), "{}: {:?}\n{}", file.path, parsed.err(), file.contents);
                }
            }
            Err(report) => prop_assert!(report.has_errors(), "{}", report.render(&source)),
        }
    }
}
