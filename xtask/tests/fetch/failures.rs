//! What cannot be used: each failure says what and where, and leaves the document as it was.

use std::time::Duration;

use crate::support::server::{Server, reply, send};
use crate::{DOCUMENT, KEPT, SPEC, fetch, gzip, repository};

/// Fetches what cannot be used: exit status 3, a message with all `expected`, and the document untouched.
#[track_caller]
fn assert_unusable(arguments: &[&str], expected: &[&str]) {
    let repository = repository();
    let result = fetch(&repository, arguments).expect_status(3);
    assert_eq!(result.stdout, "");
    for text in expected {
        assert!(
            result.stderr.contains(text),
            "{text:?} is not in\n{}",
            result.stderr
        );
    }
    assert!(
        result
            .stderr
            .contains("spec/openapi.json was left as it is")
    );
    assert_eq!(repository.read(SPEC), KEPT);
}

#[track_caller]
fn assert_unusable_reply(reply: Vec<u8>, expected: &[&str]) {
    let server = Server::with_reply(reply);
    let url = server.url("/openapi.json");
    assert_unusable(&[&url], &[&[url.as_str()], expected].concat());
}

#[test]
fn sources_that_contradict_each_other_are_refused_with_both_names() {
    let repository = repository();
    repository.write("one.json", DOCUMENT);
    repository.write("other.json", &DOCUMENT.replace("Fine.", "Different."));
    fetch(&repository, &["one.json", "other.json"])
        .expect_status(3)
        .expect_stderr("error[invalid-document]: two sources differ in #/")
        .expect_stderr(" --> other.json:")
        .expect_stderr("^\nnote: the other source has it here\n")
        .expect_stderr(" --> one.json:");
    assert_eq!(repository.read(SPEC), KEPT);
}

#[test]
fn redirects_without_end_are_refused() {
    let server = Server::with_reply(reply("301 Moved", &[("location", "/again")], b""));
    assert_unusable(&[&server.url("/")], &["more than 10 redirects"]);
    assert_eq!(server.requests().len(), 11);
}

#[test]
fn a_redirect_to_something_else_than_http_is_refused() {
    let headers = [("location", "file:///etc/hostname")];
    assert_unusable_reply(reply("302 Found", &headers, b""), &["redirect"]);
    assert_unusable_reply(reply("302 Found", &[], b""), &["redirect"]);
}

#[test]
fn every_status_but_200_is_refused() {
    for status in [
        "204 No Content",
        "206 Partial Content",
        "304 Not Modified",
        "404 Not Found",
        "500 Internal Server Error",
    ] {
        assert_unusable_reply(reply(status, &[], DOCUMENT.as_bytes()), &[status]);
    }
}

#[test]
fn what_is_no_openapi_document_is_refused() {
    let page = b"<!DOCTYPE html>\n<html><body>Sign in</body></html>\n";
    assert_unusable_reply(reply("200 OK", &[], page), &["HTML"]);
    assert_unusable_reply(reply("200 OK", &[], b""), &["empty"]);
    assert_unusable_reply(
        reply("200 OK", &[], br#"{"swallows": "African"}"#),
        &["OpenAPI"],
    );
    let half = &DOCUMENT.as_bytes()[..DOCUMENT.len() / 2];
    assert_unusable_reply(reply("200 OK", &[], half), &[]);
}

#[test]
fn a_document_without_anything_to_call_is_refused_with_the_report_of_the_generator() {
    let nothing = br#"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {}}"#;
    assert_unusable_reply(
        reply("200 OK", &[], nothing),
        &["error[", "no client can be made of http://127.0.0.1:"],
    );
}

#[test]
fn a_body_shorter_than_promised_is_refused() {
    let length = (DOCUMENT.len() + 1).to_string();
    let headers = [("content-length", length.as_str())];
    assert_unusable_reply(
        reply("200 OK", &headers, DOCUMENT.as_bytes()),
        &["the connection ended before the document did"],
    );
}

#[test]
fn a_compressed_body_that_is_cut_off_is_refused() {
    let body = gzip(DOCUMENT.as_bytes());
    let headers = [("content-encoding", "gzip")];
    let half = &body[..body.len() / 2];
    assert_unusable_reply(reply("200 OK", &headers, half), &["broken or cut off"]);
}

#[test]
fn a_compression_that_was_not_asked_for_is_refused() {
    let headers = [("content-encoding", "br")];
    assert_unusable_reply(
        reply("200 OK", &headers, b"\x0b\x02"),
        &["content encoding"],
    );
}

#[test]
fn an_answer_that_is_not_http_is_refused() {
    assert_unusable_reply(
        b"220 mail.example ESMTP\r\n".to_vec(),
        &["check the address"],
    );
}

#[test]
fn a_server_that_takes_too_long_is_given_up() {
    let silent = Server::start(|_, _| std::thread::sleep(Duration::from_secs(3)));
    assert_unusable(
        &[&silent.url("/"), "--timeout", "1"],
        &["longer than 1 s", "--timeout"],
    );

    let stalling = Server::start(|_, stream| {
        send(
            stream,
            &reply("200 OK", &[("content-length", "1000")], b"{"),
        );
        std::thread::sleep(Duration::from_secs(3));
    });
    assert_unusable(
        &[&stalling.url("/"), "--timeout", "1"],
        &["longer than 1 s"],
    );
}

#[test]
fn a_document_over_the_limit_is_refused_before_and_after_decompression() {
    let plain = Server::with_reply(reply("200 OK", &[], DOCUMENT.as_bytes()));
    assert_unusable(
        &[&plain.url("/"), "--max-bytes", "100"],
        &["more than 100 bytes", "--max-bytes"],
    );

    let body = gzip(&[b' '; 100_000]);
    assert!(body.len() < 1000);
    let packed = Server::with_reply(reply("200 OK", &[("content-encoding", "gzip")], &body));
    assert_unusable(
        &[&packed.url("/"), "--max-bytes", "1000"],
        &["more than 1000 bytes"],
    );

    let repository = repository();
    repository.write("document.json", DOCUMENT);
    fetch(&repository, &["document.json", "--max-bytes", "100"])
        .expect_status(3)
        .expect_stderr("document.json: the document has more than 100 bytes");
    let exact = DOCUMENT.len().to_string();
    fetch(&repository, &["document.json", "--max-bytes", &exact]).expect_status(0);
}

#[test]
fn a_server_that_is_not_there_is_told() {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}/openapi.json", listener.local_addr().unwrap());
    drop(listener);
    assert_unusable(&[&url], &[&url, "no connection"]);
}

#[test]
fn a_file_that_is_not_there_is_told() {
    assert_unusable(
        &["missing.json"],
        &["missing.json: the file cannot be read"],
    );
    assert_unusable(&["spec"], &["spec: the file cannot be read"]);
}

#[test]
fn wrong_use_ends_with_status_2() {
    let repository = repository();
    for arguments in [
        &["ftp://example.com/x"][..],
        &["http://"],
        &["--timeout", "0"],
        &["--no-such-option"],
    ] {
        fetch(&repository, arguments).expect_status(2);
    }
    repository.write("spec/generate.toml", "surce = \"x\"\n");
    fetch(&repository, &[])
        .expect_status(2)
        .expect_stderr("spec/generate.toml")
        .expect_stderr("line 1");
    assert_eq!(repository.read(SPEC), KEPT);
}
