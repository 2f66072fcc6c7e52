//! Real documents, where the environment variable `OPENAPI_CORPUS` names a folder of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use generator::{Code, Edits, Generated, OperationFilter, OperationPattern, Report, Source};
use serde_json::Value;

use crate::changes::same_choices;
use crate::fixture::{config, is_own};

/// What a main thread has on most systems; generating must not need more.
const STACK: usize = 8 * 1024 * 1024;

/// The folder of documents; `None`, with a word about it, where there is none.
pub(crate) fn folder() -> Option<PathBuf> {
    let folder = std::env::var_os("OPENAPI_CORPUS").filter(|folder| !folder.is_empty());
    if folder.is_none() {
        eprintln!("skipped: the environment variable OPENAPI_CORPUS names no folder of documents");
    }
    folder.map(PathBuf::from)
}

fn documents(folder: &Path) -> Vec<PathBuf> {
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
    assert!(!paths.is_empty(), "no documents in {}", folder.display());
    paths
}

/// Generates in a thread of its own, so that a panic, also for want of stack, is known by its document.
fn generate(path: &Path) -> Result<Result<Generated, Report>, String> {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let bytes = fs::read(path).unwrap();
    thread::Builder::new()
        .name(name.clone())
        .stack_size(STACK)
        .spawn(move || {
            let source = Source::read(name, &bytes).map_err(|error| error.to_string())?;
            Ok(generator::generate(&source, &config("corpus")))
        })
        .unwrap()
        .join()
        .unwrap_or_else(|_| panic!("the generator panicked on {}", path.display()))
}

#[test]
fn every_document_of_the_corpus_gives_the_same_code_twice_or_a_report_with_an_error() {
    let Some(folder) = folder() else {
        return;
    };
    for path in documents(&folder) {
        let place = path.display();
        let first =
            generate(&path).unwrap_or_else(|error| panic!("{place} cannot be read: {error}"));
        match (first, generate(&path).unwrap()) {
            (Ok(first), Ok(second)) => {
                assert!(first.files == second.files, "{place} gives different files");
                assert_eq!(first.report, second.report, "{place}");
                for file in first.files.iter().filter(|file| is_own(file)) {
                    let parsed = syn::parse_file(&file.contents);
                    assert!(parsed.is_ok(), "{place}, {}: {:?}", file.path, parsed.err());
                }
                eprintln!("{place}: {} findings", first.report.diagnostics.len());
            }
            (Err(first), Err(second)) => {
                assert!(
                    first.has_errors(),
                    "{place} gives neither code nor an error"
                );
                assert_eq!(first, second, "{place}");
                eprintln!("{place}: {}", first.diagnostics.last().unwrap().message);
            }
            _ => panic!("{place} gives a crate at one time and none at the other"),
        }
    }
}

/// The type of each schema, by its place.
fn types(generated: &Generated) -> BTreeMap<String, String> {
    let schemas = generated.schemas.iter();
    schemas
        .map(|schema| (schema.pointer.to_string(), schema.rust.clone()))
        .collect()
}

#[test]
fn a_path_that_goes_leaves_the_names_of_all_types_that_stay() {
    let Some(folder) = folder() else {
        return;
    };
    let path = folder.join("github-3.0.json");
    let Ok(bytes) = fs::read(&path) else {
        eprintln!("skipped: {} is not there", path.display());
        return;
    };
    let document: Value = serde_json::from_slice(&bytes).unwrap();
    let types_of = |document: &Value| {
        let text = document.to_string();
        let source = Source::read("github.json", text.as_bytes()).unwrap();
        types(&generator::generate(&source, &config("corpus")).unwrap())
    };
    let before = types_of(&document);
    let every: usize =
        std::env::var("OPENAPI_CORPUS_EVERY_PATH").map_or(200, |every| every.parse().unwrap());
    let paths = document["paths"].as_object().unwrap().keys();
    for removed in paths.step_by(every) {
        let mut fewer = document.clone();
        fewer["paths"]
            .as_object_mut()
            .unwrap()
            .shift_remove(removed);
        for (place, rust) in types_of(&fewer) {
            assert_eq!(before.get(&place), Some(&rust), "{place} without {removed}");
        }
    }
}

/// Generates the crate of some of the operations.
fn generate_some(path: &Path, include: Vec<OperationPattern>) -> Result<Generated, Report> {
    let path = path.to_owned();
    let generate = move || {
        let source = Source::read("document", &fs::read(path).unwrap()).unwrap();
        let edits = Edits {
            operations: OperationFilter {
                include,
                exclude: Vec::new(),
            },
            ..Edits::default()
        };
        generator::generate(&edits.apply(source).unwrap(), &config("corpus"))
    };
    let thread = thread::Builder::new().stack_size(STACK).spawn(generate);
    thread.unwrap().join().unwrap()
}

/// How many operations of each document are chosen one by one.
const CHOSEN: usize = 5;

#[test]
fn an_operation_of_the_corpus_alone_has_all_that_it_refers_to() {
    let Some(folder) = folder() else {
        return;
    };
    for path in documents(&folder) {
        let Ok(Ok(all)) = generate(&path) else {
            continue;
        };
        let unresolved = |report: &Report| {
            let findings = report.diagnostics.iter();
            let findings = findings.filter(|it| it.code == Code::UnresolvedReference);
            findings
                .map(|it| it.message.clone())
                .collect::<BTreeSet<_>>()
        };
        let step = all.operations.len() / CHOSEN + 1;
        for operation in all.operations.iter().step_by(step) {
            let pattern = format!("{} {}", operation.method, operation.path);
            let one = generate_some(&path, vec![OperationPattern::Text(pattern.clone())]);
            let one =
                one.unwrap_or_else(|report| panic!("{}: {pattern}: {report:?}", path.display()));
            assert_eq!(one.operations.len(), 1, "{}: {pattern}", path.display());
            let more: Vec<String> = unresolved(&one.report)
                .difference(&unresolved(&all.report))
                .cloned()
                .collect();
            assert!(more.is_empty(), "{}: {pattern}: {more:?}", path.display());
        }
    }
}

#[test]
fn no_document_of_the_corpus_differs_from_itself() {
    let Some(folder) = folder() else {
        return;
    };
    for path in documents(&folder) {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let source = Source::read(&name, &fs::read(&path).unwrap()).unwrap();
        let comparison = same_choices(&source, &source, &config("corpus"));
        assert_eq!(comparison.changes, [], "{name}");
    }
}
