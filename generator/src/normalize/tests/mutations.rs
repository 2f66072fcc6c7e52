//! Whatever stands in a document, schemas in 3.0 form are ones that openapiv3 reads: it reads what it refuses once more
//! for each level around it, which must not happen to schemas, as they can be nested deeply.

use openapiv3::{ReferenceOr, Schema};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::deep_stack::with_deep_stack;
use crate::diagnostics::Report;
use crate::normalize::grammar::Kind;
use crate::normalize::walk::{At, Visitor, walk};
use crate::normalize::{normalize, parse, rewrite};

/// A document with a bit of everything.
fn document() -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "/{a}", "variables": {"a": {"default": "b", "enum": ["b"]}}}],
        "tags": [{"name": "a", "externalDocs": {"url": "/"}}],
        "paths": {"/a/{b}": {
            "parameters": [{"name": "b", "in": "path", "required": true, "schema": {"type": "string"}}],
            "post": {
                "operationId": "c",
                "tags": ["a"],
                "parameters": [{"name": "d", "in": "query", "content": {"text/plain": {"schema": {}}}}],
                "requestBody": {"content": {"a/b": {"schema": {"$ref": "#/components/schemas/A"}, "encoding": {"a": {}}}}},
                "responses": {"200": {
                    "description": "",
                    "headers": {"a": {"schema": {"type": "integer"}, "examples": {"a": {"value": 1}}}},
                }},
                "callbacks": {"a": {"{$url}": {"get": {"responses": {}}}}},
                "security": [{"a": []}],
            },
        }},
        "webhooks": {"a": {"$ref": "#/components/pathItems/a"}},
        "components": {
            "pathItems": {"a": {"get": {"responses": {}}}},
            "securitySchemes": {"a": {"type": "oauth2", "flows": {"password": {"tokenUrl": "/", "scopes": {"a": "b"}}}}},
            "schemas": {
                "A": {
                    "type": ["object", "null"],
                    "required": ["a"],
                    "properties": {
                        "a": {"type": "string", "enum": ["a"], "format": "date", "default": "a", "examples": ["b"]},
                        "b": {"type": ["string", "integer"], "minimum": 1, "exclusiveMaximum": 9, "description": "c"},
                        "c": {"type": "array", "items": {"$ref": "#/components/schemas/A/properties/b"}, "minItems": 1},
                        "d": {"prefixItems": [{"type": "string"}, true], "items": false},
                        "e": {"const": 1, "title": "d", "deprecated": true},
                        "f": {"type": "boolean", "nullable": true},
                    },
                    "additionalProperties": {"type": "number", "maximum": 1.5},
                    "patternProperties": {"^a": {"type": "string"}},
                },
                "B": {
                    "oneOf": [{"$ref": "#/components/schemas/A"}, {"type": "null"}, {"not": {"type": "string"}}],
                    "discriminator": {"propertyName": "a", "mapping": {"a": "A"}},
                },
                "C": {"allOf": [{"$ref": "#/components/schemas/A", "description": "e"}], "unevaluatedProperties": false},
                "E": {
                    "type": ["integer", "array"],
                    "exclusiveMinimum": 1,
                    "items": true,
                    "unevaluatedItems": false,
                    "anyOf": [{"type": "integer", "maximum": 9}],
                },
                "D": {"type": "string", "contentEncoding": "base64", "$defs": {"E": {"anyOf": [{}, false]}}},
            },
        },
    })
}

fn replacements() -> Vec<Value> {
    vec![
        Value::Null,
        json!(7),
        json!(-1.5),
        json!(1e300),
        json!("text"),
        json!("null"),
        json!([]),
        json!([null, 7, "text", {"$ref": "#/components/schemas/D"}]),
        json!({}),
        json!({"type": "null"}),
        json!({"$ref": "#/components/schemas/A", "nullable": true}),
        json!({"a": null, "b": 7, "c": ["text"]}),
        json!(true),
        json!(false),
    ]
}

fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let mut inside = |token: &str, value: &Value| {
        let pointer = format!("{at}/{}", token.replace('~', "~0").replace('/', "~1"));
        pointers(value, &pointer, found);
        found.push(pointer);
    };
    match value {
        Value::Object(members) => members.iter().for_each(|(name, value)| inside(name, value)),
        Value::Array(items) => {
            let items = items.iter().enumerate();
            items.for_each(|(index, item)| inside(&index.to_string(), item));
        }
        _ => {}
    }
}

/// The first schema that openapiv3 does not read.
#[derive(Default)]
struct Refused(Option<String>);

impl Visitor for Refused {
    fn leave(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if kind == Kind::Schema
            && let Err(error) = ReferenceOr::<Schema>::deserialize(&*item)
        {
            self.0
                .get_or_insert_with(|| format!("{}: {error} in {item}", at.pointer()));
        }
    }
}

#[test]
fn a_mutated_schema_is_read_whole_and_stays_as_it_is() {
    let original = document();
    let mut places = Vec::new();
    pointers(&original, "", &mut places);
    let mut read = 0;
    for place in &places {
        for replacement in replacements() {
            let mut mutated = original.clone();
            *mutated.pointer_mut(place).unwrap() = replacement.clone();
            let what = format!("{replacement} at {place}");
            let Some(mut value) = rewrite(&mutated, &mut Report::default()) else {
                continue;
            };
            let mut refused = Refused::default();
            walk(&mut value, &mut refused);
            assert_eq!(refused.0, None, "{what}");
            let again = rewrite(&value, &mut Report::default());
            assert!(again.as_ref() == Some(&value), "{what} changes");
            read += usize::from(parse::parse(value, &mut Report::default()).is_some());
        }
    }
    assert!(read > places.len() * replacements().len() / 2, "{read}");
}

#[test]
fn schemas_as_deep_as_a_document_can_be_are_read_in_no_time() {
    let mut schema = json!({"type": "string", "description": 7, "enum": [[]], "minLength": "many"});
    for level in 0..55 {
        schema = match level % 3 {
            0 => json!({"type": ["object", "null"], "properties": {"a": schema}}),
            1 => json!({"type": "array", "items": schema}),
            _ => json!({"anyOf": [schema]}),
        };
    }
    let given = super::document("3.1.0", json!({"A": schema}));
    // As `generate` does it: openapiv3 needs more stack than tests have.
    let report = with_deep_stack(|| {
        let mut report = Report::default();
        assert!(normalize(&given, &mut report).is_some());
        report
    });
    let report = report.unwrap();
    assert_eq!(report.diagnostics.len(), 3, "{report:?}");
}
