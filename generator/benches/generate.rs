//! How long it takes to generate a client, beside how long it takes to read the document as JSON on the same machine:
//! `cargo bench -p generator`. The environment variable `OPENAPI_CORPUS` names a folder of more documents.

#![allow(clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use generator::{Config, PackageName, Source};

const RUNS: usize = 7;

fn main() {
    let pinned = Path::new(env!("CARGO_MANIFEST_DIR")).join("../spec/openapi.json");
    let mut documents = vec![pinned];
    let corpus = std::env::var_os("OPENAPI_CORPUS").filter(|folder| !folder.is_empty());
    if let Some(folder) = corpus {
        let entries = std::fs::read_dir(folder).expect("OPENAPI_CORPUS is a folder");
        documents.extend(entries.flatten().map(|entry| entry.path()));
        documents[1..].sort();
    }
    println!(
        "{:>10} {:>10} {:>6} {:>7}  document",
        "read", "generate", "ratio", "lines"
    );
    for document in documents {
        measure(&document);
    }
}

fn measure(document: &PathBuf) {
    let bytes = std::fs::read(document).expect("the document can be read");
    let name = document.file_name().unwrap_or_default().to_string_lossy();
    let config = Config::new(PackageName::new("bench-client").expect("the name is valid"));
    let Ok(source) = Source::read(name.clone(), &bytes) else {
        return;
    };
    // What this generator does not take yet has no time.
    let Ok(generated) = generator::generate(&source, &config) else {
        return;
    };
    let lines: usize = generated
        .files
        .iter()
        .filter(|file| !file.path.starts_with("src/runtime/"))
        .map(|file| file.contents.lines().count())
        .sum();
    let read = median(|| drop(Source::read(name.clone(), &bytes)));
    let generate = median(|| drop(generator::generate(&source, &config)));
    let ratio = generate.as_secs_f64() / read.as_secs_f64();
    println!("{read:>10.1?} {generate:>10.1?} {ratio:>6.1} {lines:>7}  {name}");
}

fn median(run: impl Fn()) -> Duration {
    let mut times: Vec<Duration> = (0..RUNS)
        .map(|_| {
            let start = Instant::now();
            run();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[RUNS / 2]
}
