//! What streams of any length take of memory, measured in a process of its own for each way to send or receive one.
//!
//! ```text
//! STREAM_BYTES=2147483648 cargo test -p client-runtime memory -- --nocapture
//! ```
//!
//! sends and receives 2 GiB each way, and prints the peaks as a table. Without the variable it is 16 MiB.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::env;
use std::fs::File as DiskFile;
use std::io::{self, BufRead, BufReader, Read as _, Write};
use std::net::{TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::runtime::tables::operation;
use crate::runtime::*;

operation! {
    Endless for endless: GET "/events" => Events<Value>, Infallible;
    [Code(200) events];
}

operation! {
    EndlessLines for endless_lines: GET "/lines" => JsonLines<Value>, Infallible;
    [Code(200) json_lines];
}

operation! {
    Download for download: GET "/bytes/{count}" => Body, Infallible;
    [Code(200) binary];
}

operation! {
    // Answers how many bytes came.
    Upload for upload: POST "/upload" => u64, Infallible;
    [Code(200) json];
}

/// How much the peak may grow from a stream to one of a hundred times its length.
const MOST_GROWTH: u64 = 8 << 20;

/// Events and lines are this long.
const ITEM: usize = 1024;

/// Says to the process of a job which one it is and where the server listens.
const JOB: &str = "MEMORY_JOB";
const SERVER: &str = "MEMORY_SERVER";

const JOBS: [&str; 6] = [
    "events",
    "JSON lines",
    "download",
    "upload of a stream",
    "upload of a file",
    "upload of a multipart body with a file",
];

#[test]
fn memory_does_not_grow_with_the_length_of_a_stream() {
    if let (Ok(job), Ok(server)) = (env::var(JOB), env::var(SERVER)) {
        return measure(&job, &server);
    }
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let server = format!("http://{}", listener.local_addr().unwrap());
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            std::thread::spawn(|| serve(&stream.unwrap()));
        }
    });
    println!("streams of {} MiB", stream_bytes() >> 20);
    println!("job                                     peak after 1 %  peak at the end     seconds");
    for job in JOBS {
        let started = Instant::now();
        let output = Command::new(env::current_exe().unwrap())
            .args(["--exact", "--nocapture"])
            .arg("memory::memory_does_not_grow_with_the_length_of_a_stream")
            .env(JOB, job)
            .env(SERVER, &server)
            .output()
            .unwrap();
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{job}: {error}");
        let printed = String::from_utf8_lossy(&output.stdout);
        let peaks: Vec<u64> = printed
            .lines()
            .filter_map(|line| line.strip_prefix("peak ")?.parse().ok())
            .collect();
        let [short, long] = peaks[..] else {
            panic!("{job}: {printed}")
        };
        let mib = |bytes: u64| bytes as f64 / f64::from(1 << 20);
        let seconds = started.elapsed().as_secs_f64();
        println!(
            "{job:38} {:>11.1} MiB  {:>11.1} MiB  {seconds:>10.1}",
            mib(short),
            mib(long)
        );
        assert!(long - short < MOST_GROWTH, "{job}: {short} to {long} bytes");
    }
}

fn stream_bytes() -> u64 {
    env::var("STREAM_BYTES").map_or(16 << 20, |bytes| bytes.parse().unwrap())
}

/// Does the job with a stream of a hundredth of the length, then with the whole, and prints the peak after each.
fn measure(job: &str, server: &str) {
    let client = ClientBuilder::<Async>::new(server)
        .timeout(Duration::from_secs(3600))
        .build()
        .unwrap();
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    for bytes in [stream_bytes() / 100, stream_bytes()] {
        runtime.block_on(run(job, &client, bytes));
        println!("\npeak {}", peak());
    }
}

/// The most memory that this process had in use at any time, in bytes.
fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.unwrap().trim().trim_end_matches(" kB");
    kib.parse::<u64>().unwrap() * 1024
}

async fn run(job: &str, client: &Client, bytes: u64) {
    match job {
        "events" => {
            let mut events = client.call::<Endless>().send().await.unwrap();
            for index in 0..items(bytes) {
                let event = events.next().await.unwrap().unwrap();
                assert_eq!(event.data["index"], index);
            }
        }
        "JSON lines" => {
            let mut lines = client.call::<EndlessLines>().send().await.unwrap();
            for index in 0..items(bytes) {
                let line = lines.next().await.unwrap().unwrap();
                assert_eq!(line["index"], index);
            }
        }
        "download" => {
            let call = client.call::<Download>().in_path("count", &bytes);
            let mut body = call.send().await.unwrap();
            let written = body.write_to(&mut tokio::io::sink()).await.unwrap();
            assert_eq!(written, bytes);
        }
        "upload of a stream" => {
            let body = Body::from_reader(io::repeat(b'x').take(bytes));
            assert_eq!(
                upload(client, "application/octet-stream", body).await,
                bytes
            );
        }
        "upload of a file" => {
            let file = Sparse::new(bytes);
            let body = Body::from_file(&file.0).unwrap();
            assert_eq!(
                upload(client, "application/octet-stream", body).await,
                bytes
            );
        }
        _ => {
            let file = Sparse::new(bytes);
            let parts = BTreeMap::from([("file".to_owned(), File::from_path(&file.0).unwrap())]);
            let call = client.call::<Upload>().with_multipart(&[], parts);
            assert!(call.send().await.unwrap() > bytes);
        }
    }
}

/// How many events or lines have so many bytes.
fn items(bytes: u64) -> u64 {
    bytes / ITEM as u64
}

async fn upload(client: &Client, media_type: &str, body: Body) -> u64 {
    let call = client.call::<Upload>().with_raw(media_type, body);
    call.send().await.unwrap()
}

/// A file of zeros that takes no room on the disk.
struct Sparse(PathBuf);

impl Sparse {
    fn new(length: u64) -> Self {
        let path = env::temp_dir().join(format!("sparse-{}", std::process::id()));
        DiskFile::create(&path).unwrap().set_len(length).unwrap();
        Self(path)
    }
}

impl Drop for Sparse {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Answers the one request of a connection. A client that has enough of a stream hangs up, which ends it.
fn serve(stream: &TcpStream) {
    let mut reader = BufReader::with_capacity(1 << 16, stream);
    let mut writer = io::BufWriter::with_capacity(1 << 16, stream);
    let request = line(&mut reader);
    let mut length = None;
    loop {
        let header = line(&mut reader).to_ascii_lowercase();
        if header.is_empty() {
            break;
        }
        if let Some(value) = header.strip_prefix("content-length:") {
            length = Some(value.trim().parse().unwrap());
        }
    }
    let path = request.split(' ').nth(1).unwrap();
    let _ = if let Some(count) = path.strip_prefix("/bytes/") {
        let count = count.parse().unwrap();
        head(&mut writer, "application/octet-stream", Some(count))
            .and_then(|()| io::copy(&mut io::repeat(b'x').take(count), &mut writer).map(drop))
    } else if path == "/upload" {
        let count = receive(&mut reader, length).to_string();
        head(&mut writer, "application/json", Some(count.len() as u64))
            .and_then(|()| writer.write_all(count.as_bytes()))
    } else if path == "/events" {
        head(&mut writer, "text/event-stream", None).and_then(|()| endless(&mut writer, event))
    } else {
        head(&mut writer, "application/jsonl", None).and_then(|()| endless(&mut writer, json_line))
    };
    let _ = writer.flush();
}

fn line(reader: &mut impl BufRead) -> String {
    let mut line = String::new();
    reader.read_line(&mut line).unwrap();
    line.trim_end().to_owned()
}

fn head(writer: &mut impl Write, media_type: &str, length: Option<u64>) -> io::Result<()> {
    let length = length.map_or(String::new(), |length| {
        format!("content-length: {length}\r\n")
    });
    write!(
        writer,
        "HTTP/1.1 200 OK\r\ncontent-type: {media_type}\r\n{length}connection: close\r\n\r\n"
    )
}

/// Reads a body and forgets it; gives its length.
fn receive(reader: &mut impl BufRead, length: Option<u64>) -> u64 {
    let discard = |reader: &mut dyn BufRead, count| {
        io::copy(&mut reader.take(count), &mut io::sink()).unwrap()
    };
    if let Some(length) = length {
        return discard(reader, length);
    }
    // Chunked transfer coding (RFC 9112, section 7.1).
    let mut received = 0;
    loop {
        let size = u64::from_str_radix(&line(reader), 16).unwrap();
        received += discard(reader, size);
        line(reader);
        if size == 0 {
            return received;
        }
    }
}

fn endless(writer: &mut impl Write, item: fn(u64) -> String) -> io::Result<()> {
    let mut index = 0;
    loop {
        writer.write_all(item(index).as_bytes())?;
        index += 1;
    }
}

fn event(index: u64) -> String {
    let begin = format!("event: delta\nid: {index}\ndata: {{\"index\":{index},\ndata: \"text\":\"");
    padded(&begin, "\"}\n\n")
}

fn json_line(index: u64) -> String {
    padded(&format!("{{\"index\":{index},\"text\":\""), "\"}\n")
}

fn padded(begin: &str, end: &str) -> String {
    let padding = "x".repeat(ITEM - begin.len() - end.len());
    format!("{begin}{padding}{end}")
}
