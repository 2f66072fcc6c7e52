//! What `spec/generate.toml` makes of a document, by the commands.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod support;

use support::Repository;

const DOCUMENT: &str = r##"{
  "openapi": "3.0.3",
  "info": {"title": "Things", "version": "1"},
  "servers": [{"url": "https://api.example.com"}],
  "paths": {
    "/things": {
      "get": {"operationId": "listThings", "tags": ["things"], "responses": {"204": {"description": "Done."}}},
      "post": {
        "operationId": "addThing",
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
        "responses": {"204": {"description": "Done."}}
      }
    }
  },
  "components": {"schemas": {"Thing": {"type": "object", "properties": {"name": {"type": "string"}}}}}
}
"##;

/// A repository with the document and these settings.
fn repository(settings: &str) -> Repository {
    let settings = format!("source = \"a\"\nname = \"things\"\n{settings}");
    let repository = Repository::with_settings(&settings);
    repository.write("spec/openapi.json", DOCUMENT);
    repository
}

const OVERLAY: &str = "overlay: 1.0.0
info: {title: Changes, version: '1'}
actions:
  - target: $.components.schemas.Thing.properties
    update: {size: {type: integer}}
";

#[test]
fn the_effective_document_is_printed_and_is_what_the_crate_is_made_of() {
    let repository = repository("overlays = [\"spec/fix.yaml\"]\n");
    repository.write("spec/fix.yaml", OVERLAY);
    repository
        .xtask(&["document"])
        .expect_status(0)
        .expect_stdout("            \"type\": \"integer\"");
    repository.xtask(&["regen"]).expect_status(0);
    let types = repository.read("generated-client/src/types.rs");
    assert!(types.contains("pub size: Option<i64>"), "{types}");
    repository.xtask(&["check"]).expect_status(0);
    // The pinned document stays what upstream said.
    assert_eq!(repository.read("spec/openapi.json"), DOCUMENT);
}

#[test]
fn operations_that_are_not_chosen_are_no_part_of_the_document() {
    let repository = repository("operations.include = [{ tag = \"things\" }]\n");
    let printed = repository.xtask(&["document"]).expect_status(0).stdout;
    assert!(printed.contains("listThings"), "{printed}");
    assert!(!printed.contains("Thing\""), "{printed}");
}

#[test]
fn settings_that_do_not_fit_the_document_stop_every_command_with_places_and_advice() {
    for (settings, status, expected) in [
        (
            "overlays = [\"spec/fix.yaml\"]",
            3,
            "error[overlay]: action 1 (`update`) with the target `$.components.schemas.Thin.properties`: it matches nothing\n --> spec/fix.yaml:4:5 (#/actions/0/target)\n",
        ),
        (
            "overlays = [\"spec/none.yaml\"]",
            2,
            "the overlay spec/none.yaml",
        ),
        (
            "overlays = [\"spec/openapi.json\"]",
            3,
            "the file is no overlay",
        ),
        ("overlays = [\"spec/empty.yaml\"]", 3, "is empty"),
        (
            "overlays = [\"spec/broken.yaml\"]",
            3,
            " --> spec/broken.yaml:2:1\n  |\n2 |     x: 1\n  | ^^^^",
        ),
        (
            "operations.exclude = [\"addThings\"]",
            3,
            " --> spec/generate.toml:3:23 (#/operations/exclude/0)\n  |\n3 | operations.exclude = [\"addThings\"]\n  |                       ^^^^^^^^^^^\n  |\n  = help: did you mean `addThing`?",
        ),
        (
            "operatoins.exclude = [\"addThing\"]",
            2,
            "help: did you mean `operations`?",
        ),
    ] {
        let repository = repository(settings);
        repository.write("spec/fix.yaml", &OVERLAY.replace("Thing", "Thin"));
        repository.write("spec/empty.yaml", "");
        repository.write("spec/broken.yaml", "overlay:\n\tx: 1\n");
        for command in ["document", "regen", "check"] {
            repository
                .xtask(&[command])
                .expect_status(status)
                .expect_stderr(expected);
        }
        assert!(!repository.path("generated-client").exists());
    }
}

#[test]
fn names_types_formats_and_traits_are_as_the_settings_choose() {
    let settings = r#"
[rename]
types = { Thing = "Item" }
properties = { "Thing.name" = "title" }
operations = { listThings = "all" }
[formats]
uuid = "text"
[derive]
Thing = ["Ord", "schemars::JsonSchema"]
[dependencies]
schemars = { version = "1", features = ["bytes1"] }
"#;
    let repository = repository(settings);
    repository.xtask(&["regen"]).expect_status(0);
    let types = repository.read("generated-client/src/types.rs");
    assert!(
        types.contains("    Ord,\n    schemars::JsonSchema\n)]\n#[non_exhaustive]\npub struct Item {\n    pub title: Option<String>,"),
        "{types}"
    );
    let manifest = repository.read("generated-client/Cargo.toml");
    assert!(
        manifest.contains("\nschemars = { version = \"1\", features = [\"bytes1\"] }\n"),
        "{manifest}"
    );
    // A second run has nothing to do, and what is no longer chosen is as before.
    repository.xtask(&["check"]).expect_status(0);
    repository.write("spec/generate.toml", "source = \"a\"\nname = \"things\"\n");
    repository.xtask(&["regen"]).expect_status(0);
    assert!(
        !repository
            .read("generated-client/Cargo.toml")
            .contains("schemars")
    );
    // Another document for another crate has nothing to do with them.
    repository.write(
        "spec/generate.toml",
        &format!("source = \"a\"\nname = \"things\"\n{settings}").replace("listThings", "none"),
    );
    let spec = repository.path("spec/openapi.json");
    let out = repository.path("elsewhere");
    let (spec, out) = (spec.to_str().unwrap(), out.to_str().unwrap());
    repository
        .xtask(&["regen", "--spec", spec, "--out", out, "--name", "x"])
        .expect_status(0);
    repository
        .xtask(&["regen"])
        .expect_status(3)
        .expect_stderr("`none` in `rename.operations` is no operation that can be called");
}

#[test]
fn a_choice_that_does_not_fit_is_shown_in_the_settings_and_what_it_is_for_in_the_document() {
    for (settings, expected) in [
        (
            "[rename]\ntypes = { Thing = \"thing\" }",
            " --> spec/generate.toml:4:11 (#/rename/types/Thing)\n  |\n4 | types = { Thing = \"thing\" }\n  |           ^^^^^\n  |\n  = help: write a name such as `PetKind`\nnote: it is for what is here\n  --> spec/openapi.json:15:30 (#/components/schemas/Thing)\n",
        ),
        (
            "[rename.operations]\nlistThings = \"a\"\naddThing = \"a\"",
            "is the name of another method\n --> spec/generate.toml:5:1 (#/rename/operations/addThing)\n",
        ),
        (
            "[[pagination]]\noperations = [\"listThings\", \"list\"]\nnone = true",
            " --> spec/generate.toml:4:29 (#/pagination/0/operations/1)\n",
        ),
        (
            "[[pagination]]\noperations = \"listThings\"\nnone = true\n[[pagination]]\noperations = \"listThings\"\nlink = true",
            "\nnote: the earlier rule is here\n --> spec/generate.toml:3:1 (#/pagination/0)\n",
        ),
    ] {
        repository(settings)
            .xtask(&["check"])
            .expect_status(3)
            .expect_stderr(expected);
    }
}
