//! The client whose calls wait: the call sites of the other one, without `await`.
#![cfg(feature = "blocking")]

mod support;

use std::io::{self, Read as _};
use std::time::Duration;

use factory_client::blocking::Client;
use factory_client::http::Method;
use factory_client::operations::PostMessageError;
use factory_client::types::*;
use factory_client::{Body, Error};
use support::{PATIENCE, Reply, Server, TOKEN, json, reply, success};

fn client(server: &Server) -> Client {
    Client::builder()
        .base_url(server.url())
        .bearer_auth(TOKEN)
        .timeout(PATIENCE)
        .build()
        .unwrap()
}

#[test]
fn the_call_site_of_the_documentation_works_without_await() {
    let server = Server::start([success()]);
    let client = client(&server);
    let file = PostMessageRequestBodyFileText::new("a,b\n1,2\n").name("table.csv");

    let reply = client
        .post_message("ses_42")
        .body(PostMessageRequestBody::new("Summarise the report").files([file]))
        .send()
        .unwrap();

    assert_eq!(
        format!("{} is {}", reply.message_id, reply.status),
        "msg_1 is pending"
    );
}

#[tokio::test]
async fn both_clients_send_the_same_bytes() {
    let server = Server::start([success(), success()]);
    let body = PostMessageRequestBody::new("Hello");
    let call = server.client().post_message("s").body(body.clone());
    call.send().await.unwrap();
    // On the thread of a task, where it may be called, too.
    client(&server).post_message("s").body(body).send().unwrap();
    let [a, b] = &server.received()[..] else {
        panic!()
    };
    assert_eq!(a.line, b.line);
    assert_eq!(a.headers, b.headers);
    assert_eq!(a.body, b.body);
}

#[test]
fn errors_are_those_of_the_other_client() {
    let body = r#"{"detail":"no such session","status":404,"title":"t"}"#;
    let server = Server::start([
        json("404 Not Found", body),
        reply("200 OK", &[], "<html>"),
        Reply::Stall(Vec::new()),
    ]);
    let client = client(&server);

    let error = client.post_message("s").send().unwrap_err();
    let Error::Api(failure) = error else {
        panic!("{error:?}")
    };
    assert!(matches!(failure.error, PostMessageError::NotFound(_)));
    assert_eq!(failure.error.body().detail, "no such session");
    let error = client.post_message("s").send().unwrap_err();
    assert!(matches!(error, Error::Body(_)), "{error:?}");
    let limit = Duration::from_millis(300);
    let call = client.post_message("s").with_timeout(limit);
    let error = call.send_with_metadata().unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    let error = client.post_message("").send().unwrap_err();
    assert!(matches!(error, Error::Input(_)), "{error:?}");
}

#[test]
fn a_body_is_read_and_written_as_it_comes() {
    let server = Server::start([reply("200 OK", &[], "x".repeat(100_000))]);
    let upload = Body::from_reader(io::repeat(b'y').take(50_000)).with_length(50_000);
    let client = client(&server);
    let call = client.request(Method::PUT, "/files/1");
    let body = call.body("text/plain", upload).send().unwrap();
    let mut text = String::new();
    body.into_reader().read_to_string(&mut text).unwrap();
    assert_eq!(text, "x".repeat(100_000));
    assert_eq!(server.only_request().text(), "y".repeat(50_000));
}

#[test]
fn threads_share_a_client_and_its_connections() {
    let server = Server::start(vec![success(); 8]);
    let client = client(&server);
    client.post_message("s").send().unwrap();
    client.post_message("s").send().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| client.post_message("s").send().unwrap());
        }
    });
    let received = server.received();
    assert_eq!(received.len(), 8);
    assert_eq!(received[0].connection, received[1].connection);
}
