// @generated as a copy of the generator's runtime; changes by hand are lost.

use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use http::{Method, StatusCode};
use tracing::field::Empty;
use tracing::instrument::{Instrument, Instrumented};
use tracing::{Span, debug, info_span};
use url::Url;

use crate::runtime::error::Error;
use crate::runtime::exchange::Exchanged;
use crate::runtime::operation::Route;
use crate::runtime::transport::TransportErrorKind;

/// What spans and events are from.
const TARGET: &str = env!("CARGO_CRATE_NAME");

/// The span of a call, from its first poll to its answer. The fields are those of OpenTelemetry's semantic conventions
/// for HTTP clients, and `operation`.
pub(crate) struct CallSpan {
    span: Span,
    /// How often its request was sent again, for whatever reason.
    resends: AtomicU64,
}

impl CallSpan {
    pub(crate) fn new(route: &'static Route, method: &Method) -> Self {
        let span = info_span!(
            target: TARGET,
            "http.client",
            otel.kind = "client",
            otel.name = format!("{method} {}", route.path).trim_end(),
            otel.status_code = Empty,
            operation = route.name,
            http.request.method = %method,
            http.request.resend_count = Empty,
            http.response.status_code = Empty,
            url.template = Empty,
            server.address = Empty,
            server.port = Empty,
            "error.type" = Empty,
        );
        // What is called without the document has no template, only a path that may hold anything.
        if !route.path.is_empty() {
            span.record("url.template", route.path);
        }
        Self {
            span,
            resends: AtomicU64::new(0),
        }
    }

    /// `future`, within the span.
    pub(crate) fn around<F: Future>(&self, future: F) -> Instrumented<F> {
        future.instrument(self.span.clone())
    }

    /// Where the first request goes.
    pub(crate) fn sends_to(&self, url: &Url) {
        self.span.record("server.address", url.host_str());
        self.span.record("server.port", url.port_or_known_default());
    }

    /// The same request is sent again after a pause.
    pub(crate) fn tries_again(&self, pause: Duration) {
        self.resends.fetch_add(1, Ordering::Relaxed);
        debug!(target: TARGET, ?pause, "trying again");
    }

    pub(crate) fn follows_redirect(&self, to: &Url) {
        self.resends.fetch_add(1, Ordering::Relaxed);
        let host = to.host_str();
        debug!(target: TARGET, { server.address = host }, "following a redirect");
    }

    pub(crate) fn renews_credentials(&self) {
        self.resends.fetch_add(1, Ordering::Relaxed);
        debug!(target: TARGET, "trying again with new credentials");
    }

    pub(crate) fn ended(&self, result: &Result<Exchanged, Error<Infallible>>) {
        let (status, error) = match result {
            Ok(Exchanged::Success(answer)) => (Some(answer.status), None),
            Ok(Exchanged::Failure(answer)) => (Some(answer.status), Some(of_status(answer.status))),
            Err(error) => (error.status(), Some(of_error(error))),
        };
        self.span.record(
            "http.response.status_code",
            status.map(|status| status.as_u16()),
        );
        let resends = self.resends.load(Ordering::Relaxed);
        if resends > 0 {
            self.span.record("http.request.resend_count", resends);
        }
        if let Some(error) = error {
            self.span.record("error.type", &*error);
            self.span.record("otel.status_code", "ERROR");
        }
    }
}

/// The status, which is what OpenTelemetry has in `error.type` for an answer.
fn of_status(status: StatusCode) -> Cow<'static, str> {
    Cow::Owned(status.as_u16().to_string())
}

fn of_error(error: &Error<Infallible>) -> Cow<'static, str> {
    Cow::Borrowed(match error {
        Error::Api(failure) => match failure.error {},
        Error::UndocumentedStatus(response) => return of_status(response.status),
        Error::Body(_) => "body",
        Error::BodyTooLarge { .. } => "body_too_large",
        Error::Timeout { .. } => "timeout",
        Error::Transport(error) => match error.kind() {
            TransportErrorKind::Setup => "setup",
            TransportErrorKind::Connect => "connect",
            TransportErrorKind::Timeout => "timeout",
            TransportErrorKind::ReadTimeout => "read_timeout",
            TransportErrorKind::Body => "request_body",
            TransportErrorKind::Exchange => "exchange",
        },
        Error::NextPage { .. } => "next_page",
        Error::Credential(_) => "credential",
        Error::Input(_) => "input",
    })
}

pub(crate) fn asks_for_token(grant_type: &'static str) {
    debug!(target: TARGET, grant_type, "asking for an access token");
}
