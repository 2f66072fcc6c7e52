//! Requests that the document does not know, with the client that it does know.

mod support;

use std::convert::Infallible;

use factory_client::http::{Method, StatusCode};
use factory_client::serde_json::{self, Value, json};
use factory_client::{Body, Error};
use support::{Server, TOKEN, json as json_reply, reply};

#[tokio::test]
async fn a_request_has_the_credentials_and_headers_of_the_client_and_its_answer_is_a_body() {
    let server = Server::start([json_reply("206 Partial Content", r#"{"sessions":[]}"#)]);
    let client = server.builder().header("x-team", "core").build().unwrap();

    let mut body = client
        .request(Method::GET, "/api/v0/sessions")
        .query("limit", "5")
        .query("after", "a b&c/ü")
        .with_accept("application/json")
        .send()
        .await
        .unwrap();
    let chunk = body.next().await.unwrap().unwrap();

    let answer: Value = serde_json::from_slice(&chunk).unwrap();
    assert_eq!(answer, json!({"sessions": []}));
    let request = server.only_request();
    assert_eq!(
        request.line,
        "GET /api/v0/sessions?limit=5&after=a+b%26c%2F%C3%BC HTTP/1.1"
    );
    let authorization = format!("Bearer {TOKEN}");
    assert_eq!(request.header("authorization"), Some(&*authorization));
    assert_eq!(request.header("x-team"), Some("core"));
    assert_eq!(request.header("accept"), Some("application/json"));
}

#[tokio::test]
async fn a_request_carries_json_or_any_other_body() {
    let server = Server::start([
        reply("201 Created", &[], ""),
        reply("204 No Content", &[], ""),
    ]);
    let client = server.client();
    let call = client.request(Method::POST, "/tags");
    let call = call.json(&json!({"name": "urgent"}));
    let created = call.send_with_metadata().await.unwrap();
    assert_eq!(created.status, StatusCode::CREATED);
    let call = client.request(Method::PUT, "/tags/1/icon");
    call.body(
        "image/png",
        Body::from_reader(&b"\x89PNG"[..]).with_length(4),
    )
    .send()
    .await
    .unwrap();

    let received = server.received();
    assert_eq!(received[0].line, "POST /tags HTTP/1.1");
    assert_eq!(received[0].header("content-type"), Some("application/json"));
    assert_eq!(received[0].text(), r#"{"name":"urgent"}"#);
    assert_eq!(received[1].header("content-type"), Some("image/png"));
    assert_eq!(received[1].header("content-length"), Some("4"));
    assert_eq!(received[1].body, b"\x89PNG");
}

#[tokio::test]
async fn a_status_that_is_no_success_is_an_error_that_keeps_what_came() {
    for status in [
        "404 Not Found",
        "400 Bad Request",
        "500 Internal Server Error",
    ] {
        let server = Server::start([reply(status, &["x-request-id: r-9"], "no such thing")]);
        let call = server.client().request(Method::GET, "/things/7");
        let error: Error<Infallible> = call.send().await.unwrap_err();
        let Error::UndocumentedStatus(response) = &error else {
            panic!("{error:?}")
        };
        assert_eq!(response.status.to_string(), status);
        assert_eq!(response.headers["x-request-id"], "r-9");
        assert_eq!(response.body, "no such thing");
    }
}

#[tokio::test]
async fn a_path_never_leads_to_another_server() {
    let elsewhere = Server::start([reply("200 OK", &[], "")]);
    for (path, expected) in [
        ("sessions", "/v1/sessions"),
        ("sessions/7?a=b", "/v1/sessions/7?a=b"),
        ("@example.com/", "/v1/@example.com/"),
        (".example.com", "/v1/.example.com"),
        ("//example.com/x", "/v1//example.com/x"),
        ("{sessionId}", "/v1/%7BsessionId%7D"),
        (&elsewhere.url(), &format!("/v1/{}", elsewhere.url())),
    ] {
        let server = Server::start([reply("200 OK", &[], "")]);
        let builder = server.builder().base_url(format!("{}/v1/", server.url()));
        let client = builder.build().unwrap();
        client.request(Method::GET, path).send().await.unwrap();
        let line = format!("GET {expected} HTTP/1.1");
        assert_eq!(server.only_request().line, line, "{path}");
    }
    assert_eq!(elsewhere.connections(), 0);
}
