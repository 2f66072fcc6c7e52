//! The files of the contract test.

use super::{Calls, Operation};

/// The part of the test that is the same for every document.
const SUPPORT: &str = include_str!("support.rs");

/// Word that the first line of every generated file carries.
const MARKER: &str = "@generated";

/// How many operations one function calls.
const FUNCTION: usize = 25;

/// The statement that makes the calls of an operation.
pub(super) fn statement(operation: &Operation, calls: &[(&str, String)]) -> String {
    let mut text = format!("    report.operation({:?}, &[\n", operation.name);
    for (way, call) in calls {
        text.push_str(&format!("        ({way:?}, &|| {call}),\n"));
    }
    text.push_str(&format!("    ], &{:?});\n", operation.statuses));
    text
}

/// Path and contents of each file; none if there is nothing to call.
pub(super) fn files(
    calls: &Calls,
    statements: &[String],
    crate_name: &str,
) -> Vec<(String, String)> {
    if statements.is_empty() {
        return Vec::new();
    }
    let crate_name = crate_name.replace('-', "_");
    let support = format!(
        "// {MARKER} as a copy of the generator's support of this test; changes by hand are lost.\n\n{SUPPORT}"
    );
    vec![
        (
            "tests/operations.rs".to_owned(),
            program(calls, statements, &crate_name),
        ),
        ("tests/operations/support.rs".to_owned(), support),
    ]
}

fn program(calls: &Calls, statements: &[String], crate_name: &str) -> String {
    let mut functions = String::new();
    let mut all = String::new();
    for (index, statements) in statements.chunks(FUNCTION).enumerate() {
        let number = index + 1;
        all.push_str(&format!("    operations_{number}(&client, &mut report);\n"));
        functions.push_str(&format!(
            "\n#[rustfmt::skip]\nfn operations_{number}(client: &Client, report: &mut Report) {{\n{}}}\n",
            statements.concat()
        ));
    }
    let mut imports = String::new();
    let mentions = |text: &str| functions.contains(text);
    if mentions("BTreeMap::") {
        imports.push_str("use std::collections::BTreeMap;\n\n");
    }
    imports.push_str(&format!(
        "use {crate_name} as api;\n\nuse api::blocking::Client;\n"
    ));
    for module in ["operations", "types"] {
        if mentions(&format!("{module}::")) {
            imports.push_str(&format!("use api::{module};\n"));
        }
    }
    let needed = ["decoded", "parsed"]
        .into_iter()
        .filter(|name| mentions(&format!("{name}(")) || mentions(&format!("{name}::<")));
    let helpers: Vec<&str> = ["Report"].into_iter().chain(needed).collect();
    let helpers = match helpers.as_slice() {
        [one] => format!("use support::{one};\n"),
        several => format!("use support::{{{}}};\n", several.join(", ")),
    };
    PROGRAM
        .replace("MARKER", MARKER)
        .replace("IMPORTS\n", &imports)
        .replace("HELPERS\n", &helpers)
        .replace("BUILDER", &builder(calls))
        .replace("    ALL\n", &all)
        + &functions
}

/// What the builder of the client is told besides the base URL.
fn builder(calls: &Calls) -> String {
    let mut text = String::new();
    for credential in &calls.credentials {
        let arguments = vec!["\"token\""; credential.arguments].join(", ");
        text.push_str(&format!(
            "\n            .{}({arguments})",
            credential.setter
        ));
    }
    let mut servers: Vec<&str> = calls
        .operations
        .iter()
        .filter_map(|operation| operation.server.as_deref())
        .collect();
    servers.sort_unstable();
    servers.dedup();
    for server in servers {
        text.push_str(&format!("\n            .server({server:?}, url)"));
    }
    text
}

const PROGRAM: &str = r#"// MARKER from the OpenAPI document; changes by hand are lost.

//! Every operation is called with arguments made from its schemas, against a server that somebody else made from the
//! same document: Prism (`prism mock --errors`), which refuses what departs from it. What it answers has to be read.
//!
//! Runs where `PRISM_URL` says where Prism listens, with the feature `blocking`. With `CONTRACT_JSON` set, what came of
//! each call is also written to that file, as JSON.

#![cfg(feature = "blocking")]
#![allow(deprecated, reason = "what the document deprecates is still called")]
#![allow(
    clippy::unit_arg,
    clippy::unnecessary_to_owned,
    clippy::useless_vec,
    reason = "an argument is written in the same way whatever takes it"
)]

#[path = "operations/support.rs"]
mod support;

IMPORTS
HELPERS

#[rustfmt::skip]
#[test]
fn every_operation_is_accepted_and_its_answers_are_read() {
    let Some(url) = support::prism_url() else {
        return;
    };
    let url = url.as_str();
    let client = support::client(
        Client::builder()
            .base_url(url)BUILDER,
    );
    let mut report = Report::default();
    ALL
    report.finish();
}
"#;
