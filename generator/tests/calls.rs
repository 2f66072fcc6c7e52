//! What the operations of a crate can be called with, as `generate` tells it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use generator::{Config, Generated, PackageName, Source, generate};

const DOCUMENT: &str = "
openapi: 3.1.0
info: {title: Things, version: '1'}
servers: [{url: 'https://api.example.com'}]
security: [{User: []}]
paths:
  /things/{id}:
    parameters: [{$ref: '#/components/parameters/Id'}]
    put:
      operationId: setThing
      servers: [{url: 'https://upload.example.com'}]
      parameters:
        - {name: count, in: query, required: true, schema: {type: integer, format: int32}}
        - {name: tags, in: query, schema: {$ref: '#/components/schemas/Tags'}}
      requestBody:
        required: true
        content:
          application/json: {schema: {$ref: '#/components/schemas/Thing'}}
          text/plain: {schema: {type: string}}
      responses: {'201': {description: Made}, '200': {description: Set}, '404': {description: None}, 5XX: {description: Failed}, default: {description: Other}}
components:
  parameters:
    Id: {name: id, in: path, required: true, schema: {type: string}}
  schemas:
    Tags: {type: array, items: {type: string}}
    Thing: {type: object, properties: {name: {type: string}}}
  securitySchemes:
    User: {type: http, scheme: basic}
";

fn generated() -> Generated {
    let source = Source::read("things.yaml", DOCUMENT.as_bytes()).unwrap();
    let config = Config::new(PackageName::new("things").unwrap());
    generate(&source, &config).unwrap()
}

#[test]
fn an_operation_tells_its_arguments_setters_bodies_and_statuses() {
    let generated = generated();
    let [call] = &generated.operations[..] else {
        panic!("{:?}", generated.operations)
    };
    assert_eq!(call.pointer.as_str(), "/paths/~1things~1{id}/put");
    assert_eq!((call.method, call.path.as_str()), ("PUT", "/things/{id}"));
    assert_eq!(call.function, "set_thing");
    assert_eq!(call.server.as_deref(), Some("https://upload.example.com"));
    let told = |arguments: &[generator::CallArgument]| -> Vec<(String, String, bool)> {
        let told = arguments
            .iter()
            .map(|it| (it.setter.clone(), it.rust.clone(), it.by_reference));
        told.collect()
    };
    let expected = [("id", "String", true), ("count", "i32", false)];
    assert_eq!(
        told(&call.arguments),
        expected.map(|(name, rust, by)| (name.to_owned(), rust.to_owned(), by))
    );
    // An alias is followed.
    assert_eq!(
        told(&call.setters),
        [("tags".to_owned(), "Vec<String>".to_owned(), false)]
    );
    let body = call.body.as_ref().unwrap();
    assert!(body.required);
    let contents: Vec<(Option<&str>, Option<&str>)> = body
        .contents
        .iter()
        .map(|content| (content.variant.as_deref(), content.rust.as_deref()))
        .collect();
    assert_eq!(
        contents,
        [
            (Some("operations::SetThingBody::Json"), Some("types::Thing")),
            (Some("operations::SetThingBody::Text"), None),
        ]
    );
    assert_eq!(call.successes, [200, 201]);
    assert_eq!(call.failures, [404, 599, 499]);
}

#[test]
fn a_credential_tells_how_many_texts_it_takes() {
    let generated = generated();
    let [credential] = &generated.credentials[..] else {
        panic!("{:?}", generated.credentials)
    };
    assert_eq!(credential.arguments, 2);
}
