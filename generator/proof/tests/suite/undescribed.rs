//! Which properties a generated struct may drop.

use serde_json::{Value, json};

use crate::{cases, document, proof};

/// The properties of an example that no schema describes.
fn undescribed(schema: Value, example: &Value) -> Value {
    let mut schemas = json!({
        "Base": {"type": "object", "properties": {"base": {"type": "string"}}},
        "It": schema
    });
    schemas["It"]["examples"] = json!([example]);
    let proof = proof(&document("3.1.0", &schemas));
    assert_eq!(proof.counts.invalid, []);
    let mut cases = cases(&proof).into_iter();
    let mut case = cases
        .find(|case| case["from"].as_str().unwrap().ends_with("/examples/0"))
        .unwrap();
    case["undescribed"].take()
}

#[test]
fn properties_beside_the_described_ones_may_be_dropped() {
    let schema = json!({"type": "object", "properties": {"a": {"type": "array", "items": {"$ref": "#/components/schemas/Base"}}}});
    let example = json!({"a": [{"base": "x"}, {"base": "x", "b/c": 1}], "d": 1});
    assert_eq!(undescribed(schema, &example), json!(["/a/1/b~1c", "/d"]));
}

#[test]
fn any_applicable_schema_may_describe_a_property() {
    for schema in [
        json!({"properties": {"a": {}}, "allOf": [{"$ref": "#/components/schemas/Base"}]}),
        json!({"properties": {"a": {}}, "$ref": "#/components/schemas/Base"}),
        json!({"properties": {"a": {}}, "anyOf": [{"$ref": "#/components/schemas/Base"}, {"type": "string"}]}),
        json!({"properties": {"a": {}}, "oneOf": [{"$ref": "#/components/schemas/Base"}, {"type": "string"}]}),
        json!({"properties": {"a": {}}, "additionalProperties": true}),
        json!({"properties": {"a": {}}, "additionalProperties": {"type": "string"}}),
        json!({"properties": {"a": {}}, "patternProperties": {"^b": {}}}),
        json!({"properties": {"a": {}}, "unevaluatedProperties": {}}),
        json!({"type": "object"}),
        json!({}),
    ] {
        let found = undescribed(schema.clone(), &json!({"a": {"x": 1}, "base": "x"}));
        assert_eq!(found, Value::Null, "{schema}");
    }
}

#[test]
fn a_branch_that_the_value_does_not_fulfil_describes_nothing() {
    let schema = json!({"type": "object", "oneOf": [
        {"required": ["a"], "properties": {"a": {}}},
        {"required": ["b"], "properties": {"b": {}, "c": {}}}
    ]});
    assert_eq!(undescribed(schema, &json!({"a": 1, "c": 2})), json!(["/c"]));
}
