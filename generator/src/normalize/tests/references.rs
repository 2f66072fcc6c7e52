use serde_json::json;

use super::{document, normalised, schemas};

#[test]
fn a_schema_inside_of_another_becomes_a_component() {
    let given = json!({
        "Pet": {"type": "object", "properties": {
            "home": {"type": "object", "properties": {"street": {"type": "string"}}},
        }},
        "Walk": {"type": "array", "items": {"$ref": "#/components/schemas/Pet/properties/home"}},
    });
    assert_eq!(
        schemas("3.0.3", given),
        json!({
            "Pet": {"type": "object", "properties": {"home": {"$ref": "#/components/schemas/home"}}},
            "Walk": {"type": "array", "items": {"$ref": "#/components/schemas/home"}},
            "home": {
                "type": "object",
                "properties": {"street": {"type": "string"}},
                "x-lowering-origin": "/components/schemas/Pet/properties/home",
            },
        })
    );
}

#[test]
fn a_moved_schema_whose_short_name_is_taken_is_told_apart_by_what_is_around_it() {
    let given = json!({
        "Home": {"type": "string"},
        "Pet": {"type": "object", "properties": {"homes": {"type": "array", "items": {"type": "object"}}}},
        "Walk": {"$ref": "#/components/schemas/Pet/properties/homes/items"},
    });
    let schemas = schemas("3.0.3", given);
    assert_eq!(
        schemas["Walk"],
        json!({"$ref": "#/components/schemas/Pet_home"})
    );
    assert_eq!(schemas["Pet_home"]["type"], "object");
}

#[test]
fn a_reference_goes_through_others_on_its_way() {
    let given = json!({
        "Alias": {"$ref": "#/components/schemas/Pet"},
        "Pet": {"type": "object", "properties": {"name": {"$ref": "#/components/schemas/Name"}}},
        "Name": {"type": "string"},
        "A": {"$ref": "#/components/schemas/Alias/properties/name"},
    });
    let schemas = schemas("3.0.3", given);
    assert_eq!(schemas["A"], json!({"$ref": "#/components/schemas/Name"}));
    assert_eq!(
        schemas["Alias"],
        json!({"$ref": "#/components/schemas/Pet"})
    );
}

#[test]
fn definitions_and_anchors_become_components() {
    let given = json!({
        "A": {
            "$defs": {"inner": {"type": "string", "minLength": 1}, "unused": {}},
            "type": "object",
            "properties": {
                "one": {"$ref": "#/components/schemas/A/$defs/inner"},
                "two": {"$ref": "#two"},
                "three": {"$anchor": "two", "type": "integer"},
                "itself": {"$ref": "#/components/schemas/A"},
            },
        },
    });
    let schemas = schemas("3.1.0", given);
    let inner = json!({"type": "string", "x-lowering-origin": "/components/schemas/A/$defs/inner"});
    assert_eq!(schemas["inner"], inner);
    let properties = &schemas["A"]["properties"];
    assert_eq!(
        properties["one"],
        json!({"$ref": "#/components/schemas/inner"})
    );
    assert_eq!(
        properties["two"],
        json!({"$ref": "#/components/schemas/three"})
    );
    assert_eq!(properties["three"], properties["two"]);
    assert_eq!(schemas["A"].get("$defs"), None);
}

#[test]
fn what_is_no_part_of_openapi_can_be_referred_to_with_all_that_it_refers_to() {
    let mut given = document("3.0.3", json!({"A": {"$ref": "#/x-types/a~1b"}}));
    given["x-types"] = json!({"a/b": {"type": "array", "items": {"$ref": "#/x-types/c%7Bd"}}, "c{d": {"type": "string"}});
    let (value, messages) = normalised(&given);
    assert_eq!(messages, Vec::<String>::new());
    let schemas = &value.unwrap()["components"]["schemas"];
    assert_eq!(schemas["A"], json!({"$ref": "#/components/schemas/a_b"}));
    assert_eq!(
        schemas["a_b"]["items"],
        json!({"$ref": "#/components/schemas/c_d"})
    );
    assert_eq!(schemas["c_d"]["type"], "string");
}

#[test]
fn a_schema_of_a_response_is_named_after_the_operation() {
    let mut given = document(
        "3.0.3",
        json!({
            "A": {"$ref": "#/paths/~1pets/get/responses/200/content/application~1json/schema"},
        }),
    );
    given["paths"] = json!({"/pets": {"get": {"operationId": "listPets", "responses": {"200": {
        "description": "", "content": {"application/json": {"schema": {"type": "object"}}},
    }}}}});
    let (value, _) = normalised(&given);
    let schemas = &value.unwrap()["components"]["schemas"];
    assert_eq!(
        schemas["A"],
        json!({"$ref": "#/components/schemas/listPets_response"})
    );
}

#[test]
fn a_reference_in_place_of_a_path_item_is_replaced_by_a_copy() {
    let given = json!({
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {
            "/a": {"$ref": "#/components/pathItems/Shared"},
            "/b": {"$ref": "#/paths/~1a", "summary": "B."},
        },
        "components": {"pathItems": {"Shared": {"summary": "Shared.", "delete": {
            "operationId": "remove",
            "responses": {"204": {"description": "Done."}},
        }}}},
    });
    let (value, messages) = normalised(&given);
    let value = value.unwrap();
    assert_eq!(value["paths"]["/b"]["summary"], "B.");
    assert_eq!(
        value["paths"]["/b"]["delete"]["responses"]["204"]["description"],
        "Done."
    );
    assert_eq!(
        value["paths"]["/a"]["x-lowering-origin"],
        "/components/pathItems/Shared"
    );
    assert_eq!(value["components"].get("pathItems"), None);
    assert_eq!(messages.len(), 1, "{messages:?}");
}

#[test]
fn a_mapping_may_lead_anywhere() {
    let given = json!({
        "A": {
            "oneOf": [{"$ref": "#/components/schemas/B"}],
            "discriminator": {"propertyName": "kind", "mapping": {
                "name": "B",
                "pointer": "#/components/schemas/C/properties/b",
            }},
        },
        "B": {"type": "object"},
        "C": {"type": "object", "properties": {"b": {"$ref": "#/components/schemas/B"}}},
    });
    let mapping = &schemas("3.0.3", given)["A"]["discriminator"]["mapping"];
    assert_eq!(mapping["name"], "#/components/schemas/B");
    assert_eq!(mapping["pointer"], "#/components/schemas/B");
}

#[test]
fn copies_of_path_items_are_not_unlimited() {
    let many: Vec<u32> = (0..2_000).collect();
    let mut given = document("3.1.0", json!({}));
    given["components"]["pathItems"] = json!({"Large": {"x-many": many}});
    for path in 0..1_200 {
        given["paths"][format!("/{path}")] = json!({"$ref": "#/components/pathItems/Large"});
    }
    let (value, messages) = normalised(&given);
    assert_eq!(value, None);
    assert_eq!(
        messages.first().map(String::as_str),
        Some(
            "#/paths/~10/$ref: `#/components/pathItems/Large` and others like it unfold to too large a document"
        )
    );
}

#[test]
fn a_chain_of_references_has_an_end() {
    let mut schemas = json!({"S0": {"type": "string"}});
    for index in 1..40 {
        schemas[format!("S{index}")] =
            json!({"$ref": format!("#/components/schemas/S{}", index - 1)});
    }
    let (value, messages) = normalised(&document("3.0.3", schemas));
    assert_eq!(value, None);
    assert_eq!(messages.len(), 7, "{messages:#?}");
}
