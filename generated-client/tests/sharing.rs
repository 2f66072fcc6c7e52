//! How a client is shared between tasks and threads, and that its transport can be replaced.

mod support;

use std::sync::{Arc, Mutex};

use factory_client::http::{HeaderMap, StatusCode};
use factory_client::operations::{PostMessage, PostMessageError};
use factory_client::types::{PostMessage200ResponseBody, PostMessageRequestBody};
use factory_client::{
    Body, BoxFuture, Call, Client, ClientBuilder, Error, Request, Response, Sending, Transport,
    TransportError, TransportErrorKind,
};
use support::{Server, TOKEN, success};

/// Fails to compile where a promise about threads is broken.
const _: () = {
    const fn shared<T: Send + Sync + Clone + 'static>() {}
    const fn sent<T: Send + 'static>() {}
    const fn error<T: std::error::Error + Send + Sync + 'static>() {}
    shared::<Client>();
    sent::<ClientBuilder>();
    sent::<Call<PostMessage>>();
    sent::<Sending<PostMessage200ResponseBody, PostMessageError>>();
    sent::<Sending<Response<PostMessage200ResponseBody>, PostMessageError>>();
    error::<Error<PostMessageError>>();
};

#[tokio::test]
async fn clones_of_a_client_share_their_connections() {
    let server = Server::start([success(), success()]);
    let client = server.client();
    let clone = client.clone();

    client.post_message("one").send().await.unwrap();
    drop(client);
    clone.post_message("two").send().await.unwrap();

    assert_eq!(server.received().len(), 2);
    assert_eq!(server.connections(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn calls_run_at_once_on_the_threads_of_a_runtime() {
    let server = Server::start(vec![success(); 32]);
    let client = server.client();

    let tasks: Vec<_> = (0..32)
        .map(|number| {
            let client = client.clone();
            tokio::spawn(async move { client.post_message(&format!("s{number}")).send().await })
        })
        .collect();
    for task in tasks {
        task.await.unwrap().unwrap();
    }

    let mut lines: Vec<_> = server
        .received()
        .into_iter()
        .map(|request| request.line)
        .collect();
    lines.sort();
    lines.dedup();
    assert_eq!(lines.len(), 32);
}

#[test]
fn a_client_is_used_from_threads_that_share_a_runtime() {
    let server = Server::start(vec![success(); 4]);
    let client = server.client();
    // One for all: a pooled connection belongs to the runtime that opened it, and ends with it.
    let runtime = tokio::runtime::Runtime::new().unwrap();
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| runtime.block_on(client.post_message("s").send()).unwrap());
        }
    });
    assert_eq!(server.received().len(), 4);
}

#[tokio::test]
async fn a_transport_in_process_answers_without_a_network() {
    let seen = Arc::new(Mutex::new(Vec::new()));
    let client = Client::builder()
        .bearer_auth(TOKEN)
        .transport(InProcess(Arc::clone(&seen)))
        .build()
        .unwrap();

    let call = client.post_message("ses_42");
    let response = call
        .body(PostMessageRequestBody::new("Hello"))
        .send_with_metadata()
        .await
        .unwrap();

    assert_eq!(response.body.message_id, "in process");
    let seen = seen.lock().unwrap();
    let [request] = seen.as_slice() else {
        panic!("{seen:?}")
    };
    assert_eq!(
        request.url.as_str(),
        "https://api.factory.ai/api/v0/sessions/ses_42/messages"
    );
    assert_eq!(request.headers["authorization"], format!("Bearer {TOKEN}"));
    let body = request.body.as_ref().and_then(Body::as_bytes).unwrap();
    assert_eq!(body, r#"{"text":"Hello"}"#);
}

#[tokio::test]
async fn what_a_transport_fails_with_reaches_the_caller() {
    struct Failing(TransportErrorKind);
    impl Transport for Failing {
        fn send(&self, _: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
            let error = TransportError::new(self.0, "the cable is cut");
            Box::pin(async { Err(error) })
        }
    }
    let fail = async |kind| {
        let builder = Client::builder().bearer_auth(TOKEN);
        let client = builder.transport(Failing(kind)).build().unwrap();
        client.post_message("s").send().await.unwrap_err()
    };

    let error = fail(TransportErrorKind::Exchange).await;
    assert!(error.to_string().contains("the cable is cut"), "{error}");
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let error = fail(TransportErrorKind::Timeout).await;
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
}

struct InProcess(Arc<Mutex<Vec<Request>>>);

impl Transport for InProcess {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.0.lock().unwrap().push(request);
        Box::pin(async {
            let body = r#"{"messageId":"in process","status":"idle"}"#;
            Ok(Response::new(
                StatusCode::OK,
                HeaderMap::new(),
                Body::from(body),
            ))
        })
    }
}
