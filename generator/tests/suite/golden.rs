//! Small documents and exactly what comes of them.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use generator::Severity;
use similar::TextDiff;

use crate::fixture::{Fixture, file};

/// The command that rewrites what is expected.
const UPDATE: &str = "UPDATE_GOLDEN=1 cargo test -p generator --test suite";

/// Compares with what a file holds, or rewrites it where the environment says so; gives what is wrong.
pub(crate) fn compare_with(path: &Path, actual: &str) -> Option<String> {
    let expected = fs::read_to_string(path).ok();
    if expected.as_deref() == Some(actual) {
        return None;
    }
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(path, actual).unwrap();
        return None;
    }
    let name = path.file_name().unwrap().to_string_lossy();
    let Some(expected) = expected else {
        return Some(format!("{name} does not exist"));
    };
    let diff = TextDiff::from_lines(&expected, actual);
    let diff = diff
        .unified_diff()
        .header(&name, "generated now")
        .to_string();
    Some(diff)
}

pub(crate) fn fail_with(problems: &[String]) {
    assert!(
        problems.is_empty(),
        "{}\n{} differ from what is expected. If that is right, run\n    {UPDATE}\nand review the diff.",
        problems.join("\n"),
        problems.len(),
    );
}

/// The documents that give a crate without a finding.
fn good() -> impl Iterator<Item = Fixture> {
    ["positive", "configured"]
        .into_iter()
        .flat_map(Fixture::all)
}

/// The files that the first line of a document asks to show: `# shows: src/types.rs, src/client.rs`.
fn shown(fixture: &Fixture) -> Vec<&str> {
    let list = fixture
        .text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# shows: "))
        .unwrap_or_else(|| panic!("{} does not begin with `# shows: `", fixture.file_name()));
    list.split(", ").collect()
}

#[test]
fn each_positive_document_gives_exactly_the_files_beside_it() {
    let mut problems = Vec::new();
    for fixture in good() {
        let generated = fixture.generated();
        let mut actual = String::new();
        for path in shown(&fixture) {
            let gap = if actual.is_empty() { "" } else { "\n" };
            let contents = file(&generated.files, path);
            let _ = write!(actual, "{gap}// ==== {path} ====\n{contents}");
        }
        problems.extend(compare_with(&fixture.expected_path("rs"), &actual));
    }
    fail_with(&problems);
}

#[test]
fn nothing_is_said_about_a_positive_document() {
    for fixture in good() {
        let report = fixture.generated().report;
        assert_eq!(
            report.render(&fixture.source()),
            "",
            "{} belongs to tests/negative/",
            fixture.file_name()
        );
    }
}

#[test]
fn each_negative_document_gives_exactly_the_findings_beside_it() {
    let mut problems = Vec::new();
    for fixture in Fixture::all("negative") {
        let (outcome, report) = match fixture.generate() {
            Ok(generated) => ("a crate is made", generated.report),
            Err(report) => ("no crate is made", report),
        };
        let actual = format!("{outcome}\n\n{}", report.render(&fixture.source()));
        problems.extend(compare_with(&fixture.expected_path("txt"), &actual));
    }
    fail_with(&problems);
}

#[test]
fn each_negative_document_has_a_finding_and_only_errors_stop_the_crate() {
    for fixture in Fixture::all("negative") {
        let (stopped, report) = match fixture.generate() {
            Ok(generated) => (false, generated.report),
            Err(report) => (true, report),
        };
        assert!(!report.diagnostics.is_empty(), "{}", fixture.file_name());
        assert_eq!(report.has_errors(), stopped, "{}", fixture.file_name());
        for diagnostic in &report.diagnostics {
            let is_error = diagnostic.severity == Severity::Error;
            assert!(
                !is_error || diagnostic.help.is_some(),
                "{}",
                fixture.file_name()
            );
        }
    }
}

#[test]
fn a_finding_points_at_a_place_that_the_document_has() {
    for fixture in Fixture::all("negative") {
        let source = fixture.source();
        let report = match fixture.generate() {
            Ok(generated) => generated.report,
            Err(report) => report,
        };
        for diagnostic in report.diagnostics {
            let related = diagnostic.related.iter().map(|it| &it.pointer);
            for pointer in related.chain([&diagnostic.pointer]) {
                let exists = source.value().pointer(pointer.as_str()).is_some();
                assert!(exists, "{}: {pointer}", fixture.file_name());
            }
        }
    }
}

#[test]
fn nothing_expected_is_left_over_without_its_document() {
    for (folder, extension) in [
        ("positive", "rs"),
        ("configured", "rs"),
        ("negative", "txt"),
    ] {
        let names: Vec<String> = Fixture::all(folder)
            .iter()
            .map(|fixture| {
                fixture
                    .expected_path(extension)
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(folder);
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|it| it == extension) {
                let path = path.to_string_lossy().into_owned();
                assert!(names.contains(&path), "{path} belongs to no document");
            }
        }
    }
}

#[test]
fn the_same_document_gives_the_same_bytes_every_time() {
    for fixture in good() {
        let (first, second) = (fixture.generated(), fixture.generated());
        assert!(first.files == second.files, "{}", fixture.file_name());
        assert_eq!(first.report, second.report);
    }
}
