//! `cargo xtask corpus`: makes a crate of every document in a folder, has it checked, and reports a table.

mod bench;
mod contract;
mod contract_table;
mod documents;
mod faults;
mod generation;
mod measure;
mod prism;
mod proof;
mod proof_table;
mod result;
mod rustc;
mod table;
mod wrong_answers;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use serde::Serialize;

use self::bench::Bench;
use self::contract::{ContractResult, ContractResults};
use self::documents::Document;
pub(crate) use self::generation::generate;
use self::generation::{Errors, Generation};
use self::prism::Prism;
use self::proof::Proof;
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
    if options.contract {
        return call(&mut bench, &documents, options);
    }
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
    write_json(options, &results)?;
    output::result(&table::render(&results))?;
    Ok(ExitCode::from(u8::from(!results.pass())))
}

/// Runs the contract tests instead.
fn call(
    bench: &mut Bench,
    documents: &[Document],
    options: &CorpusOptions,
) -> Result<ExitCode, Failure> {
    let prism = Prism::find(options.prism.as_deref(), &bench.target)?;
    let mut results = ContractResults::default();
    for (index, document) in documents.iter().enumerate() {
        let progress = Progress {
            document: &document.name,
            number: index + 1,
            of: documents.len(),
        };
        progress.step("generate");
        let folder = bench.folder.join(&document.name);
        let result = generation::add_tests(document, &folder).map(|generation| {
            progress.step("call every operation");
            let contract = contract::run(bench, &prism, document, &generation);
            ContractResult::new(generation, contract)
        });
        results.documents.insert(document.file.clone(), result);
    }
    write_json(options, &results)?;
    output::result(&contract_table::render(&results))?;
    Ok(ExitCode::from(u8::from(!results.pass())))
}

fn write_json(options: &CorpusOptions, results: &impl Serialize) -> Result<(), Failure> {
    let Some(json) = &options.json else {
        return Ok(());
    };
    let text =
        serde_json::to_string_pretty(results).map_err(|error| Failure::usage(error.to_string()))?;
    fs::write(json, text + "\n")
        .map_err(|error| Failure::usage(format!("{} cannot be written: {error}", json.display())))
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
            let built = build(bench, document, generation, progress);
            Outcome::Generated(Box::new(built))
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
    let proof = check.findings.errors.is_empty().then(|| {
        progress.step("read and write values");
        prove(bench, document).unwrap_or_else(Proof::failed)
    });
    let doc_tests = proof.is_some().then(|| {
        progress.step("look for doc tests");
        doc_tests(bench, document).unwrap_or_else(|error| vec![error.to_string()])
    });
    Built {
        generation,
        check,
        doc,
        proof,
        doc_tests,
    }
}

fn check(bench: &Bench, document: &Document) -> io::Result<Check> {
    bench.expire(&document.name)?;
    let arguments = ["--offline", "--message-format", "json"];
    let ended = bench.cargo(&document.name, "check", &arguments)?;
    Ok(Check {
        findings: Findings::of(&ended),
        cost: Some(ended.cost),
    })
}

fn doc(bench: &Bench, document: &Document) -> io::Result<Findings> {
    let arguments = ["--no-deps", "--offline", "--message-format", "json"];
    Ok(Findings::of(&bench.cargo(
        &document.name,
        "doc",
        &arguments,
    )?))
}

/// The names of the doc tests. Only the front page has one that is meant.
fn doc_tests(bench: &Bench, document: &Document) -> io::Result<Vec<String>> {
    let arguments = ["--doc", "--offline", "--", "--list"];
    let ended = bench.cargo(&document.name, "test", &arguments)?;
    if !ended.status.success() {
        return Err(io::Error::other(ended.stderr));
    }
    let names = ended
        .stdout
        .lines()
        .filter_map(|line| line.strip_suffix(": test"));
    Ok(names.map(str::to_owned).collect())
}

fn prove(bench: &Bench, document: &Document) -> Result<Proof, Errors> {
    let tests = generation::add_tests(document, &bench.folder.join(&document.name))?;
    proof::run(bench, document, tests.data.unwrap_or_default())
        .map_err(|error| vec![error.to_string()])
}
