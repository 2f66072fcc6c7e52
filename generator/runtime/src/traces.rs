//! What a subscriber hears of calls.

use std::collections::{BTreeMap, VecDeque};
use std::convert::Infallible;
use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use http::header::LOCATION;
use http::{HeaderMap, HeaderValue, StatusCode};
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

use crate::runtime::tables::operation;
use crate::runtime::*;

operation! {
    GetThing for get_thing: GET "/things/{id}" => i64, Infallible;
    [Code(200) json];
    security [["Token"]];
}

operation! {
    Create for create: POST "/things" => i64, Infallible;
    [Code(200) json];
    security [["Token"]];
}

#[derive(Default)]
struct Fields(BTreeMap<String, String>);

impl Visit for Fields {
    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.to_string(), format!("{value:?}"));
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.to_string(), value.to_owned());
    }
}

impl Fields {
    fn text(&self) -> String {
        let pairs = self.0.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join(" ")
    }
}

/// Keeps what it hears: spans with their fields, and events.
#[derive(Clone, Default)]
struct Ears {
    spans: Arc<Mutex<Vec<(&'static str, Fields)>>>,
    events: Arc<Mutex<Vec<String>>>,
}

impl Ears {
    fn spans(&self) -> Vec<String> {
        let spans = self.spans.lock().unwrap();
        let text = spans
            .iter()
            .map(|(name, fields)| format!("{name} {}", fields.text()));
        text.collect()
    }

    fn events(&self) -> Vec<String> {
        self.events.lock().unwrap().clone()
    }
}

impl Subscriber for Ears {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "client_runtime"
    }

    fn new_span(&self, span: &Attributes<'_>) -> Id {
        let mut fields = Fields::default();
        span.record(&mut fields);
        let mut spans = self.spans.lock().unwrap();
        spans.push((span.metadata().name(), fields));
        Id::from_u64(spans.len() as u64)
    }

    fn record(&self, span: &Id, values: &Record<'_>) {
        let index = usize::try_from(span.into_u64()).unwrap() - 1;
        values.record(&mut self.spans.lock().unwrap()[index].1);
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let mut fields = Fields::default();
        event.record(&mut fields);
        self.events.lock().unwrap().push(fields.text());
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

/// Answers by statuses in order.
#[derive(Clone)]
struct Server(Arc<Mutex<VecDeque<u16>>>);

impl Transport for Server {
    fn send(&self, _: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        let status = self.0.lock().unwrap().pop_front();
        Box::pin(async move {
            let Some(status) = status else {
                let kind = TransportErrorKind::Exchange;
                return Err(TransportError::new(kind, "secret-cause"));
            };
            let location = "https://user:secret@elsewhere.test/secret?secret";
            let headers = HeaderMap::from_iter([
                (LOCATION, HeaderValue::from_static(location)),
                (
                    http::header::SET_COOKIE,
                    HeaderValue::from_static("secret=secret"),
                ),
            ]);
            let status = StatusCode::from_u16(status).unwrap();
            Ok(Response::new(status, headers, Body::from("4223")))
        })
    }
}

async fn heard<O: Operation>(statuses: &[u16]) -> (Vec<String>, Vec<String>) {
    let ears = Ears::default();
    let _guard = tracing::subscriber::set_default(ears.clone());
    let client: Client = ClientBuilder::new("https://api.test:8443/secret-base")
        .header("x-secret", "secret")
        .credential("Token", Credential::bearer("secret"))
        .transport(Server(Arc::new(Mutex::new(
            statuses.iter().copied().collect(),
        ))))
        .build()
        .unwrap();
    let content = Content::raw("text/plain", "secret");
    let call = client.call::<O>().in_path("id", "secret");
    let call = call.in_query("key", "secret").with_prepared(content);
    let _ = call.send_with_metadata().await;
    let (spans, events) = (ears.spans(), ears.events());
    for text in spans.iter().chain(&events) {
        assert!(!text.contains("secret") && !text.contains("4223"), "{text}");
    }
    (spans, events)
}

#[tokio::test(start_paused = true)]
async fn a_call_is_a_span_with_the_names_of_opentelemetry() {
    let (spans, events) = heard::<GetThing>(&[200]).await;
    assert_eq!(
        spans,
        [
            "http.client http.request.method=GET http.response.status_code=200 operation=GetThing otel.kind=client otel.name=GET /things/{id} server.address=api.test server.port=8443 url.template=/things/{id}"
        ]
    );
    assert!(events.is_empty(), "{events:?}");
}

#[tokio::test(start_paused = true)]
async fn retries_and_redirects_are_events_and_counted() {
    let (spans, events) = heard::<GetThing>(&[503, 307, 404]).await;
    assert!(
        events[0].starts_with("message=trying again pause="),
        "{events:?}"
    );
    assert_eq!(
        events[1..],
        ["message=following a redirect server.address=elsewhere.test"]
    );
    for part in [
        "error.type=404",
        "http.request.resend_count=2",
        "http.response.status_code=404",
        "otel.status_code=ERROR",
        "server.address=api.test",
    ] {
        assert!(spans[0].contains(part), "{part}: {spans:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn an_error_has_a_kind_and_no_text() {
    let (spans, _) = heard::<Create>(&[]).await;
    assert!(spans[0].contains(" error.type=exchange "), "{spans:?}");
    assert!(!spans[0].contains("status_code=2"), "{spans:?}");
}
