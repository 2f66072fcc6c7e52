use serde_json::{Value, json};

use super::{document, normalised, schemas};

/// The 3.0 form of one schema of OpenAPI 3.1.
fn schema(given: Value) -> Value {
    schemas("3.1.0", json!({"A": given, "B": {"type": "string"}}))["A"].clone()
}

/// What is said about one schema, with pointers from it on, and its 3.0 form.
fn mended(version: &str, given: Value) -> (Value, Vec<String>) {
    let given = document(version, json!({"A": given, "B": {"type": "string"}}));
    let (value, messages) = normalised(&given);
    let messages = messages
        .into_iter()
        .map(|message| message.replace("#/components/schemas/A", "#"));
    let value = value.map(|value| value["components"]["schemas"]["A"].clone());
    (value.unwrap_or_default(), messages.collect())
}

#[test]
fn null_is_said_by_nullable_in_each_of_its_spellings() {
    let nullable = json!({"type": "string", "nullable": true});
    assert_eq!(schema(json!({"type": ["string", "null"]})), nullable);
    assert_eq!(
        schema(json!({"enum": ["a", null]})),
        json!({"nullable": true, "type": "string", "enum": ["a"]})
    );
    assert_eq!(
        schema(json!({"oneOf": [{"$ref": "#/components/schemas/B"}, {"type": "null"}]})),
        json!({"oneOf": [{"$ref": "#/components/schemas/B"}], "nullable": true})
    );
}

#[test]
fn a_schema_of_nothing_but_null_says_so_and_keeps_what_tells_of_it() {
    let only = json!({"description": "Gone.", "x-lowering-null": true});
    for given in [
        json!({"type": "null"}),
        json!({"type": ["null"]}),
        json!({"const": null}),
        json!({"enum": [null]}),
    ] {
        let mut given = given;
        given["description"] = json!("Gone.");
        assert_eq!(schema(given), only);
    }
    assert_eq!(
        schema(json!({"anyOf": [{"type": "null"}, {"const": null}]})),
        json!({"x-lowering-null": true})
    );
}

#[test]
fn several_types_become_branches_with_the_keywords_that_are_about_them() {
    let given = json!({
        "type": ["object", "string", "null"],
        "description": "Both.",
        "properties": {"a": true},
        "required": ["a"],
        "format": "uuid",
    });
    assert_eq!(
        schema(given),
        json!({
            "description": "Both.",
            "nullable": true,
            "anyOf": [
                {
                    "type": "object",
                    "properties": {"a": {}},
                    "required": ["a"],
                    "x-lowering-origin": "/components/schemas/A",
                },
                {"type": "string", "format": "uuid"},
            ],
        })
    );
    assert_eq!(
        schema(json!({"type": ["string", "integer", "boolean"], "enum": ["auto", 1, 2]})),
        json!({"anyOf": [{"type": "string", "enum": ["auto"]}, {"type": "integer", "enum": [1, 2]}]})
    );
}

#[test]
fn a_constant_is_an_enum_of_one_value() {
    assert_eq!(
        schema(json!({"const": "a"})),
        json!({"type": "string", "enum": ["a"]})
    );
    assert_eq!(
        schema(json!({"const": 1})),
        json!({"type": "integer", "enum": [1]})
    );
    assert_eq!(
        schema(json!({"const": true})),
        json!({"type": "boolean", "enum": [true]})
    );
    assert_eq!(schema(json!({"const": [1]})), json!({"enum": [[1]]}));
}

#[test]
fn what_stands_beside_a_reference_counts_from_3_1_on() {
    let reference = json!({"$ref": "#/components/schemas/B"});
    assert_eq!(
        schema(json!({"$ref": "#/components/schemas/B", "title": "T", "nullable": true})),
        json!({"title": "T", "nullable": true, "allOf": [reference]})
    );
    let given =
        json!({"$ref": "#/components/schemas/B", "type": "string", "title": "T", "pattern": "a"});
    let (mended, messages) = mended("3.0.3", given);
    assert_eq!(mended, json!({"title": "T", "allOf": [reference]}));
    assert_eq!(
        messages,
        ["#: `type` beside `$ref` has no meaning in OpenAPI 3.0; left out"]
    );
}

#[test]
fn boolean_schemas_become_objects_and_a_property_without_values_goes() {
    assert_eq!(
        schema(
            json!({"type": "object", "properties": {"a": true, "b": false}, "additionalProperties": false})
        ),
        json!({"type": "object", "properties": {"a": {}}, "additionalProperties": false})
    );
    assert_eq!(
        schema(json!({"anyOf": [false, {"type": "string"}]})),
        json!({"anyOf": [{"not": {}}, {"type": "string"}]})
    );
}

#[test]
fn a_tuple_has_a_schema_for_each_item_and_no_others() {
    let items = json!([{"type": "string"}, {"type": "integer"}]);
    let tuple = json!({"allOf": items, "x-lowering-tuple": true});
    for given in [
        json!({"type": "array", "prefixItems": items, "minItems": 2}),
        json!({"type": "array", "prefixItems": items, "items": false}),
        json!({"prefixItems": items, "maxItems": 2}),
        json!({"type": "array", "items": items, "minItems": 2, "maxItems": 2}),
    ] {
        assert_eq!(schema(given), tuple);
    }
    assert_eq!(
        schema(
            json!({"type": "array", "prefixItems": items, "items": {"type": "boolean"}, "minItems": 2})
        ),
        json!({
            "type": "array",
            "items": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]},
            "minItems": 2,
        })
    );
    assert_eq!(
        schema(json!({"type": "array", "prefixItems": [{"type": "string"}, {"type": "string"}]})),
        json!({"type": "array", "items": {"type": "string"}})
    );
}

#[test]
fn properties_by_pattern_are_additional_ones() {
    assert_eq!(
        schema(json!({"type": "object", "patternProperties": {"^a": {"type": "string"}}})),
        json!({"type": "object", "additionalProperties": {"type": "string"}})
    );
    assert_eq!(
        schema(json!({
            "patternProperties": {"^a": {"type": "string"}, "^b": {"type": "string"}, "^c": {"type": "integer"}},
            "additionalProperties": {"type": "boolean"},
        })),
        json!({
            "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "boolean"}]},
            "type": "object",
        })
    );
    assert_eq!(
        schema(json!({"type": "object", "unevaluatedProperties": {"type": "string"}})),
        json!({"type": "object", "additionalProperties": {"type": "string"}})
    );
    assert_eq!(
        schema(json!({"type": "object", "unevaluatedProperties": false})),
        json!({"type": "object"})
    );
}

#[test]
fn encodings_are_formats() {
    let string = |format: &str| json!({"type": "string", "format": format});
    assert_eq!(
        schema(json!({"type": "string", "contentEncoding": "base64"})),
        string("byte")
    );
    assert_eq!(
        schema(json!({"type": "string", "contentEncoding": "base64url"})),
        string("base64url")
    );
    assert_eq!(
        schema(json!({"type": "string", "contentMediaType": "image/png"})),
        string("binary")
    );
    assert_eq!(
        schema(json!({"type": "string", "contentMediaType": "application/json"})),
        json!({"type": "string"})
    );
}

#[test]
fn exclusive_bounds_are_bounds_that_are_excluded() {
    assert_eq!(
        schema(
            json!({"type": "number", "minimum": 1, "exclusiveMinimum": 0.5, "exclusiveMaximum": 9.5})
        ),
        json!({"type": "number", "minimum": 1, "maximum": 9.5, "exclusiveMaximum": true})
    );
    assert_eq!(
        schema(json!({"type": "integer", "minimum": 1.0, "exclusiveMaximum": 9.5})),
        json!({"type": "integer", "minimum": 1, "maximum": 9})
    );
}

#[test]
fn integers_beyond_64_bits_with_a_sign_say_so_by_their_format() {
    let unsigned = json!({"type": "integer", "minimum": 0, "format": "uint64"});
    for maximum in [json!(u64::MAX), json!(18_446_744_073_709_552_000.0)] {
        assert_eq!(
            schema(json!({"type": "integer", "minimum": 0, "maximum": maximum})),
            unsigned
        );
    }
    // What JavaScript makes of the largest signed integer.
    assert_eq!(
        schema(json!({"type": "integer", "maximum": 9_223_372_036_854_776_000.0})),
        json!({"type": "integer"})
    );
    let (mended, messages) = mended("3.0.3", json!({"type": "integer", "maximum": 1e30}));
    assert_eq!(mended, json!({"type": "number"}));
    assert_eq!(messages.len(), 1);
}

#[test]
fn the_first_of_several_examples_is_the_example() {
    assert_eq!(
        schema(json!({"type": "string", "examples": ["a", "b"]})),
        json!({"type": "string", "example": "a"})
    );
}

#[test]
fn constraints_go_without_a_word() {
    assert_eq!(
        schema(json!({
            "type": "string",
            "minLength": 1,
            "if": {"pattern": "a"},
            "then": {"maxLength": 2},
            "dependentRequired": {"a": ["b"]},
            "$comment": "c",
        })),
        json!({"type": "string"})
    );
}

#[test]
fn what_is_about_another_type_has_no_effect() {
    assert_eq!(
        schema(json!({"type": "boolean", "format": "boolean", "minimum": 1, "maxItems": 2})),
        json!({"type": "boolean"})
    );
    let (mended, messages) = mended("3.0.3", json!({"type": "string", "properties": {"a": {}}}));
    assert_eq!(mended, json!({"type": "string"}));
    assert_eq!(
        messages,
        ["#/properties: `properties` has no meaning for a schema of type `string`; left out"]
    );
}

#[test]
fn required_of_a_property_belongs_to_the_object() {
    let given = json!({"type": "object", "required": ["a"], "properties": {
        "a": {"type": "string"},
        "b": {"type": "string", "required": true},
        "c": {"type": "string", "required": false},
    }});
    let (mended, messages) = mended("3.0.3", given);
    assert_eq!(mended["required"], json!(["a", "b"]));
    assert_eq!(mended["properties"]["b"], json!({"type": "string"}));
    assert_eq!(
        messages,
        [
            "#/properties/b/required: `required` of a property is no boolean; `b` is read as required",
            "#/properties/c/required: `required` of a property is no boolean; `c` is read as optional",
        ]
    );
}

#[test]
fn values_that_are_written_as_another_type_are_read_as_they_are_meant() {
    let (mended, messages) = mended(
        "3.0.3",
        json!({"type": "string", "enum": [true, "a", 1, "a", ["b"]]}),
    );
    assert_eq!(
        mended,
        json!({"type": "string", "enum": ["true", "a", "1"]})
    );
    assert_eq!(
        messages,
        [
            "#/enum/3: the value `a` is there twice",
            "#/enum: not of the type `string`: `true`, `1`; read as strings",
            "#/enum: not of the type `string`: `[\"b\"]`; left out",
        ]
    );
    assert_eq!(
        schema(json!({"enum": ["a", 1, true]})),
        json!({"enum": ["a", 1, true]})
    );
    assert_eq!(
        schema(json!({"type": "integer", "enum": [1, 18_446_744_073_709_551_615_u64]})),
        json!({"enum": [1, 18_446_744_073_709_551_615_u64]})
    );
}

#[test]
fn names_of_types_in_other_languages_are_understood() {
    for (given, read) in [
        (json!("int"), json!({"type": "integer"})),
        (json!("String"), json!({"type": "string"})),
        (json!("float"), json!({"type": "number"})),
        (json!("file"), json!({"type": "string", "format": "binary"})),
        (json!("any"), json!({})),
        (json!(7), json!({})),
        (json!(["string", "any"]), json!({})),
    ] {
        let (mended, messages) = mended("3.0.3", json!({"type": given}));
        assert_eq!(mended, read);
        assert_eq!(messages.len(), 1, "{messages:?}");
    }
}

#[test]
fn keywords_of_the_wrong_type_are_mended_or_left_out() {
    let given = json!({
        "type": "object",
        "description": 1.5,
        "title": ["t"],
        "nullable": "true",
        "properties": [],
        "required": "a",
        "minProperties": -1,
        "additionalProperties": "yes",
        "discriminator": "kind",
    });
    let (mended, messages) = mended("3.0.3", given);
    assert_eq!(
        mended,
        json!({
            "type": "object",
            "description": "1.5",
            "nullable": true,
            "properties": {},
            "required": ["a"],
            "discriminator": {"propertyName": "kind"},
        })
    );
    assert_eq!(messages.len(), 8, "{messages:?}");
}

#[test]
fn a_type_beside_branches_that_have_one_says_nothing_more() {
    let one_of = json!([{"type": "integer", "enum": [1]}, {"$ref": "#/components/schemas/B"}]);
    assert_eq!(
        schema(json!({"type": "integer", "format": "int32", "oneOf": one_of})),
        json!({"type": "integer", "format": "int32", "oneOf": one_of})
    );
    assert_eq!(
        schema(json!({"type": "integer", "oneOf": one_of})),
        json!({"oneOf": one_of})
    );
    assert_eq!(
        schema(json!({"type": "object", "anyOf": [{"required": ["a"]}]})),
        json!({"type": "object", "anyOf": [{"required": ["a"]}]})
    );
}
