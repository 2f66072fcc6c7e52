//! Documents that say what they must not.

use serde_json::{Value, json};

use crate::{document, proof, values};

#[test]
fn an_ill_typed_keyword_is_noted_and_the_rest_goes_on() {
    let schemas = json!({
        "It": {"type": "object", "required": true, "properties": {"a": {"type": "file"}, "b": {"type": "string", "maxLength": "5", "pattern": "(["}, "c": 7}},
        "Other": {"type": "integer", "minimum": 1, "maximum": 1, "enum": 5, "items": [{}], "allOf": {}}
    });
    let proof = proof(&document("3.1.0", &schemas));
    let noted: Vec<&str> = proof
        .counts
        .dropped_keywords
        .iter()
        .map(|note| note.pointer.as_str())
        .collect();
    assert_eq!(
        noted,
        [
            "/components/schemas/It/required",
            "/components/schemas/It/properties/a/type",
            "/components/schemas/It/properties/b/maxLength",
            "/components/schemas/It/properties/b/pattern",
            "/components/schemas/It/properties/c",
            "/components/schemas/Other/enum",
            "/components/schemas/Other/items",
            "/components/schemas/Other/allOf",
        ]
    );
    assert_eq!(values(&proof, "Other"), [json!(1)]);
    assert!(!values(&proof, "It").is_empty());
}

#[test]
fn references_in_circles_and_to_nowhere_end() {
    let schemas = json!({
        "Self": {"$ref": "#/components/schemas/Self"},
        "Ping": {"$ref": "#/components/schemas/Pong"},
        "Pong": {"$ref": "#/components/schemas/Ping"},
        "AllOf": {"allOf": [{"$ref": "#/components/schemas/AllOf"}, {"type": "object", "required": ["a"]}]},
        "OneOf": {"oneOf": [{"$ref": "#/components/schemas/OneOf"}, {"type": "integer"}]},
        "Cross": {"anyOf": [{"allOf": [{"$ref": "#/components/schemas/Cross"}]}, {"type": "string"}]},
        "Nowhere": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Missing"}, "b": {"$ref": "other.yaml#/B"}, "c": {"$ref": 5}}},
        "Plain": {"const": 1}
    });
    let proof = proof(&document("3.1.0", &schemas));
    assert_eq!(values(&proof, "Plain"), [json!(1)]);
    let noted = proof
        .counts
        .dropped_keywords
        .iter()
        .filter(|note| note.pointer.ends_with("/$ref"));
    assert_eq!(noted.count(), 3);
}

#[test]
fn deep_schemas_end() {
    let mut schema = json!({"type": "string"});
    for _ in 0..110 {
        schema = json!({"type": "array", "minItems": 1, "items": schema});
    }
    let proof = proof(&document("3.1.0", &json!({"It": schema})));
    assert_eq!(proof.counts.unmade.len(), 1);
}

#[test]
fn wide_graphs_of_references_are_made_in_bounded_size() {
    let mut schemas = serde_json::Map::new();
    for number in 0..60 {
        let properties: serde_json::Map<String, Value> = (0..60)
            .map(|other| {
                (
                    format!("p{other}"),
                    json!({"$ref": format!("#/components/schemas/C{other}")}),
                )
            })
            .collect();
        schemas.insert(
            format!("C{number}"),
            json!({"type": "object", "properties": properties}),
        );
    }
    let proof = proof(&document("3.1.0", &Value::Object(schemas)));
    assert!(proof.counts.cases >= 60);
    let bytes: usize = proof.files.iter().map(|(_, text)| text.len()).sum();
    assert!(bytes < 9 * 1024 * 1024, "{bytes}");
}

#[test]
fn huge_bounds_are_not_tried() {
    let schemas = json!({
        "Items": {"type": "array", "minItems": 1_000_000_000, "items": {}},
        "Text": {"type": "string", "minLength": 1_000_000_000},
        "Pattern": {"type": "string", "pattern": "^(a{1000}){1000}$"},
        "Properties": {"type": "object", "minProperties": 1_000_000_000}
    });
    let proof = proof(&document("3.1.0", &schemas));
    assert_eq!(proof.counts.unmade.len(), 3);
    let noted = &proof.counts.dropped_keywords[0].pointer;
    assert_eq!(noted, "/components/schemas/Pattern/pattern");
}

#[test]
fn documents_that_are_no_objects_give_nothing() {
    for document in [
        json!(null),
        json!([]),
        json!({"openapi": "3.1.0", "components": 5, "paths": [1]}),
    ] {
        assert_eq!(wire_proof::prove(&document, &[], "client").files, []);
    }
}

#[test]
fn a_union_that_is_its_own_branch_ends_with_a_discriminator_too() {
    let reference = |name: &str| json!({"$ref": format!("#/components/schemas/{name}")});
    let proof = proof(&document(
        "3.1.0",
        &json!({
            "Beast": {
                "oneOf": [reference("Cat"), reference("Beast")],
                "discriminator": {"propertyName": "kind"},
            },
            "Cat": {"type": "object", "required": ["kind"], "properties": {"kind": reference("Beast")}},
        }),
    ));
    assert!(proof.counts.unchecked.is_empty());
}
