use serde_json::json;

use super::*;

fn source(name: &str, text: &str) -> Source {
    Source::read(name, format!("openapi: 3.0.0\n{text}").as_bytes()).unwrap()
}

fn conflict(first: &str, second: &str) -> String {
    Source::merge(vec![source("a", first), source("b", second)])
        .unwrap_err()
        .to_string()
}

#[test]
fn nothing_cannot_be_merged() {
    assert_eq!(
        Source::merge(Vec::new()).unwrap_err().to_string(),
        "there is no document to merge: name at least one source"
    );
}

#[test]
fn one_document_stays_as_it_is() {
    let tags = "tags: [{name: a}, {name: a, x: 1}]\n";
    let merged = Source::merge(vec![source("a", tags)]).unwrap();
    assert_eq!(merged.value(), source("a", tags).value());
}

#[test]
fn documents_are_joined_by_name_and_placed_in_their_files() {
    let a = source(
        "a",
        "paths:\n  /x:\n    get: {responses: {}}\ncomponents:\n  schemas: {A: {type: string, x: 1}}\n",
    );
    let b = source(
        "b",
        "webhooks: {w: {}}\npaths:\n  /x:\n    post: {}\n  /y: {}\ncomponents:\n  schemas: {A: {x: 1, type: string}, B: {}}\n  responses: {R: {}}\n",
    );
    let merged = Source::merge(vec![a, b]).unwrap();
    let expected = json!({
        "openapi": "3.0.0",
        "paths": {"/x": {"get": {"responses": {}}, "post": {}}, "/y": {}},
        "components": {"schemas": {"A": {"type": "string", "x": 1}, "B": {}}, "responses": {"R": {}}},
        "webhooks": {"w": {}},
    });
    // As text, because the order of keys is a part of it.
    assert_eq!(merged.value().to_string(), expected.to_string());
    let place = |pointer| merged.place(&Pointer::from(pointer));
    assert_eq!(place(""), "a:1:1");
    assert_eq!(place("/paths/~1x/get/responses"), "a:4:11");
    assert_eq!(place("/paths/~1x/post"), "b:5:5");
    assert_eq!(place("/components/schemas/A/x"), "a:6:31");
    assert_eq!(place("/components/responses/R"), "b:9:15");
    assert_eq!(place("/webhooks/w/nothing"), "b:2:12");
    assert_eq!(place("/nothing"), "a:1:1");
}

#[test]
fn tags_are_joined_by_name_and_placed_in_their_files() {
    let a = source("a", "tags: [{name: x, description: X}]\n");
    let b = source(
        "b",
        "tags:\n- {name: y}\n- {description: X, name: x}\n- {name: z}\n",
    );
    let c = source("c", "tags:\n- name: u\n- name: z\n");
    // A merged document can be merged again.
    let merged = Source::merge(vec![Source::merge(vec![a, b]).unwrap(), c]).unwrap();
    let names: Vec<_> = merged.value()["tags"]
        .as_array()
        .unwrap()
        .iter()
        .map(|tag| &tag["name"])
        .collect();
    assert_eq!(names, ["x", "y", "z", "u"]);
    let place = |pointer| merged.place(&Pointer::from(pointer));
    assert_eq!(place("/tags/0/description"), "a:2:18");
    assert_eq!(place("/tags/1"), "b:3:3");
    assert_eq!(place("/tags/2/name"), "b:5:4");
    assert_eq!(place("/tags/3"), "c:3:3");
    assert_eq!(place("/tags/9"), "a:2:1");
}

#[test]
fn a_conflict_names_both_places() {
    let both = |pointer: &str, first: &str, second: &str| {
        format!(
            "{first} and {second} differ in {pointer}: make them equal, or leave one of the sources out"
        )
    };
    assert_eq!(
        conflict("info: {title: a}\n", "servers: []\ninfo: {title: b}\n"),
        both("#/info", "a:2:1", "b:3:1")
    );
    assert_eq!(
        conflict(
            "paths:\n  /x:\n    get: {a: 1}\n",
            "paths: {/x: {get: {}}}\n"
        ),
        both("#/paths/~1x/get", "a:4:5", "b:2:14")
    );
    assert_eq!(
        conflict(
            "paths: {/x: {parameters: [1]}}\n",
            "paths: {/x: {parameters: [2]}}\n"
        ),
        both("#/paths/~1x/parameters", "a:2:14", "b:2:14")
    );
    assert_eq!(
        conflict(
            "components: {schemas: {A: {}}}\n",
            "components: {schemas: {A: {a: 1}}}\n"
        ),
        both("#/components/schemas/A", "a:2:24", "b:2:24")
    );
    assert_eq!(
        conflict("webhooks: {w: {get: {}}}\n", "webhooks: {w: {post: {}}}\n"),
        both("#/webhooks/w", "a:2:12", "b:2:12")
    );
    assert_eq!(
        conflict(
            "tags: [{name: x}]\n",
            "tags: [{name: y}, {name: x, a: 1}]\n"
        ),
        both("#/tags/0", "a:2:8", "b:2:19")
    );
    assert_eq!(
        conflict("paths: {}\n", "paths: []\n"),
        both("#/paths", "a:2:1", "b:2:1")
    );
}

#[test]
fn a_conflict_with_the_second_of_three_names_the_second() {
    let error = Source::merge(vec![
        source("a", "paths: {/x: {get: {}}}\n"),
        source("b", "paths: {/x: {post: {}}}\n"),
        source("c", "paths: {/x: {post: {a: 1}}}\n"),
    ])
    .unwrap_err();
    let SourceError::Conflict { pointer, places } = error else {
        panic!("{error}");
    };
    assert_eq!(pointer, Pointer::from("/paths/~1x/post"));
    let places = places.map(|place| place.to_string());
    assert_eq!(places, ["b:2:14", "c:2:14"]);
}
