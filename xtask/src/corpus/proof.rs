//! Runs the tests that a crate carries, and reads what they found.

use std::collections::BTreeSet;
use std::{fmt, fs, io};

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value;
use wire_proof::{Counts, Note, Violation};

use super::bench::Bench;
use super::documents::Document;
use super::generation::Errors;
use super::measure::Cost;
use super::rustc::{Finding, Findings};

/// Where the tests leave their report, in the folder of the crate.
const REPORT: &str = "tests/wire/report.json";

/// What there was to prove with, and what came of it.
#[derive(Debug, Serialize)]
pub(super) struct Proof {
    pub(super) data: Data,
    #[serde(flatten)]
    pub(super) outcome: Outcome,
    /// Warnings of rustc about the tests themselves.
    pub(super) warnings: Vec<Finding>,
    /// What building and running the tests cost, the crate included.
    pub(super) cost: Option<Cost>,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    /// There is no report: the tests were not made, do not compile, or were ended.
    Failed {
        errors: Errors,
    },
    Ran(Report),
}

/// The values of a document.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Data {
    /// Examples in the document.
    pub(super) examples: usize,
    /// Instances that were made from schemas.
    pub(super) instances: usize,
    /// Those of both that were tried; equal ones of the same schema are one case.
    pub(super) cases: usize,
    /// Those that were not, because there are too many.
    pub(super) cut: usize,
    /// Examples that are not what the document's own schemas say.
    pub(super) invalid: Vec<Invalid>,
    /// Instances that could not be made.
    pub(super) unmade: Vec<Left>,
    /// Examples of schemas without a type of their own.
    pub(super) untyped: Vec<Left>,
    /// Schemas that the validator refuses.
    pub(super) unchecked: Vec<Left>,
    /// Keywords that data was not checked against.
    pub(super) dropped_keywords: Vec<Left>,
}

/// An example that is not what the document's own schema says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Invalid {
    pub(super) schema: String,
    pub(super) example: String,
    /// `schema`, `format` or `unchecked`.
    pub(super) violation: String,
    pub(super) reason: String,
}

/// Something that was left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Left {
    pub(super) pointer: String,
    pub(super) reason: String,
}

/// What the tests report.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Report {
    /// Values that were tried.
    pub(super) cases: usize,
    /// Texts that are written in another way and mean the same.
    pub(super) same_meaning: usize,
    /// Properties that were dropped and that no schema describes.
    pub(super) undocumented_properties: usize,
    /// Properties that were `null` and are absent.
    pub(super) null_as_absent: usize,
    /// Cases of which a part was kept as unknown.
    pub(super) unknown: Vec<String>,
    /// What did not come back.
    pub(super) mismatches: Vec<Mismatch>,
}

/// A value that did not come back.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Mismatch {
    /// JSON pointer of the schema.
    pub(super) schema: String,
    /// JSON pointer of the example, or how the value was made.
    pub(super) from: String,
    /// JSON pointer within the value.
    pub(super) path: String,
    /// What was read, unless nothing was there.
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) read: Option<Value>,
    /// What was written, unless nothing was.
    #[serde(
        default,
        deserialize_with = "there",
        skip_serializing_if = "Option::is_none"
    )]
    pub(super) written: Option<Value>,
    pub(super) error: Option<String>,
}

/// A value that is there, `null` included.
fn there<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

/// Runs the tests of the crate, which are there.
pub(super) fn run(bench: &Bench, document: &Document, data: Data) -> io::Result<Proof> {
    let report = bench.folder.join(&document.name).join(REPORT);
    match fs::remove_file(&report) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let arguments = ["--test", "wire", "--offline", "--message-format", "json"];
    let variable = ("WIRE_PROOF_JSON", report.as_path());
    let ended = bench.cargo_with(&document.name, "test", &arguments, &[variable])?;
    let findings = Findings::of(&ended);
    let tests = format!("{}/tests/", document.name);
    let about_tests = |finding: &Finding| {
        let place = finding.place.as_deref();
        place.is_some_and(|place| place.starts_with(&tests))
    };
    let parsed = match fs::read(&report) {
        Ok(bytes) => serde_json::from_slice(&bytes).map_err(|error| vec![error.to_string()]),
        Err(_) => Err(findings.errors.iter().map(Finding::to_string).collect()),
    };
    Ok(Proof {
        data,
        outcome: parsed.map_or_else(|errors| Outcome::Failed { errors }, Outcome::Ran),
        warnings: findings.warnings.into_iter().filter(about_tests).collect(),
        cost: Some(ended.cost),
    })
}

impl Proof {
    /// There are no tests.
    pub(super) fn failed(errors: Errors) -> Self {
        Self {
            data: Data::default(),
            outcome: Outcome::Failed { errors },
            warnings: Vec::new(),
            cost: None,
        }
    }

    pub(super) fn passes(&self) -> bool {
        match &self.outcome {
            Outcome::Failed { .. } => false,
            Outcome::Ran(report) => report.mismatches.is_empty() && self.warnings.is_empty(),
        }
    }
}

impl Report {
    /// How many cases came back.
    pub(super) fn equal(&self) -> usize {
        let different: BTreeSet<(&str, &str)> = self
            .mismatches
            .iter()
            .map(|mismatch| (mismatch.schema.as_str(), mismatch.from.as_str()))
            .collect();
        self.cases.saturating_sub(different.len())
    }
}

impl From<Counts> for Data {
    fn from(counts: Counts) -> Self {
        let left = |notes: Vec<Note>| -> Vec<Left> {
            let left = notes.into_iter().map(|note| Left {
                pointer: note.pointer,
                reason: note.reason,
            });
            left.collect()
        };
        let invalid = counts.invalid.into_iter().map(|invalid| Invalid {
            schema: invalid.pointer,
            example: invalid.origin,
            violation: match invalid.violation {
                Violation::Schema => "schema",
                Violation::Format => "format",
                Violation::Unchecked => "unchecked",
            }
            .to_owned(),
            reason: invalid.reason,
        });
        Self {
            examples: counts.examples,
            instances: counts.instances,
            cases: counts.cases,
            cut: counts.cut,
            invalid: invalid.collect(),
            unmade: left(counts.unmade),
            untyped: left(counts.untyped),
            unchecked: left(counts.unchecked),
            dropped_keywords: left(counts.dropped_keywords),
        }
    }
}

impl fmt::Display for Mismatch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |value: &Option<Value>| {
            let value = value.as_ref();
            value.map_or_else(|| "nothing".to_owned(), Value::to_string)
        };
        writeln!(f, "#{} ({}) at {:?}", self.schema, self.from, self.path)?;
        if let Some(error) = &self.error {
            writeln!(f, "  {error}")?;
        }
        writeln!(f, "  read    {}", shown(&self.read))?;
        write!(f, "  written {}", shown(&self.written))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mismatch(from: &str, path: &str) -> Mismatch {
        Mismatch {
            schema: "/components/schemas/Pet".to_owned(),
            from: from.to_owned(),
            path: path.to_owned(),
            read: Some(Value::from(1)),
            written: None,
            error: None,
        }
    }

    #[test]
    fn a_case_that_differs_in_two_places_is_one_case() {
        let report = Report {
            cases: 3,
            mismatches: vec![
                mismatch("a", "/x"),
                mismatch("a", "/y"),
                mismatch("b", "/x"),
            ],
            ..Report::default()
        };
        assert_eq!(report.equal(), 1);
    }

    #[test]
    fn null_and_nothing_are_two() {
        let text = r#"{"schema":"/a","from":"b","path":"/c","read":null,"error":null}"#;
        let mismatch: Mismatch = serde_json::from_str(text).unwrap();
        assert_eq!(mismatch.read, Some(Value::Null));
        assert_eq!(mismatch.written, None);
        assert_eq!(serde_json::to_string(&mismatch).unwrap(), text);
    }

    #[test]
    fn a_mismatch_names_schema_place_and_both_values() {
        assert_eq!(
            mismatch("made: all", "/x").to_string(),
            "#/components/schemas/Pet (made: all) at \"/x\"\n  read    1\n  written nothing"
        );
    }
}
