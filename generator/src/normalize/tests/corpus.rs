//! Real documents, where the environment variable `OPENAPI_CORPUS` names a folder of them.

use std::fs;
use std::path::{Path, PathBuf};

use openapiv3::OpenAPI;

use crate::diagnostics::Report;
use crate::normalize::{parse, rewrite};
use crate::source::Source;

/// The documents of the corpus; none, with a word about it, where there is no corpus.
fn documents() -> Vec<(PathBuf, Source)> {
    let folder = std::env::var_os("OPENAPI_CORPUS").filter(|folder| !folder.is_empty());
    let Some(folder) = folder else {
        eprintln!("skipped: the environment variable OPENAPI_CORPUS names no folder of documents");
        return Vec::new();
    };
    let mut paths: Vec<PathBuf> = fs::read_dir(Path::new(&folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|it| it != "md"))
        .collect();
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let source = Source::read(name, &fs::read(&path).unwrap()).unwrap();
            (path, source)
        })
        .collect()
}

#[test]
fn every_document_of_the_corpus_is_read_whole() {
    for (path, source) in documents() {
        let place = path.display();
        let mut report = Report::default();
        let value = rewrite(source.value(), &mut report)
            .unwrap_or_else(|| panic!("{place}\n{}", report.render(&source)));
        let whole: Result<OpenAPI, _> = serde_json::from_value(value.clone());
        let before = report.diagnostics.len();
        let pruned = parse::parse(value, &mut report);
        eprintln!("{place}: {} findings", report.diagnostics.len());
        assert!(
            whole.is_ok() && pruned.is_some() && report.diagnostics.len() == before,
            "{place}: {:?}\n{}",
            whole.err(),
            report.render(&source)
        );
    }
}

#[test]
fn what_is_in_the_form_of_openapi_3_0_stays_as_it_is() {
    for (path, source) in documents() {
        let value = rewrite(source.value(), &mut Report::default()).unwrap();
        let mut report = Report::default();
        let again = rewrite(&value, &mut report);
        assert!(again == Some(value), "{} changes", path.display());
        assert_eq!(report, Report::default(), "{}", path.display());
    }
}
