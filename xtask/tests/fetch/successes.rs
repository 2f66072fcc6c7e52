//! What is taken over, and what is told about it.

use crate::support::server::{Server, reply};
use crate::support::{Repository, run, with_operations};
use crate::{DOCUMENT, SETTINGS, SPEC, YAML, fetch, gzip, repository};

#[test]
fn a_document_is_fetched_by_http_in_place_of_one_that_is_none() {
    let repository = repository();
    let server = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    fetch(&repository, &[&server.url("/openapi.json")])
        .expect_status(0)
        .expect_stderr("spec/openapi.json")
        .expect_stdout("in place of one that it cannot be compared with")
        .expect_stdout("cargo xtask regen");
    let written = repository.read(SPEC);
    assert!(written.contains("/ping"), "{written}");

    let request = &server.requests()[0];
    let agent = request.header("user-agent").unwrap();
    assert_eq!(agent, concat!("xtask/", env!("CARGO_PKG_VERSION")));
    assert_eq!(
        request.header("accept").unwrap(),
        "application/json, application/yaml;q=0.9, text/markdown;q=0.8, */*;q=0.5"
    );
    assert_eq!(request.header("authorization"), None);
}

#[test]
fn a_document_that_did_not_change_is_not_written() {
    let repository = repository();
    repository.write("document.json", DOCUMENT);
    fetch(&repository, &["document.json"]).expect_status(0);
    let before = repository.snapshot("spec");
    let again = fetch(&repository, &["document.json"]).expect_status(0);
    assert_eq!(again.stdout, "spec/openapi.json: unchanged\n");
    let pinned = fetch(&repository, &[SPEC]).expect_status(0);
    assert_eq!(pinned.stdout, "spec/openapi.json: unchanged\n");
    assert_eq!(repository.snapshot("spec"), before);
}

#[test]
fn without_arguments_the_configured_source_is_fetched_from_any_folder() {
    let repository = repository();
    repository.write("configured.json", DOCUMENT);
    repository.write("below/here/file", "");
    let mut command = repository.command(&["fetch"]);
    command.current_dir(repository.path("below/here"));
    run(command).expect_status(0);
    assert!(repository.read(SPEC).contains("/ping"));
}

#[test]
fn the_first_document_is_written_where_there_was_none() {
    let repository = Repository::with_settings(SETTINGS);
    repository.write("document.json", DOCUMENT);
    fetch(&repository, &["document.json"])
        .expect_status(0)
        .expect_stdout("spec/openapi.json: written (new)");
}

#[test]
fn yaml_and_documentation_pages_are_read_from_files_and_urls() {
    let page = format!(
        "# Pong\n\n> About it.\n\n````yaml https://api.example.com get /pong\n{YAML}````\n"
    );
    for text in [YAML.to_owned(), page] {
        let repository = repository();
        repository.write("document", &text);
        fetch(&repository, &["document"])
            .expect_status(0)
            .expect_stdout("written");
        let from_file = repository.read(SPEC);

        let server = Server::with_reply(reply("200 OK", &[], text.as_bytes()));
        fetch(&repository, &[&server.url("/document")])
            .expect_status(0)
            .expect_stdout("unchanged");
        assert_eq!(repository.read(SPEC), from_file);
    }
}

#[test]
fn a_compressed_document_is_decompressed() {
    let repository = repository();
    let body = gzip(DOCUMENT.as_bytes());
    let server = Server::with_reply(reply("200 OK", &[("content-encoding", "gzip")], &body));
    fetch(&repository, &[&server.url("/openapi.json")]).expect_status(0);
    assert!(repository.read(SPEC).contains("/ping"));
    assert_eq!(server.requests()[0].header("accept-encoding"), Some("gzip"));
}

#[test]
fn several_sources_become_one_document() {
    let repository = repository();
    repository.write("ping.json", DOCUMENT);
    repository.write("pong.yaml", YAML);
    fetch(&repository, &["ping.json", "pong.yaml"]).expect_status(0);
    let written = repository.read(SPEC);
    assert!(written.contains("/ping") && written.contains("/pong"));
}

#[test]
fn what_changed_is_told_by_what_it_does_to_callers() {
    let repository = repository();
    repository.write(SPEC, DOCUMENT);
    repository.write("document.json", &with_operations(DOCUMENT, &["extra"]));
    fetch(&repository, &["document.json"])
        .expect_status(0)
        .expect_stdout("1 change: running programs go on working, written code goes on compiling\n")
        .expect_stdout("[operation-added]")
        .expect_stdout("written (1 change)");
    assert!(repository.read(SPEC).contains("/extra"));
}

#[test]
fn a_document_that_lost_most_of_its_operations_is_taken_over_on_request_only() {
    let repository = repository();
    let pinned = with_operations(DOCUMENT, &["one", "two"]);
    repository.write(SPEC, &pinned);
    repository.write("document.json", DOCUMENT);
    fetch(&repository, &["document.json"])
        .expect_status(3)
        .expect_stderr("document.json lacks 2 of the 3 operations in spec/openapi.json")
        .expect_stderr("--allow-shrink")
        .expect_stderr("spec/openapi.json was left as it is");
    assert_eq!(repository.read(SPEC), pinned);
    fetch(&repository, &["document.json", "--allow-shrink"])
        .expect_status(0)
        .expect_stdout("2 break running programs")
        .expect_stdout("written (2 changes)");
    assert!(!repository.read(SPEC).contains("/one"));
}

#[test]
fn a_document_that_only_looks_different_is_written_without_a_word_on_changes() {
    let repository = repository();
    repository.write(SPEC, DOCUMENT);
    repository.write("document.json", DOCUMENT);
    let run = fetch(&repository, &["document.json"]).expect_status(0);
    assert_eq!(
        run.stdout,
        "spec/openapi.json: written (only its layout or the order of its keys changed); \
         run `cargo xtask regen` to bring the client in step\n"
    );
}

#[test]
fn a_setting_for_what_is_gone_does_not_hide_that_it_is_gone() {
    let repository = repository();
    let rule = "[[pagination]]\noperations = \"one\"\nlink = true\n";
    repository.write("spec/generate.toml", &format!("{SETTINGS}{rule}"));
    repository.write(SPEC, &with_operations(DOCUMENT, &["one", "two"]));
    repository.write("document.json", &with_operations(DOCUMENT, &["two"]));
    fetch(&repository, &["document.json"])
        .expect_status(0)
        .expect_stderr("the pagination rule for `one` finds no operation")
        .expect_stdout("[operation-removed]");
}
