//! Mutates real documents for as long as it is told to, and asks of each: no panic, no endless work, code that parses.
//!
//! ```text
//! FUZZ_SECONDS=600 OPENAPI_CORPUS=DIR cargo test --release -p generator --test fuzz -- --nocapture
//! ```
//!
//! Without `OPENAPI_CORPUS` the documents are the fixtures of `tests/positive`. `FUZZ_SEED` is where the numbers start:
//! execution `n` uses seed `FUZZ_SEED + n`, so that with `FUZZ_RUNS=1` one of them is repeated alone; `FUZZ_INPUT=FILE` repeats a file. What fails, and what is
//! running when the process dies, is in `target/fuzz/`.
//!
//! This stands in for `cargo fuzz`: libFuzzer needs the nightly compiler, and the project builds with the stable one.
//! It is not guided by coverage; what mutations it makes knows OpenAPI instead.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod check;
mod excerpt;
mod mutate;
mod numbers;
mod text;
mod watch;

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use std::{env, fs, thread};

use generator::Source;
use serde_json::Value;

use check::Outcome;
use numbers::Numbers;
use watch::Watch;

/// What a main thread has on most systems; nothing here must need more.
const STACK: usize = 8 * 1024 * 1024;

/// An input for the generator.
struct Input {
    /// The document that it was, and how it was read.
    name: String,
    bytes: Vec<u8>,
}

fn folder_of_documents() -> PathBuf {
    let corpus = env::var_os("OPENAPI_CORPUS").filter(|folder| !folder.is_empty());
    corpus.map_or_else(
        || Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/positive"),
        PathBuf::from,
    )
}

/// The documents to mutate, in a fixed order.
fn documents() -> Vec<(String, Value)> {
    let folder = folder_of_documents();
    let mut paths: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| {
            let is_document =
                |it: &std::ffi::OsStr| ["json", "yaml", "yml"].iter().any(|known| it == *known);
            path.extension().is_some_and(is_document)
        })
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let bytes = fs::read(&path).unwrap();
        let source = Source::read(name.as_str(), &bytes).unwrap();
        (name, source.value().clone())
    };
    paths.into_iter().map(read).collect()
}

/// The input of a seed.
fn input(documents: &[(String, Value)], seed: u64) -> Input {
    let mut numbers = Numbers::new(seed);
    let (name, document) = numbers.one_of(documents);
    let mut document = excerpt::excerpt(document, &mut numbers);
    for _ in 0..=numbers.below(6) {
        mutate::mutate(&mut document, &mut numbers);
    }
    let is_yaml = numbers.one_in(5);
    let mut bytes = if is_yaml {
        serde_yaml::to_string(&document).unwrap().into_bytes()
    } else {
        document.to_string().into_bytes()
    };
    if numbers.one_in(if is_yaml { 2 } else { 20 }) {
        text::mutate(&mut bytes, &mut numbers);
    }
    let extension = if is_yaml { "yaml" } else { "json" };
    Input {
        name: format!("{name}-{seed}.{extension}"),
        bytes,
    }
}

/// A number from the environment.
fn setting(name: &str) -> Option<u64> {
    let text = env::var(name).ok()?;
    Some(
        text.parse()
            .unwrap_or_else(|_| panic!("{name} is not a number: {text}")),
    )
}

/// What happened in a run.
#[derive(Default)]
struct Counts {
    executions: u64,
    generated: u64,
    refused: u64,
    unread: u64,
    slowest: (Duration, String),
    findings: Vec<String>,
}

impl Counts {
    fn tell(&self, started: Instant) {
        eprintln!(
            "{} executions in {} s: {} generated, {} refused, {} not read; slowest {:?} {}; {} findings",
            self.executions,
            started.elapsed().as_secs(),
            self.generated,
            self.refused,
            self.unread,
            self.slowest.0,
            self.slowest.1,
            self.findings.len(),
        );
    }
}

/// One input again, from `FUZZ_INPUT`.
fn repeat(path: &Path) -> Counts {
    let input = Input {
        name: path.display().to_string(),
        bytes: fs::read(path).unwrap(),
    };
    let finding = check::check(&input, 0).err();
    Counts {
        findings: finding.into_iter().collect(),
        ..Counts::default()
    }
}

fn run() -> Counts {
    if let Some(path) = env::var_os("FUZZ_INPUT") {
        return repeat(Path::new(&path));
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("fuzz");
    fs::create_dir_all(&folder).unwrap();
    let documents = documents();
    let time = Duration::from_secs(setting("FUZZ_SECONDS").unwrap_or(10));
    let runs = setting("FUZZ_RUNS").unwrap_or(u64::MAX);
    let first = setting("FUZZ_SEED").unwrap_or(0);
    let started = Instant::now();
    let watch = Watch::start();
    let mut counts = Counts::default();
    let mut told = Instant::now();
    while counts.executions < runs && started.elapsed() < time {
        let seed = first + counts.executions;
        let input = input(&documents, seed);
        // A stack that overflows leaves nothing else behind.
        fs::write(folder.join("running"), &input.bytes).unwrap();
        watch.begin(&input.name);
        let begun = Instant::now();
        let outcome = check::check(&input, seed);
        let took = begun.elapsed();
        watch.end();
        counts.executions += 1;
        if took > counts.slowest.0 {
            counts.slowest = (took, input.name.clone());
            fs::write(folder.join("slowest"), &input.bytes).unwrap();
        }
        match outcome {
            Ok(Outcome::Generated) => counts.generated += 1,
            Ok(Outcome::Refused) => counts.refused += 1,
            Ok(Outcome::Unread) => counts.unread += 1,
            Err(finding) => {
                eprintln!("FUZZ_SEED={seed} FUZZ_RUNS=1, {}: {finding}", input.name);
                fs::write(folder.join(&input.name), &input.bytes).unwrap();
                counts.findings.push(input.name);
            }
        }
        if told.elapsed() > Duration::from_secs(30) {
            told = Instant::now();
            counts.tell(started);
        }
    }
    counts.tell(started);
    counts
}

#[test]
fn mutated_documents_give_code_that_parses_or_a_report() {
    let worker = thread::Builder::new().stack_size(STACK);
    let counts = worker.spawn(run).unwrap().join().unwrap();
    assert_eq!(counts.findings, [""; 0], "see target/fuzz/");
}
