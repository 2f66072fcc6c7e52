//! What is taken over, and what is told about it.

use crate::server::{Server, reply};
use crate::support::{Repository, run};
use crate::{DOCUMENT, SETTINGS, SPEC, YAML, fetch, gzip, repository};

#[test]
fn a_document_is_fetched_by_http_and_the_changes_are_told() {
    let repository = repository();
    let server = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    fetch(&repository, &[&server.url("/openapi.json")])
        .expect_status(0)
        .expect_stdout("+ GET /ping\n")
        .expect_stdout("- #/kept\n")
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
    run(command).expect_status(0).expect_stdout("+ GET /ping\n");
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
            .expect_stdout("+ GET /pong\n");
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
    fetch(&repository, &["ping.json", "pong.yaml"])
        .expect_status(0)
        .expect_stdout("+ GET /ping\n")
        .expect_stdout("+ GET /pong\n");
}
