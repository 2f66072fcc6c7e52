use serde_json::{Value, json};

use super::*;
use crate::{Edits, OperationFilter};

const DOCUMENT: &str = r#"openapi: 3.0.3
info:
  title: Things
tags: [{name: a}, {name: b}, {name: c}, {name: d}]
paths:
  /things:
    get: {operationId: list, tags: [x], deprecated: true}
    post: {operationId: add}
"#;

fn document() -> Source {
    Source::read("api.yaml", DOCUMENT.as_bytes()).unwrap()
}

/// An overlay with these lines as its actions, the first of which is line 4.
fn overlay(actions: &str) -> Result<Overlay, String> {
    let text =
        format!("overlay: 1.0.0\ninfo: {{title: Changes, version: '1'}}\nactions:\n{actions}");
    Overlay::read("fix.yaml", text.as_bytes()).map_err(|error| error.to_string())
}

fn edits(overlays: Vec<Overlay>) -> Edits {
    Edits {
        overlays,
        operations: OperationFilter::default(),
    }
}

fn applied(actions: &str) -> Source {
    edits(vec![overlay(actions).unwrap()])
        .apply(document())
        .unwrap()
}

fn refused(actions: &str) -> String {
    let applied = edits(vec![overlay(actions).unwrap()]).apply(document());
    applied.unwrap_err().to_string()
}

fn at<'a>(source: &'a Source, pointer: &str) -> &'a Value {
    source.value().pointer(pointer).unwrap_or(&Value::Null)
}

#[test]
fn an_update_that_does_not_fit_has_the_place_in_the_document_too() {
    let expected = "\
error[overlay]: action 1 (`update`) with the target `$.paths['/things'].get`: #/paths/~1things/get is an object, and the update is none
  --> fix.yaml:4:3 (#/actions/0/target)
  note: what it is to be merged into is here
    --> api.yaml:7:5 (#/paths/~1things/get)
  help: write the properties that are to be merged into it";
    assert_eq!(
        refused("- target: $.paths['/things'].get\n  update: 7\n"),
        expected
    );
}

#[test]
fn an_update_merges_objects_joins_arrays_and_replaces_the_rest() {
    let source = applied(
        "- target: $.paths['/things'].get\n  update: {tags: [y], deprecated: false, x-new: {a: 1}}\n",
    );
    let expected =
        json!({"operationId": "list", "tags": ["x", "y"], "deprecated": false, "x-new": {"a": 1}});
    assert_eq!(at(&source, "/paths/~1things/get"), &expected);
}

#[test]
fn each_match_of_a_target_is_changed_and_later_actions_see_what_earlier_ones_did() {
    let source = applied(
        "- target: $.paths.*.*\n  update: {seen: 1}\n- target: $.paths.*[?@.seen == 1]\n  update: {seen: 2}\n",
    );
    for method in ["get", "post"] {
        assert_eq!(at(&source, &format!("/paths/~1things/{method}/seen")), 2);
    }
}

#[test]
fn an_array_gets_one_more_entry_even_where_that_is_an_array() {
    let source =
        applied("- target: $.tags\n  update: {name: e}\n- target: $.tags\n  update: [{name: f}]\n");
    let tags = at(&source, "/tags").as_array().unwrap();
    assert_eq!(tags[4..], [json!({"name": "e"}), json!([{"name": "f"}])]);
    assert_eq!(source.place(&Pointer::from("/tags/5/0")), "fix.yaml:7:12");
}

#[test]
fn an_overlay_for_another_document_is_told_of_where_it_names_a_file() {
    for (extends, is_other) in [
        ("./api.yaml", false),
        ("../x/main.yaml", false),
        ("https://example.com/other.yaml", false),
        ("other.yaml", true),
        ("a/other.yaml?x=api.yaml", true),
    ] {
        let text = format!(
            "overlay: 1.0.0\ninfo: {{title: Changes, version: '1'}}\nextends: {extends}\nactions: [{{target: $, update: {{}}}}]"
        );
        let overlay = Overlay::read("fix.yaml", text.as_bytes()).unwrap();
        let told = overlay.warnings(&["spec/api.yaml", "https://example.com/main.yaml"]);
        assert_eq!(told.diagnostics.len(), usize::from(is_other), "{extends}");
        if is_other {
            let told = told.render(overlay.source());
            assert!(told.contains("fix.yaml:3:1 (#/extends)"), "{told}");
            assert!(told.contains("is applied to `spec/api.yaml`"), "{told}");
        }
    }
}

#[test]
fn what_is_removed_is_gone_and_its_neighbours_keep_their_places() {
    let source = applied(
        "- target: $.tags[?@.name == 'a' || @.name == 'c']\n  remove: true\n  update: {x-no-effect: 1}\n- target: $.paths['/things'].post\n  remove: true\n",
    );
    assert_eq!(at(&source, "/tags"), &json!([{"name": "b"}, {"name": "d"}]));
    assert_eq!(at(&source, "/paths/~1things/post"), &Value::Null);
    assert_eq!(
        source.place(&Pointer::from("/tags/0/name")),
        "api.yaml:4:20"
    );
    assert_eq!(
        source.place(&Pointer::from("/tags/1/name")),
        "api.yaml:4:42"
    );
}

#[test]
fn what_is_inside_of_something_that_is_removed_can_be_removed_as_well() {
    let source = applied(
        "- target: $\n  update: {x: {a: 1, x: {x: {}, b: 2}}, y: [[{x: {}}], [{x: {}}, 1]]}\n- target: $..*[?@.x]\n  remove: true\n",
    );
    assert_eq!(at(&source, "/x"), &json!({"a": 1}));
    assert_eq!(at(&source, "/y"), &json!([[], [1]]));
    assert_eq!(source.place(&Pointer::from("/y/1/0")), "fix.yaml:5:66");
}

#[test]
fn many_elements_and_members_are_removed_in_one_pass() {
    let lines = |key: fn(usize) -> String| -> String {
        let lines = (0..4000).map(|it| format!("    {} {{n: {it}}}\n", key(it)));
        lines.collect()
    };
    let source = applied(&format!(
        "- target: $\n  update:\n   list:\n{}   map:\n{}- target: $['list', 'map'][?@.n < 3999]\n  remove: true\n",
        lines(|_| "-".to_owned()),
        lines(|it| format!("m{it}:")),
    ));
    assert_eq!(at(&source, "/list"), &json!([{"n": 3999}]));
    assert_eq!(at(&source, "/map"), &json!({"m3999": {"n": 3999}}));
    assert_eq!(source.place(&Pointer::from("/list/0/n")), "fix.yaml:4006:8");
}

#[test]
fn a_part_is_placed_where_it_came_from() {
    let source = applied(
        "- target: $.paths['/things'].get\n  update:\n    deprecated: false\n    responses: {'200': {}}\n- target: $.tags\n  update: {name: e}\n- target: $.tags[0]\n  remove: true\n",
    );
    for (pointer, place) in [
        ("/paths/~1things/get/operationId", "api.yaml:7:11"),
        ("/paths/~1things/get/deprecated", "fix.yaml:6:5"),
        ("/paths/~1things/get/responses/200", "fix.yaml:7:17"),
        ("/tags/2", "api.yaml:4:42"),
        ("/tags/3/name", "fix.yaml:9:12"),
    ] {
        let line = source.place(&Pointer::from(pointer));
        let column = |text: &str| text.rsplit_once(':').map(|(line, _)| line.to_owned());
        assert_eq!(column(&line), column(place), "{pointer}");
    }
}

#[test]
fn two_overlays_follow_each_other() {
    let first = overlay("- target: $.info\n  update: {description: One.}\n").unwrap();
    let second = overlay("- target: $[?@.description == 'One.']\n  update: {x: 2}\n").unwrap();
    let source = edits(vec![first, second]).apply(document()).unwrap();
    let expected = json!({"title": "Things", "description": "One.", "x": 2});
    assert_eq!(at(&source, "/info"), &expected);
}

#[test]
fn what_fits_can_be_applied_without_the_rest_which_is_told() {
    let one = overlay(concat!(
        "- target: $.paths['/gone']\n  remove: true\n",
        "- target: $.info\n  update: {description: One.}\n",
    ));
    let two = overlay("- target: $.info\n  update: {title: Two}\n");
    let edited = edits(vec![one.unwrap(), two.unwrap()]).apply_what_fits(document());
    let expected = json!({"title": "Two", "description": "One."});
    assert_eq!(at(&edited.source, "/info"), &expected);
    let told: Vec<String> = edited.misfits.iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("warning[overlay]: action 1"),
        "{told:?}"
    );
    assert!(told[0].contains("fix.yaml:4:"), "{told:?}");
}

#[test]
fn a_target_that_matches_nothing_is_an_error_with_file_line_action_and_target() {
    let told = refused(
        "- target: $.info\n  update: {x-a: 1}\n- target: $.paths['/thing'].get\n  remove: true\n",
    );
    assert_eq!(
        told,
        "error[overlay]: action 2 (`remove`) with the target `$.paths['/thing'].get`: it matches nothing\n  \
         --> fix.yaml:6:3 (#/actions/1/target)\n  \
         help: correct the target, or remove the action if the document no longer needs it"
    );
}

#[test]
fn what_cannot_be_changed_like_that_is_an_error() {
    for (actions, expected) in [
        (
            "- {target: $.info.title, update: {a: 1}}",
            "neither an object nor an array",
        ),
        (
            "- {target: $.info.title, remove: true}",
            "#/info/title is neither an object nor an array",
        ),
        (
            "- {target: $.info, update: text}",
            "is an object, and the update is none",
        ),
        ("- {target: $, remove: true}", "the whole document"),
    ] {
        let told = refused(actions);
        assert!(told.contains(expected), "{told}");
        assert!(told.contains("fix.yaml:4:4 (#/actions/0/target)"), "{told}");
    }
    let deep = format!("{}1{}", "[".repeat(124), "]".repeat(124));
    let told = refused(&format!(
        "- {{target: '$.paths[\"/things\"].get.tags', update: {deep}}}"
    ));
    assert!(told.contains("more than 127 levels deep"), "{told}");
}

#[test]
fn a_mistake_in_an_overlay_is_told_with_its_place_and_what_to_do() {
    for (actions, place, expected) in [
        ("- {traget: $}", "4:4", "did you mean `target`?"),
        ("- {update: {}}", "4:3", "the action has no `target`"),
        ("- {target: $}", "4:3", "the action changes nothing"),
        (
            "- {target: $, remove: false}",
            "4:3",
            "the action changes nothing",
        ),
        (
            "- {target: $, remove: yes please}",
            "4:15",
            "`remove` is true or false",
        ),
        (
            "- {target: 'paths./x', update: {}}",
            "4:4",
            "is no JSONPath query",
        ),
        (
            "- {target: 3, update: {}}",
            "4:4",
            "the target of an action is text",
        ),
        (
            "- {target: $, update: {}, description: 3}",
            "4:27",
            "the description of an action is text",
        ),
        ("- text", "4:3", "an action is an object"),
        ("  {}", "3:1", "`actions` is a list of at least one"),
        ("  []", "3:1", "`actions` is a list of at least one"),
    ] {
        let told = overlay(actions).unwrap_err();
        assert!(told.contains(expected), "{actions:?}: {told}");
        assert!(
            told.contains(&format!("fix.yaml:{place} ")),
            "{actions:?}: {told}"
        );
    }
    let read = |text: &str| {
        Overlay::read("fix.yaml", text.as_bytes())
            .unwrap_err()
            .to_string()
    };
    assert!(read("").contains("is empty"));
    assert!(read("openapi: 3.0.0").contains("the file is no overlay"));
    assert!(
        read("overlay: 2.0.0\nactions: [{target: $, remove: true}]").contains("is not supported")
    );
    for version in ["1.0.abc", "1.0.", "1.0", "1.1.0", "'1.0'"] {
        let told = read(&format!("overlay: {version}"));
        assert!(told.contains("of overlays is not supported"), "{told}");
    }
    assert!(!read("overlay: 1.0.12").contains("is not supported"));
    for (info, expected) in [
        ("", "the overlay has no `info`"),
        ("info: text", "`info` is an object"),
        ("info: {version: '1'}", "`info` has no `title`"),
        ("info: {title: a}", "`info` has no `version`"),
        (
            "info: {title: a, version: 1.0}",
            "`version` of an overlay is text",
        ),
        (
            "info: {title: a, version: '1', x-a: 1, titel: 1}",
            "did you mean `title`?",
        ),
        ("extends: [a]", "`extends` is text"),
    ] {
        let told = read(&format!("overlay: 1.0.0\n{info}\n"));
        assert!(told.contains(expected), "{told}");
    }
    assert!(read("overlay: 1.0.0").contains("the overlay has no `actions`"));
    assert!(read("[1]").contains("an overlay is an object"));
    assert!(read("a: [").contains("fix.yaml:"));
}

#[test]
fn keys_of_the_author_are_let_be() {
    overlay("- {target: $, update: {}, x-why: because}").unwrap();
}
