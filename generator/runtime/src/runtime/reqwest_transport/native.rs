//! Exchanges over sockets.

use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};
use std::time::Duration;

use bytes::Bytes;
use http::header::CONTENT_LENGTH;
use http::{HeaderValue, Method, StatusCode};
use http_body::{Body as _, Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep};

use super::transport_error;
use crate::runtime::body::Body;
use crate::runtime::body_source::CHUNK;
use crate::runtime::request::Request;
use crate::runtime::response::Response;
use crate::runtime::transport::{BoxFuture, TransportError, TransportErrorKind};

pub(super) fn client(connect_timeout: Duration) -> reqwest::Result<reqwest::Client> {
    reqwest::Client::builder()
        .connect_timeout(connect_timeout)
        .redirect(reqwest::redirect::Policy::none())
        .build()
}

pub(super) fn is_connect(error: &reqwest::Error) -> bool {
    error.is_connect()
}

pub(super) fn exchange(
    client: reqwest::Client,
    mut request: Request,
    read_timeout: Option<Duration>,
) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
    Box::pin(async move {
        let watch = Watch::default();
        if says_that_it_is_empty(&request) {
            let none = HeaderValue::from_static("0");
            request.headers.insert(CONTENT_LENGTH, none);
        }
        let mut builder = client
            .request(request.method.clone(), request.url)
            .headers(request.headers);
        if let Some(timeout) = request.timeout {
            builder = builder.timeout(timeout);
        }
        if let Some(body) = request.body {
            builder = builder.body(outgoing(body, &watch));
        }
        let answer = unless_silent(builder.send(), read_timeout, &watch).await?;
        let answer = answer.map_err(|error| watch.explain(error))?;
        Ok(received(answer, &request.method, read_timeout))
    })
}

/// The answer to a request of this method.
pub(super) fn received(
    mut answer: reqwest::Response,
    method: &Method,
    read_timeout: Option<Duration>,
) -> Response<Body> {
    let status = answer.status();
    let headers = std::mem::take(answer.headers_mut());
    // These say how long the content is that they do not have (RFC 9110, section 8.6), and over HTTP/2 hyper takes it
    // for the length of the body.
    let body = if *method == Method::HEAD || status == StatusCode::NOT_MODIFIED {
        Body::default()
    } else {
        incoming(answer, read_timeout)
    };
    Response::new(status, headers, body)
}

/// Whether a request without content has a `Content-Length` all the same, which hyper leaves to us: where the method
/// means something by content (RFC 9110, section 8.6). Some servers refuse it otherwise (411).
fn says_that_it_is_empty(request: &Request) -> bool {
    match &request.body {
        Some(body) => body.length() == Some(0),
        None => matches!(request.method, Method::POST | Method::PUT | Method::PATCH),
    }
}

/// What the connection, which sends the body by itself, lets the waiting call know.
#[derive(Clone)]
struct Watch(Arc<Mutex<Sent>>);

struct Sent {
    /// When something last went out.
    at: Instant,
    /// Whether there is nothing to send because the body gives nothing; the server cannot answer then.
    is_waiting: bool,
    /// Why the body gives no more.
    error: Option<TransportError>,
}

impl Default for Watch {
    fn default() -> Self {
        Self(Arc::new(Mutex::new(Sent {
            at: Instant::now(),
            is_waiting: false,
            error: None,
        })))
    }
}

impl Watch {
    fn sent(&self) -> MutexGuard<'_, Sent> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Since when the other side has been silent.
    fn silent_since(&self) -> Instant {
        let sent = self.sent();
        if sent.is_waiting {
            Instant::now()
        } else {
            sent.at
        }
    }

    /// The error of the body, if that is what ended the exchange.
    fn explain(&self, error: reqwest::Error) -> TransportError {
        let of_body = self.sent().error.take();
        of_body.unwrap_or_else(|| transport_error(error))
    }
}

/// The body of a request while the connection reads it. It gives no more at once than shows that the other side takes
/// it.
struct Outgoing {
    body: Body,
    /// What the body gave and the connection did not take yet.
    chunk: Bytes,
    watch: Watch,
}

fn outgoing(body: Body, watch: &Watch) -> reqwest::Body {
    match body.as_bytes() {
        Some(bytes) if bytes.len() <= CHUNK => bytes.clone().into(),
        _ => reqwest::Body::wrap(Outgoing {
            body,
            chunk: Bytes::new(),
            watch: watch.clone(),
        }),
    }
}

impl http_body::Body for Outgoing {
    type Data = Bytes;
    type Error = &'static str;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Self::Error>>> {
        let this = &mut *self;
        let mut sent = this.watch.sent();
        sent.at = Instant::now();
        sent.is_waiting = false;
        if this.chunk.is_empty() {
            match this.body.poll(context) {
                Poll::Ready(Some(Ok(chunk))) => this.chunk = chunk,
                Poll::Ready(Some(Err(error))) => {
                    sent.error = Some(error);
                    return Poll::Ready(Some(Err("the body could not be read")));
                }
                Poll::Ready(None) => return Poll::Ready(None),
                Poll::Pending => {
                    sent.is_waiting = true;
                    return Poll::Pending;
                }
            }
        }
        let length = this.chunk.len().min(CHUNK);
        Poll::Ready(Some(Ok(Frame::data(this.chunk.split_to(length)))))
    }

    fn size_hint(&self) -> SizeHint {
        let rest = self.body.length();
        let length = rest.and_then(|rest| rest.checked_add(self.chunk.len() as u64));
        length.map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// Waits for an answer, but no longer than `limit` after the last thing that was sent.
async fn unless_silent<T>(
    answer: impl Future<Output = T>,
    limit: Option<Duration>,
    watch: &Watch,
) -> Result<T, TransportError> {
    let Some(limit) = limit else {
        return Ok(answer.await);
    };
    let mut answer = pin!(answer);
    let mut timer = pin!(sleep(limit));
    std::future::poll_fn(|context| {
        if let Poll::Ready(answer) = answer.as_mut().poll(context) {
            return Poll::Ready(Ok(answer));
        }
        loop {
            ready!(timer.as_mut().poll(context));
            let silent = watch.silent_since().elapsed();
            if silent >= limit {
                return Poll::Ready(Err(silence(limit)));
            }
            timer.set(sleep(limit - silent));
        }
    })
    .await
}

/// The body of `answer`, each of whose chunks must come within `limit`.
fn incoming(answer: reqwest::Response, limit: Option<Duration>) -> Body {
    let length = answer.content_length();
    let mut body = reqwest::Body::from(answer);
    let mut timer: Option<Pin<Box<Sleep>>> = None;
    let incoming = Body::polling(Box::new(move |context| {
        loop {
            let Poll::Ready(frame) = Pin::new(&mut body).poll_frame(context) else {
                let Some(limit) = limit else {
                    return Poll::Pending;
                };
                let timer = timer.get_or_insert_with(|| Box::pin(sleep(limit)));
                ready!(timer.as_mut().poll(context));
                return Poll::Ready(Some(Err(silence(limit))));
            };
            timer = None;
            match frame.map(|frame| frame.map(Frame::into_data)) {
                Some(Ok(Ok(bytes))) => return Poll::Ready(Some(Ok(bytes))),
                // Trailers, of which nobody knows.
                Some(Ok(Err(_))) => {}
                Some(Err(error)) => return Poll::Ready(Some(Err(transport_error(error)))),
                None => return Poll::Ready(None),
            }
        }
    }));
    match length {
        Some(length) => incoming.with_length(length),
        None => incoming,
    }
}

fn silence(limit: Duration) -> TransportError {
    TransportError::new(
        TransportErrorKind::ReadTimeout,
        format!("nothing for {limit:?}"),
    )
}
