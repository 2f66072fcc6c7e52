//! Where the token goes, and that nothing prints it.

mod support;

use std::sync::{Arc, Mutex};

use factory_client::http::Method;
use factory_client::types::PostMessageRequestBody;
use factory_client::{
    Body, BoxFuture, Client, CredentialContext, CredentialProvider, Error, Request,
    ReqwestTransport, Response, Secret, Transport, TransportError,
};
use support::{Refusing, Reply, Server, TOKEN, json, reply, success};

#[tokio::test]
async fn neither_client_nor_builder_nor_call_print_the_token_or_default_headers() {
    let builder = Client::builder()
        .bearer_auth(TOKEN)
        .header("x-api-key", TOKEN);
    assert_silent(&format!("{builder:?} {builder:#?}"));
    let client = builder.build().unwrap();
    assert_silent(&format!("{client:?} {client:#?} {:?}", Client::new(TOKEN)));
    let call = client
        .post_message("s")
        .body(PostMessageRequestBody::new("x"));
    assert_silent(&format!("{call:?} {call:#?}"));
    let sending = call.send();
    assert_silent(&format!("{sending:?}"));
    let call = client.request(Method::GET, "/").query("key", TOKEN);
    assert_silent(&format!("{call:?}"));
}

#[tokio::test]
async fn no_error_prints_the_token() {
    let documented = json(
        "401 Unauthorized",
        r#"{"detail":"d","status":401,"title":"t"}"#,
    );
    for reply in [
        documented,
        reply("418 I'm a teapot", &[], "x"),
        reply("200 OK", &[], "not JSON"),
        reply("200 OK", &[], "x".repeat(2000)),
        reply("302 Found", &["location: ftp://example.com/"], ""),
        Reply::HangUp(b"no HTTP at all\r\n\r\n".to_vec()),
        Reply::HangUp(Vec::new()),
        Reply::Reset,
    ] {
        let server = Server::start([reply]);
        let client = server.builder().response_limit(1000).build().unwrap();
        let error = client.post_message("s").send().await.unwrap_err();
        assert_silent(&chain(&error));
    }
    let nobody = Refusing::new();
    let client = Client::builder().base_url(nobody.url()).bearer_auth(TOKEN);
    let call = client.build().unwrap().post_message("s");
    assert_silent(&chain(&call.send().await.unwrap_err()));
}

#[tokio::test]
async fn a_request_that_a_transport_logs_does_not_show_the_token() {
    let log = Log::default();
    let server = Server::start([success()]);
    let client = server
        .builder()
        .header("x-api-key", TOKEN)
        .transport(Logging(log.clone(), reqwest::Client::new().into()))
        .build()
        .unwrap();

    client.post_message("s").send().await.unwrap();

    assert_silent(&log.lock().unwrap());
    let authorization = format!("Bearer {TOKEN}");
    assert_eq!(
        server.only_request().header("authorization"),
        Some(&*authorization)
    );
}

#[tokio::test]
async fn a_provider_gives_the_token_of_each_request_and_another_one_when_it_is_rejected() {
    let unauthorized = json(
        "401 Unauthorized",
        r#"{"detail":"d","status":401,"title":"t"}"#,
    );
    let server = Server::start([success(), unauthorized, success()]);
    let tokens = Arc::new(Tokens::default());
    let client = server.builder().bearer_auth(tokens.clone()).build();
    let client = client.unwrap();
    for _ in 0..2 {
        let body = PostMessageRequestBody::new("Hello");
        client.post_message("s").body(body).send().await.unwrap();
    }
    assert_eq!(*tokens.rejected.lock().unwrap(), 1);
    let received = server.received();
    let authorizations: Vec<_> = received
        .iter()
        .map(|request| request.header("authorization").unwrap())
        .collect();
    assert_eq!(
        authorizations,
        ["Bearer token-0", "Bearer token-0", "Bearer token-1"]
    );
    assert!(received.iter().all(|it| it.text() == r#"{"text":"Hello"}"#));
}

#[tokio::test]
async fn a_token_that_cannot_be_had_is_an_error_and_nothing_is_sent() {
    struct Locked;
    impl CredentialProvider for Locked {
        fn credential<'a>(&'a self, _: CredentialContext<'a>) -> BoxFuture<'a, Given> {
            Box::pin(async { Err("the keychain is locked".into()) })
        }
    }
    let server = Server::start([success()]);
    let client = server.builder().bearer_auth(Locked).build().unwrap();
    let error = client.post_message("s").send().await.unwrap_err();
    assert!(matches!(error, Error::Credential(_)), "{error:?}");
    assert_eq!(
        error.to_string(),
        "the credential for `BearerAuth` could not be had: the keychain is locked"
    );
    assert_eq!(server.connections(), 0);
}

#[tokio::test]
async fn a_cookie_that_the_server_sets_is_not_printed() {
    let reply = reply(
        "418 I'm a teapot",
        &[&format!("set-cookie: id={TOKEN}")],
        "",
    );
    let server = Server::start([reply]);
    let call = server.client().post_message("s");
    let error = call.send().await.unwrap_err();
    assert_silent(&chain(&error));
}

#[tokio::test]
async fn a_redirect_to_another_origin_carries_no_credentials_but_the_body() {
    for status in ["307 Temporary Redirect", "308 Permanent Redirect"] {
        let other = Server::start([success()]);
        let location = format!("location: {}/elsewhere?x=1", other.url());
        let server = Server::start([reply(status, &[&location], "")]);
        let client = server.builder().header("x-api-key", TOKEN).build().unwrap();

        let body = PostMessageRequestBody::new("Hello");
        client.post_message("s").body(body).send().await.unwrap();

        assert!(server.only_request().header("authorization").is_some());
        let redirected = other.only_request();
        assert_eq!(redirected.line, "POST /elsewhere?x=1 HTTP/1.1");
        assert_eq!(redirected.text(), r#"{"text":"Hello"}"#);
        assert_silent(&format!("{redirected:?}"));
        assert_eq!(redirected.header("authorization"), None);
        assert_eq!(redirected.header("x-api-key"), None);
        assert_eq!(redirected.header("referer"), None);
        assert_eq!(redirected.header("content-type"), Some("application/json"));
    }
}

#[tokio::test]
async fn a_redirect_within_the_origin_carries_the_credentials() {
    let redirect = reply("307 Temporary Redirect", &["location: /moved"], "");
    let server = Server::start([redirect, success()]);

    server.client().post_message("s").send().await.unwrap();

    let received = server.received();
    assert_eq!(received[1].line, "POST /moved HTTP/1.1");
    let authorization = format!("Bearer {TOKEN}");
    assert_eq!(received[1].header("authorization"), Some(&*authorization));
}

#[tokio::test]
async fn credentials_that_a_redirect_dropped_do_not_come_back() {
    let last = Server::start([success()]);
    let location = format!("location: {}/last", last.url());
    let middle = Server::start([reply("307 Temporary Redirect", &[&location], "")]);
    let location = format!("location: {}/middle", middle.url());
    let first = Server::start([reply("307 Temporary Redirect", &[&location], "")]);

    first.client().post_message("s").send().await.unwrap();

    assert_eq!(middle.only_request().header("authorization"), None);
    assert_eq!(last.only_request().header("authorization"), None);
}

#[tokio::test]
async fn a_see_other_becomes_a_get_without_a_body() {
    let redirect = reply("303 See Other", &["location: result"], "");
    let server = Server::start([redirect, success()]);

    let body = PostMessageRequestBody::new("Hello");
    let call = server.client().post_message("s").body(body);
    call.send().await.unwrap();

    let received = server.received();
    assert_eq!(received[1].line, "GET /api/v0/sessions/s/result HTTP/1.1");
    assert_eq!(received[1].body, b"");
    assert_eq!(received[1].header("content-type"), None);
}

#[tokio::test]
async fn redirects_without_end_are_given_up() {
    let redirect = reply("307 Temporary Redirect", &["location: /again"], "");
    let server = Server::start(vec![redirect; 50]);
    let call = server.client().post_message("s");
    let message = call.send().await.unwrap_err().to_string();
    assert!(message.contains("more than 10 redirects"), "{message}");
    assert_eq!(server.received().len(), 11);
}

/// The error as programs print it, with all its causes.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let mut text = format!("{error:?} {error:#?}");
    let mut next = Some(error);
    while let Some(error) = next {
        text.push_str(&format!("; {error}"));
        next = error.source();
    }
    text
}

fn assert_silent(text: &str) {
    assert!(!text.is_empty());
    assert!(!text.contains("secret"), "{text}");
}

type Given = Result<Secret, Box<dyn std::error::Error + Send + Sync>>;

/// Numbers its tokens; the next one is had by rejecting one.
#[derive(Default)]
struct Tokens {
    rejected: Mutex<usize>,
}

impl CredentialProvider for Tokens {
    fn credential<'a>(&'a self, context: CredentialContext<'a>) -> BoxFuture<'a, Given> {
        assert_eq!(context.scheme, "BearerAuth");
        let number = *self.rejected.lock().unwrap();
        Box::pin(async move { Ok(Secret::new(format!("token-{number}"))) })
    }

    fn rejected(&self, _: &Secret) -> bool {
        *self.rejected.lock().unwrap() += 1;
        true
    }
}

type Log = Arc<Mutex<String>>;

struct Logging(Log, ReqwestTransport);

impl Transport for Logging {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.0.lock().unwrap().push_str(&format!("{request:#?}"));
        self.1.send(request)
    }
}
