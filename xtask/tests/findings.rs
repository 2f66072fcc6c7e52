//! How findings about a document reach people and programs: streams, forms and exit statuses.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use serde_json::Value;

use support::Repository;

const SOUND: &str = r#"{"openapi": "3.0.0", "info": {"title": "a", "version": "1"},
 "servers": [{"url": "https://a.example"}],
 "paths": {"/a": {"get": {"operationId": "a", "responses": {"200": {"description": 7}}}}}}"#;

fn repository(document: &str) -> Repository {
    let repository = Repository::with_settings("source = \"a.json\"\nname = \"a\"\n");
    repository.write("spec/openapi.json", document);
    repository
}

#[test]
fn people_see_findings_on_standard_error_and_results_on_standard_output() {
    let result = repository(SOUND).xtask(&["regen"]).expect_status(0);
    assert!(!result.stdout.contains("warning["), "{}", result.stdout);
    result
        .expect_stderr(
            "\n --> spec/openapi.json:3:69 (#/paths/~1a/get/responses/200/description)\n",
        )
        .expect_stderr("^^^^^^^^^^^^^")
        .expect_stderr("`cargo xtask explain invalid-document`")
        .expect_stdout("1 warning");
}

#[test]
fn programs_get_nothing_but_findings_on_standard_output() {
    let repository = repository(SOUND);
    for command in ["check", "regen", "check"] {
        for format in ["json", "sarif"] {
            let result = repository.xtask(&[command, "--format", format]);
            let value: Value = serde_json::from_str(&result.stdout).unwrap();
            let findings = match format {
                "json" => &value["findings"],
                _ => &value["runs"][0]["results"],
            };
            assert_eq!(findings.as_array().unwrap().len(), 1, "{command} {format}");
        }
    }
    let result = repository
        .xtask(&["check", "--format", "github"])
        .expect_status(0);
    assert!(
        result
            .stdout
            .starts_with("::warning file=spec/openapi.json,line=3,col=69,")
    );
    assert_eq!(result.stdout.lines().count(), 1);
}

#[test]
fn a_difference_keeps_its_exit_status_and_is_told_beside_the_findings() {
    let result = repository(SOUND).xtask(&["check", "--format", "json"]);
    result
        .expect_status(1)
        .expect_stderr("missing: generated-client/Cargo.toml")
        .expect_stderr("run `cargo xtask regen`");
}

#[test]
fn errors_are_told_in_every_form() {
    let repository = repository(r#"{"swagger": "2.0", "info": {}, "paths": {}}"#);
    repository
        .xtask(&["check"])
        .expect_status(3)
        .expect_stderr("error[unsupported-version]")
        .expect_stderr("= help: convert it");
    for (format, expected) in [
        ("json", "\"errors\": 1"),
        ("sarif", "\"level\": \"error\""),
        (
            "github",
            "::error file=spec/openapi.json,line=1,col=2,title=unsupported-version::",
        ),
    ] {
        repository
            .xtask(&["regen", "--format", format])
            .expect_status(3)
            .expect_stdout(expected)
            .expect_stderr("nothing was written");
    }
}

#[test]
fn a_document_that_cannot_be_read_is_a_finding_for_programs() {
    let repository = repository("{\"openapi\": ");
    let plain = repository.xtask(&["check"]).expect_status(3);
    assert_eq!(plain.stdout, "");
    for (format, expected) in [
        ("json", "\"errors\": 1"),
        ("sarif", "\"level\": \"error\""),
        (
            "github",
            "::error file=spec/openapi.json,line=1,col=12,title=invalid-document::not valid JSON",
        ),
    ] {
        let result = repository.xtask(&["check", "--format", format]);
        let result = result.expect_status(3).expect_stdout(expected);
        assert_eq!(result.stderr, plain.stderr);
    }
}

#[test]
fn every_command_that_reads_a_document_shows_the_line_that_is_wrong() {
    let unreadable = repository("{\"openapi\": ");
    let unusable = repository(&SOUND.replace("3.0.0", "2.0"));
    let path = "spec/openapi.json";
    for command in [
        vec!["document"],
        vec!["regen"],
        vec!["check"],
        vec!["diff", path, path],
        vec!["drift", path],
        vec!["fetch", path],
        vec!["where", "A"],
    ] {
        unreadable
            .xtask(&command)
            .expect_status(3)
            .expect_stderr("error[invalid-document]: not valid JSON: EOF")
            .expect_stderr(" --> spec/openapi.json:1:12\n  |\n1 | {\"openapi\": \n");
        // What is made of it does not matter to this one.
        if command != ["document"] {
            unusable
                .xtask(&command)
                .expect_status(3)
                .expect_stderr("\n --> spec/openapi.json:1:2 (#/openapi)\n  |\n1 | {\"openapi\"");
        }
    }
}

#[test]
fn codes_are_explained_and_an_unknown_one_is_wrong_use() {
    let repository = repository(SOUND);
    repository
        .xtask(&["explain"])
        .expect_status(0)
        .expect_stdout("invalid-document  ");
    repository
        .xtask(&["explain", "invalid-document"])
        .expect_status(0)
        .expect_stdout("What to do:");
    repository
        .xtask(&["explain", "invalid-dokument"])
        .expect_status(2)
        .expect_stderr("did you mean `invalid-document`?");
    repository
        .xtask(&["check", "--format", "xml"])
        .expect_status(2)
        .expect_stderr("sarif");
}
