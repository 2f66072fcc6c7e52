//! What the report of the contract test makes of answers: it must fail where Prism refuses a request or an answer is not
//! what was asked for, whatever the document says about such answers.

#![cfg(feature = "blocking")]

mod support;

// All contract tests share it, and this one does not need all of it.
#[allow(dead_code)]
#[path = "operations/support.rs"]
mod contract;

use std::panic::{AssertUnwindSafe, catch_unwind};

use contract::Report;
use factory_client as api;
use factory_client::blocking::Client;
use support::{Reply, Server, json, reply, success};

const VIOLATION: &str = r#"sl-violations: [{"location":["request","body","text"],"severity":"Error","message":"must be text"}]"#;
const ERROR: &str = r#"{"status":0,"title":"a","detail":"b"}"#;
const PROBLEM: &str =
    r#"{"type":"https://stoplight.io/prism/errors#VIOLATIONS","title":"a","status":500}"#;

/// What the report says, of an operation that answers in this way when it is called and when 400 is asked for.
fn report(script: impl IntoIterator<Item = Reply>) -> Result<(), String> {
    let server = Server::start(script);
    let client = contract::client(
        Client::builder()
            .base_url(server.url())
            .bearer_auth(support::TOKEN),
    );
    let mut report = Report::default();
    report.operation(
        "POST /",
        &[("required", &|| client.post_message("a"))],
        &[400],
    );
    catch_unwind(AssertUnwindSafe(|| report.finish()))
        .map_err(|panic| *panic.downcast::<String>().unwrap())
}

fn refusal(header: &str) -> Reply {
    reply(
        "400 Bad Request",
        &["content-type: application/json", header],
        ERROR,
    )
}

fn error() -> Reply {
    json("400 Bad Request", ERROR)
}

#[test]
fn what_was_asked_for_is_right() {
    report([success(), error()]).unwrap();
}

#[test]
fn a_request_that_is_refused_with_a_documented_error_is_a_violation() {
    let long = "sl-violations: Too many violations! [{\"location\":[\"request\",\"bo";
    for header in [VIOLATION, long] {
        let said = report([refusal(header), error()]).unwrap_err();
        assert!(
            said.starts_with("1 calls went wrong:\nPOST / (required): Violation"),
            "{said}"
        );
        let said = report([success(), refusal(header)]).unwrap_err();
        assert!(said.contains("(required, status 400): Violation"), "{said}");
    }
}

#[test]
fn warnings_and_faults_of_the_answer_are_no_violations() {
    let warning = VIOLATION.replace("Error", "Warning");
    report([success(), refusal(&warning)]).unwrap();
    let of_answer = VIOLATION.replace("request", "response");
    let problem = ["content-type: application/problem+json", &of_answer];
    let violations = reply("500 Internal Server Error", &problem, PROBLEM);
    report([violations, success(), error()]).unwrap();
}

#[test]
fn another_status_than_was_asked_for_is_told() {
    let said = report([success(), success()]).unwrap_err();
    assert!(said.contains("400 was asked for"), "{said}");
}

#[test]
fn a_branch_of_a_union_that_the_document_does_not_describe_is_told() {
    for (value, is_told) in [
        ("It { a: Unknown(Object {\"b\": Number(1)}) }", true),
        ("[Unrecognized(String(\"b\"))]", true),
        // A value that an enum does not list, a branch that the document calls so, and text.
        ("It { a: Unknown(\"b\") }", false),
        ("Unknown(Unknown { a: 1 })", false),
        ("It { a: \"Unknown(Object {\" }", false),
        ("NotUnknown(Null)", false),
    ] {
        assert_eq!(contract::unknown(value).is_some(), is_told, "{value}");
    }
}
