//! Limits, timeouts, and connections that fail.

mod support;

use std::sync::{Arc, Mutex};
use std::time::Duration;

use factory_client::http::header::LOCATION;
use factory_client::http::{HeaderMap, HeaderValue, StatusCode};
use factory_client::operations::PostMessageError;
use factory_client::{
    Body, BoxFuture, Client, Error, Request, Response, Transport, TransportError,
    TransportErrorKind,
};
use support::{PATIENCE, Refusing, Reply, Server, TOKEN, reply, success};

/// Short, because tests wait for it, and long enough for a machine under load to get to the point in question.
const TIMEOUT: Duration = Duration::from_millis(500);

#[tokio::test]
async fn a_reply_over_the_limit_is_cut_off_with_an_error_that_has_status_and_headers() {
    let server = Server::start([reply("200 OK", &["x-request-id: r-9"], "x".repeat(5000))]);
    assert_too_large(server.builder().response_limit(4999).build().unwrap()).await;
}

#[tokio::test]
async fn a_chunked_reply_over_the_limit_is_cut_off_before_its_end() {
    let chunk = format!("3e8\r\n{}\r\n", "x".repeat(1000));
    let chunks = format!(
        "HTTP/1.1 200 OK\r\nx-request-id: r-9\r\ntransfer-encoding: chunked\r\n\r\n{}",
        chunk.repeat(5)
    );
    // It never ends: who waits for the end runs into the timeout.
    let server = Server::start([Reply::Stall(chunks.into_bytes())]);
    assert_too_large(server.builder().response_limit(4999).build().unwrap()).await;
    server.wait_for_hang_up().await;
}

async fn assert_too_large(client: Client) {
    match post(&client).await {
        Error::BodyTooLarge { limit, response } => {
            assert_eq!(limit, 4999);
            assert_eq!(response.status, 200);
            assert_eq!(response.headers["x-request-id"], "r-9");
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_reply_of_exactly_the_limit_is_read() {
    let body = r#"{"messageId":"m","status":"idle"}"#;
    let server = Server::start([reply("200 OK", &[], body)]);
    let limit = body.len() as u64;
    let client = server.builder().response_limit(limit).build().unwrap();
    client.post_message("s").send().await.unwrap();
}

#[tokio::test]
async fn the_limit_is_8_mib_unless_it_is_set() {
    let reply = reply("200 OK", &[], vec![b' '; 8 * 1024 * 1024 + 1]);
    let server = Server::start([reply]);
    let error = post(&server.client()).await;
    assert!(
        matches!(
            error,
            Error::BodyTooLarge {
                limit: 8_388_608,
                ..
            }
        ),
        "{error:?}"
    );
}

#[tokio::test]
async fn a_chunked_reply_is_read_to_its_end() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\
        10\r\n{\"messageId\":\"m\"\r\n11\r\n,\"status\":\"idle\"}\r\n0\r\n\r\n";
    let server = Server::start([Reply::Bytes(chunked.into())]);
    let reply = server.client().post_message("s").send().await.unwrap();
    assert_eq!(reply.message_id, "m");
}

#[tokio::test]
async fn a_server_that_never_answers_ends_in_a_timeout_error() {
    assert_times_out(Reply::Stall(Vec::new())).await;
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_of_the_head_ends_in_a_timeout_error() {
    assert_times_out(Reply::Stall(b"HTTP/1.1 200 OK\r\ncontent-".to_vec())).await;
}

#[tokio::test]
async fn a_server_that_stops_in_the_middle_of_the_body_ends_in_a_timeout_error() {
    let begun = "HTTP/1.1 200 OK\r\ncontent-length: 33\r\n\r\n{\"messageId\":";
    assert_times_out(Reply::Stall(begun.into())).await;
}

async fn assert_times_out(reply: Reply) {
    let server = Server::start([reply]);
    let client = server.builder().timeout(TIMEOUT).build().unwrap();
    let error = post(&client).await;
    assert!(
        matches!(error, Error::Timeout { limit } if limit == TIMEOUT),
        "{error:?}"
    );
    assert_eq!(error.to_string(), "no complete answer within 500ms");
    server.wait_for_hang_up().await;
}

#[tokio::test]
async fn after_a_redirect_only_the_rest_of_the_time_is_left() {
    struct Redirecting(Arc<Mutex<Vec<Duration>>>);
    impl Transport for Redirecting {
        fn send(
            &self,
            request: Request,
        ) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
            self.0.lock().unwrap().push(request.timeout.unwrap());
            Box::pin(async {
                tokio::time::sleep(Duration::from_millis(10)).await;
                let location = HeaderValue::from_static("/again");
                let headers = HeaderMap::from_iter([(LOCATION, location)]);
                let status = StatusCode::TEMPORARY_REDIRECT;
                Ok(Response::new(status, headers, Body::from("")))
            })
        }
    }
    let timeouts = Arc::new(Mutex::new(Vec::new()));
    let builder = Client::builder().bearer_auth(TOKEN);
    let builder = builder.transport(Redirecting(Arc::clone(&timeouts)));

    post(&builder.build().unwrap()).await;

    let timeouts = timeouts.lock().unwrap();
    assert!(timeouts.len() > 1);
    assert!(timeouts.is_sorted_by(|a, b| a > b), "{timeouts:?}");
}

#[tokio::test]
async fn a_timeout_of_zero_ends_before_anything_is_sent() {
    let server = Server::start([success()]);
    let client = server.builder().timeout(Duration::ZERO).build().unwrap();
    let error = post(&client).await;
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_refused_connection_is_a_transport_error_that_says_so() {
    let nobody = Refusing::new();
    let client = Client::builder().base_url(nobody.url()).bearer_auth(TOKEN);
    let error = post(&client.build().unwrap()).await;
    assert_eq!(kind(&error), TransportErrorKind::Connect);
    let printed = error.to_string();
    assert!(printed.contains("could not be reached"), "{printed}");
    assert!(printed.contains("refused"), "{printed}");
    assert_eq!(error.status(), None);
}

#[tokio::test]
async fn a_reset_connection_is_a_transport_error() {
    assert_breaks_off(Reply::Reset).await;
}

#[tokio::test]
async fn a_server_that_hangs_up_without_an_answer_is_a_transport_error() {
    assert_breaks_off(Reply::HangUp(Vec::new())).await;
}

#[tokio::test]
async fn a_body_that_ends_before_its_length_is_a_transport_error_and_no_short_body() {
    let short =
        "HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"messageId\":\"m\",\"status\":\"idle\"}";
    assert_breaks_off(Reply::HangUp(short.into())).await;
}

#[tokio::test]
async fn an_answer_that_is_not_http_is_a_transport_error() {
    assert_breaks_off(Reply::HangUp(b"SSH-2.0-OpenSSH_9.6\r\n".to_vec())).await;
}

async fn assert_breaks_off(reply: Reply) {
    let server = Server::start([reply]);
    let error = post(&server.client()).await;
    assert_eq!(kind(&error), TransportErrorKind::Exchange, "{error:?}");
    let printed = error.to_string();
    assert!(printed.contains("broke off: "), "{printed}");
    // A message could have been added: the client does not try again by itself.
    assert_eq!(server.connections(), 1);
}

#[tokio::test]
async fn a_future_that_is_dropped_closes_its_connection() {
    let server = Server::start([Reply::Stall(Vec::new())]);
    let client = server.client();
    let call = client.post_message("s").send();
    let dropped = tokio::time::timeout(TIMEOUT, call).await;
    assert!(dropped.is_err());
    server.wait_for_hang_up().await;
}

#[tokio::test]
async fn a_future_that_is_dropped_before_it_is_polled_sends_nothing() {
    let server = Server::start([success()]);
    drop(server.client().post_message("s").send());
    assert_eq!(server.connections(), 0);
}

async fn post(client: &Client) -> Error<PostMessageError> {
    let call = client.post_message("s").send();
    let result = tokio::time::timeout(2 * PATIENCE, call).await;
    result.expect("the call ends by itself").unwrap_err()
}

fn kind(error: &Error<PostMessageError>) -> TransportErrorKind {
    match error {
        Error::Transport(error) => error.kind(),
        other => panic!("{other:?}"),
    }
}
