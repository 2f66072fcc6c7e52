//! How calls are tried again, over a transport in memory and a clock that jumps.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use http::header::{LOCATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode};
use tokio::time::Instant;

use crate::runtime::tables::operation;
use crate::runtime::*;

const KEY: &str = "Idempotency-Key";

/// What a try comes to, after so many seconds.
#[derive(Clone)]
struct Step(u64, Result<(u16, HeaderMap), TransportErrorKind>);

fn answer(seconds: u64, status: u16) -> Step {
    Step(seconds, Ok((status, HeaderMap::new())))
}

fn broken(seconds: u64) -> Step {
    Step(seconds, Err(TransportErrorKind::Exchange))
}

impl Step {
    fn with(mut self, name: HeaderName, value: &'static str) -> Self {
        if let Ok((_, headers)) = &mut self.1 {
            headers.insert(name, HeaderValue::from_static(value));
        }
        self
    }
}

/// Plays steps in order, the last one for ever.
#[derive(Clone)]
struct Play {
    steps: Arc<Mutex<VecDeque<Step>>>,
    requests: Arc<Mutex<Vec<Request>>>,
    /// Whether an exchange was dropped before its end.
    cancelled: Arc<AtomicBool>,
}

impl Play {
    fn new(steps: impl IntoIterator<Item = Step>) -> Self {
        Self {
            steps: Arc::new(Mutex::new(steps.into_iter().collect())),
            requests: Arc::default(),
            cancelled: Arc::default(),
        }
    }

    fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    fn builder(&self) -> ClientBuilder {
        ClientBuilder::new("https://api.test")
            .timeout(Duration::from_secs(100))
            .transport(self.clone())
    }

    fn sent(&self) -> usize {
        self.requests.lock().unwrap().len()
    }

    /// What each request had of `part`.
    fn requests<T>(&self, part: impl Fn(&Request) -> T) -> Vec<T> {
        self.requests.lock().unwrap().iter().map(part).collect()
    }

    fn keys(&self) -> Vec<Option<String>> {
        self.requests(|request| {
            let key = request.headers.get(KEY)?;
            Some(key.to_str().unwrap().to_owned())
        })
    }
}

/// Tells that it was dropped while there was something to do.
struct Guard(Option<Arc<AtomicBool>>);

impl Guard {
    fn disarm(mut self) {
        self.0 = None;
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        if let Some(flag) = &self.0 {
            flag.store(true, Ordering::SeqCst);
        }
    }
}

impl Transport for Play {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.requests.lock().unwrap().push(request);
        let mut steps = self.steps.lock().unwrap();
        let Step(seconds, outcome) = match steps.len() {
            1 => steps[0].clone(),
            _ => steps.pop_front().unwrap(),
        };
        let guard = Guard(Some(self.cancelled.clone()));
        Box::pin(async move {
            tokio::time::sleep(Duration::from_secs(seconds)).await;
            guard.disarm();
            let (status, headers) =
                outcome.map_err(|kind| TransportError::new(kind, "scripted"))?;
            let status = StatusCode::from_u16(status).unwrap();
            Ok(Response::new(status, headers, Body::from("42")))
        })
    }
}

operation! {
    Get for get: GET "/" => i64, Infallible;
    [Code(200) json];
}

operation! {
    Post for post: POST "/" => i64, Infallible;
    [Code(200) json];
    idempotency_key "Idempotency-Key";
}

operation! {
    Upload for upload: PUT "/" => i64, Infallible;
    [Code(200) json];
}

operation! {
    Download for download: GET "/" => Body, Infallible;
    [Code(200) binary];
}

fn get(client: &Client) -> Call<Get> {
    client.call()
}

fn post(client: &Client) -> Call<Post> {
    client.call().with_json("body".to_owned())
}

#[tokio::test(start_paused = true)]
async fn the_tries_and_the_pauses_share_one_deadline() {
    let play = Play::new([broken(40)]);
    let policy = RetryPolicy::default().max_retries(10);
    let client = play.builder().retries(policy).build().unwrap();
    let started = Instant::now();
    let error = get(&client).send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    assert_eq!(error.to_string(), "no complete answer within 100s");
    assert_eq!(started.elapsed().as_secs(), 100);
    assert!(play.cancelled.load(Ordering::SeqCst));
    // Each try is told what is left.
    let left = play.requests(|request| request.timeout.map_or(0, |left| left.as_secs()));
    assert_eq!(left.len(), 3);
    assert!(left[0] >= 99 && (58..=60).contains(&left[1]) && (16..=20).contains(&left[2]));
}

#[tokio::test(start_paused = true)]
async fn a_pause_beyond_the_deadline_is_not_begun() {
    for (seconds, sent) in [("98", 2), ("100", 1), ("99999999999999999999999", 1)] {
        let busy = answer(1, 503).with(RETRY_AFTER, seconds);
        let play = Play::new([busy, answer(0, 200)]);
        let started = Instant::now();
        let result = get(&play.client()).send().await;
        assert_eq!(
            (result.is_ok(), play.sent()),
            (sent == 2, sent),
            "{seconds}"
        );
        let waited = started.elapsed().as_secs();
        assert_eq!(waited, if sent == 2 { 99 } else { 1 }, "{seconds}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_dropped_call_sends_nothing_more() {
    // While an exchange is under way, and while the call pauses.
    for (wait, cancelled) in [(5, true), (10, false)] {
        let play = Play::new([broken(10)]);
        let client = play.client();
        let call = get(&client).send();
        let wait = Duration::from_secs(wait) + Duration::from_millis(50);
        assert!(tokio::time::timeout(wait, call).await.is_err());
        assert_eq!(play.cancelled.load(Ordering::SeqCst), cancelled);
        tokio::time::sleep(Duration::from_secs(1000)).await;
        assert_eq!(play.sent(), 1);
    }
}

#[tokio::test(start_paused = true)]
async fn an_idempotency_key_is_made_once_a_call_and_kept_across_its_tries() {
    let play = Play::new([broken(0), answer(0, 503), answer(0, 200)]);
    let client = play.client();
    post(&client).send().await.unwrap();
    post(&client).send().await.unwrap();
    let keys = play.keys();
    assert_eq!(keys.len(), 4);
    assert!(keys[0].as_ref().is_some_and(|key| key.len() == 36));
    assert!(keys[0] == keys[1] && keys[1] == keys[2] && keys[2] != keys[3]);
}

#[tokio::test(start_paused = true)]
async fn an_idempotency_key_of_the_caller_is_not_replaced() {
    let play = Play::new([answer(0, 503), answer(0, 200)]);
    let client = play.client();
    post(&client).with_header(KEY, "mine").send().await.unwrap();
    let keys: Vec<_> = play.keys().into_iter().map(Option::unwrap).collect();
    assert_eq!(keys, ["mine", "mine"]);
}

#[tokio::test(start_paused = true)]
async fn a_body_that_can_be_had_once_is_sent_once() {
    for (kind, sent) in [("bytes", 2), ("stream", 1)] {
        let play = Play::new([broken(0), answer(0, 200)]);
        let body = match kind {
            "bytes" => Body::from("abc"),
            _ => Body::from_reader(&b"abc"[..]),
        };
        let client = play.client();
        let call = client.call::<Upload>().with_raw("text/plain", body);
        assert_eq!(call.send().await.is_ok(), sent == 2, "{kind}");
        assert_eq!(play.sent(), sent, "{kind}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_answer_that_is_a_stream_has_limits_until_it_begins() {
    let play = Play::new([answer(0, 503), answer(1, 200)]);
    let client = play.client();
    let mut body = client.call::<Download>().send().await.unwrap();
    assert_eq!(play.requests(|request| request.timeout), [None, None]);
    tokio::time::sleep(Duration::from_secs(1000)).await;
    assert_eq!(body.next().await.unwrap().as_deref(), Some(&b"42"[..]));
    let play = Play::new([answer(1000, 200)]);
    let error = play.client().call::<Download>().send().await.unwrap_err();
    assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
}

#[tokio::test(start_paused = true)]
async fn a_redirect_decides_anew_what_may_be_sent_again() {
    // To a GET: that can be sent again, and the POST is not.
    let see_other = answer(0, 303).with(LOCATION, "/result");
    let play = Play::new([see_other, answer(0, 503), answer(0, 200)]);
    post(&play.client()).send().await.unwrap();
    assert_eq!(
        play.requests(|request| request.method.clone()),
        [Method::POST, Method::GET, Method::GET]
    );
    // To another origin, which does not get the key.
    let away = answer(0, 307).with(LOCATION, "https://other.test/");
    let play = Play::new([away, answer(0, 503), answer(0, 200)]);
    post(&play.client()).send().await.unwrap_err();
    assert_eq!(play.sent(), 2);
    assert_eq!(play.keys()[1], None);
}

#[tokio::test(start_paused = true)]
async fn retries_are_off_with_one_call_and_a_call_has_the_last_word() {
    let play = Play::new([broken(1)]);
    let off = play.builder().retries(RetryPolicy::off()).build().unwrap();
    get(&off).send().await.unwrap_err();
    assert_eq!(play.sent(), 1);
    let more = RetryPolicy::default().max_retries(4);
    get(&off).with_retries(more).send().await.unwrap_err();
    assert_eq!(play.sent(), 1 + 5);
    let short = get(&play.client()).with_timeout(Duration::from_millis(500));
    let error = short.send().await.unwrap_err();
    assert_eq!(error.to_string(), "no complete answer within 500ms");
    assert_eq!(play.sent(), 1 + 5 + 1);
}

#[tokio::test(start_paused = true)]
async fn what_cannot_get_better_is_not_tried_again() {
    for kind in [TransportErrorKind::Setup, TransportErrorKind::Timeout] {
        let play = Play::new([Step(1, Err(kind))]);
        get(&play.client()).send().await.unwrap_err();
        assert_eq!(play.sent(), 1, "{kind:?}");
    }
}
