//! Instances made from schemas.

use serde_json::{Value, json};

use crate::{document, instances, proof, values};

/// Whether the instances of a schema are valid by a validator that knows nothing of this crate.
fn are_valid(schema: &Value) {
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(schema).unwrap();
    let proof = proof(&document("3.1.0", &json!({"It": schema})));
    let made = values(&proof, "It");
    assert!(!made.is_empty(), "{schema}");
    for value in made {
        assert!(validator.is_valid(&value), "{value} is not {schema}");
    }
}

#[test]
fn instances_of_every_construct_are_valid() {
    for schema in [
        json!({"type": "object", "required": ["a", "b", "c"], "properties": {
            "a": {"type": "string", "format": "date-time"},
            "b": {"type": "string", "format": "date"},
            "c": {"type": "string", "format": "uuid"}
        }}),
        json!({"type": "string", "format": "email"}),
        json!({"type": "string", "format": "uri"}),
        json!({"type": "string", "format": "ipv4"}),
        json!({"type": "string", "format": "ipv6"}),
        json!({"type": "string", "format": "hostname"}),
        json!({"type": "string", "minLength": 7, "maxLength": 9}),
        json!({"type": "string", "maxLength": 2}),
        json!({"type": "integer", "minimum": 3, "maximum": 10, "multipleOf": 3}),
        json!({"type": "integer", "exclusiveMinimum": 3, "exclusiveMaximum": 5}),
        json!({"type": "number", "minimum": 0.5, "maximum": 0.75}),
        json!({"type": "number", "exclusiveMinimum": 0, "exclusiveMaximum": 0.1}),
        json!({"type": "number", "multipleOf": 0.5, "maximum": -3}),
        json!({"type": "array", "items": {"type": "boolean"}, "minItems": 5}),
        json!({"type": "array", "items": {"type": "string"}, "minItems": 5, "uniqueItems": true}),
        json!({"type": "array", "items": {"type": "integer"}, "maxItems": 1}),
        json!({"prefixItems": [{"type": "string"}, {"type": "integer"}], "items": false, "type": "array"}),
        json!({"type": "object", "required": ["a"], "minProperties": 3, "maxProperties": 4}),
        json!({"type": "object", "propertyNames": {"enum": ["x", "y"]}, "additionalProperties": {"type": "integer"}}),
        json!({"type": "object", "propertyNames": {"pattern": "^x-"}}),
        json!({"type": "object", "patternProperties": {"^x-[0-9]{2}$": {"type": "integer"}}, "additionalProperties": false}),
        json!({"allOf": [{"type": "object", "required": ["a"]}, {"properties": {"a": {"type": "integer"}}}]}),
        json!({"allOf": [{"properties": {"a": {"minimum": 5}}}, {"type": "object", "properties": {"a": {"type": "integer", "maximum": 6}}}]}),
        json!({"oneOf": [{"type": "string"}, {"type": "null"}, {"type": "array", "items": {"type": "integer"}}]}),
        json!({"type": "object", "properties": {"a": {"type": "string"}}, "oneOf": [{"required": ["a"]}, {"required": ["b"], "properties": {"a": false}}]}),
        json!({"anyOf": [{"type": "object", "required": ["a"]}, {"type": "object", "required": ["b"]}]}),
        json!({"type": ["string", "null", "integer"], "minimum": 4}),
        json!({"const": {"a": [1, null]}}),
        json!({"enum": ["a", 1, null, {"b": 2}]}),
        json!({"not": {"type": "string"}}),
        json!({"if": {"required": ["a"]}, "then": {"required": ["b"]}, "properties": {"a": {}, "b": {}}}),
        json!({}),
        json!(true),
    ] {
        are_valid(&schema);
    }
}

#[test]
fn texts_fulfil_patterns() {
    for pattern in [
        "^AC[0-9a-fA-F]{32}$",
        "^ses",
        "^[a-zA-Z0-9\\-_.]+$",
        "^(SM|MM)[0-9a-fA-F]{32}$",
        "^.*$",
        "^([01]\\d|2[0-3]):?([0-5]\\d)$",
        "^(?![0-9]{3}$)[a-z][a-z0-9-]*[a-zA-Z0-9]$",
        "^#(([0-9a-fA-F]{2}){3}|([0-9a-fA-F]){3})$",
        "^((http[s]?|ftp):\\/)?\\/?([^:\\/\\s]+)((\\/\\w+)*\\/)([\\w\\-\\.]+[^#?\\s]+)(.*)?(#[\\w\\-]+)?$",
        "\\b[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\\.[A-Za-z]{2,}\\b",
        "^[^a-zA-Z0-9]{2,}$",
        "^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})$",
        "^$|^[A-Za-z0-9]+",
        "^a{2}\\{$",
        "^\\u0041\\x42\\p{L}$",
    ] {
        are_valid(&json!({"type": "string", "pattern": pattern}));
    }
    are_valid(&json!({"type": "string", "pattern": "^[a-z]+$", "minLength": 40, "maxLength": 50}));
}

#[test]
fn a_pattern_that_is_too_hard_takes_the_documents_example_or_is_reported() {
    let hard = "^(a)\\1(?<=aa)b$";
    let schema = json!({"type": "string", "pattern": hard, "example": "aab"});
    assert_eq!(instances(&schema), [json!("aab")]);
    let schema = json!({"type": "object", "properties": {"it": {"type": "string", "pattern": hard}}, "required": ["it"]});
    let proof = proof(&document("3.1.0", &json!({"It": schema})));
    assert_eq!(values(&proof, "It"), [] as [Value; 0]);
    let reason = format!("it: no text was found for the pattern {hard}");
    assert_eq!(proof.counts.unmade[0].reason, reason);
}

#[test]
fn an_object_is_made_full_empty_and_with_each_value_of_its_properties() {
    let made = instances(&json!({
        "type": "object",
        "required": ["id"],
        "properties": {
            "id": {"type": "integer", "format": "int32", "minimum": 0},
            "kind": {"enum": ["a", "b", "c", "d"]},
            "tags": {"type": "array", "items": {"type": "boolean"}},
            "note": {"type": ["string", "null"], "maxLength": 4},
            "map": {"type": "object", "additionalProperties": {"type": "boolean"}}
        }
    }));
    assert_eq!(
        made,
        [
            json!({"id": 1, "kind": "a", "tags": [true, false], "note": "text", "map": {"additionalKey": true, "another key": false}}),
            json!({"id": 1}),
            json!({"id": 0, "kind": "b", "tags": [], "note": "", "map": {}}),
            json!({"id": 2_147_483_647, "kind": "c", "note": null, "map": {"additionalKey": false, "another key": true}}),
            json!({"id": 1, "kind": "d"}),
        ]
    );
}

#[test]
fn integers_reach_the_bounds_of_their_type() {
    for (format, least, greatest) in [
        ("int8", i64::from(i8::MIN), u64::from(i8::MAX as u8)),
        ("uint8", 0, u8::MAX.into()),
        ("int32", i32::MIN.into(), 2_147_483_647),
        ("uint32", 0, u32::MAX.into()),
        ("int64", i64::MIN, 9_223_372_036_854_775_807),
        ("uint64", 0, u64::MAX),
        ("no such format", i64::MIN, 9_223_372_036_854_775_807),
    ] {
        let made = instances(&json!({"type": "integer", "format": format}));
        assert_eq!(made, [json!(1), json!(least), json!(greatest)], "{format}");
    }
    let natural = json!({"type": "integer", "minimum": 0, "maximum": u64::MAX});
    assert_eq!(instances(&natural).last(), Some(&json!(u64::MAX)));
}

#[test]
fn each_branch_of_a_union_is_made() {
    let schemas = json!({
        "Union": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}, {"type": "null"}]},
        "Cat": {"type": "object", "required": ["meow"], "properties": {"meow": {"type": "boolean"}}},
        "Dog": {"type": "object", "required": ["bark"], "properties": {"bark": {"const": 1}}}
    });
    let proof = proof(&document("3.1.0", &schemas));
    let expected = [
        json!({"meow": true}),
        json!({"bark": 1}),
        json!(null),
        json!({"meow": false}),
    ];
    assert_eq!(values(&proof, "Union"), expected);
}

#[test]
fn a_branch_carries_the_tag_that_its_discriminator_says() {
    let schemas = json!({
        "Union": {
            "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}, {"$ref": "#/components/schemas/Bee"}],
            "discriminator": {"propertyName": "kind", "mapping": {"a cat": "#/components/schemas/Cat", "bee": "Bee"}}
        },
        "Cat": {"type": "object", "properties": {"kind": {"type": "string"}, "cat": {"const": 1}}, "required": ["cat"]},
        "Dog": {"type": "object", "properties": {"dog": {"const": 1}}, "required": ["dog"]},
        "Bee": {"type": "object", "properties": {"kind": {"const": "bee"}, "bee": {"const": 1}}, "required": ["bee"]}
    });
    let proof = proof(&document("3.0.3", &schemas));
    let expected = [
        json!({"kind": "a cat", "cat": 1}),
        json!({"dog": 1, "kind": "Dog"}),
        json!({"kind": "bee", "bee": 1}),
    ];
    assert_eq!(values(&proof, "Union"), expected);
}

#[test]
fn a_base_with_a_discriminator_is_one_of_its_subtypes() {
    let schemas = json!({
        "Pet": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}, "discriminator": {"propertyName": "kind", "mapping": {"dog": "#/components/schemas/Dog"}}},
        "Cat": {"allOf": [{"$ref": "#/components/schemas/Pet"}, {"type": "object", "properties": {"lives": {"const": 9}}}]},
        "Dog": {"allOf": [{"$ref": "#/components/schemas/Pet"}]},
        "Owner": {"type": "object", "properties": {"pet": {"$ref": "#/components/schemas/Pet"}}}
    });
    let proof = proof(&document("3.1.0", &schemas));
    let cats = [json!({"kind": "Cat", "lives": 9}), json!({"kind": "Cat"})];
    assert_eq!(values(&proof, "Cat"), cats);
    assert_eq!(values(&proof, "Dog"), [json!({"kind": "dog"})]);
    let pets = [cats[0].clone(), json!({"kind": "dog"}), cats[1].clone()];
    assert_eq!(values(&proof, "Pet"), pets);
    assert_eq!(values(&proof, "Owner")[0], json!({"pet": cats[0]}));
}

#[test]
fn null_is_made_in_every_spelling_of_version_30() {
    let text = json!({"type": "string", "maxLength": 1, "minLength": 1});
    let schemas = json!({
        "Text": text,
        "Type": {"type": "string", "nullable": true, "minLength": 1, "maxLength": 1},
        "Enum": {"type": "string", "nullable": true, "enum": ["a"]},
        "Null": {"type": "string", "enum": [null]},
        "AllOf": {"nullable": true, "allOf": [{"$ref": "#/components/schemas/Text"}]},
        "OneOf": {"nullable": true, "oneOf": [{"$ref": "#/components/schemas/Text"}, {"type": "integer", "minimum": 2, "maximum": 2}]},
        "Reference": {"nullable": true, "$ref": "#/components/schemas/Text"}
    });
    let proof = proof(&document("3.0.3", &schemas));
    assert_eq!(proof.counts.unmade, []);
    assert_eq!(values(&proof, "Text"), [json!("t")]);
    assert_eq!(values(&proof, "Type"), [json!("t"), json!(null)]);
    assert_eq!(values(&proof, "Enum"), [json!("a"), json!(null)]);
    assert_eq!(values(&proof, "Null"), [json!(null)]);
    assert_eq!(values(&proof, "AllOf"), [json!("t"), json!(null)]);
    assert_eq!(values(&proof, "OneOf"), [json!("t"), json!(null), json!(2)]);
    assert_eq!(values(&proof, "Reference"), [json!("t"), json!(null)]);
}

#[test]
fn exclusive_bounds_of_version_30_are_booleans() {
    let schema = json!({"type": "integer", "minimum": 1, "exclusiveMinimum": true, "maximum": 3, "exclusiveMaximum": true});
    let proof = proof(&document("3.0.3", &json!({"It": schema})));
    assert_eq!(values(&proof, "It"), [json!(2)]);
}

#[test]
fn a_recursion_ends() {
    let schemas = json!({
        "Tree": {"type": "object", "required": ["children"], "properties": {
            "children": {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}},
            "parent": {"$ref": "#/components/schemas/Tree"}
        }},
        "Endless": {"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Endless"}}},
        "Either": {"anyOf": [{"type": "object", "required": ["next"], "properties": {"next": {"$ref": "#/components/schemas/Either"}}}, {"type": "integer"}]}
    });
    let proof = proof(&document("3.1.0", &schemas));
    assert!(values(&proof, "Tree").contains(&json!({"children": []})));
    assert!(values(&proof, "Either").contains(&json!({"next": 1})));
    assert_eq!(values(&proof, "Endless"), [] as [Value; 0]);
    assert_eq!(proof.counts.unmade.len(), 1);
    assert_eq!(
        proof.counts.unmade[0].pointer,
        "/components/schemas/Endless"
    );
    assert_eq!(
        proof.counts.unmade[0].reason,
        "next: next: is required within itself"
    );
}

#[test]
fn references_lead_anywhere() {
    let mut document = document(
        "3.1.0",
        &json!({
            "A": {"type": "object", "properties": {"b/c": {"type": "string", "const": "x"}}, "$defs": {"D": {"$anchor": "d", "const": 4}}},
            "It": {"type": "object", "required": ["a", "b", "c"], "properties": {
                "a": {"$ref": "#/components/schemas/A/properties/b~1c"},
                "b": {"$ref": "#/paths/~1x%20y/get/responses/200/content/application~1json/schema"},
                "c": {"$ref": "#d"}
            }}
        }),
    );
    document["paths"]["/x y"] = json!({"get": {"responses": {"200": {"content": {"application/json": {"schema": {"const": 3}}}}}}});
    assert_eq!(
        values(&proof(&document), "It"),
        [json!({"a": "x", "b": 3, "c": 4})]
    );
}

#[test]
fn two_runs_make_the_same() {
    let schemas = json!({
        "A": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B"}, "a": {"type": "number"}}},
        "B": {"anyOf": [{"$ref": "#/components/schemas/A"}, {"type": "string"}]}
    });
    let document = document("3.1.0", &schemas);
    assert_eq!(proof(&document).files, proof(&document).files);
}
