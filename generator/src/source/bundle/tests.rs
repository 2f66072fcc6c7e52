use std::collections::BTreeMap;

use serde_json::json;

use super::*;
use crate::source::error::ReferenceProblem::*;

/// Bundles files; the first one is the document.
fn bundled(files: &[(&str, &str)]) -> Result<Source, SourceError> {
    let contents: BTreeMap<&str, &str> = files.iter().copied().collect();
    let (name, document) = files[0];
    let source = Source::read(format!("docs/{name}"), document.as_bytes()).unwrap();
    source.with_references(&mut |location| {
        let FileLocation::Path(path) = location else {
            return Err("references over the network are not followed".to_owned());
        };
        let text = contents.get(path.as_str()).ok_or("there is no such file")?;
        Ok(text.as_bytes().to_vec())
    })
}

fn value(files: &[(&str, &str)]) -> Value {
    let source = bundled(files).unwrap_or_else(|error| panic!("{error}"));
    assert!(!refers_to_files(source.value(), Part::One(Kind::Document)));
    source.value().clone()
}

fn error(files: &[(&str, &str)]) -> String {
    bundled(files).unwrap_err().to_string()
}

/// A document whose one component is `schema`.
fn with_schema(schema: &str) -> String {
    format!("openapi: 3.0.3\ncomponents: {{schemas: {{Root: {schema}}}}}\n")
}

#[test]
fn a_document_without_other_files_is_left_as_it_is() {
    let text = "openapi: 3.1.0\npaths: {$ref: '#/x', /a: {$ref: '#/paths/~1b'}}\ncomponents:\n  schemas:\n    A: {properties: {$ref: {type: string}}, example: {$ref: b.yaml}, default: {$ref: b}, enum: [{$ref: b}], const: {$ref: b}, examples: [{$ref: b}], x-a: {$ref: b}}\n  x-b: {A: {$ref: b}}\nx-c: {$ref: b}\n";
    let source = Source::read("a.yaml", text.as_bytes()).unwrap();
    let before = source.value().clone();
    let after = source
        .with_references(&mut |_| panic!("a file was read"))
        .unwrap();
    assert_eq!(after.value(), &before);
}

#[test]
fn a_reference_leads_to_a_file_or_a_part_of_one_relative_to_the_file_that_it_stands_in() {
    let document = value(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\npaths: {}\ncomponents:\n  schemas:\n    Pets: {type: array, items: {$ref: ./schemas/pet.yaml}}\n    Other: {$ref: '#/components/schemas/Pets'}\n",
        ),
        (
            "schemas/pet.yaml",
            "properties:\n  error: {$ref: '../common.json#/components/schemas/Error'}\n  tag: {$ref: './tags/tag.json'}\n  kind: {$ref: '#/definitions/kind'}\ndefinitions: {kind: {type: string}}\n",
        ),
        (
            "schemas/tags/tag.json",
            r##"{"properties": {"parent": {"$ref": "#"}, "root": {"$ref": "../../openapi.yaml#/components/schemas/Pets"}}}"##,
        ),
        (
            "common.json",
            r##"{"components": {"schemas": {"Error": {"allOf": [{"$ref": "#/components/schemas/Base%20~1"}]}, "Base /": {"type": "object"}}}}"##,
        ),
    ]);
    assert_eq!(
        document,
        json!({
            "openapi": "3.0.3",
            "paths": {},
            "components": {"schemas": {
                "Pets": {"type": "array", "items": {"$ref": "#/components/schemas/pet"}},
                "Other": {"$ref": "#/components/schemas/Pets"},
                "pet": {
                    "properties": {
                        "error": {"$ref": "#/components/schemas/Error"},
                        "tag": {"$ref": "#/components/schemas/tag"},
                        "kind": {"$ref": "#/components/schemas/kind"},
                    },
                    "definitions": {"kind": {"type": "string"}},
                },
                "Error": {"allOf": [{"$ref": "#/components/schemas/Base%20~1"}]},
                "tag": {"properties": {
                    "parent": {"$ref": "#/components/schemas/tag"},
                    "root": {"$ref": "#/components/schemas/Pets"},
                }},
                "kind": {"type": "string"},
                "Base /": {"type": "object"},
            }},
        })
    );
}

#[test]
fn a_component_of_the_document_that_is_a_part_of_another_file_keeps_its_key() {
    let document = value(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\npaths: {/a: {get: {responses: {'200': {content: {application/json: {schema: {$ref: schemas/pet.yaml}}}}}}}}\ncomponents:\n  schemas:\n    Animal: {$ref: 'schemas/pet.yaml'}\n    Again: {$ref: 'schemas/_index.yaml#/Pet'}\n",
        ),
        ("schemas/_index.yaml", "Pet: {$ref: pet.yaml}\n"),
        (
            "schemas/pet.yaml",
            "properties: {mother: {$ref: '../openapi.yaml#/components/schemas/Animal'}, child: {$ref: '_index.yaml#/Pet'}}\n",
        ),
    ]);
    let animal = json!({"$ref": "#/components/schemas/Animal"});
    assert_eq!(
        document["components"]["schemas"],
        json!({
            "Animal": {"properties": {"mother": animal, "child": animal}},
            "Again": animal,
        })
    );
    let schema = document.pointer("/paths/~1a/get/responses/200/content/application~1json/schema");
    assert_eq!(schema, Some(&animal));
}

#[test]
fn sections_paths_and_lists_may_be_kept_in_other_files() {
    let document = value(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\npaths: {$ref: paths/_index.yaml}\ncomponents: {schemas: {$ref: schemas/_index.yaml}, x-a: {$ref: b}}\n",
        ),
        ("paths/_index.yaml", "/pets: {$ref: pets.yaml}\n"),
        (
            "paths/pets.yaml",
            "get: {responses: {$ref: 'all.yaml'}, parameters: {$ref: 'all.yaml#/x'}}\n",
        ),
        (
            "paths/all.yaml",
            "'200': {content: {a/b: {schema: {$ref: '../schemas/_index.yaml#/Pet'}}}}\nx: [{name: a, schema: {$ref: '../schemas/pet.yaml'}}]\n",
        ),
        (
            "schemas/_index.yaml",
            "Pet: {$ref: pet.yaml}\nTag: {type: string}\n",
        ),
        (
            "schemas/pet.yaml",
            "properties: {tag: {$ref: '_index.yaml#/Tag'}}\n",
        ),
    ]);
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    assert_eq!(
        document["paths"]["/pets"]["get"],
        json!({
            "responses": {"200": {"content": {"a/b": {"schema": pet}}}, "x": [{"name": "a", "schema": {"$ref": "../schemas/pet.yaml"}}]},
            "parameters": [{"name": "a", "schema": pet}],
        })
    );
    assert_eq!(
        document["components"],
        json!({
            "schemas": {
                "Pet": {"properties": {"tag": {"$ref": "#/components/schemas/Tag"}}},
                "Tag": {"type": "string"},
            },
            "x-a": {"$ref": "b"},
        })
    );
}

#[test]
fn everything_that_can_be_a_reference_is_followed() {
    let document = value(&[
        (
            "openapi.yaml",
            "openapi: 3.1.0\npaths:\n  /a:\n    $ref: 'all.yaml#/item'\n    summary: Own\n    parameters: [{$ref: 'all.yaml#/components/parameters/limit'}]\nwebhooks: {w: {$ref: 'all.yaml#/item'}}\ncomponents:\n  securitySchemes: {key: {$ref: 'all.yaml#/components/securitySchemes/key'}}\n",
        ),
        (
            "all.yaml",
            r"
item:
  summary: Lost
  get:
    requestBody: {$ref: '#/components/requestBodies/Body'}
    responses: {'200': {$ref: '#/components/responses/Ok'}, x-a: {$ref: b}}
    callbacks: {done: {$ref: '#/components/callbacks/Done'}}
components:
  parameters: {limit: {name: limit, in: query, schema: {type: integer}}}
  requestBodies: {Body: {content: {a/b: {examples: {one: {$ref: '#/components/examples/One'}}, encoding: {x: {headers: {h: {$ref: '#/components/headers/H'}}}}}}}}
  responses: {Ok: {headers: {h: {$ref: '#/components/headers/H'}}, links: {l: {$ref: '#/components/links/L'}}}}
  examples: {One: {value: {$ref: b}}}
  headers: {H: {schema: {$ref: '#/components/schemas/S'}}}
  links: {L: {operationId: x}}
  callbacks: {Done: {'{$url}': {post: {responses: {'200': {$ref: '#/components/responses/Ok'}}}}}}
  schemas: {S: {if: {$ref: '#t'}, prefixItems: [{$ref: '#t'}], unevaluatedItems: {$ref: '#t'}, dependentSchemas: {a: {$ref: '#t'}}, properties: {$ref: {$ref: '#t'}}, patternProperties: {a: {$ref: '#t'}}}, T: {$anchor: t}}
  securitySchemes: {key: {type: apiKey}}
",
        ),
    ]);
    assert_eq!(document["paths"]["/a"]["summary"], "Own");
    assert_eq!(document["webhooks"]["w"]["summary"], "Lost");
    assert_eq!(
        document["components"]["securitySchemes"]["key"],
        json!({"type": "apiKey"})
    );
    let keys: Vec<String> = document["components"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(section, entries)| {
            let keys = entries.as_object().unwrap().keys();
            keys.map(move |key| format!("{section}/{key}"))
        })
        .collect();
    assert_eq!(
        keys,
        [
            "securitySchemes/key",
            "requestBodies/Body",
            "responses/Ok",
            "callbacks/Done",
            "parameters/limit",
            "examples/One",
            "headers/H",
            "links/L",
            "schemas/S",
            "schemas/T",
        ]
    );
    let text = document.to_string();
    assert_eq!(text.matches("all.yaml").count(), 0, "{text}");
    assert_eq!(text.matches("#t").count(), 0, "{text}");
}

#[test]
fn a_key_that_is_taken_by_something_else_gets_context_and_one_that_is_taken_by_the_same_is_shared()
{
    let document = value(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\ncomponents:\n  schemas:\n    error: {type: string}\n    List: {anyOf: [{$ref: 'common.json#/components/schemas/Error'}, {$ref: 'a/error.yaml'}, {$ref: 'b/error.yaml'}, {$ref: 'common.json#/components/schemas/Error'}, {$ref: 'same.yaml#/error'}]}\n",
        ),
        (
            "common.json",
            r##"{"components": {"schemas": {"Error": {"type": "object"}}}}"##,
        ),
        ("a/error.yaml", "type: integer"),
        ("b/error.yaml", "type: boolean"),
        ("same.yaml", "error: {type: string}"),
    ]);
    let schemas = &document["components"]["schemas"];
    let references: Vec<&str> = schemas["List"]["anyOf"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["$ref"].as_str().unwrap())
        .collect();
    assert_eq!(
        references,
        [
            "#/components/schemas/CommonError",
            "#/components/schemas/AError",
            "#/components/schemas/BError",
            "#/components/schemas/CommonError",
            "#/components/schemas/error",
        ]
    );
    assert_eq!(schemas["BError"], json!({"type": "boolean"}));
}

#[test]
fn an_alias_in_another_file_stays_a_component() {
    let document = value(&[
        (
            "openapi.yaml",
            &with_schema("{items: {$ref: 'a.yaml#/components/schemas/Alias'}}"),
        ),
        (
            "a.yaml",
            "components: {schemas: {Alias: {$ref: '#/components/schemas/Real'}, Real: {type: string}}}",
        ),
    ]);
    assert_eq!(
        document["components"]["schemas"],
        json!({
            "Root": {"items": {"$ref": "#/components/schemas/Alias"}},
            "Alias": {"$ref": "#/components/schemas/Real"},
            "Real": {"type": "string"},
        })
    );
}

#[test]
fn a_discriminator_may_name_files() {
    let document = value(&[
        (
            "openapi.yaml",
            &with_schema(
                "{discriminator: {propertyName: t, mapping: {a: Root, b: cat.yaml, c: 'all.yaml#/Dog', d: '#/components/schemas/Root', e: v1.2}}}",
            ),
        ),
        (
            "cat.yaml",
            "discriminator: {mapping: {a: '#/x', b: Root}}\nx: {}",
        ),
        (
            "all.yaml",
            "Dog: {discriminator: {mapping: {a: Cat}}}\ncomponents: {schemas: {Cat: {type: object}}}",
        ),
    ]);
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["Root"]["discriminator"]["mapping"],
        json!({"a": "Root", "b": "#/components/schemas/cat", "c": "#/components/schemas/Dog", "d": "#/components/schemas/Root", "e": "v1.2"})
    );
    assert_eq!(
        schemas["cat"]["discriminator"]["mapping"],
        json!({"a": "#/components/schemas/x", "b": "Root"})
    );
    assert_eq!(
        schemas["Dog"]["discriminator"]["mapping"],
        json!({"a": "#/components/schemas/AllCat"})
    );
}

#[test]
fn positions_are_those_of_the_files() {
    let source = bundled(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\npaths:\n  /a:\n    $ref: paths/a.yaml\n    summary: Own\ncomponents:\n  schemas:\n    Own: {type: string}\n    Taken:\n      $ref: pet.json\n",
        ),
        ("paths/a.yaml", "summary: Lost\nget:\n  parameters:\n    - name: a\n      schema: {$ref: '../pet.json#/definitions/A'}\n"),
        ("pet.json", "{\"type\": \"object\",\n \"definitions\": {\n  \"A\": {\n   \"type\": \"string\"}}}"),
    ])
    .unwrap();
    for (pointer, place) in [
        ("/paths", "docs/openapi.yaml:2:1"),
        ("/paths/~1a", "docs/paths/a.yaml:1:1"),
        ("/paths/~1a/summary", "docs/openapi.yaml:5:5"),
        (
            "/paths/~1a/get/parameters/0/schema",
            "docs/paths/a.yaml:5:7",
        ),
        ("/paths/~1a/get/nothing", "docs/paths/a.yaml:2:1"),
        ("/components/schemas/Own/type", "docs/openapi.yaml:8:11"),
        ("/components/schemas/Taken/type", "docs/pet.json:1:2"),
        ("/components/schemas/A", "docs/pet.json:3:3"),
        ("/components/schemas/A/type", "docs/pet.json:4:4"),
        ("/components/parameters", "docs/openapi.yaml:6:1"),
    ] {
        assert_eq!(source.place(&Pointer::from(pointer)), place, "{pointer}");
    }
}

#[test]
fn what_cannot_be_followed_is_told_with_both_places() {
    let case = |schema: &str, other: &str| {
        error(&[("openapi.yaml", &with_schema(schema)), ("a/b.yaml", other)])
    };
    for (schema, other, expected) in [
        (
            "{$ref: c.yaml}",
            "",
            "docs/openapi.yaml:2:31: the reference `c.yaml` (#/components/schemas/Root/$ref) needs docs/c.yaml: there is no such file",
        ),
        (
            "{$ref: ../b.yaml}",
            "",
            "docs/openapi.yaml:2:31: the reference `../b.yaml` (#/components/schemas/Root/$ref) leads out of the folder of the document: move the file into it, or the document to a folder above both",
        ),
        (
            "{$ref: 'https://a.example/b.yaml?key=x'}",
            "",
            "docs/openapi.yaml:2:31: the reference `https://a.example/b.yaml?key=x` (#/components/schemas/Root/$ref) needs https://a.example/b.yaml?…: references over the network are not followed",
        ),
        (
            "{$ref: a/b.yaml}",
            "a: b: c",
            "docs/openapi.yaml:2:31: the reference `a/b.yaml` (#/components/schemas/Root/$ref) leads to a file that cannot be used: docs/a/b.yaml:1:5: not valid YAML: mapping values are not allowed in this context",
        ),
        (
            "{$ref: a/b.yaml}",
            "",
            "docs/openapi.yaml:2:31: the reference `a/b.yaml` (#/components/schemas/Root/$ref) leads to a file that cannot be used: docs/a/b.yaml is empty (zero bytes): fetch or export it again",
        ),
        (
            "{$ref: 'a/b.yaml#/a/other'}",
            "b: 1\na: {b: 1}",
            "docs/openapi.yaml:2:31: the reference `a/b.yaml#/a/other` (#/components/schemas/Root/$ref) leads nowhere; what comes nearest is docs/a/b.yaml:2:1: correct the reference, or add what it asks for",
        ),
        (
            "{$ref: 'a/b.yaml#/a'}",
            "a:\n  items:\n    $ref: '#/components/schemas/Root'",
            "docs/a/b.yaml:3:5: the reference `#/components/schemas/Root` (#/a/items/$ref) leads nowhere; what comes nearest is docs/a/b.yaml:1:1: `#` stands for the file that the reference is in; to refer to docs/openapi.yaml, write its path before the `#`",
        ),
        (
            "{$ref: Pet}",
            "",
            "docs/openapi.yaml:2:31: the reference `Pet` (#/components/schemas/Root/$ref) needs docs/Pet: there is no such file; to refer to a component, write `#/components/`, its section and its key",
        ),
    ] {
        assert_eq!(case(schema, other), expected);
    }
}

#[test]
fn path_items_that_lead_in_a_circle_are_refused_and_schemas_are_not() {
    let message = error(&[
        (
            "openapi.yaml",
            "openapi: 3.0.3\npaths: {/a: {$ref: a.yaml}}\n",
        ),
        ("a.yaml", "$ref: b.yaml"),
        ("b.yaml", "$ref: a.yaml"),
    ]);
    assert!(
        message.starts_with(
            "docs/b.yaml:1:1: the reference `a.yaml` (#/$ref) leads round in a circle"
        ),
        "{message}"
    );
    value(&[
        ("openapi.yaml", &with_schema("{items: {$ref: a.yaml}}")),
        ("a.yaml", "items: {$ref: b.yaml}"),
        ("b.yaml", "items: {$ref: a.yaml}"),
    ]);
    let circle = bundled(&[
        ("openapi.yaml", &with_schema("{items: {$ref: 'a.yaml#/X'}}")),
        ("a.yaml", "X: {$ref: 'b.yaml#/X'}"),
        ("b.yaml", "X: {$ref: 'a.yaml#/X'}"),
    ]);
    assert_eq!(problem(circle), Circle);
    let itself = bundled(&[(
        "openapi.yaml",
        "openapi: 3.0.3\ncomponents: {$ref: 'openapi.yaml#/components'}",
    )]);
    assert_eq!(problem(itself), Circle);
}

/// The limit that a document of one chain of path items reaches; `file` makes the file of a number.
fn limit(file: impl Fn(usize) -> String) -> ReferenceLimit {
    let source = Source::read("a.yaml", b"openapi: 3.0.3\npaths: {/a: {$ref: '0'}}").unwrap();
    let limits = Limits {
        files: 100,
        bytes: 1 << 20,
        size: 100_000,
    };
    let bundled = bundle_within(limits, source, &mut |location| {
        Ok(file(location.to_string().parse().unwrap()).into_bytes())
    });
    match problem(bundled) {
        Limit(limit) => limit,
        other => panic!("{other}"),
    }
}

fn problem(bundled: Result<Source, SourceError>) -> ReferenceProblem {
    match bundled {
        Err(SourceError::Reference { problem, .. }) => *problem,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("there is no problem"),
    }
}

#[test]
fn files_bytes_size_and_depth_are_bounded() {
    let chain = |number: usize| {
        format!(
            "get: {{responses: {{'200': {{content: {{a: {{schema: {{$ref: '{}'}}}}}}}}}}}}\nitems: {{$ref: '{}'}}",
            number + 1,
            number + 1
        )
    };
    assert_eq!(limit(chain), ReferenceLimit::Files);
    let large = |number: usize| {
        let next = json!({"$ref": (number + 1).to_string()});
        let text = "x".repeat(100_000);
        json!({"x": text, "parameters": [next], "schema": next, "items": next}).to_string()
    };
    assert_eq!(limit(large), ReferenceLimit::Bytes);
    let nested = |number: usize| {
        format!(
            "get: {{callbacks: {{a: {{b: {{$ref: '{}'}}}}}}}}",
            number + 1
        )
    };
    assert_eq!(limit(nested), ReferenceLimit::Depth);
    let doubling = |number: usize| {
        let next = json!({"$ref": (number + 1).to_string()});
        let callbacks = if number < 10 {
            json!({"a": {"b": next, "c": next}})
        } else {
            json!({"a": {}})
        };
        json!({"get": {"callbacks": callbacks, "x": "x".repeat(2_000)}}).to_string()
    };
    assert_eq!(limit(doubling), ReferenceLimit::Size);
}
