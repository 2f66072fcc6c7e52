//! The table about the tests of the crates: values read and written.

use std::fmt::Write as _;

use super::proof::{self, Proof};
use super::result::{DocumentResult, Outcome, Results};
use super::table::{aligned, list, some};

const COLUMNS: [&str; 12] = [
    "document",
    "proven",
    "examples",
    "invalid",
    "made",
    "cases",
    "equal",
    "same meaning",
    "undocumented",
    "null as absent",
    "unknown",
    "mismatches",
];

/// Adds the table, if there are tests.
pub(super) fn add(text: &mut String, results: &Results) {
    let rows: Vec<_> = results.documents.iter().filter_map(row).collect();
    if !rows.is_empty() {
        let _ = write!(
            text,
            "\n{}\n\
             examples: in the document. invalid: those that the document's own schemas do not allow, which are not \
             tried. made: from schemas.\n\
             cases: values read as the Rust type and written again. same meaning: texts, such as a timestamp in another \
             time zone.\n\
             undocumented: properties that no schema describes, which are dropped. null as absent: in what only \
             responses carry.\n\
             unknown: cases of which a part is kept as an unknown enum value or branch. --json lists them all.\n",
            aligned(COLUMNS, &rows)
        );
        not_tried(text, results);
    }
}

fn row(result: &DocumentResult) -> Option<[String; COLUMNS.len()]> {
    let Outcome::Generated(built) = &result.outcome else {
        return None;
    };
    let proof = built.proof.as_ref()?;
    let data = &proof.data;
    let [examples, invalid, made, cases] = [
        data.examples,
        data.invalid.len(),
        data.instances,
        data.cases,
    ]
    .map(|number| number.to_string());
    let [
        equal,
        same_meaning,
        undocumented,
        null_as_absent,
        unknown,
        mismatches,
    ] = match &proof.outcome {
        proof::Outcome::Failed { .. } => Default::default(),
        proof::Outcome::Ran(report) => [
            report.equal(),
            report.same_meaning,
            report.undocumented_properties,
            report.null_as_absent,
            report.unknown.len(),
            report.mismatches.len(),
        ]
        .map(|number| number.to_string()),
    };
    Some([
        result.document.clone(),
        if proof.passes() { "yes" } else { "NO" }.to_owned(),
        examples,
        invalid,
        made,
        cases,
        equal,
        same_meaning,
        undocumented,
        null_as_absent,
        unknown,
        mismatches,
    ])
}

/// Values besides invalid examples that the tests do without.
fn not_tried(text: &mut String, results: &Results) {
    for result in &results.documents {
        let Outcome::Generated(built) = &result.outcome else {
            continue;
        };
        let Some(data) = built.proof.as_ref().map(|proof| &proof.data) else {
            continue;
        };
        let left = [
            (data.cut, "too many values"),
            (data.unmade.len(), "values that could not be made"),
            (data.untyped.len(), "examples without a type around them"),
            (data.unchecked.len(), "schemas that the validator refuses"),
            (
                data.dropped_keywords.len(),
                "keywords that data was not checked against",
            ),
        ];
        let told: Vec<String> = left
            .iter()
            .filter(|(number, _)| *number > 0)
            .map(|(number, what)| format!("{number} {what}"))
            .collect();
        if !told.is_empty() {
            let _ = writeln!(text, "{} not tried: {}", result.document, told.join(", "));
        }
    }
}

/// Adds what did not come back.
pub(super) fn add_details(text: &mut String, document: &str, proof: &Proof) {
    match &proof.outcome {
        proof::Outcome::Failed { errors } => {
            let _ = writeln!(text, "\n{document}: its tests cannot run");
            some(text, errors);
        }
        proof::Outcome::Ran(report) if !report.mismatches.is_empty() => {
            let count = match report.mismatches.len() {
                1 => "1 mismatch".to_owned(),
                more => format!("{more} mismatches"),
            };
            let _ = writeln!(text, "\n{document}: {count}");
            let told: Vec<String> = report.mismatches.iter().map(ToString::to_string).collect();
            some(text, &told);
        }
        proof::Outcome::Ran(_) => {}
    }
    let kind = ("warning", "rustc about the tests");
    list(text, document, kind, &proof.warnings);
}
