//! Calls from start to end: over a transport in memory, and over the built-in one to a server on loopback.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use bytes::Bytes;
use http::header::{
    ACCEPT, AUTHORIZATION, CONTENT_TYPE, HeaderName, LOCATION, SET_COOKIE, USER_AGENT,
};
use http::{HeaderMap, HeaderValue, Method, StatusCode};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::runtime::tables::operation;
use crate::runtime::*;

operation! {
    Number for number: POST "/things/{id}" => i64, Infallible;
    [Code(200) json];
    security [["Token"]];
}

operation! {
    Root for root: GET "/" => i64, Infallible;
    [Code(200) json];
}

operation! {
    Locked for locked: GET "/" => i64, Infallible;
    [Code(200) json];
    security [["Other"]];
}

/// Plays answers in order and keeps the requests.
#[derive(Clone, Default)]
struct Script {
    answers: Arc<Mutex<Vec<Response<Vec<&'static str>>>>>,
    requests: Arc<Mutex<Vec<Request>>>,
}

/// Status, headers and the pieces of the body.
type Answer<'a> = (u16, &'a [(HeaderName, &'static str)], &'a [&'static str]);

impl Script {
    fn new(answers: &[Answer<'_>]) -> Self {
        let answers = answers.iter().rev().map(|(status, headers, chunks)| {
            let headers: HeaderMap = headers
                .iter()
                .map(|(name, value)| (name.clone(), HeaderValue::from_static(value)))
                .collect();
            Response::new(
                StatusCode::from_u16(*status).unwrap(),
                headers,
                chunks.to_vec(),
            )
        });
        Self {
            answers: Arc::new(Mutex::new(answers.collect())),
            requests: Arc::default(),
        }
    }

    fn client(&self) -> ClientBuilder {
        ClientBuilder::new("https://api.test/base/")
            .credential("Token", Credential::bearer("s3cret"))
            .header("x-api-key", "s3cret")
            .transport(self.clone())
    }

    fn requests(&self) -> Vec<Request> {
        let requests = self.requests.lock().unwrap();
        requests.iter().map(Request::again).collect()
    }
}

impl Transport for Script {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.requests.lock().unwrap().push(request);
        let answer = self.answers.lock().unwrap().pop();
        Box::pin(async move {
            let answer = answer.ok_or_else(|| {
                TransportError::new(TransportErrorKind::Exchange, "the script is at its end")
            })?;
            let chunks = Pieces(answer.body.clone().into_iter());
            Ok(Response::new(
                answer.status,
                answer.headers,
                Body::new(chunks),
            ))
        })
    }
}

struct Pieces(std::vec::IntoIter<&'static str>);

impl Chunks for Pieces {
    fn next(&mut self) -> BoxFuture<'_, Result<Option<Bytes>, TransportError>> {
        let next = self.0.next();
        Box::pin(async move {
            match next {
                Some("timeout") => Err(TransportError::new(TransportErrorKind::Timeout, "slow")),
                next => Ok(next.map(Bytes::from)),
            }
        })
    }
}

fn call(client: &Client) -> Call<Number> {
    client
        .call()
        .in_path("id", "a/b")
        .with_json("text".to_owned())
}

#[tokio::test]
async fn a_request_has_all_that_was_asked_for() {
    let script = Script::new(&[(200, &[], &["4", "2"])]);
    assert_eq!(
        call(&script.client().build().unwrap())
            .send()
            .await
            .unwrap(),
        42
    );
    let request = &script.requests()[0];
    assert_eq!(request.method, Method::POST);
    assert_eq!(request.url.as_str(), "https://api.test/base/things/a%2Fb");
    assert_eq!(request.headers[AUTHORIZATION], "Bearer s3cret");
    assert_eq!(request.headers[CONTENT_TYPE], "application/json");
    assert_eq!(request.headers[ACCEPT], "application/json");
    assert_eq!(request.headers["x-api-key"], "s3cret");
    assert!(
        request.headers[USER_AGENT]
            .to_str()
            .unwrap()
            .starts_with("client-runtime/")
    );
    let body = request.body.as_ref().and_then(Body::as_bytes);
    assert_eq!(body.map(|body| &body[..]), Some(&b"\"text\""[..]));
    assert!(request.timeout <= Some(Duration::from_secs(120)));
    assert!(!format!("{request:?}").contains("s3cret"));
}

#[tokio::test]
async fn arguments_in_headers_and_cookies_are_secret_and_keep_the_cookies_of_the_client() {
    let script = Script::new(&[(200, &[], &["1"])]);
    let client = script
        .client()
        .header("cookie", "a=s3cret")
        .build()
        .unwrap();
    let call = client.call::<Root>().in_header("X-Token", "s3cret");
    call.in_cookie("b", "s3cret").send().await.unwrap();
    let request = &script.requests()[0];
    assert_eq!(request.headers["x-token"], "s3cret");
    assert_eq!(request.headers["cookie"], "a=s3cret; b=s3cret");
    assert!(!format!("{request:?}").contains("s3cret"), "{request:?}");
}

#[tokio::test]
async fn a_request_that_the_document_does_not_know_goes_below_the_base_url() {
    let answer: Answer<'_> = (200, &[], &["{}"]);
    let script = Script::new(&[answer; 4]);
    let client = script.client().build().unwrap();
    for path in ["/a/b", "a/b", "a/b#c", "@other.test"] {
        let call = client.any_request(Method::GET, path.to_owned(), &[]);
        call.query("q", "1/{a}&").send().await.unwrap();
    }
    let urls: Vec<String> = script
        .requests()
        .iter()
        .map(|it| it.url.to_string())
        .collect();
    let url = |path| format!("https://api.test/base/{path}?q=1%2F%7Ba%7D%26");
    assert_eq!(
        urls,
        [url("a/b"), url("a/b"), url("a/b"), url("@other.test")]
    );
}

#[tokio::test]
async fn without_a_body_neither_body_nor_content_type_is_sent() {
    let script = Script::new(&[(200, &[], &["1"])]);
    let client = script.client().build().unwrap();
    client.call::<Root>().send().await.unwrap();
    let request = &script.requests()[0];
    assert!(request.body.is_none() && !request.headers.contains_key(CONTENT_TYPE));
    assert!(!request.headers.contains_key(AUTHORIZATION));
}

#[tokio::test]
async fn what_cannot_be_sent_is_told_before_anything_is_sent() {
    let script = Script::new(&[]);
    let client = script.client().build().unwrap();
    let empty = client.call::<Number>().in_path("id", "").send().await;
    assert!(matches!(
        empty,
        Err(Error::Input(InputError::EmptyPathParameter { .. }))
    ));
    let missing = client.call::<Locked>().send().await;
    assert!(matches!(
        missing,
        Err(Error::Input(InputError::MissingCredential { schemes })) if schemes == "`Other`"
    ));
    let infinite = client.call::<Root>().with_json(f64::INFINITY).send().await;
    assert!(matches!(
        infinite,
        Err(Error::Input(InputError::InvalidBody { .. }))
    ));
    let broken = script.client().base_url("nowhere").build_unchecked();
    let error = call(&broken).send().await.unwrap_err();
    assert!(matches!(
        error,
        Error::Input(InputError::InvalidBaseUrl { .. })
    ));
    assert!(script.requests().is_empty());
}

#[tokio::test]
async fn credentials_do_not_come_back_after_a_redirect_to_another_origin() {
    let script = Script::new(&[
        (307, &[(LOCATION, "https://other.test/x")], &[]),
        (307, &[(LOCATION, "https://api.test/base/y")], &[]),
        (200, &[], &["1"]),
    ]);
    call(&script.client().build().unwrap())
        .send()
        .await
        .unwrap();
    let requests = script.requests();
    assert!(requests[0].headers.contains_key(AUTHORIZATION));
    for request in &requests[1..] {
        assert_eq!(request.method, Method::POST);
        assert!(!request.headers.contains_key(AUTHORIZATION));
        assert!(!request.headers.contains_key("x-api-key"));
    }
}

#[tokio::test]
async fn redirects_without_an_end_are_an_error() {
    let answer: Answer<'_> = (307, &[(LOCATION, "/again")], &[]);
    let script = Script::new(&vec![answer; 20]);
    let error = call(&script.client().build().unwrap())
        .send()
        .await
        .unwrap_err();
    assert_eq!(
        error.to_string(),
        "the exchange with the server broke off: more than 10 redirects"
    );
    assert_eq!(script.requests().len(), 11);
}

#[tokio::test]
async fn a_body_over_the_limit_is_cut_off() {
    let pieces: &[&str] = &["12345", "67890", "1"];
    for (limit, fits) in [(10, false), (11, true)] {
        let script = Script::new(&[(200, &[], pieces)]);
        let client = script.client().response_limit(limit).build().unwrap();
        let result = call(&client).send().await;
        assert_eq!(result.is_ok(), fits, "{result:?}");
        if let Err(error) = result {
            assert!(
                matches!(error, Error::BodyTooLarge { limit: 10, .. }),
                "{error:?}"
            );
            assert_eq!(error.status(), Some(StatusCode::OK));
        }
    }
}

#[tokio::test]
async fn a_transport_that_runs_out_of_time_in_the_body_is_a_timeout() {
    let script = Script::new(&[(200, &[], &["1", "timeout"])]);
    let client = script
        .client()
        .timeout(Duration::from_secs(9))
        .build()
        .unwrap();
    let error = call(&client).send().await.unwrap_err();
    assert_eq!(error.to_string(), "no complete answer within 9s");
    let none = script.client().timeout(Duration::ZERO).build().unwrap();
    assert!(matches!(
        call(&none).send().await,
        Err(Error::Timeout { .. })
    ));
    assert_eq!(script.requests().len(), 1);
}

#[tokio::test]
async fn an_undocumented_status_keeps_what_came_and_hides_cookies() {
    let script = Script::new(&[(418, &[(SET_COOKIE, "session=s3cret")], &["tea"])]);
    let error = call(&script.client().build().unwrap())
        .send()
        .await
        .unwrap_err();
    assert!(!format!("{error:?}").contains("s3cret"));
    let Error::UndocumentedStatus(response) = error else {
        panic!("{error:?}");
    };
    assert_eq!(
        (response.status, &response.body[..]),
        (StatusCode::IM_A_TEAPOT, &b"tea"[..])
    );
    assert_eq!(response.headers[SET_COOKIE], "session=s3cret");
}

#[tokio::test]
async fn metadata_is_status_and_headers() {
    let script = Script::new(&[(200, &[(CONTENT_TYPE, "application/json")], &["1"])]);
    let client = script.client().build().unwrap();
    let response = call(&client).send_with_metadata().await.unwrap();
    assert_eq!((response.status, response.body), (StatusCode::OK, 1));
    assert_eq!(response.headers[CONTENT_TYPE], "application/json");
}

/// A server on loopback that plays one raw answer to each connection and then keeps it open or closes it.
async fn serve(answer: &'static str, keep_open: bool) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 4096];
            let _ = stream.read(&mut request).await;
            let _ = stream.write_all(answer.as_bytes()).await;
            if keep_open {
                tokio::time::sleep(Duration::from_secs(30)).await;
            }
        }
    });
    url
}

async fn ask(url: &str) -> Result<i64, Error<Infallible>> {
    let client: Client = ClientBuilder::new(url)
        .timeout(Duration::from_millis(500))
        .retries(RetryPolicy::off())
        .response_limit(100)
        .build()
        .unwrap();
    client.call::<Root>().send().await
}

#[tokio::test]
async fn the_built_in_transport_reads_what_a_server_sends() {
    let url = serve("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n42", false).await;
    assert_eq!(ask(&url).await.unwrap(), 42);
    let url = serve(
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\n4\r\n1\r\n2\r\n0\r\n\r\n",
        false,
    )
    .await;
    assert_eq!(ask(&url).await.unwrap(), 42);
}

#[tokio::test]
async fn a_server_that_says_nothing_or_stops_midway_is_a_timeout() {
    for answer in ["", "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n42"] {
        let error = ask(&serve(answer, true).await).await.unwrap_err();
        assert!(matches!(error, Error::Timeout { .. }), "{error:?}");
    }
}

#[tokio::test]
async fn a_connection_that_breaks_off_or_cannot_be_made_is_told_apart() {
    let cut = serve("HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n42", false).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);
    for (url, expected) in [
        (cut, TransportErrorKind::Exchange),
        (closed, TransportErrorKind::Connect),
    ] {
        match ask(&url).await {
            Err(Error::Transport(error)) => assert_eq!(error.kind(), expected, "{error}"),
            other => panic!("{other:?}"),
        }
    }
}

#[tokio::test]
async fn an_endless_body_is_cut_off_at_the_limit() {
    let length = "HTTP/1.1 200 OK\r\ncontent-length: 1000000000\r\n\r\n";
    let answer = Box::leak(format!("{length}{}", "1".repeat(200)).into_boxed_str());
    let error = ask(&serve(answer, true).await).await.unwrap_err();
    assert!(
        matches!(error, Error::BodyTooLarge { limit: 100, .. }),
        "{error:?}"
    );
}
