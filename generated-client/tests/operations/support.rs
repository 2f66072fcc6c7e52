// @generated as a copy of the generator's support of this test; changes by hand are lost.

//! Sends calls, and tells what came of them.

use super::api::blocking::{Blocking, Client, ClientBuilder};
use super::api::serde_json::{self, Value, json};
use super::api::{Call, Error, Operation, Response, RetryPolicy};
use std::any::Any;
use std::fmt::{self, Debug};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::str::FromStr;
use std::time::Duration;

/// How the types of Prism's own errors start (RFC 9457, section 3.1.1).
const PRISM_ERRORS: &str = "https://stoplight.io/prism/errors#";

/// Prism's errors that say that it has no answer of its own, rather than that the request is wrong.
const NO_ANSWER: [&str; 7] = [
    "NOT_FOUND",
    "NO_RESPONSE_RESPONSE_DEFINED",
    "NO_COMPLEX_OBJECT_TEXT",
    "NO_SUCCESS_RESPONSE_DEFINED",
    "SCHEMA_TOO_COMPLEX",
    "UNKNOWN",
    "VIOLATIONS",
];

/// What the variants are called that take what the document does not describe, as they are printed.
const UNKNOWN: [&str; 4] = [
    "Unknown(",
    "Unrecognized(",
    "UnknownValue(",
    "UnknownBranch(",
];

/// How what they hold begins in a union: JSON. Anything else is a variant of the document that has such a name.
const UNKNOWN_BRANCH: [&str; 6] = ["Array ", "Bool(", "Null", "Number(", "Object ", "String("];

/// Asks Prism for an answer made from the schemas, the same one every time.
const MADE_UP: &str = "dynamic=true, seed=1";

/// Where Prism listens; `None`, with a line that says so, where there is none.
pub fn prism_url() -> Option<String> {
    let url = std::env::var("PRISM_URL")
        .ok()
        .filter(|url| !url.is_empty());
    if url.is_none() {
        println!("skipped: PRISM_URL does not say where Prism listens");
    }
    url
}

/// The client, which sends each request once.
///
/// # Panics
///
/// When a setting cannot be used.
pub fn client(builder: ClientBuilder) -> Client {
    builder
        .retries(RetryPolicy::off())
        .timeout(Duration::from_secs(60))
        .build()
        .expect("the settings can be used")
}

/// A value of a type of this crate.
///
/// # Panics
///
/// When the type does not read it.
#[allow(dead_code, reason = "a document need not have any")]
pub fn decoded<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

/// A value of a type of another crate.
///
/// # Panics
///
/// When the type does not read it.
#[allow(dead_code, reason = "a document need not have any")]
pub fn parsed<T: FromStr<Err: Debug>>(text: &str) -> T {
    text.parse()
        .unwrap_or_else(|error| panic!("{error:?}: {text}"))
}

/// What came of the calls.
#[derive(Default)]
pub struct Report {
    /// Operations that were called.
    operations: usize,
    calls: Vec<Sent>,
}

/// A call, and what came of it.
struct Sent {
    operation: &'static str,
    /// Which arguments it had: those that are required, everything, or a body of another media type; and the status that
    /// was asked for.
    way: String,
    outcome: Outcome,
}

/// What came of a call.
#[derive(Debug, Clone, PartialEq)]
enum Outcome {
    /// The answer is what the document says.
    Decoded,
    /// It was not read.
    NotDecoded(Value),
    /// Prism has no answer that is what the document says.
    NoAnswer(Value),
    /// Prism says that the request is not what the document says.
    Violation(Value),
    /// The arguments could not be made, or not be sent.
    NotSent(String),
    /// There is no answer.
    Failed(String),
}

/// An operation whose results can be looked at.
pub trait Told: Operation<Output: Debug, Error: Debug> {}

impl<O: Operation<Output: Debug, Error: Debug>> Told for O {}

/// Prepares a call, each time anew.
type Prepare<'a, O> = &'a dyn Fn() -> Call<O, Blocking>;

impl Report {
    /// Makes each call of an operation, and the first one once more for each of `statuses`.
    pub fn operation<O: Told>(
        &mut self,
        name: &'static str,
        calls: &[(&str, Prepare<'_, O>)],
        statuses: &[u16],
    ) {
        self.operations += 1;
        for (way, call) in calls {
            self.add(name, (*way).to_owned(), send(*call, None));
        }
        for status in statuses {
            if let Some((way, call)) = calls.first() {
                let outcome = send(*call, Some(*status));
                self.add(name, format!("{way}, status {status}"), outcome);
            }
        }
    }

    fn add(&mut self, operation: &'static str, way: String, outcome: Outcome) {
        self.calls.push(Sent {
            operation,
            way,
            outcome,
        });
    }

    /// Tells what came of the calls.
    ///
    /// # Panics
    ///
    /// When a call was refused, or an answer not read.
    pub fn finish(self) {
        println!("{self}");
        if let Some(path) = std::env::var_os("CONTRACT_JSON") {
            std::fs::write(&path, self.to_json().to_string()).expect("the report can be written");
        }
        let bad: Vec<String> = self
            .calls
            .iter()
            .filter(|call| !matches!(call.outcome, Outcome::Decoded | Outcome::NoAnswer(_)))
            .map(|call| format!("{} ({}): {:?}", call.operation, call.way, call.outcome))
            .collect();
        assert!(
            bad.is_empty(),
            "{} calls went wrong:\n{}",
            bad.len(),
            bad.join("\n")
        );
    }

    fn count(&self, is_counted: fn(&Outcome) -> bool) -> usize {
        let counted = self.calls.iter().filter(|call| is_counted(&call.outcome));
        counted.count()
    }

    /// The report as data for a tool.
    fn to_json(&self) -> Value {
        let calls = self.calls.iter().map(|call| {
            let (outcome, detail) = call.outcome.told();
            json!({"operation": call.operation, "way": call.way, "outcome": outcome, "detail": detail})
        });
        json!({"operations": self.operations, "calls": calls.collect::<Vec<_>>()})
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} operations, {} calls: {} answers read, {} times Prism has no valid answer, {} violations, \
             {} answers not read, {} calls not sent, {} without any answer",
            self.operations,
            self.calls.len(),
            self.count(|it| matches!(it, Outcome::Decoded)),
            self.count(|it| matches!(it, Outcome::NoAnswer(_))),
            self.count(|it| matches!(it, Outcome::Violation(_))),
            self.count(|it| matches!(it, Outcome::NotDecoded(_))),
            self.count(|it| matches!(it, Outcome::NotSent(_))),
            self.count(|it| matches!(it, Outcome::Failed(_))),
        )
    }
}

impl Outcome {
    fn told(&self) -> (&'static str, Value) {
        match self {
            Self::Decoded => ("decoded", Value::Null),
            Self::NotDecoded(answer) => ("not_decoded", answer.clone()),
            Self::NoAnswer(problem) => ("no_answer", problem.clone()),
            Self::Violation(problem) => ("violation", problem.clone()),
            Self::NotSent(text) => ("not_sent", text.as_str().into()),
            Self::Failed(text) => ("failed", text.as_str().into()),
        }
    }
}

/// Makes a call and sends it, asking for a status. Where Prism has no answer ready, it is asked to make one up.
fn send<O: Told>(call: Prepare<'_, O>, status: Option<u16>) -> Outcome {
    let mut outcome = send_preferring(call, status, None);
    if matches!(outcome, Outcome::Failed(_)) {
        // Prism closes a connection that was idle, maybe while the next request is on its way.
        outcome = send_preferring(call, status, None);
    }
    if !matches!(outcome, Outcome::NoAnswer(_)) {
        return outcome;
    }
    match send_preferring(call, status, Some(MADE_UP)) {
        Outcome::NoAnswer(_) | Outcome::NotSent(_) | Outcome::Failed(_) => outcome,
        made_up => made_up,
    }
}

/// Makes a call and sends it with the header that Prism looks for (RFC 7240).
fn send_preferring<O: Told>(
    call: Prepare<'_, O>,
    status: Option<u16>,
    preference: Option<&str>,
) -> Outcome {
    let mut call = match catch_unwind(AssertUnwindSafe(call)) {
        Ok(call) => call,
        Err(panic) => return Outcome::NotSent(message(panic.as_ref())),
    };
    let code = status.map(|status| format!("code={status}"));
    let preferences: Vec<&str> = code.as_deref().into_iter().chain(preference).collect();
    if !preferences.is_empty() {
        call = call.with_header("prefer", preferences.join(", "));
    }
    let (response, problem) = match call.send_with_metadata() {
        Ok(response) => {
            let value = format!("{:?}", response.body);
            let problem = unknown(&value).or_else(|| unasked(response.status.as_u16(), status));
            let response = Response::new(response.status, response.headers, value.into());
            (response, problem)
        }
        Err(Error::Api(failure)) => {
            let got = failure.response.status.as_u16();
            let problem = unknown(&format!("{:?}", failure.error)).or_else(|| unasked(got, status));
            (failure.response, problem)
        }
        Err(Error::UndocumentedStatus(response)) => {
            (*response, Some("the status is not documented".to_owned()))
        }
        Err(Error::Body(error)) => (error.response, Some(error.problem.to_string())),
        Err(Error::Input(error)) => return Outcome::NotSent(error.to_string()),
        Err(error) => return Outcome::Failed(error.to_string()),
    };
    answered(&response, problem)
}

/// What is wrong with a value that was read: somewhere in it is a branch of a union that the document does not describe. A
/// value that an enum does not list may be what the document allows beside those that it lists.
pub fn unknown(value: &str) -> Option<String> {
    // What is quoted is text of the answer.
    let mut outside = String::new();
    let mut characters = value.chars();
    while let Some(c) = characters.next() {
        outside.push(c);
        if c == '"' {
            while let Some(c) = characters.next().filter(|c| *c != '"') {
                if c == '\\' {
                    characters.next();
                }
            }
        }
    }
    let is_unknown = UNKNOWN.iter().any(|name| {
        outside.match_indices(name).any(|(at, _)| {
            let is_word = outside[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            let held = &outside[at + name.len()..];
            !is_word && UNKNOWN_BRANCH.iter().any(|kind| held.starts_with(kind))
        })
    });
    is_unknown.then(|| format!("a part of it is read as unknown: {value}"))
}

/// What is wrong with a status.
fn unasked(got: u16, asked: Option<u16>) -> Option<String> {
    asked
        .filter(|asked| *asked != got)
        .map(|asked| format!("{asked} was asked for"))
}

/// What an answer is; `problem` tells why it was not read, or is not the one that was asked for.
fn answered(response: &Response, problem: Option<String>) -> Outcome {
    let said = violations(response);
    if !said.is_empty() {
        return Outcome::Violation(json!({"title": "Violations", "validation": said}));
    }
    let header = |name: &str| response.headers.get(name);
    let is_problem = header("content-type").is_some_and(|it| it == "application/problem+json");
    if is_problem && response.body.is_empty() {
        // HEAD leaves out the body that tells. Violations in the header are those of the answer.
        let problem =
            json!({"title": "An error without a body", "status": response.status.as_u16()});
        return match header("sl-violations") {
            Some(_) => Outcome::NoAnswer(problem),
            None => Outcome::Violation(problem),
        };
    }
    let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
    let kind = body["type"]
        .as_str()
        .and_then(|kind| kind.strip_prefix(PRISM_ERRORS));
    match (kind, problem) {
        (Some(kind), _) if NO_ANSWER.contains(&kind) => Outcome::NoAnswer(body),
        (Some(_), _) => Outcome::Violation(body),
        (None, None) => Outcome::Decoded,
        (None, Some(problem)) => {
            let body = String::from_utf8_lossy(&response.body);
            Outcome::NotDecoded(
                json!({"status": response.status.as_u16(), "problem": problem, "body": body}),
            )
        }
    }
}

/// What Prism says of the request, one for each place in it.
///
/// Where the document has an answer for wrong requests (400, 401, 415, 422 or `default`), Prism gives that, whatever
/// was asked for, and only this header tells.
fn violations(response: &Response) -> Vec<Value> {
    let Some(header) = response.headers.get("sl-violations") else {
        return Vec::new();
    };
    let text = String::from_utf8_lossy(header.as_bytes());
    let Ok(Value::Array(mut all)) = serde_json::from_str(&text) else {
        // A long list is cut off. Those of the request stand first in it.
        let is_ours = text.contains(r#"[{"location":["request""#);
        return is_ours
            .then(|| json!({"message": text}))
            .into_iter()
            .collect();
    };
    all.retain(|it| it["location"][0] == "request" && it["severity"] == "Error");
    for violation in &mut all {
        if let Some(location) = violation["location"].as_array_mut() {
            location.remove(0);
        }
    }
    all
}

/// What a panic says.
fn message(panic: &(dyn Any + Send)) -> String {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied())
        .unwrap_or("it panicked")
        .to_owned()
}
