//! Examples of the document.

use serde_json::{Value, json};
use wire_proof::{Invalid, Schema, Violation, prove};

use crate::{cases, component, document, proof, values};

/// The values that come from the document, with where they come from.
fn given(proof: &wire_proof::Proof) -> Vec<(String, Value)> {
    let from = |case: &Value| case["from"].as_str().unwrap().to_owned();
    let given = cases(proof).into_iter();
    given
        .filter(|case| from(case).starts_with('/'))
        .map(|case| (from(&case), case["value"].clone()))
        .collect()
}

#[test]
fn examples_of_schemas_and_of_their_parts_are_cases() {
    let schemas = json!({"It": {
        "type": "object",
        "example": {"name": "whole"},
        "examples": [{"name": "first"}],
        "required": ["id"],
        "properties": {
            "id": {"type": "integer", "minimum": 7, "maximum": 7},
            "name": {"type": "string", "example": "part"},
            "tags": {"type": "array", "items": {"type": "string", "example": "tag"}},
            "map": {"type": "object", "additionalProperties": {"type": "string", "example": "value"}},
            "example": {"type": "boolean", "example": true}
        },
        "allOf": [{"properties": {"more": {"type": "string", "examples": ["more"]}}}]
    }});
    let mut schemas = schemas;
    schemas["It"]["example"]["id"] = json!(7);
    schemas["It"]["examples"][0]["id"] = json!(7);
    let proof = proof(&document("3.1.0", &schemas));
    let it = "/components/schemas/It";
    assert_eq!(
        given(&proof),
        [
            (format!("{it}/example"), json!({"name": "whole", "id": 7})),
            (
                format!("{it}/examples/0"),
                json!({"name": "first", "id": 7})
            ),
            (
                format!("{it}/properties/name/example"),
                json!({"id": 7, "name": "part"})
            ),
            (
                format!("{it}/properties/tags/items/example"),
                json!({"id": 7, "tags": ["tag"]})
            ),
            (
                format!("{it}/properties/map/additionalProperties/example"),
                json!({"id": 7, "map": {"additionalKey": "value"}})
            ),
            (
                format!("{it}/properties/example/example"),
                json!({"id": 7, "example": true})
            ),
            (
                format!("{it}/allOf/0/properties/more/examples/0"),
                json!({"id": 7, "more": "more"})
            ),
        ]
    );
    assert_eq!(proof.counts.examples, 7);
}

#[test]
fn examples_of_bodies_parameters_and_headers_are_cases() {
    let document = json!({
        "openapi": "3.0.3",
        "paths": {"/x": {
            "parameters": [{"name": "p", "in": "query", "schema": {"$ref": "#/components/schemas/It"}, "example": "path"}],
            "post": {
                "parameters": [{"name": "q", "in": "query", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/It"}, "example": "query"}}}],
                "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/It"}, "examples": {
                    "a": {"value": "body"},
                    "b": {"$ref": "#/components/examples/shared"},
                    "c": {"externalValue": "https://example.com/it.json"}
                }}}},
                "responses": {"200": {
                    "headers": {"H": {"schema": {"$ref": "#/components/schemas/It"}, "example": "header"}},
                    "content": {"application/json": {"schema": {"type": "array", "items": {"$ref": "#/components/schemas/It"}}, "example": ["response"]}}
                }},
                "callbacks": {"done": {"{$url}": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/It"}, "example": "callback"}}}}}}}
            }
        }},
        "components": {
            "schemas": {"It": {"type": "string", "minLength": 4, "maxLength": 8}},
            "examples": {"shared": {"value": "shared"}}
        }
    });
    let list = "/paths/~1x/post/responses/200/content/application~1json/schema";
    let typed = [
        component("It"),
        Schema {
            pointer: list.to_owned(),
            rust: "Vec<types::It>".to_owned(),
            sent: false,
        },
    ];
    let proof = prove(&document, &typed, "client");
    let values: Vec<Value> = given(&proof).into_iter().map(|(_, value)| value).collect();
    assert_eq!(
        values,
        [
            json!("path"),
            json!("query"),
            json!("body"),
            json!("shared"),
            json!("header"),
            json!("callback"),
            json!(["response"])
        ]
    );
    assert_eq!(proof.counts.invalid, []);
}

#[test]
fn invalid_examples_are_listed_with_the_reason() {
    let schemas = json!({"It": {"type": "object", "properties": {
        "a": {"type": "integer", "example": "one"},
        "b": {"type": "string", "format": "date-time", "example": "yesterday"},
        "c": {"type": "integer", "format": "int32", "example": 2_147_483_648_u64},
        "d": {"type": "integer", "example": 1e20},
        "e": {"type": "string", "format": "byte", "example": "no base64"},
        "f": {"type": "string", "format": "uri", "example": "what documents write"}
    }, "example": {"a": 1, "b": 2}}});
    let proof = proof(&document("3.0.3", &schemas));
    let place = |name: &str| format!("/components/schemas/It/properties/{name}");
    let part = |name: &str, violation: Violation, reason: &str| Invalid {
        pointer: place(name),
        origin: format!("{}/example", place(name)),
        violation,
        reason: reason.to_owned(),
    };
    assert_eq!(
        proof.counts.invalid,
        [
            part(
                "a",
                Violation::Schema,
                ": \"one\" is not of type \"integer\""
            ),
            part(
                "b",
                Violation::Format,
                ": \"yesterday\" is not a \"date-time\""
            ),
            part("c", Violation::Format, ": 2147483648 does not fit int32"),
            part("d", Violation::Format, ": 1e+20 does not fit int64"),
            part("e", Violation::Format, ": \"no base64\" is not a \"byte\""),
            Invalid {
                pointer: "/components/schemas/It".to_owned(),
                origin: "/components/schemas/It/example".to_owned(),
                violation: Violation::Schema,
                reason: "/b: 2 is not of type \"string\"".to_owned(),
            },
        ]
    );
    let text = json!({"f": "what documents write"});
    assert!(values(&proof, "It").contains(&text));
}

#[test]
fn an_example_that_is_the_text_of_json_is_read() {
    let schemas = json!({"It": {"type": "object", "required": ["a"], "properties": {"a": {"const": 1}}, "example": "{\n  \"a\": 1\n}"}});
    let proof = proof(&document("3.0.3", &schemas));
    assert_eq!(values(&proof, "It"), [json!({"a": 1})]);
}

#[test]
fn siblings_of_a_reference_count_only_since_version_31() {
    let schemas = json!({"It": {"$ref": "#/components/schemas/Text", "maxLength": 2}, "Text": {"type": "string", "minLength": 1}});
    let longest = |version: &str| {
        let proof = proof(&document(version, &schemas));
        let texts = values(&proof, "It").into_iter();
        texts.map(|text| text.as_str().unwrap().len()).max()
    };
    assert_eq!(longest("3.1.1"), Some(2));
    // There it is the other schema, whose instances are tried as that.
    assert_eq!(longest("3.0.3"), None);
}

#[test]
fn an_example_without_a_type_is_listed() {
    let document = json!({"openapi": "3.1.0", "paths": {}, "components": {
        "parameters": {"p": {"name": "p", "in": "query", "schema": {"type": "string"}, "example": "x"}}
    }});
    let proof = prove(&document, &[], "client");
    assert_eq!(proof.counts.untyped.len(), 1);
    assert_eq!(
        proof.counts.untyped[0].pointer,
        "/components/parameters/p/example"
    );
    assert_eq!(proof.files, []);
}

#[test]
fn an_example_of_a_plain_part_is_tried_in_the_type_around_it() {
    let schemas = json!({"It": {"type": "object", "required": ["at"], "properties": {
        "at": {"type": "string", "format": "date-time"},
        "name": {"type": "string", "example": "x"}
    }}});
    let plain = Schema {
        pointer: "/components/schemas/It/properties/name".to_owned(),
        rust: "String".to_owned(),
        sent: false,
    };
    let typed = [component("It"), plain];
    let proof = prove(&document("3.1.0", &schemas), &typed, "client");
    let expected = json!({"at": "2024-02-29T12:34:56Z", "name": "x"});
    assert_eq!(given(&proof)[0].1, expected);
}
