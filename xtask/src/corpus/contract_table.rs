//! The table about the contract tests of the crates: operations called against Prism.

use std::fmt::Write as _;

use super::contract::{CallOutcome, ContractResult, ContractResults, Outcome};
use super::generation::Errors;
use super::proof::Left;
use super::table::{aligned, some};

const COLUMNS: [&str; 11] = [
    "document",
    "accepted",
    "operations",
    "generated",
    "called",
    "calls",
    "without violation",
    "Prism faults",
    "answers",
    "decoded",
    "no valid answer",
];

/// How many calls of a kind of complaint are named.
const NAMED: usize = 3;

/// The whole text.
pub(super) fn render(results: &ContractResults) -> String {
    let rows: Vec<_> = results
        .documents
        .iter()
        .map(|(document, result)| row(document, result))
        .collect();
    let mut text = aligned(COLUMNS, &rows);
    text.push_str(
        "\noperations: of the document; generated: those that the crate has; called: those of them that the test calls. calls: of each, with what is \
         required, with everything, with each other body, and for other statuses.\n\
         without violation: Prism has nothing to say about the request. Prism faults: those among the others that are \
         right by the specification.\n\
         answers: that are what the document says; no valid answer: Prism had none, mostly because the document's \
         example does not fit its schema.\n",
    );
    for (document, result) in &results.documents {
        match result {
            Ok(result) => details(&mut text, document, result),
            Err(errors) => {
                let _ = writeln!(text, "\n{document}: not generated");
                some(&mut text, errors);
            }
        }
    }
    text
}

fn row(document: &str, result: &Result<ContractResult, Errors>) -> [String; COLUMNS.len()] {
    let Ok(contract) = result else {
        let mut known = [document.to_owned(), "NO".to_owned()].into_iter();
        return std::array::from_fn(|_| known.next().unwrap_or_default());
    };
    let numbers = match &contract.outcome {
        Outcome::Nothing | Outcome::Failed { .. } => Default::default(),
        Outcome::Ran(report) => {
            let decoded = report.count(&[CallOutcome::Decoded]);
            let not_decoded = report.count(&[CallOutcome::NotDecoded]);
            let no_answer = report.count(&[CallOutcome::NoAnswer]);
            [
                report.operations,
                report.calls.len(),
                decoded + not_decoded + no_answer,
                report.count(&[CallOutcome::PrismFault]),
                decoded + not_decoded,
                decoded,
                no_answer,
            ]
            .map(|number| number.to_string())
        }
    };
    let [called, calls, without, faults, answers, decoded, no_answer] = numbers;
    [
        document.to_owned(),
        if contract.passes() { "yes" } else { "NO" }.to_owned(),
        contract.operations.to_string(),
        contract.generated.to_string(),
        called,
        calls,
        without,
        faults,
        answers,
        decoded,
        no_answer,
    ]
}

/// What was not called, and what went wrong.
fn details(text: &mut String, document: &str, contract: &ContractResult) {
    left(text, document, "not called", &contract.skipped);
    left(text, document, "not sent", &contract.left_out);
    match &contract.outcome {
        Outcome::Nothing => {}
        Outcome::Failed { errors } => {
            let _ = writeln!(text, "\n{document}: its contract test cannot run");
            some(text, errors);
        }
        Outcome::Ran(report) => {
            let complaints = report.complaints();
            if !complaints.is_empty() {
                let _ = writeln!(text, "\n{document}: calls that went wrong");
            }
            let told: Vec<String> = complaints
                .iter()
                .map(|(complaint, calls)| {
                    let named: Vec<String> = calls
                        .iter()
                        .take(NAMED)
                        .map(|call| format!("{} ({})", call.operation, call.way))
                        .collect();
                    format!("{} times {complaint}\n  {}", calls.len(), named.join(", "))
                })
                .collect();
            some(text, &told);
        }
    }
}

/// All of them: what is not told would pass for proven.
fn left(text: &mut String, document: &str, what: &str, left: &[Left]) {
    if left.is_empty() {
        return;
    }
    let _ = writeln!(text, "\n{document}: {what}");
    for Left { pointer, reason } in left {
        let _ = writeln!(text, "  #{pointer}: {reason}");
    }
}
