//! An HTTP server on the loopback interface that records what it is sent and plays raw replies from a script.

// Every test file compiles this module for itself, and none uses all of it.
#![allow(dead_code)]

mod request;

use std::collections::VecDeque;
use std::io::{BufRead, BufReader, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::Duration;

use factory_client::{Client, ClientBuilder};

pub use request::{Received, read_request};

/// The bearer token of all tests: whatever prints it has leaked it.
pub const TOKEN: &str = "fk-very-secret-0123456789";

/// Nothing in these tests takes this long; it is there so that a mistake cannot hang them.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// What the server does with one request.
#[derive(Clone)]
pub enum Reply {
    /// Sends these bytes and waits for the next request.
    Bytes(Vec<u8>),
    /// Sends these bytes, maybe none, and then nothing until the client hangs up.
    Stall(Vec<u8>),
    /// Sends these bytes, maybe none, and hangs up.
    HangUp(Vec<u8>),
    /// Hangs up while the client's bytes lie unread, which resets the connection.
    Reset,
}

/// A reply with a JSON body.
pub fn json(status: &str, body: &str) -> Reply {
    reply(status, &["content-type: application/json"], body)
}

/// A reply with these header lines and a body.
pub fn reply(status: &str, headers: &[&str], body: impl AsRef<[u8]>) -> Reply {
    let body = body.as_ref();
    let headers: String = headers.iter().map(|line| format!("{line}\r\n")).collect();
    let length = body.len();
    let head = format!("HTTP/1.1 {status}\r\n{headers}content-length: {length}\r\n\r\n");
    Reply::Bytes([head.as_bytes(), body].concat())
}

/// The documented success.
pub fn success() -> Reply {
    json("200 OK", r#"{"messageId":"msg_1","status":"pending"}"#)
}

pub struct Server {
    address: SocketAddr,
    shared: Arc<Shared>,
    hang_ups: Receiver<()>,
    acceptor: Option<JoinHandle<usize>>,
}

struct Shared {
    script: Mutex<VecDeque<Reply>>,
    received: Mutex<Vec<Received>>,
    stopped: Mutex<bool>,
}

impl Server {
    /// A server that answers the first request with the first reply, and so on; a request too many is hung up on.
    pub fn start(script: impl IntoIterator<Item = Reply>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let shared = Arc::new(Shared {
            script: Mutex::new(script.into_iter().collect()),
            received: Mutex::default(),
            stopped: Mutex::new(false),
        });
        let (hang_up, hang_ups) = channel();
        let acceptor = {
            let shared = Arc::clone(&shared);
            std::thread::spawn(move || accept(&listener, &shared, &hang_up))
        };
        Self {
            address,
            shared,
            hang_ups,
            acceptor: Some(acceptor),
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// A client of this server, with the token.
    pub fn client(&self) -> Client {
        self.builder().build().unwrap()
    }

    pub fn builder(&self) -> ClientBuilder {
        Client::builder()
            .base_url(self.url())
            .bearer_auth(TOKEN)
            .timeout(PATIENCE)
    }

    /// The requests up to now.
    pub fn received(&self) -> Vec<Received> {
        self.shared.received.lock().unwrap().clone()
    }

    /// The one request that came.
    pub fn only_request(&self) -> Received {
        let mut received = self.received();
        assert_eq!(received.len(), 1, "{received:?}");
        received.remove(0)
    }

    /// Waits until a client has hung up on a [`Reply::Stall`]; in another thread, so that the client's tasks go on.
    pub async fn wait_for_hang_up(self) {
        tokio::task::spawn_blocking(move || {
            self.hang_ups
                .recv_timeout(PATIENCE)
                .expect("the client holds its connection open");
        })
        .await
        .unwrap();
    }

    /// Stops the server and tells how many connections there were.
    pub fn connections(mut self) -> usize {
        self.stop()
            .expect("the server is stopped once")
            .join()
            .unwrap()
    }

    fn stop(&mut self) -> Option<JoinHandle<usize>> {
        *self.shared.stopped.lock().unwrap() = true;
        // Wakes the acceptor. Connections come in order, so that it has counted all earlier ones by then.
        let _ = TcpStream::connect(self.address);
        self.acceptor.take()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if self.acceptor.is_some() {
            self.stop();
        }
    }
}

/// A port that refuses connections: the near end of a connection holds it, so that nobody can listen there.
pub struct Refusing {
    near_end: TcpStream,
    _far_end: TcpListener,
}

impl Refusing {
    pub fn new() -> Self {
        let far_end = TcpListener::bind("127.0.0.1:0").unwrap();
        Self {
            near_end: TcpStream::connect(far_end.local_addr().unwrap()).unwrap(),
            _far_end: far_end,
        }
    }

    pub fn url(&self) -> String {
        format!("http://{}", self.near_end.local_addr().unwrap())
    }
}

fn accept(listener: &TcpListener, shared: &Arc<Shared>, hang_up: &Sender<()>) -> usize {
    let mut connections = 0;
    for stream in listener.incoming() {
        if *shared.stopped.lock().unwrap() {
            break;
        }
        let (shared, hang_up) = (Arc::clone(shared), hang_up.clone());
        let connection = connections;
        connections += 1;
        std::thread::spawn(move || serve(&stream.unwrap(), connection, &shared, &hang_up));
    }
    connections
}

/// Plays replies on one connection until either side hangs up.
fn serve(stream: &TcpStream, connection: usize, shared: &Shared, hang_up: &Sender<()>) {
    stream.set_read_timeout(Some(PATIENCE)).unwrap();
    stream.set_write_timeout(Some(PATIENCE)).unwrap();
    // It takes no more than it is asked for: closing resets the connection where bytes lie unread.
    let mut reader = BufReader::with_capacity(1, stream);
    let mut writer = stream;
    // The reply is taken when a request comes, not before: an idle connection has no claim on one.
    while reader.fill_buf().is_ok_and(|bytes| !bytes.is_empty()) {
        let reply = shared.script.lock().unwrap().pop_front();
        if let Some(Reply::Reset) = reply {
            return;
        }
        let Some(request) = read_request(&mut reader, connection) else {
            return;
        };
        shared.received.lock().unwrap().push(request);
        // A client that has had enough may hang up while we write; tests look at the client.
        match reply {
            Some(Reply::Bytes(bytes)) => {
                if writer.write_all(&bytes).is_err() {
                    return;
                }
            }
            Some(Reply::Stall(bytes)) => {
                let _ = writer.write_all(&bytes);
                if is_hang_up(reader.read(&mut [0])) {
                    let _ = hang_up.send(());
                }
                return;
            }
            Some(Reply::HangUp(bytes)) => {
                let _ = writer.write_all(&bytes);
                return;
            }
            Some(Reply::Reset) | None => return,
        }
    }
}

fn is_hang_up(read: std::io::Result<usize>) -> bool {
    match read {
        Ok(count) => count == 0,
        Err(error) => error.kind() == ErrorKind::ConnectionReset,
    }
}
