//! What operations become, as far as the code that is written of them does not show it.

use serde_json::{Value, json};

use super::*;
use crate::config::PackageName;
use crate::model::{AnswerFormat, BodyFormat, Operation, ParameterEncoding, RequiredScheme, Style};
use crate::{analyze, normalize};

fn api(document: Value) -> Api {
    let mut base = json!({
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
    });
    for (name, value) in document.as_object().unwrap() {
        base[name] = value.clone();
    }
    let mut report = Report::default();
    let openapi = normalize::normalize(&base, &mut report).unwrap();
    let config = Config::new(PackageName::new("things").unwrap());
    let mut api = lower(&openapi, &config, &mut report);
    analyze::analyze(&mut api, &[], &mut report);
    api
}

/// The one operation `POST /things/{id}` with these members.
fn operation(members: Value) -> Operation {
    let mut operation = json!({"operationId": "act", "responses": {"204": {"description": ""}}});
    for (name, value) in members.as_object().unwrap() {
        operation[name] = value.clone();
    }
    let mut api = api(json!({"paths": {"/things/{id}": {
        "parameters": [{"name": "id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "post": operation,
    }}}));
    assert_eq!(api.operations.len(), 1);
    api.operations.remove(0)
}

fn sent(content: Value) -> Vec<(String, String, &'static str)> {
    let operation = operation(json!({"requestBody": {"content": content}}));
    let contents = operation.body.map(|body| body.contents).unwrap_or_default();
    let contents = contents.into_iter().map(|content| {
        let format = match content.format {
            BodyFormat::Json(_) => "json",
            BodyFormat::Form(..) => "form",
            BodyFormat::Multipart(..) => "multipart",
            BodyFormat::Text => "text",
            BodyFormat::Binary => "binary",
        };
        (content.variant, content.media_type, format)
    });
    contents.collect()
}

fn answered(content: Value) -> Vec<(String, String)> {
    let responses = json!({"200": {"description": "", "content": content}});
    let mut operation = operation(json!({"responses": responses}));
    let contents = operation.successes.remove(0).contents.into_iter();
    let contents = contents.map(|content| {
        let format = match content.format {
            AnswerFormat::Json(ty) => format!("json {ty:?}"),
            AnswerFormat::Text => "text".to_owned(),
            AnswerFormat::Binary => "binary".to_owned(),
            AnswerFormat::Events(ty, _) => format!("events {ty:?}"),
            AnswerFormat::JsonLines(ty) => format!("lines {ty:?}"),
        };
        (content.media_type, format)
    });
    contents.collect()
}

fn row<const N: usize>(cells: [&str; N]) -> [String; N] {
    cells.map(str::to_owned)
}

#[test]
fn the_ways_to_send_a_body_stand_in_their_order_under_names_of_their_own() {
    let text = json!({"schema": {"type": "string"}});
    let object = json!({"schema": {"type": "object", "properties": {"a": {"type": "string"}}}});
    let rows = sent(json!({
        "image/*": {},
        "text/plain": text,
        "text/x-markdown": text,
        "application/x-www-form-urlencoded": object,
        "multipart/form-data": object,
        "application/merge-patch+json": object,
        "application/json": object,
        "application/json; charset=utf-8": object,
        "text/json": object,
    }));
    let rows: Vec<[String; 3]> = rows
        .into_iter()
        .map(|(variant, media_type, format)| [variant, media_type, format.to_owned()])
        .collect();
    assert_eq!(
        rows,
        [
            row(["Json", "application/json", "json"]),
            row(["MergePatch", "application/merge-patch+json", "json"]),
            row(["Multipart", "multipart/form-data", "multipart"]),
            row(["Form", "application/x-www-form-urlencoded", "form"]),
            row(["Text", "text/plain", "text"]),
            row(["Markdown", "text/x-markdown", "text"]),
            row(["Binary", "image/*", "binary"]),
        ]
    );
}

#[test]
fn a_body_without_contents_is_none() {
    assert!(
        operation(json!({"requestBody": {"required": true, "content": {}}}))
            .body
            .is_none()
    );
}

#[test]
fn the_schema_tells_what_a_media_type_does_not_tell() {
    for (media_type, schema, format) in [
        (
            "*/*",
            json!({"type": "array", "items": {"type": "string"}}),
            "json Array(String)",
        ),
        (
            "*/*",
            json!({"type": "string", "format": "binary"}),
            "binary",
        ),
        ("application/sdp", json!({"type": "string"}), "text"),
        (
            "application/vnd.example",
            json!({"type": "integer"}),
            "json Integer(I64)",
        ),
        (
            "application/octet-stream",
            json!({"type": "string"}),
            "binary",
        ),
        (
            "application/json",
            json!({"type": "string", "format": "binary"}),
            "binary",
        ),
        (
            "application/json",
            json!({"type": "array", "items": {"type": "string", "format": "binary"}}),
            "json Array(String)",
        ),
        (
            "text/event-stream",
            json!({"type": "array", "items": {"type": "integer"}}),
            "events Integer(I64)",
        ),
        (
            "application/x-ndjson",
            json!({"type": "string"}),
            "lines Json",
        ),
    ] {
        let rows = answered(json!({media_type: {"schema": schema}}));
        assert_eq!(
            rows,
            [(media_type.to_owned(), format.to_owned())],
            "{schema}"
        );
    }
}

#[test]
fn answers_that_are_read_alike_are_one() {
    let number = json!({"schema": {"type": "integer"}});
    let rows = answered(json!({
        "application/xml": number,
        "text/plain": number,
        "text/html": {"schema": {"type": "string"}},
        "text/csv": {},
        "application/json": number,
        "application/hal+json": number,
        "image/png": {},
        "application/pdf": {},
    }));
    let rows: Vec<[&str; 2]> = rows
        .iter()
        .map(|(name, format)| [name.as_str(), format])
        .collect();
    let expected = [
        ["application/json", "json Integer(I64)"],
        ["text/*", "text"],
        ["*/*", "binary"],
    ];
    assert_eq!(rows, expected);
}

#[test]
fn a_redirect_is_a_success_where_nothing_else_is() {
    let statuses = |keys: &[&str]| {
        let responses: Value = keys
            .iter()
            .map(|key| ((*key).to_owned(), json!({"description": ""})))
            .collect();
        let operation = operation(json!({"responses": responses}));
        let variants = |answers: &[crate::model::Answer]| {
            answers
                .iter()
                .map(|answer| answer.variant.clone())
                .collect::<Vec<_>>()
                .join(" ")
        };
        (
            variants(&operation.successes),
            variants(&operation.failures),
        )
    };
    let pair = |successes: &str, failures: &str| (successes.to_owned(), failures.to_owned());
    assert_eq!(
        statuses(&["200", "302", "304", "100"]),
        pair("Ok", "NotModified")
    );
    assert_eq!(statuses(&["302", "304"]), pair("Found", "NotModified"));
    assert_eq!(statuses(&["default"]), pair("Default", "Default"));
    assert_eq!(
        statuses(&["default", "4XX", "2XX", "404", "201"]),
        pair("Created Status2xx", "NotFound ClientError Default")
    );
    assert_eq!(statuses(&["404"]), pair("Status2xx", "NotFound"));
}

#[test]
fn a_style_has_the_defaults_of_its_place() {
    let parameters = operation(json!({"parameters": [
        {"name": "a", "in": "query", "schema": {"type": "string"}},
        {"name": "b", "in": "query", "style": "pipeDelimited", "schema": {"type": "array", "items": {}}},
        {"name": "c", "in": "header", "schema": {"type": "string"}},
        {"name": "d", "in": "cookie", "schema": {"type": "string"}},
        {"name": "e", "in": "query", "style": "deepObject", "schema": {"type": "boolean"}},
        {"name": "f", "in": "query", "content": {"application/json": {"schema": {}}}},
    ]}))
    .parameters;
    let encodings: Vec<ParameterEncoding> = parameters
        .iter()
        .map(|parameter| parameter.encoding)
        .collect();
    let style = |style, explode| ParameterEncoding::Style {
        style,
        explode,
        allow_reserved: false,
    };
    let expected = [
        style(Style::Simple, false),
        style(Style::Form, true),
        style(Style::PipeDelimited, false),
        style(Style::Simple, false),
        style(Style::Form, true),
        style(Style::Form, true),
        ParameterEncoding::Json,
    ];
    assert_eq!(encodings, expected);
}

#[test]
fn a_binary_value_is_a_file_where_a_multipart_body_carries_it_and_text_elsewhere() {
    let binary = json!({"type": "string", "format": "binary"});
    let content = |media_type: &str, name: &str| {
        json!({"operationId": name, "requestBody": {"content": {media_type: {
            "schema": {"$ref": format!("#/components/schemas/{name}")},
        }}}, "responses": {"204": {"description": ""}}})
    };
    let api = api(json!({
        "paths": {"/a": {
            "post": content("multipart/form-data", "Upload"),
            "put": content("application/json", "Other"),
        }},
        "components": {"schemas": {
            "Upload": {"type": "object", "properties": {"file": {"$ref": "#/components/schemas/Blob"}, "more": {"type": "array", "items": binary}}},
            "Other": {"type": "object", "properties": {"text": {"type": "array", "items": binary}}},
            "Blob": binary,
        }},
    }));
    let ty = |pointer: &str| format!("{:?}", api.schemas[&Pointer::from(pointer)]);
    assert_eq!(
        ty("/components/schemas/Upload/properties/more"),
        "Array(File)"
    );
    assert_eq!(
        ty("/components/schemas/Other/properties/text"),
        "Array(String)"
    );
    assert_eq!(
        ty("/components/schemas/Other/properties/text/items"),
        "String"
    );
    assert!(
        api.types
            .iter()
            .any(|(_, item)| matches!(item.kind, Kind::Alias(Type::File)))
    );
}

#[test]
fn the_server_of_an_operation_is_told_where_it_is_another() {
    let with = |url: &str| operation(json!({"servers": [{"url": url}]})).server;
    assert_eq!(with("https://api.example.com/"), None);
    assert_eq!(
        with("https://up.example.com"),
        Some("https://up.example.com".to_owned())
    );
    assert_eq!(with("/v2"), Some("/v2".to_owned()));
    assert_eq!(with("ftp://files.example.com"), None);
}

#[test]
fn credentials_that_nothing_asks_for_go_wherever_nothing_is_said_of_them() {
    let security = |operation: Value, other: Value| {
        let mut document = json!({
            "security": [],
            "paths": {"/things": {"get": operation, "put": other}},
            "components": {"securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "user": {"type": "http", "scheme": "basic"},
            }},
        });
        for (method, operation) in document["paths"]["/things"].as_object_mut().unwrap() {
            operation["operationId"] = json!(method);
            operation["responses"] = json!({"204": {"description": ""}});
        }
        let operations = api(document).operations;
        operations
            .into_iter()
            .map(|it| it.security.alternatives)
            .collect::<Vec<_>>()
    };
    let scheme = |name: &str| RequiredScheme {
        name: name.to_owned(),
        scopes: Vec::new(),
    };
    let any = vec![vec![scheme("token")], vec![scheme("user")], vec![]];
    let none = Vec::<Vec<RequiredScheme>>::new();
    let open = json!({"security": []});
    assert_eq!(security(json!({}), open), [any, none.clone()]);
    let own = json!({"security": [{"token": []}]});
    assert_eq!(
        security(json!({}), own),
        [none, vec![vec![scheme("token")]]]
    );
}
