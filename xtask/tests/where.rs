//! `cargo xtask where` leads from an item of the crate to the line of the document that it comes from.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use support::Repository;

const DOCUMENT: &str = "openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: 'https://pets.example'}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters:
        - {name: limit, in: query, schema: {type: integer}}
      responses:
        '200': {description: Pets, content: {application/json: {schema: {$ref: '#/components/schemas/Pets'}}}}
        '404': {description: None}
components:
  schemas:
    Pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}
    Pet:
      allOf:
        - type: object
          properties:
            name: {type: string}
        - type: object
          properties:
            kind: {type: string, enum: [cat, dog]}
";

fn repository() -> Repository {
    let repository = Repository::with_settings("source = \"pets.yaml\"\nname = \"pets-client\"\n");
    repository.write("pets.yaml", DOCUMENT);
    repository
}

#[test]
fn each_kind_of_item_is_found_at_its_line() {
    let repository = repository();
    for (name, expected) in [
        ("Pet", "16:5: struct types::Pet #/components/schemas/Pet"),
        ("Pets", "15:5: type types::Pets #/components/schemas/Pets"),
        (
            "Pet::name",
            "20:13: field types::Pet::name #/components/schemas/Pet/allOf/0/properties/name",
        ),
        (
            "PetKind::Dog",
            "23:46: variant types::PetKind::Dog #/components/schemas/Pet/allOf/1/properties/kind/enum/1",
        ),
        (
            "pets_client::Client::list_pets()",
            "6:5: method Client::list_pets #/paths/~1pets/get",
        ),
        (
            "ListPets",
            "6:5: operation operations::ListPets #/paths/~1pets/get",
        ),
        (
            "ListPets::limit",
            "9:11: method operations::ListPets::limit #/paths/~1pets/get/parameters/0",
        ),
        (
            "ListPetsError",
            "10:7: enum operations::ListPetsError #/paths/~1pets/get/responses",
        ),
        (
            "ListPets::Output",
            "10:7: type operations::ListPets::Output #/paths/~1pets/get/responses",
        ),
        (
            "blocking::Client::list_pets",
            "6:5: method Client::list_pets #/paths/~1pets/get",
        ),
        ("BASE_URL", "3:11: constant BASE_URL #/servers/0"),
    ] {
        let found = repository.xtask(&["where", name, "--spec", "pets.yaml"]);
        let found = found.expect_status(0);
        assert_eq!(found.stdout, format!("pets.yaml:{expected}\n"), "{name}");
    }
}

const MORE: &str = "openapi: 3.1.0
info: {title: Pets, version: '1'}
servers:
  - {url: '/relative', description: Left out}
  - {url: 'https://pets.example', description: Everywhere}
  - {url: 'https://{region}.pets.example', description: Regional, variables: {region: {default: eu}}}
paths:
  /pets/{pet_id}:
    parameters:
      - {name: pet_id, in: path, required: true, schema: {type: string}}
    get:
      operationId: getPet
      responses: &responses
        '200':
          description: A pet
          headers: {X-Rate-Limit: {schema: {type: integer}}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Animal'}}}
        '404': &error {description: None, content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
        '500': *error
    put:
      operationId: putPet
      requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
      responses: *responses
components:
  schemas:
    Problem: {type: object, properties: {text: {type: string}}}
    Animal: {$ref: '#/components/schemas/Pet'}
    Pet:
      type: object
      required: [name]
      properties:
        name: {type: string}
        status: {type: string, enum: [new]}
        \"two\\nlines\": {type: string}
";

#[test]
fn what_is_no_type_of_the_document_is_found_as_well() {
    let repository = repository();
    repository.write("pets.yaml", MORE);
    for (name, expected) in [
        (
            "X_RATE_LIMIT",
            "16:21: constant operations::headers::X_RATE_LIMIT #/paths/~1pets~1{pet_id}/get/responses/200/headers/X-Rate-Limit",
        ),
        (
            "PutPetError",
            "23:7: type operations::PutPetError #/paths/~1pets~1{pet_id}/put/responses",
        ),
        (
            "PutPetError::body",
            "23:7: method operations::PutPetError::body #/paths/~1pets~1{pet_id}/put/responses (added by the generator)",
        ),
        (
            "get_pet::pet_id",
            "10:9: argument Client::get_pet::pet_id #/paths/~1pets~1{pet_id}/parameters/0",
        ),
        (
            "put_pet::body",
            "22:7: argument Client::put_pet::body #/paths/~1pets~1{pet_id}/put/requestBody",
        ),
        (
            "servers::Regional",
            "6:5: struct servers::Regional #/servers/2",
        ),
        (
            "Regional::region",
            "6:79: method servers::Regional::region #/servers/2/variables/region",
        ),
        ("BASE_URL", "5:5: constant BASE_URL #/servers/1"),
        (
            "Animal::name",
            "32:9: field types::Animal::name #/components/schemas/Pet/properties/name",
        ),
        (
            "Pet::new()",
            "28:5: method types::Pet::new #/components/schemas/Pet (added by the generator)",
        ),
        (
            "PetStatus::Unknown",
            "33:9: variant types::PetStatus::Unknown #/components/schemas/Pet/properties/status (added by the generator)",
        ),
        (
            "two_lines",
            "34:9: field types::Animal::two_lines #/components/schemas/Pet/properties/two\\nlines\npets.yaml:34:9: field types::Pet::two_lines #/components/schemas/Pet/properties/two\\nlines",
        ),
    ] {
        let found = repository.xtask(&["where", name, "--spec", "pets.yaml"]);
        let found = found.expect_status(0);
        assert_eq!(found.stdout, format!("pets.yaml:{expected}\n"), "{name}");
    }
    for name in [
        "Client::new",
        "pets_client::Client::builder()",
        "generic::Client::request",
    ] {
        let found = repository.xtask(&["where", name, "--spec", "pets.yaml"]);
        found
            .expect_status(0)
            .expect_stdout("is the generator's own: it comes from no part of the document");
    }
}

#[test]
fn all_items_of_a_name_are_listed() {
    let repository = repository();
    repository.write(
        "pets.yaml",
        &DOCUMENT.replace("kind: {type", "limit: {type"),
    );
    let found = repository.xtask(&["where", "limit", "--spec", "pets.yaml"]);
    found
        .expect_status(0)
        .expect_stdout("pets.yaml:23:13: field types::Pet::limit")
        .expect_stdout("pets.yaml:9:11: method operations::ListPets::limit");
}

#[test]
fn a_name_that_nothing_has_is_wrong_use_with_names_that_are_like_it() {
    let repository = repository();
    let result = |name: &str| repository.xtask(&["where", name, "--spec", "pets.yaml"]);
    result("PetKnid")
        .expect_status(2)
        .expect_stderr("is called `PetKnid`; did you mean `PetKind`?");
    result("petkind::dog")
        .expect_status(2)
        .expect_stderr("did you mean `PetKind::Dog`");
    result("Vehicle")
        .expect_status(2)
        .expect_stderr("such as `Pet::name`");
    for nothing in ["", "::", "()"] {
        result(nothing).expect_status(2);
    }
}

#[test]
fn without_a_document_that_can_be_used_the_status_is_another() {
    let repository = repository();
    repository.xtask(&["where", "Pet"]).expect_status(3);
    repository.write("pets.yaml", "openapi: 3.1.0\ninfo: {}\n");
    let result = repository.xtask(&["where", "Pet", "--spec", "pets.yaml"]);
    result
        .expect_status(3)
        .expect_stderr("no client can be made of pets.yaml");
}
