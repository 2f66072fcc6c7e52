//! Where the Authorization header goes, and that nothing prints it.

use crate::support::server::{Server, reply, send};
use crate::support::{Repository, Run, run};
use crate::{DOCUMENT, KEPT, SPEC, repository};

/// A repository whose source is at `url`.
fn repository_of(url: &str) -> Repository {
    let repository = repository();
    repository.edit("spec/generate.toml", "configured.json", url);
    repository
}

fn fetch_with_authorization(repository: &Repository, source: &str, value: &str) -> Run {
    let mut command = repository.command(&["fetch", source]);
    command.env("TEST_AUTHORIZATION", value);
    run(command)
}

#[test]
fn the_authorization_header_follows_a_redirect_to_the_same_origin_only() {
    let other = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    let elsewhere = other.url("/elsewhere.json");
    let server = Server::start(move |request, stream| {
        let location = match request.path.as_str() {
            "/a/first" => "second?x=1",
            _ => &elsewhere,
        };
        send(stream, &reply("302 Found", &[("location", location)], b""));
    });
    let repository = repository_of(&server.url("/configured.json"));
    fetch_with_authorization(&repository, &server.url("/a/first"), "Bearer s3cret")
        .expect_status(0);

    let requests = server.requests();
    assert_eq!(requests.len(), 2);
    assert_eq!(requests[1].path, "/a/second?x=1");
    for request in requests {
        assert_eq!(request.header("authorization"), Some("Bearer s3cret"));
    }
    assert_eq!(other.requests()[0].header("authorization"), None);
    assert!(repository.read(SPEC).contains("/ping"));
}

#[test]
fn a_value_that_cannot_stand_in_a_header_is_refused_and_not_shown() {
    let server = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    let repository = repository_of(&server.url("/"));
    let value = "Bearer s3cret\nx-other: 1";
    let result = fetch_with_authorization(&repository, &server.url("/"), value)
        .expect_status(2)
        .expect_stderr("TEST_AUTHORIZATION");
    assert!(!result.stderr.contains("s3cret"), "{}", result.stderr);
    assert!(server.requests().is_empty());
    assert_eq!(repository.read(SPEC), KEPT);
}

#[test]
fn no_message_shows_a_secret() {
    let server = Server::with_reply(reply("401 Unauthorized", &[], b"s3cret"));
    let repository = repository_of(&server.url("/"));
    let url = server.url("/openapi.json?key=s3cret");
    let url = url.replace("http://", "http://me:s3cret@");
    let result = fetch_with_authorization(&repository, &url, "Bearer s3cret")
        .expect_status(3)
        .expect_stderr("401 Unauthorized")
        .expect_stderr("/openapi.json?…")
        .expect_stderr("authorization-env");
    assert!(!result.stderr.contains("s3cret"), "{}", result.stderr);
    let request = &server.requests()[0];
    assert_eq!(request.path, "/openapi.json?key=s3cret");
    let sent = request.header("authorization").unwrap();
    assert!(sent.starts_with("Basic "), "{sent}");
}

#[test]
fn a_url_that_is_not_of_the_origin_of_a_source_gets_no_authorization_from_any_command() {
    let source = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    let other = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    let repository = repository_of(&source.url("/configured.json"));
    repository.write(SPEC, DOCUMENT);
    let (given, elsewhere) = (source.url("/other.json"), other.url("/x"));
    for arguments in [
        vec!["diff", &given, &elsewhere],
        vec!["drift", &elsewhere],
        vec!["fetch", &elsewhere],
    ] {
        let mut command = repository.command(&arguments);
        command.env("TEST_AUTHORIZATION", "Bearer s3cret");
        let result = run(command)
            .expect_status(0)
            .expect_stderr("TEST_AUTHORIZATION is not sent to");
        assert!(!result.stderr.contains("s3cret"), "{}", result.stderr);
    }
    assert_eq!(other.requests().len(), 3);
    for request in other.requests() {
        assert_eq!(request.header("authorization"), None);
    }
    assert_eq!(
        source.requests()[0].header("authorization"),
        Some("Bearer s3cret")
    );
}
