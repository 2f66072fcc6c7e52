//! What is sent again, as callers see it.

mod support;

use std::time::{Duration, Instant};

use factory_client::http::{Method, StatusCode};
use factory_client::operations::PostMessageError;
use factory_client::types::PostMessageRequestBody;
use factory_client::{Error, RetryPolicy};
use support::{Reply, Server, json, reply, success};

fn quick() -> RetryPolicy {
    RetryPolicy::default().base_delay(Duration::from_millis(1))
}

fn unavailable() -> Reply {
    let body = r#"{"detail":"d","status":503,"title":"t"}"#;
    json("503 Service Unavailable", body)
}

#[tokio::test]
async fn a_get_is_sent_again_until_it_succeeds_or_the_policy_ends() {
    for (failures, succeeds) in [(2, true), (3, false)] {
        let script = [unavailable(), Reply::HangUp(Vec::new()), unavailable()];
        let script = script.into_iter().take(failures).chain([success()]);
        let server = Server::start(script);
        let client = server.builder().retries(quick()).build().unwrap();
        let result = client.request(Method::GET, "/").send().await;
        assert_eq!(result.is_ok(), succeeds, "{result:?}");
        assert_eq!(server.received().len(), 3);
    }
}

#[tokio::test]
async fn a_wait_that_the_server_asks_for_is_kept() {
    let asking = reply("429 Too Many Requests", &["retry-after: 1"], "");
    let server = Server::start([asking, success()]);
    let client = server.builder().retries(quick()).build().unwrap();
    let started = Instant::now();
    client.request(Method::GET, "/").send().await.unwrap();
    assert!(started.elapsed() >= Duration::from_secs(1));
}

#[tokio::test]
async fn retries_are_off_for_a_client_or_for_a_call_when_one_says_so() {
    let server = Server::start([unavailable(), unavailable()]);
    let client = server.builder().retries(RetryPolicy::off()).build();
    let off = client.unwrap().request(Method::GET, "/").send().await;
    let client = server.builder().retries(quick()).build().unwrap();
    let call = client.request(Method::GET, "/");
    let off_once = call.with_retries(RetryPolicy::off()).send().await;
    for result in [off, off_once] {
        let status = result.unwrap_err().status();
        assert_eq!(status, Some(StatusCode::SERVICE_UNAVAILABLE));
    }
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_message_that_may_have_arrived_is_not_sent_again() {
    for reply in [unavailable(), Reply::HangUp(Vec::new()), Reply::Reset] {
        let server = Server::start([reply, success()]);
        let client = server.builder().retries(quick()).build().unwrap();
        let body = PostMessageRequestBody::new("Hello");
        let error = client.post_message("s").body(body).send().await;
        match error.unwrap_err() {
            Error::Api(failure) => {
                let is_expected = matches!(failure.error, PostMessageError::ServiceUnavailable(_));
                assert!(is_expected, "{failure:?}");
            }
            Error::Transport(_) => {}
            other => panic!("{other:?}"),
        }
        assert_eq!(server.connections(), 1);
    }
}
