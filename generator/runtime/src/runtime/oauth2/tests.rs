mod endpoint;
mod secrets;

use std::cell::Cell;
use std::collections::VecDeque;
use std::error::Error as StdError;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use http::{HeaderMap, HeaderValue, StatusCode};
use url::{Url, form_urlencoded};

use super::*;
use crate::runtime::body::Body;
use crate::runtime::credentials::{CredentialContext, CredentialProvider};
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, Transport, TransportError, TransportErrorKind};

/// A status and a body, or why there are none.
type Answering = Result<(u16, String), TransportErrorKind>;

/// An authorization server that plays answers in order; after them it gives `token1`, `token2` and so on.
#[derive(Clone, Default)]
struct Server {
    answers: Arc<Mutex<VecDeque<Answering>>>,
    requests: Arc<Mutex<Vec<Request>>>,
}

impl Server {
    fn answering(answers: &[(u16, &str)]) -> Self {
        let server = Self::default();
        for (status, body) in answers {
            server.then(Ok((*status, (*body).to_owned())));
        }
        server
    }

    fn then(&self, answer: Answering) {
        self.answers.lock().unwrap().push_back(answer);
    }

    fn count(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    fn last(&self) -> Request {
        self.requests.lock().unwrap().last().unwrap().again()
    }
}

impl Transport for Server {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let mut requests = self.requests.lock().unwrap();
        requests.push(request);
        let token = bearer(&format!("token{}", requests.len()), 3600);
        let answer = self.answers.lock().unwrap().pop_front();
        Box::pin(async move {
            // Everyone else has a turn before the answer is there.
            for _ in 0..3 {
                tokio::task::yield_now().await;
            }
            let (status, body) = answer
                .unwrap_or(Ok((200, token)))
                .map_err(|kind| TransportError::new(kind, "no luck"))?;
            let status = StatusCode::from_u16(status).unwrap();
            Ok(Response::new(status, HeaderMap::new(), Body::from(body)))
        })
    }
}

fn bearer(token: &str, seconds: u64) -> String {
    format!(r#"{{"access_token":"{token}","token_type":"bearer","expires_in":{seconds}}}"#)
}

thread_local! {
    static LATER: Cell<Duration> = const { Cell::new(Duration::ZERO) };
}

/// A clock that goes on when a test says so.
fn clock() -> Instant {
    thread_local! {
        static START: Instant = Instant::now();
    }
    START.with(|start| *start) + LATER.get()
}

fn pass(time: Duration) {
    LATER.set(LATER.get() + time);
}

fn client() -> ClientCredentials {
    ClientCredentials::new("id", "s3cret")
}

fn cache(client: ClientCredentials) -> Arc<TokenCache> {
    let endpoint = client.0.or_url("https://auth.test/token");
    let mut cache = TokenCache::new(endpoint, Grant::ClientCredentials);
    cache.now = clock;
    Arc::new(cache)
}

fn refreshing(token: RefreshToken) -> Arc<TokenCache> {
    let grant = Grant::RefreshToken {
        first: token.token,
        on_change: token.on_change,
    };
    let endpoint = token.endpoint.or_url("https://auth.test/token");
    let mut cache = TokenCache::new(endpoint, grant);
    cache.now = clock;
    Arc::new(cache)
}

async fn ask(
    cache: &TokenCache,
    server: &dyn Transport,
) -> Result<String, Box<dyn StdError + Send + Sync>> {
    let base = Url::parse("https://api.test/v1/").unwrap();
    let user_agent = HeaderValue::from_static("test/1");
    let context = CredentialContext {
        scheme: "OAuth",
        base_url: &base,
        transport: server,
        user_agent: Some(&user_agent),
        timeout: Duration::from_secs(9),
    };
    let secret = cache.credential(context).await?;
    Ok(secret.reveal().to_owned())
}

fn form(request: &Request) -> Vec<(String, String)> {
    form_urlencoded::parse(request.body.as_ref().unwrap().as_bytes().unwrap())
        .into_owned()
        .collect()
}

fn pair(name: &str, value: &str) -> (String, String) {
    (name.to_owned(), value.to_owned())
}

#[tokio::test]
async fn a_refresh_token_is_used_until_the_server_gives_another() {
    let server = Server::default();
    let second = r#"{"access_token":"a","token_type":"Bearer","expires_in":"10","refresh_token":"refresh2"}"#;
    server.then(Ok((200, second.replace("refresh2", "refresh1"))));
    server.then(Ok((200, second.to_owned())));
    server.then(Ok((200, second.replace("\"10\"", "10"))));
    let heard = Arc::new(Mutex::new(Vec::new()));
    let hears = heard.clone();
    let token = RefreshToken::new("refresh1")
        .public_client("app")
        .on_change(move |token| hears.lock().unwrap().push(token.reveal().to_owned()));
    let cache = refreshing(token);
    let tokens = ["refresh1", "refresh1", "refresh2", "refresh2"];
    for (refresh_token, count) in tokens.into_iter().zip(1..) {
        ask(&cache, &server).await.unwrap();
        assert_eq!(server.count(), count);
        assert_eq!(
            form(&server.last()),
            [
                pair("grant_type", "refresh_token"),
                pair("refresh_token", refresh_token),
                pair("client_id", "app"),
            ]
        );
        pass(Duration::from_secs(10));
    }
    assert_eq!(*heard.lock().unwrap(), ["refresh2"]);
}

#[tokio::test]
async fn a_hundred_calls_at_once_ask_once() {
    let (server, cache) = (Server::default(), cache(client()));
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let (server, cache) = (server.clone(), cache.clone());
            tokio::spawn(async move { ask(&cache, &server).await.unwrap() })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), "token1");
    }
    assert_eq!(server.count(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_hundred_calls_on_several_threads_ask_once() {
    let server = Server::default();
    let endpoint = client().0.or_url("https://auth.test/token");
    let cache = Arc::new(TokenCache::new(endpoint, Grant::ClientCredentials));
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let (server, cache) = (server.clone(), cache.clone());
            tokio::spawn(async move { ask(&cache, &server).await.unwrap() })
        })
        .collect();
    for call in calls {
        assert_eq!(call.await.unwrap(), "token1");
    }
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn a_token_is_renewed_before_its_end() {
    let (server, cache) = (Server::default(), cache(client()));
    for (after, token) in [
        (0, "token1"),
        (3539, "token1"),
        (1, "token2"),
        (3539, "token2"),
        (1, "token3"),
    ] {
        pass(Duration::from_secs(after));
        assert_eq!(ask(&cache, &server).await.unwrap(), token);
    }
}

#[tokio::test]
async fn a_short_life_has_a_short_margin_and_no_life_is_used_once() {
    let server = Server::answering(&[(200, &bearer("a", 10)), (200, &bearer("b", 0))]);
    let cache = cache(client());
    for (after, token) in [(0, "a"), (8, "a"), (1, "b"), (0, "token3")] {
        pass(Duration::from_secs(after));
        assert_eq!(ask(&cache, &server).await.unwrap(), token);
    }
}

#[tokio::test]
async fn a_token_without_a_known_end_is_kept() {
    for rest in [
        "",
        r#","token_type":"BEARER""#,
        r#","token_type":"Bearer","expires_in":null"#,
        r#","token_type":"Bearer","expires_in":1e300"#,
        r#","token_type":"Bearer","expires_in":"soon""#,
    ] {
        let body = format!(r#"{{"access_token":"a"{rest}}}"#);
        let (server, cache) = (Server::answering(&[(200, &body)]), cache(client()));
        for _ in 0..2 {
            assert_eq!(ask(&cache, &server).await.unwrap(), "a", "{rest}");
            pass(Duration::from_secs(1_000_000));
        }
    }
}

#[tokio::test]
async fn a_failure_is_told_to_all_that_wait_and_not_kept() {
    let server = Server::answering(&[(
        401,
        r#"{"error":"invalid_client","error_description":"Not\nyou: s3cret"}"#,
    )]);
    let cache = cache(client());
    let calls: Vec<_> = (0..100)
        .map(|_| {
            let (server, cache) = (server.clone(), cache.clone());
            tokio::spawn(async move { ask(&cache, &server).await.unwrap_err().to_string() })
        })
        .collect();
    for call in calls {
        assert_eq!(
            call.await.unwrap(),
            "the authorization server answered 401 Unauthorized: invalid_client (Not you: (redacted))"
        );
    }
    assert_eq!(server.count(), 1);
    assert_eq!(ask(&cache, &server).await.unwrap(), "token2");
}

#[tokio::test]
async fn the_lack_of_time_of_one_call_is_not_shared() {
    let (server, cache) = (Server::default(), cache(client()));
    server.then(Err(TransportErrorKind::Timeout));
    let (one, other) = tokio::join!(ask(&cache, &server), ask(&cache, &server));
    assert!(one.is_err());
    assert_eq!(other.unwrap(), "token2");
}

#[tokio::test]
async fn a_call_that_is_dropped_leaves_its_request_to_the_next() {
    let (server, cache) = (Server::default(), cache(client()));
    {
        let mut dropped = Box::pin(ask(&cache, &server));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(dropped.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!(ask(&cache, &server).await.unwrap(), "token1");
    assert_eq!(server.count(), 1);
}

#[tokio::test]
async fn a_request_that_was_left_and_failed_is_made_again() {
    let (server, cache) = (Server::default(), cache(client()));
    server.then(Err(TransportErrorKind::Timeout));
    {
        let mut dropped = Box::pin(ask(&cache, &server));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(dropped.as_mut().poll(&mut context).is_pending());
    }
    assert_eq!(ask(&cache, &server).await.unwrap(), "token2");
}

#[tokio::test]
async fn a_request_that_was_left_for_longer_than_it_may_take_is_not_waited_for() {
    /// A server that never answers the first request.
    struct Silent(Server);
    impl Transport for Silent {
        fn send(
            &self,
            request: Request,
        ) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
            let answer = self.0.send(request);
            match self.0.count() {
                1 => Box::pin(std::future::pending()),
                _ => answer,
            }
        }
    }
    let (server, cache) = (Silent(Server::default()), cache(client()));
    {
        let mut dropped = Box::pin(ask(&cache, &server));
        let mut context = std::task::Context::from_waker(std::task::Waker::noop());
        assert!(dropped.as_mut().poll(&mut context).is_pending());
    }
    pass(Duration::from_secs(9));
    assert_eq!(ask(&cache, &server).await.unwrap(), "token2");
}

#[tokio::test]
async fn a_token_that_is_rejected_is_renewed_once_and_not_while_it_is_young() {
    let (server, cache) = (Server::default(), cache(client()));
    let first: Secret = ask(&cache, &server).await.unwrap().into();
    assert!(!cache.rejected(&first));
    assert_eq!(ask(&cache, &server).await.unwrap(), "token1");

    pass(Duration::from_secs(60));
    // Two calls with the same token are rejected: both have a reason to try again, one asks.
    assert!(cache.rejected(&first));
    assert_eq!(ask(&cache, &server).await.unwrap(), "token2");
    assert!(cache.rejected(&first));
    assert_eq!(ask(&cache, &server).await.unwrap(), "token2");
}
