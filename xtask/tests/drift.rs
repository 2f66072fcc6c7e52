//! `cargo xtask drift` against a loopback server: the exit status and the summary of each state of upstream.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use std::time::Duration;

use serde_json::Value;
use support::server::{Server, reply};
use support::{Repository, Run, with_operations};

const SETTINGS: &str = "source = \"configured.json\"\nname = \"test-client\"\n";

const SPEC: &str = "spec/openapi.json";

/// Three operations.
fn pinned() -> String {
    let document = r#"{
        "openapi": "3.0.3",
        "info": {"title": "Test", "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {}
    }"#;
    with_operations(document, &["list", "read", "write"])
}

fn without(document: &str, path: &str) -> String {
    let mut document: Value = serde_json::from_str(document).unwrap();
    document["paths"].as_object_mut().unwrap().remove(path);
    document.to_string()
}

fn repository() -> Repository {
    let repository = Repository::with_settings(SETTINGS);
    repository.write(SPEC, &pinned());
    repository
}

/// Runs the command, which writes nothing whatever comes of it.
fn drift(repository: &Repository, arguments: &[&str]) -> Run {
    let before = repository.snapshot("");
    let run = repository.xtask(&[&["drift"], arguments].concat());
    assert_eq!(repository.snapshot(""), before);
    run
}

/// A state of upstream: what it answers, more arguments, the exit status, and texts that are printed.
struct State {
    name: &'static str,
    server: Server,
    arguments: &'static [&'static str],
    status: i32,
    printed: &'static [&'static str],
}

impl State {
    fn of(name: &'static str, body: &str, status: i32, printed: &'static [&'static str]) -> Self {
        let reply = reply("200 OK", &[], body.as_bytes());
        Self::with_reply(name, reply, status, printed)
    }

    fn with_reply(
        name: &'static str,
        reply: Vec<u8>,
        status: i32,
        printed: &'static [&'static str],
    ) -> Self {
        Self {
            name,
            server: Server::with_reply(reply),
            arguments: &[],
            status,
            printed,
        }
    }

    fn with_arguments(mut self, arguments: &'static [&'static str]) -> Self {
        self.arguments = arguments;
        self
    }
}

fn states() -> Vec<State> {
    let pinned = pinned();
    let pretty = format!("{:#}\n", pinned.parse::<Value>().unwrap());
    let texts = pinned.replacen("Fine.", "All is well.", 1);
    let more = with_operations(&pinned, &["extra"]);
    let less = without(&pinned, "/write");
    let shrunk = without(&less, "/read");
    let page = "<!DOCTYPE html>\n<html><body>Sign in</body></html>\n";
    let cut_off = [("content-length", "100000")];
    vec![
        State::of("unchanged", &pinned, 0, &["in step", "nothing changed"]),
        State::of("other layout", &pretty, 0, &["in step", "nothing changed"]),
        State::of(
            "other texts",
            &texts,
            1,
            &["compatible change", "the crate offers the same"],
        ),
        State::of(
            "compatible",
            &more,
            1,
            &["compatible change", "[operation-added]"],
        ),
        State::of(
            "breaking",
            &less,
            4,
            &["breaking change", "[operation-removed]"],
        ),
        State::with_reply(
            "500",
            reply("500 Internal Server Error", &[], pinned.as_bytes()),
            3,
            &["500 Internal Server Error"],
        ),
        State::of("HTML", page, 3, &["HTML"]),
        State::of("empty", "", 3, &["empty"]),
        State::of(
            "half",
            &pinned[..pinned.len() / 2],
            3,
            &["error[invalid-document]: not valid JSON", "URL:1:"],
        ),
        State::with_reply(
            "cut off",
            reply("200 OK", &cut_off, pinned.as_bytes()),
            3,
            &["the connection ended before the document did"],
        ),
        State::of(
            "no operation",
            &without(&shrunk, "/list"),
            3,
            &["no client can be made of"],
        ),
        State::of(
            "shrunk",
            &shrunk,
            3,
            &["lacks 2 of the 3 operations", "--allow-shrink"],
        ),
        State::of("shrunk, believed", &shrunk, 4, &["breaking change"])
            .with_arguments(&["--allow-shrink"]),
        State {
            name: "too slow",
            server: Server::start(|_, _| std::thread::sleep(Duration::from_secs(3))),
            arguments: &["--timeout", "1"],
            status: 3,
            printed: &["longer than 1 s"],
        },
    ]
}

/// With `--nocapture`, prints the table of what there is to see in each state.
#[test]
fn each_state_of_upstream_has_its_exit_status_and_summary() {
    let repository = repository();
    println!("| upstream | exit status | summary |\n| --- | --- | --- |");
    for state in states() {
        let url = state.server.url("/openapi.json");
        let run = drift(&repository, &[&[url.as_str()], state.arguments].concat());
        let said = format!("{}{}", run.stdout, run.stderr).replace(&url, "URL");
        let lines: Vec<&str> = said.lines().take(2).map(str::trim).collect();
        println!("| {} | {} | {} |", state.name, run.status, lines.join("; "));
        assert_eq!(run.status, state.status, "{}: {said}", state.name);
        for text in state.printed {
            assert!(
                said.contains(text),
                "{}: {text:?} is not in\n{said}",
                state.name
            );
        }
        // Nothing on standard output that a script could take for a summary.
        assert_eq!(run.stdout.is_empty(), run.status == 3, "{}", state.name);
    }
}

#[test]
fn without_arguments_the_configured_source_is_compared() {
    let repository = repository();
    repository.write("configured.json", &pinned());
    drift(&repository, &[])
        .expect_status(0)
        .expect_stdout("in step: spec/openapi.json and configured.json\n");
}

#[test]
fn the_summary_comes_in_the_formats_of_diff() {
    let repository = repository();
    repository.write("configured.json", &without(&pinned(), "/write"));
    let json = drift(&repository, &["--format", "json"]).expect_status(4);
    let json: Value = serde_json::from_str(&json.stdout).unwrap();
    assert_eq!(json["wire"], "breaks");
    assert_eq!(json["changes"][0]["rule"], "operation-removed");
    drift(&repository, &["--format", "markdown"])
        .expect_status(4)
        .expect_stdout("### What breaks");
}

#[test]
fn without_a_usable_pinned_document_there_is_nothing_to_compare_with() {
    let repository = Repository::with_settings(SETTINGS);
    repository.write("configured.json", &pinned());
    drift(&repository, &[])
        .expect_status(3)
        .expect_stderr("cargo xtask fetch");
    for broken in ["", "{ \"no\": \"document\" }", "{"] {
        repository.write(SPEC, broken);
        drift(&repository, &[]).expect_status(3).expect_stderr(SPEC);
    }
    repository.write(SPEC, &pinned());
    drift(&repository, &["ftp://example.com/x"]).expect_status(2);
}
