//! Arguments and settings: what is sent of unusual ones, and that unusable ones are told before anything is sent.

mod support;

use factory_client::operations::PostMessageError;
use factory_client::{Client, Error, InputError};
use support::{Server, TOKEN, success};

#[tokio::test]
async fn a_session_id_is_one_path_segment_whatever_it_contains() {
    for (session_id, segment) in [
        ("a/b?c#d e%", "a%2Fb%3Fc%23d%20e%25"),
        ("ü", "%C3%BC"),
        ("%2e%2e", "%252e%252e"),
        ("../../admin", "..%2F..%2Fadmin"),
        ("a\\b", "a%5Cb"),
        ("line\r\nbreak", "line%0D%0Abreak"),
        ("...", "..."),
        ("{sessionId}", "%7BsessionId%7D"),
        ("a-b.c_d~e", "a-b.c_d~e"),
        ("a;b=c,d+e@f:g", "a%3Bb%3Dc%2Cd%2Be%40f%3Ag"),
    ] {
        let server = Server::start([success()]);
        let client = server.client();
        client.post_message(session_id).send().await.unwrap();
        assert_eq!(
            server.only_request().line,
            format!("POST /api/v0/sessions/{segment}/messages HTTP/1.1"),
            "for {session_id:?}"
        );
    }
}

#[tokio::test]
async fn an_empty_session_id_is_an_input_error_and_nothing_is_sent() {
    let server = Server::start([success()]);
    let error = post(&server.client(), "").await;
    assert!(
        matches!(&error, Error::Input(InputError::EmptyPathParameter { name }) if name == "sessionId"),
        "{error:?}"
    );
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn dot_segments_as_session_id_are_input_errors_and_nothing_is_sent() {
    let server = Server::start([success()]);
    for session_id in [".", ".."] {
        let error = post(&server.client(), session_id).await;
        assert!(
            matches!(&error, Error::Input(InputError::DotSegment { name }) if name == "sessionId"),
            "{error:?}"
        );
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_token_that_cannot_stand_in_a_header_is_an_error_that_does_not_show_it_and_nothing_is_sent()
 {
    let server = Server::start([success()]);
    for token in [
        format!("{TOKEN}\n"),
        format!("{TOKEN}\r\nx-injected: 1"),
        format!("{TOKEN}\0"),
        format!("{TOKEN}ü"),
        format!("{TOKEN} {TOKEN}"),
    ] {
        let client = server.builder().bearer_auth(token).build().unwrap();
        let error = post(&client, "ses_42").await;
        assert!(
            matches!(&error, Error::Input(InputError::InvalidCredential { scheme }) if *scheme == "BearerAuth"),
            "{error:?}"
        );
        let printed = format!("{error} {error:?} {error:#?} {client:?}");
        assert!(!printed.contains("secret"), "{printed}");
    }
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn an_empty_token_is_an_input_error_and_nothing_is_sent() {
    let server = Server::start([success()]);
    let client = server.builder().bearer_auth("").build().unwrap();
    let error = post(&client, "ses_42").await;
    assert!(
        matches!(error, Error::Input(InputError::InvalidCredential { .. })),
        "{error:?}"
    );
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_client_without_a_token_is_told_which_credential_is_missing_and_nothing_is_sent() {
    let server = Server::start([success()]);
    let client = Client::builder().base_url(server.url()).build().unwrap();
    let error = post(&client, "ses_42").await;
    assert!(
        matches!(&error, Error::Input(InputError::MissingCredential { schemes }) if schemes == "`BearerAuth`"),
        "{error:?}"
    );
    assert_eq!(server.connections(), 0);
}

#[test]
fn a_default_header_that_cannot_be_sent_fails_the_build_without_showing_its_value() {
    for (name, value) in [
        ("x-key", "secret\nx-injected: 1"),
        ("bad name", "secret"),
        ("", "secret"),
        ("x-\n", "secret"),
    ] {
        let error = Client::builder().header(name, value).build().unwrap_err();
        assert!(matches!(error, InputError::InvalidHeader { .. }));
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("secret"), "{printed}");
    }
}

#[test]
fn a_base_url_that_cannot_be_used_fails_the_build() {
    for base_url in [
        "",
        "api.factory.ai",
        "ftp://example.com/",
        "file:///etc/passwd",
        "http://user:secret@example.com/",
        "http://example.com/?key=secret",
        "http://example.com/#secret",
        "http://",
    ] {
        let error = Client::builder().base_url(base_url).build().unwrap_err();
        assert!(
            matches!(error, InputError::InvalidBaseUrl { .. }),
            "{base_url}: {error:?}"
        );
        let printed = format!("{error} {error:?}");
        assert!(!printed.contains("secret"), "{printed}");
    }
}

async fn post(client: &Client, session_id: &str) -> Error<PostMessageError> {
    client.post_message(session_id).send().await.unwrap_err()
}
