//! The committed client against the pinned document, and that `cargo xtask check` notices when they differ.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used
)]

mod support;

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use support::{Repository, command_in, real_root, run};

const ADVICE: &str = "run `cargo xtask regen` and commit the result";

#[test]
fn the_committed_client_is_in_step_with_the_pinned_document() {
    let result = run(command_in(&real_root(), &["check"]));
    assert_eq!(result.status, 0, "\n{}\n{}", result.stdout, result.stderr);
}

/// A difference is found and told with `expected`, and a regeneration mends it for good.
#[track_caller]
fn assert_found_and_mended(repository: &Repository, expected: &[&str]) {
    let found = repository
        .xtask(&["check"])
        .expect_status(1)
        .expect_stderr(ADVICE);
    for text in expected {
        assert!(
            found.stdout.contains(text),
            "{text:?} is not in\n{}",
            found.stdout
        );
    }
    repository.xtask(&["regen"]).expect_status(0);
    let mended = repository.xtask(&["check"]).expect_status(0);
    assert_eq!(mended.stdout, "");
}

#[test]
fn a_copy_is_in_step_and_checking_writes_nothing() {
    let repository = Repository::copy();
    let before = repository.snapshot("");
    let result = repository.xtask(&["check"]).expect_status(0);
    assert_eq!(result.stdout, "");
    assert_eq!(repository.snapshot(""), before);
}

#[test]
fn a_changed_document_is_found() {
    let repository = Repository::copy();
    // Every document has a version, whatever upstream makes of the rest.
    repository.edit(
        "spec/openapi.json",
        "\"version\": \"",
        "\"version\": \"next-",
    );
    assert_found_and_mended(
        &repository,
        &["--- committed generated-client/src/", "\n-", "\n+"],
    );
}

#[test]
fn an_edited_generated_file_is_found() {
    let repository = Repository::copy();
    let text = repository.read("generated-client/src/lib.rs");
    repository.write("generated-client/src/lib.rs", &format!("{text}// edited\n"));
    assert_found_and_mended(
        &repository,
        &[
            "--- committed generated-client/src/lib.rs\n+++ regenerated generated-client/src/lib.rs\n@@ -",
            "\n-// edited\n",
        ],
    );
    assert_eq!(repository.read("generated-client/src/lib.rs"), text);
}

#[test]
fn a_generated_file_that_was_written_over_is_found_with_what_to_do_first() {
    let repository = Repository::copy();
    repository.write("generated-client/src/lib.rs", "// mine\n");
    repository
        .xtask(&["check"])
        .expect_status(1)
        .expect_stdout("\n-// mine\n")
        .expect_stderr("src/lib.rs is not a generated file; move it away")
        .expect_stderr(ADVICE);
}

#[test]
fn a_deleted_generated_file_is_found() {
    let repository = Repository::copy();
    fs::remove_file(repository.path("generated-client/src/lib.rs")).unwrap();
    assert_found_and_mended(
        &repository,
        &[
            "missing: generated-client/src/lib.rs\n--- /dev/null\n+++ regenerated generated-client/src/lib.rs\n",
        ],
    );
}

#[test]
fn a_leftover_generated_file_is_found() {
    let repository = Repository::copy();
    repository.write("generated-client/src/old/left_over.rs", "// @generated\n");
    assert_found_and_mended(
        &repository,
        &["no longer generated: generated-client/src/old/left_over.rs\n"],
    );
    assert!(!repository.path("generated-client/src/old").exists());
}

#[test]
fn an_edited_dependency_is_found() {
    let repository = Repository::copy();
    repository.edit(
        "generated-client/Cargo.toml",
        "[dependencies]\n",
        "[dependencies]\nleft-pad = \"1\"\n",
    );
    assert_found_and_mended(&repository, &["-left-pad = \"1\"\n"]);
}

#[test]
fn a_whole_client_that_is_missing_is_found() {
    let repository = Repository::copy();
    fs::remove_dir_all(repository.path("generated-client")).unwrap();
    assert_found_and_mended(&repository, &["missing: generated-client/Cargo.toml\n"]);
}

#[test]
fn a_document_in_another_layout_is_a_warning_only() {
    let repository = Repository::copy();
    let text = repository.read("spec/openapi.json");
    repository.write("spec/openapi.json", &format!("\n{text}"));
    repository
        .xtask(&["check"])
        .expect_status(0)
        .expect_stderr("not in canonical form");
}

#[test]
fn another_document_and_another_folder_can_be_compared() {
    let repository = Repository::copy();
    repository.write("other.json", &repository.read("spec/openapi.json"));
    let target = ["--spec", "other.json", "--out", "clients/other"];
    repository
        .xtask(&[&["check"], &target[..]].concat())
        .expect_status(1)
        .expect_stdout("missing: clients/other/Cargo.toml\n");
    repository
        .xtask(&[&["regen", "--name", "other-client"], &target[..]].concat())
        .expect_status(0);
    repository
        .xtask(&[&["check"], &target[..]].concat())
        .expect_status(0);
}

#[test]
fn a_document_that_cannot_be_used_ends_with_status_3() {
    let repository = Repository::copy();
    repository.write("spec/openapi.json", "{\"openapi\": ");
    repository
        .xtask(&["check"])
        .expect_status(3)
        .expect_stderr("spec/openapi.json");
    repository
        .xtask(&["check", "--spec", "missing.json"])
        .expect_status(3)
        .expect_stderr("missing.json cannot be read");
}

#[test]
fn wrong_use_ends_with_status_2() {
    let repository = Repository::copy();
    repository
        .xtask(&["check", "--no-such-option"])
        .expect_status(2);
    repository.xtask(&[]).expect_status(2);
    repository
        .xtask(&["check", "--out", "spec/openapi.json"])
        .expect_status(2)
        .expect_stderr("is not a folder");
    let elsewhere = tempfile::tempdir().unwrap();
    run(command_in(elsewhere.path(), &["check"]))
        .expect_status(2)
        .expect_stderr("spec/generate.toml");
}

#[test]
fn help_names_every_exit_status() {
    let repository = Repository::copy();
    for command in ["fetch", "regen", "check"] {
        repository
            .xtask(&[command, "--help"])
            .expect_status(0)
            .expect_stdout("Examples:")
            .expect_stdout("Exit status: 0");
    }
}

#[test]
fn a_difference_is_coloured_on_request_only() {
    let repository = Repository::copy();
    fs::remove_file(repository.path("generated-client/src/lib.rs")).unwrap();
    let plain = repository.xtask(&["check"]).expect_status(1);
    assert!(!plain.stdout.contains('\u{1b}'));
    let mut command = repository.command(&["check"]);
    command.env("CLICOLOR_FORCE", "1").env_remove("NO_COLOR");
    run(command).expect_status(1).expect_stdout("\u{1b}[32m+");
}

#[test]
fn a_reader_that_leaves_early_changes_neither_status_nor_messages() {
    let repository = Repository::copy();
    fs::remove_dir_all(repository.path("generated-client")).unwrap();
    let mut command = repository.command(&["check"]);
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let mut stderr = String::new();
    child
        .stderr
        .take()
        .unwrap()
        .read_to_string(&mut stderr)
        .unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert!(stderr.contains(ADVICE), "{stderr}");
    assert!(!stderr.contains("panicked"), "{stderr}");
}
