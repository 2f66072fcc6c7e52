use super::*;
use std::error::Error as StdError;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::{HeaderMap, Method};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};
use url::Url;

const OK: &[u8] = b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

/// A server on loopback, for one exchange.
struct Server {
    listener: TcpListener,
    url: Url,
}

impl Server {
    async fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/path", listener.local_addr().unwrap());
        Self {
            listener,
            url: Url::parse(&url).unwrap(),
        }
    }

    /// Sends a request to it with this body.
    fn request(&self, body: Option<Body>) -> Request {
        Request {
            method: Method::POST,
            url: self.url.clone(),
            headers: HeaderMap::new(),
            body,
            timeout: Some(Duration::from_secs(20)),
        }
    }

    async fn accept(&self) -> TcpStream {
        self.listener.accept().await.unwrap().0
    }
}

/// Reads from a connection until what came ends with `end`.
async fn read_until(stream: &mut TcpStream, end: &str) -> String {
    let mut read = Vec::new();
    while !read.ends_with(end.as_bytes()) {
        read.push(stream.read_u8().await.expect("the request ends too early"));
    }
    String::from_utf8(read).unwrap()
}

type Item = Result<&'static str, &'static str>;

/// A body that gives what is sent through the channel.
fn channel() -> (tokio::sync::mpsc::UnboundedSender<Item>, Body) {
    struct Received(UnboundedReceiver<Item>);
    impl futures_core::Stream for Received {
        type Item = Item;
        fn poll_next(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Self::Item>> {
            self.0.poll_recv(context)
        }
    }
    let (sender, receiver) = unbounded_channel();
    (sender, Body::from_stream(Received(receiver)))
}

fn transport(read_timeout: Option<u64>) -> ReqwestTransport {
    let read_timeout = read_timeout.map(Duration::from_millis);
    ReqwestTransport::new(Duration::from_secs(5), read_timeout)
}

async fn text(body: Body) -> Result<String, TransportError> {
    let bytes = body.bytes(1 << 20).await?;
    Ok(String::from_utf8(bytes.to_vec()).unwrap())
}

#[tokio::test]
async fn a_stream_arrives_chunk_by_chunk_while_it_is_made() {
    let server = Server::new().await;
    let (sender, body) = channel();
    let sending = tokio::spawn(transport(None).send(server.request(Some(body))));
    let mut stream = server.accept().await;
    let head = read_until(&mut stream, "\r\n\r\n").await;
    assert!(head.contains("transfer-encoding: chunked\r\n"), "{head}");
    assert!(!head.contains("content-length"), "{head}");
    for chunk in ["first", "second"] {
        sender.send(Ok(chunk)).unwrap();
        let framed = format!("{:X}\r\n{chunk}\r\n", chunk.len());
        assert_eq!(read_until(&mut stream, &framed).await, framed);
    }
    drop(sender);
    assert_eq!(read_until(&mut stream, "\r\n\r\n").await, "0\r\n\r\n");
    stream.write_all(OK).await.unwrap();
    let answer = sending.await.unwrap().unwrap();
    assert_eq!(answer.body.length(), Some(2));
    assert_eq!(text(answer.body).await.unwrap(), "ok");
}

#[tokio::test]
async fn a_length_that_is_known_is_said() {
    let (sender, stream_of_5) = channel();
    sender.send(Ok("12")).unwrap();
    sender.send(Ok("345")).unwrap();
    drop(sender);
    let path = std::env::temp_dir().join(format!("transport-{}", std::process::id()));
    std::fs::write(&path, "12345").unwrap();
    for body in [
        Body::from("12345"),
        stream_of_5.with_length(5),
        Body::from_file(&path).unwrap(),
        Body::chain([Body::from("12"), Body::from("345")]),
    ] {
        let server = Server::new().await;
        let sending = tokio::spawn(transport(None).send(server.request(Some(body))));
        let mut stream = server.accept().await;
        let head = read_until(&mut stream, "\r\n\r\n").await;
        assert!(head.contains("content-length: 5\r\n"), "{head}");
        assert!(!head.contains("transfer-encoding"), "{head}");
        assert_eq!(read_until(&mut stream, "5").await, "12345");
        stream.write_all(OK).await.unwrap();
        assert!(sending.await.unwrap().is_ok());
    }
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn a_request_without_content_says_so_where_its_method_means_something_by_content() {
    for (method, body, expected) in [
        (Method::GET, None, None),
        (Method::POST, None, Some("content-length: 0")),
        (Method::POST, Some(""), Some("content-length: 0")),
        (Method::DELETE, None, None),
        (Method::DELETE, Some(""), Some("content-length: 0")),
    ] {
        let server = Server::new().await;
        let mut request = server.request(body.map(Body::from));
        request.method = method;
        let sending = tokio::spawn(transport(None).send(request));
        let mut stream = server.accept().await;
        let head = read_until(&mut stream, "\r\n\r\n").await;
        let said = head.lines().find(|line| line.starts_with("content-length"));
        assert_eq!(said, expected);
        stream.write_all(OK).await.unwrap();
        assert!(sending.await.unwrap().is_ok());
    }
}

#[tokio::test]
async fn a_body_that_fails_is_what_the_caller_is_told() {
    let (failing, failing_body) = channel();
    failing.send(Ok("some")).unwrap();
    failing.send(Err("the disk is gone")).unwrap();
    let (short, short_body) = channel();
    short.send(Ok("some")).unwrap();
    let (long, long_body) = channel();
    long.send(Ok("something")).unwrap();
    drop((failing, short, long));
    for (body, expected) in [
        (failing_body, "the body could not be read: the disk is gone"),
        (
            short_body.with_length(9),
            "the body could not be read: it ended 5 bytes before its length was there",
        ),
        (
            long_body.with_length(4),
            "the body could not be read: it is longer than its length says",
        ),
    ] {
        let server = Server::new().await;
        let sending = tokio::spawn(transport(None).send(server.request(Some(body))));
        let mut stream = server.accept().await;
        let mut received = Vec::new();
        // The server must not take what came for the whole.
        let _ = stream.read_to_end(&mut received).await;
        assert!(!received.ends_with(b"0\r\n\r\n"));
        let error = sending.await.unwrap().unwrap_err();
        assert_eq!(error.kind(), TransportErrorKind::Body);
        assert_eq!(error.to_string(), expected);
        assert!(error.source().is_none());
    }
}

#[tokio::test]
async fn a_server_that_is_silent_is_given_up_before_the_time_is_up() {
    let half = b"HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nhalf";
    for answer in [&b""[..], half] {
        let server = Server::new().await;
        let sending = tokio::spawn(transport(Some(100)).send(server.request(None)));
        let mut stream = server.accept().await;
        stream.write_all(answer).await.unwrap();
        let error = match sending.await.unwrap() {
            Ok(answer) => text(answer.body).await.unwrap_err(),
            Err(error) => error,
        };
        assert_eq!(error.kind(), TransportErrorKind::ReadTimeout);
        assert_eq!(
            error.to_string(),
            "the server was silent for too long: nothing for 100ms"
        );
    }
}

#[tokio::test]
async fn a_server_that_reads_nothing_more_is_silent_too() {
    let server = Server::new().await;
    let endless = Body::from_reader(std::io::repeat(7));
    let sending = tokio::spawn(transport(Some(300)).send(server.request(Some(endless))));
    let _stream = server.accept().await;
    let error = sending.await.unwrap().unwrap_err();
    assert_eq!(error.kind(), TransportErrorKind::ReadTimeout);
}

#[tokio::test]
async fn a_slow_body_and_a_slow_answer_are_not_silence() {
    let pause = || tokio::time::sleep(Duration::from_millis(150));
    let server = Server::new().await;
    let (sender, body) = channel();
    let sending = tokio::spawn(transport(Some(250)).send(server.request(Some(body))));
    let mut stream = server.accept().await;
    for _ in 0..3 {
        pause().await;
        pause().await;
        sender.send(Ok("x")).unwrap();
    }
    drop(sender);
    read_until(&mut stream, "0\r\n\r\n").await;
    for piece in [
        "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\n",
        "a",
        "b",
        "c",
    ] {
        pause().await;
        stream.write_all(piece.as_bytes()).await.unwrap();
        if piece.starts_with("HTTP") {
            continue;
        }
        tokio::task::yield_now().await;
    }
    let answer = sending.await.unwrap().unwrap();
    assert_eq!(text(answer.body).await.unwrap(), "abc");
}

#[tokio::test]
async fn an_exchange_can_have_all_the_time_there_is() {
    let server = Server::new().await;
    let mut request = server.request(None);
    request.timeout = Some(Duration::MAX);
    let transport = ReqwestTransport::new(Duration::MAX, Some(Duration::MAX));
    let sending = tokio::spawn(transport.send(request));
    server.accept().await.write_all(OK).await.unwrap();
    assert_eq!(
        text(sending.await.unwrap().unwrap().body).await.unwrap(),
        "ok"
    );
}

#[tokio::test]
async fn dropping_the_future_drops_the_body() {
    let server = Server::new().await;
    let (sender, body) = channel();
    let sending = tokio::spawn(transport(None).send(server.request(Some(body))));
    let mut stream = server.accept().await;
    read_until(&mut stream, "\r\n\r\n").await;
    sending.abort();
    assert!(sending.await.unwrap_err().is_cancelled());
    sender.closed().await;
    assert_eq!(stream.read(&mut [0]).await.unwrap_or_default(), 0);
}

#[tokio::test]
async fn a_large_body_that_the_server_takes_slowly_is_not_silence() {
    // Several times of what a socket holds and the server still has to read when all is sent.
    let size = 32 << 20;
    let server = Server::new().await;
    let body = Body::from(vec![7; size]);
    let sending = tokio::spawn(transport(Some(800)).send(server.request(Some(body))));
    let mut stream = server.accept().await;
    let mut buffer = vec![0; 1 << 20];
    let mut received = 0;
    while received < size {
        tokio::time::sleep(Duration::from_millis(40)).await;
        received += stream.read(&mut buffer).await.unwrap();
    }
    stream.write_all(OK).await.unwrap();
    assert!(sending.await.unwrap().is_ok());
}

#[tokio::test]
async fn a_redirect_repeats_the_body_if_that_can_be_read_again() {
    let path = std::env::temp_dir().join(format!("redirect-{}", std::process::id()));
    std::fs::write(&path, "12345").unwrap();
    for (body, is_repeated) in [
        (Body::from("12345"), true),
        (Body::from_file(&path).unwrap(), true),
        (Body::from_reader(&b"12345"[..]).with_length(5), false),
    ] {
        let server = Server::new().await;
        let request = server.request(Some(body));
        let sent = request.again();
        let sending = tokio::spawn(transport(None).send(request));
        let mut stream = server.accept().await;
        read_until(&mut stream, "12345").await;
        let answer =
            b"HTTP/1.1 307 Temporary Redirect\r\nlocation: /there\r\ncontent-length: 0\r\n\r\n";
        stream.write_all(answer).await.unwrap();
        let answer = sending.await.unwrap().unwrap();
        let next = crate::runtime::redirect::follow(sent, answer.status, &answer.headers);
        assert_eq!(next.is_ok(), is_repeated);
        if let Ok(Some(next)) = next {
            let sending = tokio::spawn(transport(None).send(next));
            let mut stream = server.accept().await;
            let repeated = read_until(&mut stream, "12345").await;
            assert!(repeated.starts_with("POST /there HTTP/1.1\r\n"));
            stream.write_all(OK).await.unwrap();
            assert!(sending.await.unwrap().is_ok());
        }
    }
    std::fs::remove_file(path).unwrap();
}

#[tokio::test]
async fn an_answer_that_comes_before_the_body_is_through_is_the_answer() {
    let server = Server::new().await;
    let (sender, body) = channel();
    sender.send(Ok("some")).unwrap();
    let sending = tokio::spawn(transport(None).send(server.request(Some(body))));
    let mut stream = server.accept().await;
    read_until(&mut stream, "some\r\n").await;
    let answer =
        b"HTTP/1.1 413 Content Too Large\r\nconnection: close\r\ncontent-length: 3\r\n\r\nno!";
    stream.write_all(answer).await.unwrap();
    let answer = sending.await.unwrap().unwrap();
    assert_eq!(answer.status, 413);
    assert_eq!(text(answer.body).await.unwrap(), "no!");
}

/// What hyper makes of an answer of HTTP/2 that has a length and no content.
struct Promised;

impl http_body::Body for Promised {
    type Data = bytes::Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<http_body::Frame<Self::Data>, Self::Error>>> {
        Poll::Ready(None)
    }

    fn size_hint(&self) -> http_body::SizeHint {
        http_body::SizeHint::with_exact(5)
    }
}

#[tokio::test]
async fn the_length_of_content_that_an_answer_does_not_have_is_not_waited_for() {
    for (method, status, fits) in [
        (Method::HEAD, 200, true),
        (Method::GET, 304, true),
        (Method::GET, 200, false),
    ] {
        let answer = http::Response::builder().status(status);
        let answer = answer.body(reqwest::Body::wrap(Promised)).unwrap();
        let answer = platform::received(answer.into(), &method, None);
        assert_eq!(text(answer.body).await.is_ok(), fits, "{method} {status}");
    }
}
