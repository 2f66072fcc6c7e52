//! Generates the crate of one document, in a process of its own so that its time and memory can be told.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{env, fs};

use generator::{Code, Config, Generated, Report, Severity, Source};
use serde::{Deserialize, Serialize};

use super::contract::Omissions;
use super::documents::Document;
use super::measure::{self, Cost};
use super::proof::Data;
use crate::cli::CorpusGenerateOptions;
use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::regeneration::{self, Strictness};
use crate::{crate_files, operation_tests, output, wire_tests, write};

/// What there is to tell about the crate of a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Generation {
    /// Operations of the document that the crate has a method for.
    pub(super) operations: usize,
    /// Those that it has none for.
    pub(super) skipped_operations: usize,
    pub(super) files: usize,
    pub(super) lines: usize,
    /// The warnings about the document.
    pub(super) warnings: Vec<Warning>,
    /// Reasons for which values are left as untyped JSON, with how often each holds.
    pub(super) untyped: BTreeMap<String, usize>,
    /// The values in its tests, if it has any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) data: Option<Data>,
    /// What its contract test leaves out, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) omissions: Option<Omissions>,
}

/// One warning about the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Warning {
    pub(super) code: String,
    pub(super) message: String,
    /// JSON pointer into the document.
    pub(super) pointer: String,
    /// File, line and column.
    pub(super) place: String,
}

/// Why there is no crate: messages for people, of several lines each.
pub(super) type Errors = Vec<String>;

/// Generates the crate of `document` into `folder` by another process of this program.
///
/// A crash of that process is an error of the document.
pub(super) fn run(
    document: &Document,
    folder: &Path,
    strictness: Strictness,
) -> (Result<Generation, Errors>, Option<Cost>) {
    let strict = (strictness == Strictness::WarningsAreErrors).then_some("--strict");
    run_with(document, folder, strict)
}

/// Generates it with its tests, and tells what they hold.
pub(super) fn add_tests(document: &Document, folder: &Path) -> Result<Generation, Errors> {
    let (generation, _) = run_with(document, folder, Some("--with-tests"));
    generation
}

fn run_with(
    document: &Document,
    folder: &Path,
    option: Option<&str>,
) -> (Result<Generation, Errors>, Option<Cost>) {
    let mut command = match env::current_exe() {
        Ok(program) => Command::new(program),
        Err(error) => return (Err(vec![format!("this program is gone: {error}")]), None),
    };
    command
        .arg("corpus-generate")
        .arg(&document.path)
        .arg(folder);
    command.args(["--name", document.package.as_str()]);
    command.args(option);
    match measure::run(&mut command) {
        Err(error) => (
            Err(vec![format!("this program cannot be run: {error}")]),
            None,
        ),
        Ok(ended) => {
            let result = serde_json::from_str(&ended.stdout).unwrap_or_else(|_| {
                let said = ended.stderr.trim();
                Err(vec![format!(
                    "the generator ended with {}\n{said}",
                    ended.status
                )])
            });
            (result, Some(ended.cost))
        }
    }
}

/// Runs the other process: its result goes to standard output as JSON.
pub(crate) fn generate(options: &CorpusGenerateOptions) -> Result<ExitCode, Failure> {
    let result = regenerate(options);
    let text =
        serde_json::to_string(&result).map_err(|error| Failure::unusable(error.to_string()))?;
    output::result(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn regenerate(options: &CorpusGenerateOptions) -> Result<Generation, Errors> {
    let told = |failure: Failure| vec![failure.to_string()];
    let shown = options.spec.file_name().unwrap_or_default();
    let location = Location::File {
        path: options.spec.clone(),
        shown: shown.to_string_lossy().into_owned(),
    };
    let source = Reader::default().read(&location).map_err(told)?;
    let package = regeneration::package_name(&options.name).map_err(told)?;
    let config = Config::new(package);
    let mut generated = regeneration::generate(&source, &config, Strictness::of(options.strict))
        .map_err(|report| errors(&report, &source))?;
    let data = options
        .with_tests
        .then(|| wire_tests::add(&mut generated, &source, &config.package).into());
    let omissions = options
        .with_tests
        .then(|| operation_tests::add(&mut generated, &source, &config.package).into());
    let plan = crate_files::plan(&options.out, &generated.files).map_err(told)?;
    if !plan.obstacles.is_empty() {
        return Err(plan.obstacles);
    }
    fs::create_dir_all(&options.out).map_err(|error| vec![error.to_string()])?;
    write::remove_stale(&options.out);
    write::apply(&options.out, &plan.changes).map_err(|error| vec![error.to_string()])?;
    Ok(Generation {
        data,
        omissions,
        ..told_of(&generated, &source)
    })
}

fn errors(report: &Report, source: &Source) -> Errors {
    let findings = report.diagnostics.iter();
    findings
        .filter(|finding| finding.severity == Severity::Error)
        .map(|finding| finding.render(source).trim_end().to_owned())
        .collect()
}

fn told_of(generated: &Generated, source: &Source) -> Generation {
    let mut untyped = BTreeMap::new();
    let mut warnings = Vec::new();
    for diagnostic in &generated.report.diagnostics {
        if diagnostic.code == Code::UntypedSchema {
            *untyped.entry(diagnostic.message.clone()).or_default() += 1;
        }
        warnings.push(Warning {
            code: diagnostic.code.as_str().to_owned(),
            message: diagnostic.message.clone(),
            pointer: diagnostic.pointer.to_string(),
            place: source.place(&diagnostic.pointer),
        });
    }
    let lines = |text: &str| text.lines().count();
    Generation {
        operations: generated.operations.len(),
        skipped_operations: generated.skipped_operations,
        files: generated.files.len(),
        lines: generated
            .files
            .iter()
            .filter(|file| file.path.ends_with(".rs"))
            .map(|file| lines(&file.contents))
            .sum(),
        warnings,
        untyped,
        data: None,
        omissions: None,
    }
}
