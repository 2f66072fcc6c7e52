//! Runs the contract test of a crate against Prism, and reads what came of its calls.

use std::collections::BTreeMap;
use std::fs;

use generator::Code;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wire_proof::Contract as Made;

use super::bench::Bench;
use super::documents::Document;
use super::faults;
use super::generation::{Errors, Generation};
use super::measure::Cost;
use super::prism::{self, Prism};
use super::proof::Left;
use super::rustc::{Finding, Findings};
use super::wrong_answers;
use crate::document::Reader;
use crate::fetch::location::Location;

/// Where the test leaves its report, in the folder of the crate.
const REPORT: &str = "tests/operations/report.json";

/// What the test of a document leaves out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Omissions {
    /// Operations that are not called.
    pub(super) skipped: Vec<Left>,
    /// Optional parameters and bodies that are not sent.
    pub(super) left_out: Vec<Left>,
}

/// The results of one run, by document.
#[derive(Debug, Default, Serialize)]
pub(super) struct ContractResults {
    pub(super) documents: BTreeMap<String, Result<ContractResult, Errors>>,
}

/// What there was to call, and what came of it.
#[derive(Debug, Serialize)]
pub(super) struct ContractResult {
    /// Operations of the document.
    pub(super) operations: usize,
    /// Those that the crate has a method for.
    pub(super) generated: usize,
    /// Those that the crate has no method for, or that the test does not call.
    pub(super) skipped: Vec<Left>,
    /// Optional parameters and bodies that the crate does not take, or that the test does not send.
    pub(super) left_out: Vec<Left>,
    #[serde(flatten)]
    pub(super) outcome: Outcome,
    /// What building and running the test cost.
    pub(super) cost: Option<Cost>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    /// There is nothing to call.
    Nothing,
    /// There is no report.
    Failed {
        errors: Vec<String>,
    },
    Ran(Report),
}

/// What the test reports.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Report {
    /// Operations that were called.
    pub(super) operations: usize,
    pub(super) calls: Vec<Call>,
}

/// A call, and what came of it.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Call {
    /// Method and path.
    pub(super) operation: String,
    /// Which arguments it had.
    pub(super) way: String,
    pub(super) outcome: CallOutcome,
    /// What was said: text, or Prism's error.
    pub(super) detail: Value,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum CallOutcome {
    /// The answer is what the document says.
    Decoded,
    /// It was not read.
    NotDecoded,
    /// Prism has no answer that is what the document says.
    NoAnswer,
    /// Prism refused the request.
    Violation,
    /// Prism refused the request, which is what the document says.
    PrismFault,
    /// The arguments could not be made, or not be sent.
    NotSent,
    /// There is no answer.
    Failed,
}

impl From<Made> for Omissions {
    fn from(made: Made) -> Self {
        let left = |notes: Vec<wire_proof::Note>| -> Vec<Left> {
            let left = notes.into_iter().map(|note| Left {
                pointer: note.pointer,
                reason: note.reason,
            });
            left.collect()
        };
        Self {
            skipped: left(made.skipped),
            left_out: left(made.left_out),
        }
    }
}

/// Builds the test of the crate, which is there, and runs it.
pub(super) fn run(
    bench: &mut Bench,
    prism: &Prism,
    document: &Document,
    generation: &Generation,
) -> (Outcome, Option<Cost>) {
    if generation.operations == 0 {
        return (Outcome::Nothing, None);
    }
    let ran = bench
        .add(&document.name)
        .map_err(|error| vec![error])
        .and_then(|()| try_run(bench, prism, document));
    match ran {
        Ok((report, cost)) => (Outcome::Ran(report), Some(cost)),
        Err(errors) => (Outcome::Failed { errors }, None),
    }
}

fn try_run(
    bench: &Bench,
    prism: &Prism,
    document: &Document,
) -> Result<(Report, Cost), Vec<String>> {
    let told = |error: &dyn ToString| vec![error.to_string()];
    let location = Location::File {
        path: document.path.clone(),
        shown: document.file.clone(),
    };
    let source = Reader::default()
        .read(&location)
        .map_err(|error| told(&error))?;
    // It reads the document while the compiler works.
    let mut server = prism.start(&source).map_err(|error| told(&error))?;
    let cargo = |more: &[&str], environment: &[(&str, &std::path::Path)]| {
        let arguments = [
            &["--test", "operations", "--features", "blocking"][..],
            &["--offline", "--message-format", "json"],
            more,
        ]
        .concat();
        bench.cargo_with(&document.name, "test", &arguments, environment)
    };
    let built = cargo(&["--no-run"], &[]).map_err(|error| told(&error))?;
    let findings = Findings::of(&built);
    if !findings.errors.is_empty() {
        return Err(findings.errors.iter().map(Finding::to_string).collect());
    }
    let url = server.url().map_err(|error| vec![error])?;
    let report = bench.folder.join(&document.name).join(REPORT);
    // One of an earlier run would be taken for this one's.
    let _ = fs::remove_file(&report);
    let no_proxy = prism::no_proxy();
    let environment = [
        ("PRISM_URL", url.as_ref()),
        ("CONTRACT_JSON", report.as_path()),
        ("NO_PROXY", no_proxy.as_ref()),
        ("no_proxy", no_proxy.as_ref()),
    ];
    let ended = cargo(&[], &environment).map_err(|error| told(&error))?;
    let bytes = fs::read(&report).map_err(|_| vec![format!("{}{}", ended.stdout, ended.stderr)])?;
    let mut report: Report = serde_json::from_slice(&bytes).map_err(|error| told(&error))?;
    for call in &mut report.calls {
        if faults::is_fault(source.value(), call) {
            call.outcome = CallOutcome::PrismFault;
        }
        if let Some(reason) = wrong_answers::wrong_answer(source.value(), call) {
            call.outcome = CallOutcome::NoAnswer;
            call.detail = serde_json::json!({"title": "wrong answer", "detail": reason});
        }
    }
    if server.has_ended() {
        return Err(vec!["Prism ended while it was called".to_owned()]);
    }
    Ok((report, ended.cost))
}

impl ContractResults {
    /// Whether every document passes.
    pub(super) fn pass(&self) -> bool {
        let passes = |result: &Result<ContractResult, Errors>| {
            result.as_ref().is_ok_and(ContractResult::passes)
        };
        self.documents.values().all(passes)
    }
}

impl ContractResult {
    pub(super) fn new(generation: Generation, (outcome, cost): (Outcome, Option<Cost>)) -> Self {
        let warned = |code: Code| -> Vec<Left> {
            let warnings = generation.warnings.iter();
            warnings
                .filter(|warning| warning.code == code.as_str())
                .map(|warning| Left {
                    pointer: warning.pointer.trim_start_matches('#').to_owned(),
                    reason: warning.message.clone(),
                })
                .collect()
        };
        let omissions = generation.omissions.clone().unwrap_or_default();
        let mut skipped = warned(Code::SkippedOperation);
        skipped.extend(omissions.skipped);
        let mut left_out = warned(Code::SkippedParameter);
        left_out.extend(omissions.left_out);
        Self {
            operations: generation.operations + generation.skipped_operations,
            generated: generation.operations,
            skipped,
            left_out,
            outcome,
            cost,
        }
    }

    pub(super) fn passes(&self) -> bool {
        match &self.outcome {
            Outcome::Nothing => true,
            Outcome::Failed { .. } => false,
            Outcome::Ran(report) => report.calls.iter().all(Call::is_right),
        }
    }
}

impl Report {
    pub(super) fn count(&self, outcomes: &[CallOutcome]) -> usize {
        let counted = self.calls.iter();
        counted
            .filter(|call| outcomes.contains(&call.outcome))
            .count()
    }

    /// What was said about calls that are not right, with how often; the most frequent first.
    pub(super) fn complaints(&self) -> Vec<(String, Vec<&Call>)> {
        let mut groups: BTreeMap<String, Vec<&Call>> = BTreeMap::new();
        for call in self.calls.iter().filter(|call| !call.is_right()) {
            for complaint in call.complaints() {
                groups.entry(complaint).or_default().push(call);
            }
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|(_, calls)| std::cmp::Reverse(calls.len()));
        groups
    }
}

impl Call {
    /// Whether nothing is wrong with what was sent, nor with how the answer was read.
    pub(super) fn is_right(&self) -> bool {
        matches!(
            self.outcome,
            CallOutcome::Decoded | CallOutcome::NoAnswer | CallOutcome::PrismFault
        )
    }

    /// What Prism says of the request, one for each place in it.
    pub(super) fn validations(&self) -> Vec<&Value> {
        let validations = self.detail.get("validation").and_then(Value::as_array);
        validations.into_iter().flatten().collect()
    }

    fn complaints(&self) -> Vec<String> {
        let text = |value: &Value, name: &str| {
            let text = value.get(name).and_then(Value::as_str);
            text.unwrap_or_default().to_owned()
        };
        let validations = self.validations();
        if !validations.is_empty() {
            let told = validations.into_iter().map(|validation| {
                let location: Vec<&str> = validation
                    .get("location")
                    .and_then(Value::as_array)
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                    .collect();
                format!("{}: {}", location.join("."), text(validation, "message"))
            });
            return told.collect();
        }
        if let Some(problem) = self.detail.get("problem").and_then(Value::as_str) {
            let status = self.detail.get("status").unwrap_or(&Value::Null);
            return vec![format!("{status}: {problem}")];
        }
        match self.detail.as_str() {
            Some(text) => vec![text.to_owned()],
            None => vec![format!(
                "{}: {}",
                text(&self.detail, "title"),
                text(&self.detail, "detail")
            )],
        }
    }
}
