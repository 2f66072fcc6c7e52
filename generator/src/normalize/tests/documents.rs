use serde_json::json;

use super::normalised;

#[test]
fn webhooks_become_a_callback_and_paths_may_be_missing() {
    let given = json!({
        "openapi": "3.1.0",
        "info": {"title": "Test", "version": "1"},
        "webhooks": {"new pet": {"post": {
            "requestBody": {"content": {"application/json": {"schema": {"type": ["string", "null"]}}}},
            "responses": {"200": {"description": "Thanks."}},
        }}},
    });
    let (value, messages) = normalised(&given);
    assert_eq!(messages, Vec::<String>::new());
    let value = value.unwrap();
    assert_eq!(value["openapi"], "3.0.4");
    assert_eq!(value["paths"], json!({}));
    assert_eq!(value.get("webhooks"), None);
    let item = &value["components"]["callbacks"]["webhooks"]["new pet"];
    assert_eq!(item["x-lowering-origin"], "/webhooks/new pet");
    assert_eq!(
        item["post"]["requestBody"]["content"]["application/json"]["schema"],
        json!({"type": "string", "nullable": true})
    );
}

#[test]
fn media_types_of_3_2_are_put_where_they_are_referred_to() {
    let given = json!({
        "openapi": "3.2.0",
        "info": {"title": "Test", "version": "1"},
        "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {
            "description": "",
            "content": {"application/json": {"$ref": "#/components/mediaTypes/Text"}},
        }}}}},
        "components": {"mediaTypes": {"Text": {"schema": {"type": "string"}}}},
    });
    let (value, messages) = normalised(&given);
    assert_eq!(messages, Vec::<String>::new());
    let value = value.unwrap();
    let content = &value["paths"]["/a"]["get"]["responses"]["200"]["content"];
    assert_eq!(
        content["application/json"]["schema"],
        json!({"type": "string"})
    );
    assert_eq!(value["components"], json!({}));
}

#[test]
fn an_item_that_is_null_is_an_empty_one() {
    let given = json!({
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {
            "description": "",
            "content": {"application/json": null},
        }, "404": null}}}},
    });
    let (value, messages) = normalised(&given);
    let responses = &value.unwrap()["paths"]["/a"]["get"]["responses"];
    assert_eq!(responses["200"]["content"]["application/json"], json!({}));
    assert_eq!(responses["404"], json!({"description": ""}));
    assert_eq!(messages.len(), 3, "{messages:?}");
}

#[test]
fn a_path_item_whose_path_gets_a_slash_is_told_of_where_it_stands() {
    let given = json!({
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "paths": {"a/{b}": {"get": {"operationId": "a", "responses": {}}}},
    });
    let (value, messages) = normalised(&given);
    assert_eq!(
        messages,
        [
            "#/paths/a~1{b}: the path `a/{b}` has no slash at its start; read as `/a/{b}`",
            "#/paths/a~1{b}/get: `{b}` in the path is not declared as a parameter; read as text",
        ]
    );
    let parameters = &value.unwrap()["paths"]["/a/{b}"]["get"]["parameters"];
    assert_eq!(parameters[0]["name"], "b");
}
