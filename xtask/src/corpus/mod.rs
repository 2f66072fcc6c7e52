//! `cargo xtask corpus`: makes a crate of every document in a folder, has it checked, and reports a table.

mod bench;
mod documents;
mod generation;
mod measure;
mod result;
mod rustc;
mod table;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use self::bench::Bench;
use self::documents::Document;
use self::generation::Generation;
pub(crate) use self::generation::generate;
use self::result::{Built, Check, DocumentResult, Outcome, Results};
use self::rustc::Findings;
use crate::cli::CorpusOptions;
use crate::failure::Failure;
use crate::lock::FolderLock;
use crate::output;
use crate::regeneration::Strictness;
use crate::root::Root;

/// Runs the command.
pub(crate) fn run(root: &Root, options: &CorpusOptions) -> Result<ExitCode, Failure> {
    let documents = documents::find(&options.folder, &options.only)?;
    if let Some(json) = &options.json {
        expect_writable(json)?;
    }
    let mut bench = Bench::new(root)?;
    let _lock = FolderLock::acquire(&bench.folder, &|| {
        output::message("another run is at work; waiting for it");
    })?;
    let mut results = Results::new();
    for (index, document) in documents.iter().enumerate() {
        let progress = Progress {
            document: &document.name,
            number: index + 1,
            of: documents.len(),
        };
        let strictness = Strictness::of(options.strict);
        results
            .documents
            .push(examine(&mut bench, document, strictness, &progress));
    }
    if let Some(json) = &options.json {
        let text = serde_json::to_string_pretty(&results)
            .map_err(|error| Failure::usage(error.to_string()))?;
        fs::write(json, text + "\n").map_err(|error| {
            Failure::usage(format!("{} cannot be written: {error}", json.display()))
        })?;
    }
    output::result(&table::render(&results))?;
    Ok(ExitCode::from(u8::from(!results.pass())))
}

/// Finds out before hours of work that their result would be lost.
fn expect_writable(json: &Path) -> Result<(), Failure> {
    let parent = json
        .parent()
        .filter(|parent| !parent.as_os_str().is_empty());
    if json.is_dir() || parent.is_some_and(|parent| !parent.is_dir()) {
        return Err(Failure::usage(format!(
            "{} cannot be written; name a file in a folder that exists",
            json.display()
        )));
    }
    Ok(())
}

/// Where the work is.
struct Progress<'a> {
    document: &'a str,
    number: usize,
    of: usize,
}

impl Progress<'_> {
    fn step(&self, step: &str) {
        let Self {
            document,
            number,
            of,
        } = self;
        output::message(&format!("[{number}/{of}] {document}: {step}"));
    }
}

fn examine(
    bench: &mut Bench,
    document: &Document,
    strictness: Strictness,
    progress: &Progress<'_>,
) -> DocumentResult {
    progress.step("generate");
    let folder = bench.folder.join(&document.name);
    let (generation, cost) = generation::run(document, &folder, strictness);
    let outcome = match generation {
        Ok(generation) => {
            Outcome::Generated(Box::new(build(bench, document, generation, progress)))
        }
        Err(errors) => Outcome::Refused { errors },
    };
    DocumentResult {
        document: document.file.clone(),
        generate: cost,
        outcome,
    }
}

fn build(
    bench: &mut Bench,
    document: &Document,
    generation: Generation,
    progress: &Progress<'_>,
) -> Built {
    progress.step("build what it depends on");
    let check = match bench.add(&document.name) {
        Err(error) => Check::refused(&error),
        Ok(()) => {
            progress.step("cargo check");
            check(bench, document).unwrap_or_else(|error| Check::refused(&error.to_string()))
        }
    };
    // rustdoc would say the same errors again.
    let doc = check.findings.errors.is_empty().then(|| {
        progress.step("cargo doc");
        doc(bench, document).unwrap_or_else(|error| Findings::error(&error.to_string()))
    });
    Built {
        generation,
        check,
        doc,
    }
}

fn check(bench: &Bench, document: &Document) -> io::Result<Check> {
    bench.expire(&document.name)?;
    let arguments = ["check", "--offline", "--message-format", "json"];
    let ended = bench.cargo(&document.name, &arguments)?;
    Ok(Check {
        findings: Findings::of(&ended),
        cost: Some(ended.cost),
    })
}

fn doc(bench: &Bench, document: &Document) -> io::Result<Findings> {
    let arguments = ["doc", "--no-deps", "--offline", "--message-format", "json"];
    Ok(Findings::of(&bench.cargo(&document.name, &arguments)?))
}
