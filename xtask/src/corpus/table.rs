//! The results as text: a table (which is Markdown, too), and below it what its numbers are about.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::measure::Cost;
use super::proof_table;
use super::result::{Built, DocumentResult, Outcome, Results};
use super::rustc::Finding;
use crate::output;

/// How many findings of a kind are shown for one document; `--json` has them all.
const SHOWN: usize = 5;

/// How many characters of a line of a finding are shown.
const LINE: usize = 300;

const COLUMNS: [&str; 16] = [
    "document",
    "passes",
    "operations",
    "skipped",
    "warnings",
    "untyped",
    "lines",
    "generate s",
    "MB",
    "rustc errors",
    "warnings",
    "check s",
    "user s",
    "MB",
    "doc warnings",
    "doc tests",
];

/// The whole text.
pub(super) fn render(results: &Results) -> String {
    let rows: Vec<_> = results.documents.iter().map(row).collect();
    let mut text = aligned(COLUMNS, &rows);
    let _ = write!(
        text,
        "\nskipped: operations without a method. warnings: about the document. untyped: values left as untyped JSON. \
         lines: of Rust.\n\
         generate: the whole program, a {} build. check: of the crate alone, what it depends on built before, not \
         incremental.\n\
         s: seconds from start to end; user: of all processors together. MB: 1,000,000 bytes, peak of the largest \
         process.\ndoc tests: 1 is the quick start of the front page.\n",
        results.generator_build
    );
    proof_table::add(&mut text, results);
    untyped(&mut text, results);
    for result in &results.documents {
        details(&mut text, result);
    }
    let passed = results
        .documents
        .iter()
        .filter(|result| result.passes())
        .count();
    let all = results.documents.len();
    let _ = writeln!(text, "\n{passed} of {all} documents pass");
    text
}

fn row(result: &DocumentResult) -> [String; COLUMNS.len()] {
    let document = result.document.clone();
    let passes = if result.passes() { "yes" } else { "NO" }.to_owned();
    let [generate_seconds, _, generate_peak] = cost(result.generate.as_ref());
    let [operations, skipped, warnings, untyped, lines] = match &result.outcome {
        Outcome::Refused { .. } => Default::default(),
        Outcome::Generated(built) => [
            built.generation.operations,
            built.generation.skipped_operations,
            built.generation.warnings.len(),
            built.generation.untyped.values().sum(),
            built.generation.lines,
        ]
        .map(|number| number.to_string()),
    };
    let [errors, rustc_warnings, seconds, user, peak, doc, doc_tests] = match &result.outcome {
        Outcome::Refused { .. } => Default::default(),
        Outcome::Generated(built) => checked(built),
    };
    [
        document,
        passes,
        operations,
        skipped,
        warnings,
        untyped,
        lines,
        generate_seconds,
        generate_peak,
        errors,
        rustc_warnings,
        seconds,
        user,
        peak,
        doc,
        doc_tests,
    ]
}

/// The cells about what the compiler says.
fn checked(built: &Built) -> [String; 7] {
    let findings = &built.check.findings;
    let [seconds, user, peak] = cost(built.check.cost.as_ref());
    [
        findings.errors.len().to_string(),
        findings.warnings.len().to_string(),
        seconds,
        user,
        peak,
        built.doc.as_ref().map_or_else(String::new, |doc| {
            (doc.errors.len() + doc.warnings.len()).to_string()
        }),
        built
            .doc_tests
            .as_ref()
            .map_or_else(String::new, |tests| tests.len().to_string()),
    ]
}

/// Seconds, user seconds and megabytes.
fn cost(cost: Option<&Cost>) -> [String; 3] {
    let Some(cost) = cost else {
        return <[String; 3]>::default();
    };
    [
        format!("{:.2}", cost.seconds),
        format!("{:.2}", cost.user_seconds),
        (cost.peak_bytes / 1_000_000).to_string(),
    ]
}

/// The table, its columns as wide as they need to be; text on the left, numbers on the right.
pub(super) fn aligned<const N: usize>(columns: [&str; N], rows: &[[String; N]]) -> String {
    let header = columns.map(str::to_owned);
    let mut widths = [0; N];
    for row in [&header].into_iter().chain(rows) {
        for (width, cell) in widths.iter_mut().zip(row) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    // Writing to a String cannot fail.
    let mut line = |cells: &[String; N], fill: char| {
        for (column, (cell, width)) in cells.iter().zip(widths).enumerate() {
            let rest: String = std::iter::repeat_n(fill, width - cell.chars().count()).collect();
            let _ = match column {
                0 | 1 => write!(text, "| {cell}{rest} "),
                _ => write!(text, "| {rest}{cell} "),
            };
        }
        text.push_str("|\n");
    };
    line(&header, ' ');
    // Markdown takes a colon for the side that the column is aligned to.
    let mut sides = ["", ""].into_iter().chain(std::iter::repeat(":"));
    line(
        &columns.map(|_| sides.next().unwrap_or_default().to_owned()),
        '-',
    );
    for row in rows {
        line(row, ' ');
    }
    text
}

/// Reasons for untyped values, the most frequent one first.
fn untyped(text: &mut String, results: &Results) {
    let mut reasons: BTreeMap<&str, usize> = BTreeMap::new();
    for result in &results.documents {
        if let Outcome::Generated(built) = &result.outcome {
            for (reason, count) in &built.generation.untyped {
                *reasons.entry(reason).or_default() += count;
            }
        }
    }
    let mut reasons: Vec<(&str, usize)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    if !reasons.is_empty() {
        text.push_str("\nvalues left as untyped JSON\n");
    }
    for (reason, count) in reasons {
        let _ = writeln!(text, "{count:8}  {reason}");
    }
}

/// Why a document does not pass.
fn details(text: &mut String, result: &DocumentResult) {
    let document = &result.document;
    match &result.outcome {
        Outcome::Refused { errors } => {
            let _ = writeln!(text, "\n{document}: not generated");
            some(text, errors);
        }
        Outcome::Generated(built) => {
            let findings = &built.check.findings;
            list(text, document, ("error", "rustc"), &findings.errors);
            list(text, document, ("warning", "rustc"), &findings.warnings);
            if let Some(doc) = &built.doc {
                list(text, document, ("error", "rustdoc"), &doc.errors);
                list(text, document, ("warning", "rustdoc"), &doc.warnings);
            }
            if let Some(proof) = &built.proof {
                proof_table::add_details(text, document, proof);
            }
            let stray = built.stray_doc_tests();
            if !stray.is_empty() {
                let _ = writeln!(text, "\n{document}: doc tests made of its text");
                some(text, stray);
            }
        }
    }
}

pub(super) fn list(
    text: &mut String,
    document: &str,
    (kind, program): (&str, &str),
    findings: &[Finding],
) {
    if findings.is_empty() {
        return;
    }
    let _ = writeln!(
        text,
        "\n{document}: {} of {program}",
        output::count(findings.len(), kind)
    );
    let told: Vec<String> = findings.iter().map(ToString::to_string).collect();
    some(text, &told);
}

/// The first few of `messages`, indented, without what makes them hard to read.
pub(super) fn some(text: &mut String, messages: &[String]) {
    for message in messages.iter().take(SHOWN) {
        for line in message.lines() {
            let _ = match line.char_indices().nth(LINE) {
                Some((end, _)) => writeln!(text, "  {} …", line.get(..end).unwrap_or_default()),
                None => writeln!(text, "  {line}"),
            };
        }
    }
    if let Some(more) = messages.len().checked_sub(SHOWN + 1) {
        let _ = writeln!(text, "  … and {} more", more + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    use crate::corpus::generation::Generation;
    use crate::corpus::proof::{self, Data, Left, Mismatch, Proof, Report};
    use crate::corpus::result::Check;
    use crate::corpus::rustc::Findings;

    fn cost(seconds: f64) -> Option<Cost> {
        Some(Cost {
            seconds,
            user_seconds: seconds / 2.0,
            peak_bytes: 12_345_678,
        })
    }

    fn proof(mismatches: usize) -> Proof {
        let mismatch = |number| Mismatch {
            schema: "/components/schemas/Pet".to_owned(),
            from: format!("made: {number}"),
            path: "/name".to_owned(),
            read: Some(Value::from("a")),
            written: None,
            error: None,
        };
        Proof {
            data: Data {
                examples: 4,
                instances: 5,
                cases: 8,
                unmade: vec![Left {
                    pointer: "/components/schemas/Pet".to_owned(),
                    reason: "no text has its pattern".to_owned(),
                }],
                ..Data::default()
            },
            outcome: proof::Outcome::Ran(Report {
                cases: 8,
                same_meaning: 1,
                mismatches: (1..=mismatches).map(mismatch).collect(),
                ..Report::default()
            }),
            warnings: Vec::new(),
            cost: None,
        }
    }

    fn built(errors: usize, mismatches: usize) -> Outcome {
        let error = |number| Finding {
            message: format!("error {number}"),
            place: Some(format!("box/src/lib.rs:{number}")),
        };
        Outcome::Generated(Box::new(Built {
            generation: Generation {
                operations: 3,
                skipped_operations: 1,
                files: 2,
                lines: 1234,
                warnings: Vec::new(),
                untyped: BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 2)]),
                data: None,
                omissions: None,
            },
            check: Check {
                findings: Findings {
                    errors: (1..=errors).map(error).collect(),
                    warnings: Vec::new(),
                },
                cost: cost(12.5),
            },
            doc: (errors == 0).then(Findings::default),
            proof: (errors == 0).then(|| proof(mismatches)),
            doc_tests: (errors == 0).then(|| vec!["box/src/lib.rs - (line 9)".to_owned()]),
        }))
    }

    fn rendered(outcomes: impl IntoIterator<Item = Outcome>) -> String {
        let mut results = Results::new();
        for (index, outcome) in outcomes.into_iter().enumerate() {
            results.documents.push(DocumentResult {
                document: format!("{index}.json"),
                generate: cost(0.25),
                outcome,
            });
        }
        render(&results)
    }

    #[test]
    fn every_document_has_a_row_and_what_fails_is_told_below() {
        let refused = Outcome::Refused {
            errors: vec!["error: no paths\n  help: add some".to_owned()],
        };
        let text = rendered([built(0, 0), built(7, 0), refused]);
        let (table, rest) = text.split_once("\nskipped").unwrap();
        let expected = "\
| document | passes | operations | skipped | warnings | untyped | lines | generate s | MB | rustc errors | warnings | check s | user s | MB | doc warnings | doc tests |
| -------- | ------ | ---------: | ------: | -------: | ------: | ----: | ---------: | -: | -----------: | -------: | ------: | -----: | -: | -----------: | --------: |
| 0.json   | yes    |          3 |       1 |        0 |       3 |  1234 |       0.25 | 12 |            0 |        0 |   12.50 |   6.25 | 12 |            0 |         1 |
| 1.json   | NO     |          3 |       1 |        0 |       3 |  1234 |       0.25 | 12 |            7 |        0 |   12.50 |   6.25 | 12 |              |           |
| 2.json   | NO     |            |         |          |         |       |       0.25 | 12 |              |          |         |        |    |              |           |
";
        assert_eq!(table, expected);
        assert!(rest.contains("       4  b\n       2  a\n"), "{rest}");
        assert!(
            rest.contains("1.json: 7 errors of rustc\n  error 1 (box/src/lib.rs:1)\n"),
            "{rest}"
        );
        assert!(rest.contains("  … and 2 more\n"), "{rest}");
        assert!(
            rest.contains("2.json: not generated\n  error: no paths\n    help: add some\n"),
            "{rest}"
        );
        assert!(rest.ends_with("\n1 of 3 documents pass\n"), "{rest}");
    }

    #[test]
    fn what_the_tests_found_is_a_table_of_its_own() {
        let text = rendered([built(0, 0), built(0, 2), built(1, 0)]);
        let expected = "\
| document | proven | examples | invalid | made | cases | equal | same meaning | undocumented | null as absent | unknown | mismatches |
| -------- | ------ | -------: | ------: | ---: | ----: | ----: | -----------: | -----------: | -------------: | ------: | ---------: |
| 0.json   | yes    |        4 |       0 |    5 |     8 |     8 |            1 |            0 |              0 |       0 |          0 |
| 1.json   | NO     |        4 |       0 |    5 |     8 |     6 |            1 |            0 |              0 |       0 |          2 |

examples";
        assert!(text.contains(expected), "{text}");
        assert!(
            text.contains("\n1.json not tried: 1 values that could not be made\n"),
            "{text}"
        );
        let mismatch = "\n1.json: 2 mismatches\n  #/components/schemas/Pet (made: 1) at \"/name\"\n    read    \"a\"\n";
        assert!(text.contains(mismatch), "{text}");
        assert!(text.ends_with("\n1 of 3 documents pass\n"), "{text}");
    }

    #[test]
    fn findings_that_are_few_are_all_shown() {
        assert!(!rendered([built(SHOWN, 0)]).contains("more"));
        assert!(rendered([built(SHOWN + 1, 0)]).contains("… and 1 more"));
    }
}
