use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http::Method;
use http::header::{AUTHORIZATION, CONTENT_TYPE, USER_AGENT};

use super::*;

#[tokio::test]
async fn a_token_for_client_credentials_is_asked_for_as_rfc_6749_says() {
    let server = Server::default();
    let client = ClientCredentials::new("i d:", "s3 crét")
        .scopes(["read", "write"])
        .parameter("audience", "https://api.test");
    assert_eq!(ask(&cache(client), &server).await.unwrap(), "token1");
    let request = server.last();
    assert_eq!(request.method, Method::POST);
    assert_eq!(request.url.as_str(), "https://auth.test/token");
    assert_eq!(request.timeout, Some(Duration::from_secs(9)));
    assert_eq!(request.headers[USER_AGENT], "test/1");
    assert_eq!(
        request.headers[CONTENT_TYPE],
        "application/x-www-form-urlencoded"
    );
    let basic = request.headers[AUTHORIZATION].to_str().unwrap();
    let decoded = STANDARD.decode(basic.strip_prefix("Basic ").unwrap());
    assert_eq!(decoded.unwrap(), b"i+d%3A:s3+cr%C3%A9t");
    assert!(request.headers[AUTHORIZATION].is_sensitive());
    assert_eq!(
        form(&request),
        [
            pair("grant_type", "client_credentials"),
            pair("scope", "read write"),
            pair("audience", "https://api.test"),
        ]
    );
}

#[tokio::test]
async fn the_secret_can_stand_in_the_body() {
    let server = Server::default();
    ask(&cache(client().secret_in_body()), &server)
        .await
        .unwrap();
    assert!(!server.last().headers.contains_key(AUTHORIZATION));
    assert_eq!(
        form(&server.last()),
        [
            pair("grant_type", "client_credentials"),
            pair("client_id", "id"),
            pair("client_secret", "s3cret"),
        ]
    );
}

#[tokio::test]
async fn an_answer_without_a_token_that_can_be_used_is_an_error_that_shows_nothing_of_it() {
    let large = format!(r#"{{"access_token":"{}"}}"#, "s3cret".repeat(100_000));
    for (status, body, message) in [
        (200, "s3cret", "200 OK, but its body is not a JSON object"),
        (200, r#"["s3cret"]"#, "but its body is not a JSON object"),
        (200, "{}", "but it has no `access_token`"),
        (
            200,
            r#"{"access_token":"s3cret\n","token_type":"bearer"}"#,
            "but its `access_token` cannot stand in a header",
        ),
        (
            200,
            r#"{"access_token":"s3cret","token_type":"mac"}"#,
            "but its `token_type` is not `Bearer`",
        ),
        (200, &large, "it has more than 262144 bytes"),
        (
            500,
            r#"{"access_token":"s3cret","token_type":"bearer"}"#,
            "500 Internal Server Error, but that is no success",
        ),
        (302, "{}", "302 Found, but that is no success"),
        (502, "<html>s3cret", "502 Bad Gateway, but its body"),
        (200, r#"{"error":"bad\u001b[2J"}"#, "200 OK: bad [2J"),
    ] {
        let server = Server::answering(&[(status, body)]);
        let error = ask(&cache(client()), &server).await.unwrap_err();
        let shown = format!("{error} {error:?}");
        assert!(error.to_string().contains(message), "{shown}");
        assert!(!shown.contains("s3cret"), "{shown}");
    }
}

#[tokio::test]
async fn a_token_url_is_relative_to_the_base_url_and_needs_tls() {
    for (url, asked) in [
        ("oauth/token", Ok("https://api.test/v1/oauth/token")),
        ("/token?x=1#y", Ok("https://api.test/token?x=1")),
        ("//auth.test/t", Ok("https://auth.test/t")),
        ("http://localhost:8080/t", Ok("http://localhost:8080/t")),
        ("http://127.0.0.2/t", Ok("http://127.0.0.2/t")),
        ("http://[::1]/t", Ok("http://[::1]/t")),
        ("http://auth.test/t", Err("it is not an https URL")),
        ("http://localhost.test/t", Err("it is not an https URL")),
        ("file:///etc/passwd", Err("it is not an https URL")),
        (
            "https://u:s3cret@auth.test/",
            Err("a user name or a password"),
        ),
        ("https://[/s3cret", Err("invalid IPv6 address")),
        ("", Err("there is none")),
    ] {
        let server = Server::default();
        match (ask(&cache(client().token_url(url)), &server).await, asked) {
            (Ok(_), Ok(asked)) => assert_eq!(server.last().url.as_str(), asked),
            (Err(error), Err(reason)) => {
                let error = error.to_string();
                assert!(
                    error.contains(reason) && !error.contains("s3cret"),
                    "{error}"
                );
                assert_eq!(server.count(), 0);
            }
            (given, _) => panic!("{url}: {given:?}"),
        }
    }
}
