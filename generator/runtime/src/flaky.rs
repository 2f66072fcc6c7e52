//! Calls to a server on loopback that fails in the ways in which servers fail: what is sent again, what is not, and how
//! long that takes. `cargo test -p client-runtime flaky -- --nocapture` prints it as a table.

use std::convert::Infallible;
use std::future::pending;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant, SystemTime};

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpSocket, TcpStream};
use tokio::sync::Notify;

use crate::runtime::tables::operation;
use crate::runtime::*;

/// What becomes of one connection.
#[derive(Debug, Clone, Copy)]
enum Fate {
    /// It is closed before the request is read.
    Drop,
    /// It is reset while the request comes in.
    Cut,
    /// It is closed when the request was read.
    Swallow,
    /// It is reset midway through the answer.
    Reset,
    /// It has an answer of this status, which may say when to come back.
    Busy(u16, Wait),
    /// It is silent.
    Silent,
    /// It says what the answer will be and then one byte of it every now and then.
    Slow,
    /// It is answered, in two pieces with a while between them.
    Late,
    /// It is answered.
    Good,
}

/// A `Retry-After` header.
#[derive(Debug, Clone, Copy)]
enum Wait {
    Unsaid,
    Seconds(u64),
    /// The date that so many seconds from now will be.
    Date(u64),
    /// The date of a minute ago.
    Past,
}

/// What arrived at the server.
#[derive(Debug, Clone)]
struct Arrival {
    head: String,
    body: String,
}

impl Arrival {
    fn header(&self, name: &str) -> Option<&str> {
        let line = self.head.lines().find_map(|line| {
            let (key, value) = line.split_once(": ")?;
            key.eq_ignore_ascii_case(name).then_some(value)
        });
        line.map(str::trim)
    }
}

#[derive(Clone, Default)]
struct Server {
    arrivals: Arc<Mutex<Vec<Arrival>>>,
}

impl Server {
    /// Plays one fate to each connection, the last one to all that follow.
    async fn run(self, listener: TcpListener, fates: &'static [Fate]) {
        for fate in fates
            .iter()
            .chain(std::iter::repeat(&fates[fates.len() - 1]))
        {
            let Ok((stream, _)) = listener.accept().await else {
                return;
            };
            tokio::spawn(self.clone().connection(stream, *fate));
        }
    }

    async fn connection(self, mut stream: TcpStream, fate: Fate) {
        if matches!(fate, Fate::Drop) {
            return;
        }
        if matches!(fate, Fate::Cut) {
            let _ = stream.read_u8().await;
            let _ = stream.set_zero_linger();
            return;
        }
        let Some(arrival) = receive(&mut stream).await else {
            return;
        };
        self.arrivals.lock().unwrap().push(arrival);
        let answer = match fate {
            Fate::Drop | Fate::Cut | Fate::Swallow => return,
            Fate::Silent => return pending().await,
            Fate::Reset | Fate::Slow => "HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\n1".to_owned(),
            Fate::Busy(status, wait) => busy(status, wait),
            Fate::Good | Fate::Late => {
                "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\n42".to_owned()
            }
        };
        if matches!(fate, Fate::Late) {
            let (first, last) = answer.split_at(answer.len() - 1);
            let _ = stream.write_all(first.as_bytes()).await;
            tokio::time::sleep(Duration::from_millis(900)).await;
            let _ = stream.write_all(last.as_bytes()).await;
            return;
        }
        let _ = stream.write_all(answer.as_bytes()).await;
        if matches!(fate, Fate::Reset) {
            tokio::time::sleep(Duration::from_millis(20)).await;
            let _ = stream.set_zero_linger();
        }
        while matches!(fate, Fate::Slow) && stream.write_all(b"1").await.is_ok() {
            tokio::time::sleep(Duration::from_millis(900)).await;
        }
    }
}

/// A request of HTTP/1.1 with a `Content-Length`, `None` where it does not come whole.
async fn receive(stream: &mut TcpStream) -> Option<Arrival> {
    let mut bytes = Vec::new();
    loop {
        if stream.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&bytes);
        let Some((head, body)) = text.split_once("\r\n\r\n") else {
            continue;
        };
        let arrival = Arrival {
            head: head.to_owned(),
            body: body.to_owned(),
        };
        let length = arrival
            .header("content-length")
            .map_or(0, |length| length.parse().unwrap());
        if arrival.body.len() == length {
            return Some(arrival);
        }
    }
}

fn busy(status: u16, wait: Wait) -> String {
    let now = SystemTime::now();
    let wait = match wait {
        Wait::Unsaid => String::new(),
        Wait::Seconds(seconds) => format!("retry-after: {seconds}\r\n"),
        Wait::Date(seconds) => {
            let date = httpdate::fmt_http_date(now + Duration::from_secs(seconds));
            format!("retry-after: {date}\r\n")
        }
        Wait::Past => {
            let date = httpdate::fmt_http_date(now - Duration::from_secs(60));
            format!("retry-after: {date}\r\n")
        }
    };
    let date = httpdate::fmt_http_date(now);
    format!(
        "HTTP/1.1 {status} Busy\r\n{wait}date: {date}\r\ncontent-length: 2\r\nconnection: close\r\n\r\nno"
    )
}

/// The built-in transport, which keeps count.
#[derive(Clone)]
struct Counting {
    inner: ReqwestTransport,
    tries: Arc<AtomicUsize>,
    pauses: Arc<Mutex<Vec<Duration>>>,
    paused: Arc<Notify>,
}

impl Transport for Counting {
    fn send(&self, request: Request) -> BoxFuture<'static, Result<Response<Body>, TransportError>> {
        self.tries.fetch_add(1, Ordering::SeqCst);
        self.inner.send(request)
    }

    fn sleep(&self, duration: Duration) -> BoxFuture<'static, ()> {
        if duration != LIMIT {
            self.pauses.lock().unwrap().push(duration);
            self.paused.notify_one();
        }
        Box::pin(tokio::time::sleep(duration))
    }
}

/// How long every call may take.
const LIMIT: Duration = Duration::from_secs(4);

/// How long connecting may take in the rows that say so.
const CONNECT_TIMEOUT: Duration = Duration::from_millis(500);

/// How long the server may be silent in the rows that say so; far less than between two bytes of a slow body.
const READ_TIMEOUT: Duration = Duration::from_millis(300);

/// The first pause, at the most.
const BASE_DELAY: Duration = Duration::from_millis(100);

/// A call, and what is to come of it.
struct Row {
    what: &'static str,
    call: &'static str,
    fates: &'static [Fate],
    /// How many requests the server gets whole.
    arrivals: usize,
    /// The seconds that the server asks for, for each pause between two tries.
    pauses: &'static [u64],
    result: &'static str,
}

const fn row(
    what: &'static str,
    call: &'static str,
    fates: &'static [Fate],
    arrivals: usize,
    pauses: &'static [u64],
    result: &'static str,
) -> Row {
    Row {
        what,
        call,
        fates,
        arrivals,
        pauses,
        result,
    }
}

use Fate::{Busy, Cut, Drop, Good, Late, Reset, Silent, Slow, Swallow};

const BROKEN: &str = "broke off";
const TIMEOUT: &str = "timeout";
const SILENCE: &str = "silence";

#[rustfmt::skip]
const ROWS: &[Row] = &[
    row("connection closed before the request is read", "GET", &[Drop, Good], 1, &[0], "42"),
    row("connection closed before the request is read", "POST", &[Drop, Good], 0, &[], BROKEN),
    row("connection closed before the request is read", "POST with a key", &[Drop, Good], 1, &[0], "42"),
    row("reset midway through the request", "PUT", &[Cut, Good], 1, &[0], "42"),
    row("reset midway through the request", "PUT of a stream", &[Cut, Good], 0, &[], BROKEN),
    row("reset midway through the request", "POST", &[Cut, Good], 0, &[], BROKEN),
    row("reset midway through the request", "POST with a key", &[Cut, Good], 1, &[0], "42"),
    row("connection closed without an answer", "GET", &[Swallow, Good], 2, &[0], "42"),
    row("connection closed without an answer", "PUT", &[Swallow, Good], 2, &[0], "42"),
    row("connection closed without an answer", "PUT of a stream", &[Swallow, Good], 1, &[], BROKEN),
    row("connection closed without an answer", "DELETE", &[Swallow, Swallow, Good], 3, &[0, 0], "42"),
    row("connection closed without an answer", "POST", &[Swallow, Good], 1, &[], BROKEN),
    row("connection closed without an answer", "PATCH", &[Swallow, Good], 1, &[], BROKEN),
    row("connection closed without an answer", "POST with a key", &[Swallow, Good], 2, &[0], "42"),
    row("connection closed without an answer, always", "GET", &[Swallow], 3, &[0, 0], BROKEN),
    row("reset midway through the answer", "GET", &[Reset, Good], 2, &[0], "42"),
    row("reset midway through the answer", "POST", &[Reset, Good], 1, &[], BROKEN),
    row("reset midway through the answer", "POST with a key", &[Reset, Good], 2, &[0], "42"),
    row("503", "GET", &[Busy(503, Wait::Unsaid), Good], 2, &[0], "42"),
    row("503", "PUT of a stream", &[Busy(503, Wait::Unsaid), Good], 1, &[], "503"),
    row("503, then closed without an answer", "GET", &[Busy(503, Wait::Unsaid), Swallow, Good], 3, &[0, 0], "42"),
    row("503, always", "GET", &[Busy(503, Wait::Unsaid)], 3, &[0, 0], "503"),
    row("503 with Retry-After: 1", "GET", &[Busy(503, Wait::Seconds(1)), Good], 2, &[1], "42"),
    row("503 with Retry-After in 2 s, as a date", "GET", &[Busy(503, Wait::Date(2)), Good], 2, &[2], "42"),
    row("503 with Retry-After a minute ago, as a date", "GET", &[Busy(503, Wait::Past), Good], 2, &[0], "42"),
    row("503 with Retry-After: 1, always", "GET", &[Busy(503, Wait::Seconds(1))], 3, &[1, 1], "503"),
    row("503 with Retry-After: 2, always", "GET", &[Busy(503, Wait::Seconds(2))], 2, &[2], "503"),
    row("503 with Retry-After in 2 s, as a date", "POST", &[Busy(503, Wait::Date(2)), Good], 1, &[], "503"),
    row("503 with Retry-After: 1", "POST", &[Busy(503, Wait::Seconds(1)), Good], 1, &[], "503"),
    row("503 with Retry-After: 1", "POST with a key", &[Busy(503, Wait::Seconds(1)), Good], 2, &[1], "42"),
    row("429 with Retry-After: 1", "PUT", &[Busy(429, Wait::Seconds(1)), Good], 2, &[1], "42"),
    row("429 with Retry-After: 3600", "GET", &[Busy(429, Wait::Seconds(3600)), Good], 1, &[], "429"),
    row("500", "GET", &[Busy(500, Wait::Unsaid), Good], 1, &[], "500"),
    row("no answer at all", "GET", &[Silent, Good], 1, &[], TIMEOUT),
    row("no answer at all", "POST", &[Silent, Good], 1, &[], TIMEOUT),
    row("no answer within the read timeout", "GET", &[Silent, Good], 2, &[0], "42"),
    row("no answer within the read timeout", "POST", &[Silent, Good], 1, &[], SILENCE),
    row("no answer within the read timeout", "POST with a key", &[Silent, Good], 2, &[0], "42"),
    row("a body that stops beyond the read timeout", "GET", &[Slow, Good], 2, &[0], "42"),
    row("a body of one byte now and then", "GET", &[Slow, Good], 1, &[], TIMEOUT),
    row("a body of one byte now and then", "POST with a key", &[Slow, Good], 1, &[], TIMEOUT),
    row("a slow body that comes whole", "GET", &[Late], 1, &[], "42"),
    row("a slow body that comes whole", "POST", &[Late], 1, &[], "42"),
    row("TLS handshake beyond the connect timeout", "POST", &[Silent], 0, &[0, 0], "not reached"),
    row("connection refused, always", "GET", &[], 0, &[0, 0], "not reached"),
    row("connection refused, always", "POST", &[], 0, &[0, 0], "not reached"),
    row("connection refused, then accepted", "POST", &[Good], 1, &[0], "42"),
];

macro_rules! operations {
    ($($name:ident: $method:ident $(by $key:literal)?),*) => {
        $(operation! {
            $name for call: $method "/" => i64, Infallible;
            [Code(200) json];
            $(idempotency_key $key;)?
        })*
    };
}
operations! { Get: GET, Put: PUT, Delete: DELETE, Post: POST, Patch: PATCH, PostWithKey: POST by "Idempotency-Key" }

fn send(client: &Client, call: &str) -> Sending<i64, Infallible> {
    let body = "body".to_owned();
    match call {
        "GET" => client.call::<Get>().send(),
        "PUT" => client.call::<Put>().with_json(body).send(),
        "PUT of a stream" => {
            let stream = Body::from_reader(&b"body"[..]).with_length(4);
            client.call::<Put>().with_raw("text/plain", stream).send()
        }
        "DELETE" => client.call::<Delete>().send(),
        "POST" => client.call::<Post>().with_json(body).send(),
        "PATCH" => client.call::<Patch>().with_json(body).send(),
        "POST with a key" => client.call::<PostWithKey>().with_json(body).send(),
        other => panic!("{other}"),
    }
}

fn summary(result: Result<i64, Error<Infallible>>) -> String {
    match result {
        Ok(number) => number.to_string(),
        Err(Error::UndocumentedStatus(response)) => response.status.as_str().to_owned(),
        Err(Error::Timeout { .. }) => TIMEOUT.to_owned(),
        Err(Error::Transport(error)) => match error.kind() {
            TransportErrorKind::Connect => "not reached".to_owned(),
            TransportErrorKind::Exchange => BROKEN.to_owned(),
            TransportErrorKind::ReadTimeout => SILENCE.to_owned(),
            kind => format!("{kind:?}"),
        },
        Err(error) => format!("{error:?}"),
    }
}

/// Plays a row; gives its line of the table.
async fn play(row: &'static Row, inner: ReqwestTransport) -> String {
    let socket = TcpSocket::new_v4().unwrap();
    socket.bind("127.0.0.1:0".parse().unwrap()).unwrap();
    let scheme = if row.what.starts_with("TLS") {
        "https"
    } else {
        "http"
    };
    let url = format!("{scheme}://{}", socket.local_addr().unwrap());
    let transport = Counting {
        inner,
        tries: Arc::default(),
        pauses: Arc::default(),
        paused: Arc::default(),
    };
    let client = ClientBuilder::new(&url)
        .timeout(LIMIT)
        .retries(RetryPolicy::default().base_delay(BASE_DELAY))
        .transport(transport.clone())
        .build()
        .unwrap();

    let server = Server::default();
    // A socket that does not listen yet refuses connections.
    if row.what.contains("refused") {
        let (server, paused) = (server.clone(), transport.paused.clone());
        tokio::spawn(async move {
            paused.notified().await;
            match row.fates.is_empty() {
                true => pending().await,
                false => server.run(socket.listen(16).unwrap(), row.fates).await,
            }
        });
    } else {
        let listener = socket.listen(16).unwrap();
        tokio::spawn(server.clone().run(listener, row.fates));
    }

    let started = Instant::now();
    let result = summary(send(&client, row.call).await);
    let took = started.elapsed();

    let arrivals = server.arrivals.lock().unwrap().clone();
    let tries = transport.tries.load(Ordering::SeqCst);
    let pauses = transport.pauses.lock().unwrap().clone();
    let line = format!(
        "{:<47} | {:<15} | {tries:>5} | {:>7} | {:>6.2} s | {:>6.2} s | {result}",
        row.what,
        row.call,
        arrivals.len(),
        pauses.iter().sum::<Duration>().as_secs_f64(),
        took.as_secs_f64(),
    );
    assert_eq!(arrivals.len(), row.arrivals, "{line}");
    assert_eq!(tries, row.pauses.len() + 1, "{line}");
    assert_eq!(result, row.result, "{line}");
    check_arrivals(row.call, &arrivals, &line);
    check_pauses(row.pauses, &pauses, &line);
    assert!(took >= pauses.iter().sum(), "{line}");
    line
}

/// What arrives more than once may do so, and is the same each time.
fn check_arrivals(call: &str, arrivals: &[Arrival], line: &str) {
    let once = matches!(call, "POST" | "PATCH" | "PUT of a stream");
    assert!(!once || arrivals.len() <= 1, "{line}");
    let key = |arrival: &Arrival| arrival.header("idempotency-key").map(str::to_owned);
    for arrival in arrivals {
        assert_eq!(key(arrival).is_some(), call.ends_with("key"), "{line}");
        assert_eq!(key(arrival), key(&arrivals[0]), "{line}");
        assert_eq!(arrival.body, arrivals[0].body, "{line}");
    }
}

/// Each pause is what the server asked for and the policy's own, which doubles.
fn check_pauses(asked: &[u64], pauses: &[Duration], line: &str) {
    assert_eq!(asked.len(), pauses.len(), "{line}");
    let mut own = BASE_DELAY;
    for (asked, pause) in asked.iter().zip(pauses) {
        let own_part = *pause - Duration::from_secs(*asked);
        assert!(own / 2 <= own_part && own_part <= own, "{line}");
        own *= 2;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_must_not_be_sent_twice_is_sent_once_and_the_rest_until_it_succeeds() {
    let patient = ReqwestTransport::new(Duration::from_secs(2), None);
    let reading = ReqwestTransport::new(Duration::from_secs(2), Some(READ_TIMEOUT));
    let connecting = ReqwestTransport::new(CONNECT_TIMEOUT, None);
    let lines: Vec<_> = ROWS
        .iter()
        .map(|row| {
            let inner = match row.what {
                what if what.contains("read timeout") => &reading,
                what if what.contains("connect timeout") => &connecting,
                _ => &patient,
            };
            tokio::spawn(play(row, inner.clone()))
        })
        .collect();
    println!(
        "{:<47} | {:<15} | tries | arrived |   paused |     took | result",
        "what happened", "call"
    );
    for line in lines {
        println!("{}", line.await.unwrap());
    }
}

/// The server may close a connection that was kept, at the moment when the next request is on its way.
#[tokio::test]
async fn a_post_on_a_kept_connection_that_breaks_off_is_sent_once() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let arrived = Arc::new(AtomicUsize::new(0));
    let counter = arrived.clone();
    tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            while let Some(arrival) = receive(&mut stream).await {
                if arrival.head.starts_with("POST") {
                    counter.fetch_add(1, Ordering::SeqCst);
                    break;
                }
                let kept = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n42";
                stream.write_all(kept.as_bytes()).await.unwrap();
            }
        }
    });
    let client = ClientBuilder::new(&url).build().unwrap();
    for _ in 0..5 {
        arrived.store(0, Ordering::SeqCst);
        send(&client, "GET").await.unwrap();
        assert_eq!(summary(send(&client, "POST").await), BROKEN);
        assert_eq!(arrived.load(Ordering::SeqCst), 1);
    }
}
