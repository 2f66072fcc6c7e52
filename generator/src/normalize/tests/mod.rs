//! Small documents and the 3.0 form that they get, as far as it says more than the types that are made of it.

mod corpus;
mod documents;
mod mutations;
mod references;
mod schemas;

use serde_json::{Value, json};

use super::rewrite;
use crate::diagnostics::Report;

/// The 3.0 form of a document, and what is said about it.
fn normalised(document: &Value) -> (Option<Value>, Vec<String>) {
    let mut report = Report::default();
    let value = rewrite(document, &mut report);
    let messages = report
        .diagnostics
        .into_iter()
        .map(|diagnostic| format!("{}: {}", diagnostic.pointer, diagnostic.message));
    (value, messages.collect())
}

/// A document of a version with these schemas.
fn document(version: &str, schemas: Value) -> Value {
    json!({
        "openapi": version,
        "info": {"title": "Test", "version": "1"},
        "paths": {},
        "components": {"schemas": schemas},
    })
}

/// The 3.0 form of these schemas, of a document about which there is nothing to say.
fn schemas(version: &str, schemas: Value) -> Value {
    let (value, messages) = normalised(&document(version, schemas));
    assert_eq!(messages, Vec::<String>::new());
    let value = value.unwrap();
    let (again, messages) = normalised(&value);
    assert_eq!(
        again.as_ref(),
        Some(&value),
        "the passes change their own output"
    );
    assert_eq!(messages, Vec::<String>::new());
    value["components"]["schemas"].clone()
}
