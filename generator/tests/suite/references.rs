//! A document in several files gives the same crate as the same document in one.

use std::collections::BTreeMap;

use generator::{FileLocation, Source};
use serde_json::Value;

use crate::fixture::config;

const ONE: &str = r##"
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://api.example.com'}]
security: [{key: []}]
paths:
  /pets:
    get:
      operationId: listPets
      parameters: [{$ref: '#/components/parameters/limit'}]
      responses:
        '200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}
        default: {$ref: '#/components/responses/Problem'}
    post:
      operationId: createPet
      requestBody: {$ref: '#/components/requestBodies/NewPet'}
      responses:
        '201': {description: Made., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
        default: {$ref: '#/components/responses/Problem'}
components:
  securitySchemes: {key: {type: http, scheme: bearer}}
  parameters: {limit: {name: limit, in: query, schema: {type: integer}}}
  requestBodies: {NewPet: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
  responses: {Problem: {description: Bad., content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}}
  schemas:
    Error: {type: object, required: [message], properties: {message: {type: string}}}
    Pet: {type: object, required: [name], properties: {name: {type: string}, mother: {$ref: '#/components/schemas/Pet'}, tag: {$ref: '#/components/schemas/Tag'}}}
    Tag: {type: string, enum: [tame, wild]}
"##;

const SEVERAL: &[(&str, &str)] = &[
    (
        "openapi.yaml",
        r"
openapi: 3.0.3
info: {title: Pets, version: '1'}
servers: [{url: 'https://api.example.com'}]
security: [{key: []}]
paths:
  /pets: {$ref: paths/pets.yaml}
components:
  securitySchemes: {key: {$ref: './common.json#/components/securitySchemes/key'}}
",
    ),
    (
        "paths/pets.yaml",
        r"
get:
  operationId: listPets
  parameters: [{$ref: '../common.json#/components/parameters/limit'}]
  responses:
    '200': {description: All., content: {application/json: {schema: {type: array, items: {$ref: ../schemas/Pet.yaml}}}}}
    default: {$ref: '../common.json#/components/responses/Problem'}
post:
  operationId: createPet
  requestBody: {$ref: 'bodies.yaml#/NewPet'}
  responses:
    '201': {description: Made., content: {application/json: {schema: {$ref: ../schemas/Pet.yaml}}}}
    default: {$ref: '../common.json#/components/responses/Problem'}
",
    ),
    (
        "paths/bodies.yaml",
        "NewPet: {required: true, content: {application/json: {schema: {$ref: '../schemas/_index.yaml#/Pet'}}}}",
    ),
    ("schemas/_index.yaml", "Pet: {$ref: Pet.yaml}"),
    (
        "schemas/Pet.yaml",
        "{type: object, required: [name], properties: {name: {type: string}, mother: {$ref: '#'}, tag: {$ref: 'Tag.json'}}}",
    ),
    (
        "schemas/Tag.json",
        r#"{"type": "string", "enum": ["tame", "wild"]}"#,
    ),
    (
        "common.json",
        r##"{"components": {
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "parameters": {"limit": {"name": "limit", "in": "query", "schema": {"type": "integer"}}},
            "responses": {"Problem": {"description": "Bad.", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}}},
            "schemas": {"Error": {"type": "object", "required": ["message"], "properties": {"message": {"type": "string"}}}}
        }}"##,
    ),
];

fn bundled(document: &str, files: &BTreeMap<String, Vec<u8>>) -> Source {
    let source = Source::read("openapi.yaml", document.as_bytes()).unwrap();
    source
        .with_references(&mut |location| {
            let FileLocation::Path(path) = location else {
                panic!("{location}");
            };
            files.get(path).cloned().ok_or("missing".to_owned())
        })
        .unwrap_or_else(|error| panic!("{error}"))
}

/// The files of the crate; components stand in another order, which shows in the order of types.
fn generated(source: &Source) -> BTreeMap<String, String> {
    let generated = generator::generate(source, &config("pets"))
        .unwrap_or_else(|report| panic!("{}", report.render(source)));
    let files = generated.files.into_iter();
    files.map(|file| (file.path, file.contents)).collect()
}

fn sort_components(document: &mut Value) {
    let Some(Value::Object(sections)) = document.get_mut("components") else {
        return;
    };
    sections.sort_keys();
    for section in sections.values_mut() {
        if let Value::Object(section) = section {
            section.sort_keys();
        }
    }
}

fn sorted(source: &Source) -> Source {
    let mut document = source.value().clone();
    sort_components(&mut document);
    Source::read("openapi.yaml", document.to_string().as_bytes()).unwrap()
}

#[test]
fn a_document_in_several_files_gives_the_crate_of_the_same_document_in_one() {
    let files = SEVERAL
        .iter()
        .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
        .collect();
    let several = bundled(SEVERAL[0].1, &files);
    let one = Source::read("openapi.yaml", ONE.as_bytes()).unwrap();
    assert_eq!(sorted(&several).value(), sorted(&one).value());
    assert!(generated(&sorted(&several)) == generated(&sorted(&one)));
}

/// Moves each component of `section` to a file of its own and lets all references lead there.
fn split(document: &mut Value, section: &str) -> BTreeMap<String, Vec<u8>> {
    let sections = document["components"].as_object_mut().unwrap();
    let Some(Value::Object(components)) = sections.shift_remove(section) else {
        return BTreeMap::new();
    };
    rewrite(document, section, "");
    let mut files = BTreeMap::new();
    for (key, mut component) in components {
        rewrite(&mut component, section, "../");
        let path = format!("{section}/{key}.json");
        files.insert(path, component.to_string().into_bytes());
    }
    files
}

/// References to `section` become those to files; the others lead to the document in the folder `up`.
fn rewrite(value: &mut Value, section: &str, up: &str) {
    match value {
        Value::Object(members) => {
            for (key, member) in members {
                match member {
                    Value::String(text)
                        if key == "$ref" || text.starts_with("#/components/schemas/") =>
                    {
                        let in_section = format!("#/components/{section}/");
                        if let Some(component) = text.strip_prefix(&in_section) {
                            *text = format!("{up}{section}/{component}.json");
                        } else if text.starts_with('#') && !up.is_empty() {
                            *text = format!("{up}openapi.yaml{text}");
                        }
                    }
                    _ => rewrite(member, section, up),
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| rewrite(item, section, up)),
        _ => {}
    }
}

#[test]
fn a_real_document_that_is_split_gives_the_document_that_it_was() {
    let Some(folder) = crate::corpus::folder() else {
        return;
    };
    for name in ["github-3.0.json", "openai.yaml", "discord.json"] {
        let path = folder.join(name);
        let Ok(bytes) = std::fs::read(&path) else {
            eprintln!("skipped: {} cannot be read", path.display());
            continue;
        };
        let one = Source::read("openapi.yaml", &bytes).unwrap();
        let mut document = one.value().clone();
        let files = split(&mut document, "schemas");
        assert!(files.len() > 10, "{name}");
        assert_eq!(document.pointer("/components/schemas"), None);
        let several = bundled(&document.to_string(), &files);
        // What nothing refers to is in no file that is read.
        let used = several.value()["components"]["schemas"]
            .as_object()
            .unwrap();
        let mut expected = one.value().clone();
        let schemas = expected["components"]["schemas"].as_object_mut().unwrap();
        schemas.retain(|key, _| used.contains_key(key));
        assert_eq!(used.len(), schemas.len(), "{name}");
        sort_components(&mut expected);
        let several = sorted(&several);
        assert!(several.value() == &expected, "{name}");
        let expected = Source::read("openapi.yaml", expected.to_string().as_bytes()).unwrap();
        match generator::generate(&expected, &config("split")) {
            Ok(_) => assert!(generated(&several) == generated(&expected), "{name}"),
            Err(_) => eprintln!("{name} gives no crate"),
        }
    }
}
