//! Calls whose credentials the server rejects, over a transport in memory.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::error::Error as StdError;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use http::header::{AUTHORIZATION, LOCATION};
use http::{HeaderMap, HeaderValue, StatusCode};

use crate::runtime::tables::operation;
use crate::runtime::*;

operation! {
    Create for create: POST "/things" => i64, Infallible;
    [Code(200) json];
    security [["Token"]];
}

/// What the server got: the origin, the `Authorization` header, and the body if it is in memory.
type Arrival = (String, Option<String>, Option<String>);

/// Answers by statuses in order, and keeps what came.
#[derive(Clone)]
struct Server {
    statuses: Arc<Mutex<VecDeque<u16>>>,
    arrivals: Arc<Mutex<Vec<Arrival>>>,
    /// Where its redirects lead.
    location: &'static str,
}

impl Server {
    fn new(statuses: impl IntoIterator<Item = u16>) -> Self {
        Self {
            statuses: Arc::new(Mutex::new(statuses.into_iter().collect())),
            arrivals: Arc::default(),
            location: "https://elsewhere.test/",
        }
    }

    fn client(&self, credential: Credential) -> Client {
        ClientBuilder::new("https://api.test")
            .credential("Token", credential)
            .transport(self.clone())
            .build()
            .unwrap()
    }

    fn call(&self, credential: Credential, body: Body) -> Sending<i64, Infallible> {
        create(&self.client(credential), body)
    }

    fn authorizations(&self) -> Vec<Option<String>> {
        let arrivals = self.arrivals.lock().unwrap();
        arrivals.iter().map(|arrival| arrival.1.clone()).collect()
    }
}

fn create(client: &Client, body: Body) -> Sending<i64, Infallible> {
    let content = Content {
        media_type: HeaderValue::from_static("text/plain"),
        body,
    };
    client.call::<Create>().with_prepared(Ok(content)).send()
}

impl Transport for Server {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let authorization = request.headers.get(AUTHORIZATION);
        let bytes = request.body.as_ref().and_then(Body::as_bytes);
        self.arrivals.lock().unwrap().push((
            request.url.origin().ascii_serialization(),
            authorization.map(|value| value.to_str().unwrap().to_owned()),
            bytes.map(|bytes| String::from_utf8(bytes.to_vec()).unwrap()),
        ));
        let status = self.statuses.lock().unwrap().pop_front().unwrap();
        let mut headers = HeaderMap::new();
        headers.insert("content-type", HeaderValue::from_static("application/json"));
        headers.insert(LOCATION, HeaderValue::from_static(self.location));
        let status = StatusCode::from_u16(status).unwrap();
        Box::pin(async move { Ok(Response::new(status, headers, Body::from("7"))) })
    }
}

/// Gives `token0` until that is rejected, then `token1`, and so on.
#[derive(Default)]
struct Renewing(AtomicUsize);

impl CredentialProvider for Renewing {
    fn credential<'a>(
        &'a self,
        _: CredentialContext<'a>,
    ) -> BoxFuture<'a, Result<Secret, Box<dyn StdError + Send + Sync>>> {
        let token = format!("token{}", self.0.load(Ordering::SeqCst));
        Box::pin(async { Ok(token.into()) })
    }

    fn rejected(&self, _: &Secret) -> bool {
        self.0.fetch_add(1, Ordering::SeqCst);
        true
    }
}

fn renewing() -> Credential {
    Credential::bearer(Renewing::default())
}

fn bearer(token: &str) -> Option<String> {
    Some(format!("Bearer {token}"))
}

#[tokio::test]
async fn a_rejected_token_is_renewed_and_the_call_made_again() {
    let server = Server::new([401, 200]);
    let answer = server.call(renewing(), Body::from("thing")).await;
    assert_eq!(answer.unwrap(), 7);
    let origin = "https://api.test".to_owned();
    let thing = Some("thing".to_owned());
    assert_eq!(
        *server.arrivals.lock().unwrap(),
        [
            (origin.clone(), bearer("token0"), thing.clone()),
            (origin, bearer("token1"), thing),
        ]
    );
}

#[tokio::test]
async fn a_second_rejection_stands() {
    let server = Server::new([401, 401]);
    let error = server.call(renewing(), Body::from("")).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(server.authorizations().len(), 2);
}

#[tokio::test]
async fn a_credential_that_cannot_be_renewed_is_sent_once() {
    let server = Server::new([401]);
    let error = server.call(Credential::bearer("s3cret"), Body::from(""));
    let status = error.await.unwrap_err().status();
    assert_eq!(status, Some(StatusCode::UNAUTHORIZED));
}

#[tokio::test]
async fn another_status_renews_nothing() {
    let server = Server::new([403]);
    let error = server.call(renewing(), Body::from("")).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::FORBIDDEN));
}

#[tokio::test]
async fn a_body_that_is_a_stream_is_not_sent_again_but_the_next_call_has_a_new_token() {
    let server = Server::new([401, 200]);
    let client = server.client(renewing());
    let stream = || Body::from_reader(std::io::empty());
    let error = create(&client, stream()).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    create(&client, stream()).await.unwrap();
    assert_eq!(
        server.authorizations(),
        [bearer("token0"), bearer("token1")]
    );
}

#[tokio::test]
async fn a_token_that_is_rejected_behind_a_redirect_within_the_origin_is_renewed() {
    let server = Server {
        location: "/moved",
        ..Server::new([307, 401, 200])
    };
    server.call(renewing(), Body::from("")).await.unwrap();
    assert_eq!(
        server.authorizations(),
        [bearer("token0"), bearer("token0"), bearer("token1")]
    );
}

#[tokio::test]
async fn another_origin_that_rejects_gets_no_new_token() {
    let server = Server::new([307, 401]);
    let error = server.call(renewing(), Body::from("")).await.unwrap_err();
    assert_eq!(error.status(), Some(StatusCode::UNAUTHORIZED));
    assert_eq!(server.authorizations(), [bearer("token0"), None]);
}
