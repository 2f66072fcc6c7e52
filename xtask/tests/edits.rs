//! Overlays, filters and choices of single items in commands that compare: each document is seen as far as they fit it.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use serde_json::{Value, json};
use support::{Repository, Run};

const SETTINGS: &str = "source = \"upstream.json\"\nname = \"pets\"\n";
const SPEC: &str = "spec/openapi.json";
const MANIFEST: &str = "generated-client/Cargo.toml";
const OVERLAY: &str = "spec/o.yaml";

/// Makes the property `kind` of a `Pet` any text.
const KIND: &str = "overlay: 1.0.0\ninfo: {title: O, version: '1'}\nactions:\n\
     - target: $.components.schemas.Pet.properties.kind.enum\n  remove: true\n";

fn document() -> Value {
    let answer = |schema: Value| json!({"200": {"description": "Fine.", "content": {"application/json": {"schema": schema}}}});
    let pet = json!({"$ref": "#/components/schemas/Pet"});
    json!({
        "openapi": "3.0.3",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/pets": {
            "get": {"operationId": "listPets", "responses": answer(json!({"type": "array", "items": pet}))},
            "post": {"operationId": "addPet", "responses": answer(pet)},
        }},
        "components": {"schemas": {"Pet": {
            "type": "object",
            "required": ["kind"],
            "properties": {
                "kind": {"type": "string", "enum": ["cat", "dog"]},
                "at": {"type": "string", "format": "date-time"},
            },
        }}},
    })
}

/// One operation that has nothing to do with pets.
fn unrelated() -> Value {
    let mut document = document();
    document["paths"] = json!({"/ping": {"get": {"operationId": "ping", "responses": {"204": {"description": "Fine."}}}}});
    document["components"] = json!({});
    document
}

fn without_add() -> Value {
    let mut document = document();
    document["paths"]["/pets"]
        .as_object_mut()
        .unwrap()
        .remove("post");
    document
}

/// With an owner, whom an operation answers with.
fn with_owner() -> Value {
    let mut document = document();
    document["components"]["schemas"]["Owner"] =
        json!({"type": "object", "properties": {"name": {"type": "string"}}});
    document["paths"]["/owner"]["get"] = json!({"operationId": "readOwner", "responses": {"200": {
        "description": "Fine.",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Owner"}}},
    }}});
    document
}

/// A repository of Git.
struct Pets(Repository);

impl Pets {
    /// With a document that is pinned.
    fn new(settings: &str) -> Self {
        let pets = Self(Repository::with_settings(SETTINGS));
        pets.set(settings);
        pets.0.write(OVERLAY, KIND);
        pets.pin(&document());
        pets.0.git(&["init", "--quiet"]);
        pets
    }

    /// With version 0.3.0 released.
    fn released(settings: &str) -> Self {
        let pets = Self::new(settings);
        pets.run(&["regen"]).expect_status(0);
        pets.0.edit(MANIFEST, "\"0.1.0\"", "\"0.3.0\"");
        pets.0.commit();
        pets
    }

    fn set(&self, settings: &str) {
        let settings = format!("{SETTINGS}{settings}");
        self.0.write("spec/generate.toml", &settings);
    }

    fn upstream(&self, document: &Value) {
        self.0.write("upstream.json", &document.to_string());
    }

    fn pin(&self, document: &Value) {
        self.upstream(document);
        self.run(&["fetch", "--allow-shrink"]).expect_status(0);
    }

    fn run(&self, arguments: &[&str]) -> Run {
        self.0.xtask(arguments)
    }

    #[track_caller]
    fn expect_bump(&self, told: &str) -> Run {
        let run = self.run(&["regen", "--bump"]).expect_status(0);
        run.expect_stdout(&format!("version: {told}"))
    }
}

#[test]
fn a_document_that_lost_everything_is_refused_whether_the_settings_fit_it_or_not() {
    for settings in [
        "",
        "overlays = [\"spec/o.yaml\"]\n",
        "overlays = [\"spec/missing.yaml\"]\n",
        "[operations]\nexclude = [\"addPet\"]\n",
        "[operations]\ninclude = [\"listPets\"]\n",
        "[rename.types]\nPet = \"Animal\"\n",
    ] {
        let pets = Pets::new("");
        pets.set(settings);
        pets.upstream(&unrelated());
        let before = pets.0.read(SPEC);
        let run = pets.run(&["fetch"]).expect_status(3);
        assert!(run.stderr.contains("lacks "), "{settings}: {}", run.stderr);
        assert_eq!(pets.0.read(SPEC), before, "{settings}");
        pets.run(&["fetch", "--allow-shrink"]).expect_status(0);
        assert!(pets.0.read(SPEC).contains("ping"), "{settings}");
    }
}

#[test]
fn a_document_that_nothing_can_be_made_of_is_replaced_unseen() {
    for settings in ["", "overlays = [\"spec/o.yaml\"]\n"] {
        let pets = Pets::new(settings);
        pets.0.write(
            SPEC,
            "{\"openapi\": \"3.0.3\", \"info\": {}, \"paths\": {}}",
        );
        pets.run(&["fetch"])
            .expect_status(0)
            .expect_stdout("in place of one that it cannot be compared with");
    }
}

#[test]
fn an_operation_that_is_gone_is_told_though_a_filter_names_it() {
    let pets = Pets::new("[operations]\ninclude = [\"listPets\", \"addPet\"]\n");
    pets.0.commit();
    pets.upstream(&without_add());
    let run = pets
        .run(&["drift"])
        .expect_status(4)
        .expect_stdout("POST /pets is gone")
        .expect_stderr("`addPet` in `operations.include` finds no operation");
    assert!(
        !run.stderr.contains("nothing was written"),
        "{}",
        run.stderr
    );
    pets.run(&["diff", SPEC, "upstream.json"])
        .expect_status(4)
        .expect_stdout("POST /pets is gone");
    // Where the crate is made, all of the settings has to fit.
    let run = pets
        .run(&["regen", "--spec", "upstream.json"])
        .expect_status(3);
    assert_eq!(run.stderr.matches("nothing was written").count(), 1);
}

#[test]
fn a_document_of_an_earlier_commit_is_seen_by_the_settings_of_that_commit() {
    let pets = Pets::new("");
    pets.0.commit();
    let overlay = KIND.replace(
        "schemas.Pet.properties.kind.enum",
        "schemas.Owner.properties.name",
    );
    pets.0.write(OVERLAY, &overlay);
    pets.pin(&with_owner());
    pets.set("overlays = [\"spec/o.yaml\"]\n");
    let diff = ["diff", "git:HEAD:spec/openapi.json", SPEC];
    let run = pets
        .run(&diff)
        .expect_status(0)
        .expect_stdout("GET /owner is new");
    assert_eq!(run.stderr, "");
    // What the settings alone change is a change, too.
    pets.0.commit();
    pets.set("[rename.types]\nPet = \"Animal\"\n");
    pets.run(&diff).expect_status(4).expect_stdout("`Pet`");
    // With neither of them, nothing changed.
    let plain = pets.run(&[&diff[..], &["--plain"]].concat());
    plain.expect_status(0).expect_stdout("nothing changed");
}

#[test]
fn a_commit_without_settings_that_can_be_used_is_seen_by_those_of_now() {
    let pets = Pets::new("");
    pets.0.write("spec/generate.toml", "nmae = 3\n");
    pets.0.commit();
    pets.set("");
    pets.run(&["diff", "git:HEAD:spec/openapi.json", SPEC])
        .expect_status(0)
        .expect_stderr("warning: spec/generate.toml of HEAD cannot be used");
    pets.set("overlays = [\"spec/gone.yaml\"]\n");
    pets.0.commit();
    pets.set("");
    pets.run(&["diff", "git:HEAD:spec/openapi.json", SPEC])
        .expect_status(0)
        .expect_stderr("the overlay git:HEAD:spec/gone.yaml");
}

#[test]
fn a_choice_for_what_is_new_leaves_the_other_choices_alone() {
    let settings = "[formats]\ndate-time = \"text\"\n[rename.types]\nPet = \"Animal\"\n";
    let pets = Pets::released(settings);
    pets.pin(&with_owner());
    pets.set(&format!("{settings}Owner = \"Keeper\"\n"));
    let run = pets.expect_bump("0.3.1 in place of 0.3.0");
    assert!(!run.stdout.contains("break"), "{}", run.stdout);
    assert_eq!(run.stderr, "");
}

#[test]
fn an_operation_that_the_settings_leave_out_since_the_release_breaks() {
    let pets = Pets::released("");
    pets.set("[operations]\nexclude = [\"addPet\"]\n");
    pets.expect_bump("0.4.0 in place of 0.3.0");
}

#[test]
fn an_operation_that_the_settings_name_and_the_release_had_not_is_new() {
    let pets = Pets::released("[operations]\ninclude = [\"listPets\"]\n");
    pets.set("[operations]\ninclude = [\"listPets\", \"readOwner\"]\n");
    pets.pin(&with_owner());
    let run = pets.expect_bump("0.3.1 in place of 0.3.0");
    assert_eq!(run.stderr, "");
}

#[test]
fn an_overlay_that_says_something_else_than_at_the_release_counts() {
    let pets = Pets::released("overlays = [\"spec/o.yaml\"]\n");
    pets.0.write(OVERLAY, &KIND.replace(".kind.enum", ".kind"));
    pets.expect_bump("0.4.0 in place of 0.3.0");
}

#[test]
fn an_overlay_that_upstream_made_unnecessary_changes_nothing() {
    let pets = Pets::released("overlays = [\"spec/o.yaml\"]\n");
    let mut mended = document();
    mended["components"]["schemas"]["Pet"]["properties"]["kind"] = json!({"type": "string"});
    pets.set("");
    std::fs::remove_file(pets.0.path(OVERLAY)).unwrap();
    pets.pin(&mended);
    pets.expect_bump("0.3.0; the document is the one of 0.3.0");
}
