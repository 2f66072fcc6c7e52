//! Documents in, cases and findings out.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

mod contract;
mod emitted;
mod examples;
mod hostile;
mod instances;
mod undescribed;

use serde_json::{Value, json};
use wire_proof::{Proof, Schema, prove};

/// A document with these component schemas.
fn document(version: &str, schemas: &Value) -> Value {
    json!({"openapi": version, "paths": {}, "components": {"schemas": schemas}})
}

/// The proof of a document whose components all have a type.
fn proof(document: &Value) -> Proof {
    let components = document["components"]["schemas"].as_object().unwrap();
    let typed: Vec<Schema> = components.keys().map(|name| component(name)).collect();
    prove(document, &typed, "client")
}

fn component(name: &str) -> Schema {
    Schema {
        pointer: format!("/components/schemas/{name}"),
        rust: format!("types::{name}"),
        sent: true,
    }
}

/// The cases of a proof.
fn cases(proof: &Proof) -> Vec<Value> {
    let file = proof
        .files
        .iter()
        .find(|(path, _)| path == "tests/wire/cases.json");
    file.map_or_else(Vec::new, |(_, text)| serde_json::from_str(text).unwrap())
}

/// The values that are tried as a component.
fn values(proof: &Proof, name: &str) -> Vec<Value> {
    let pointer = format!("/components/schemas/{name}");
    let of_it = cases(proof).into_iter();
    of_it
        .filter(|case| case["schema"] == pointer.as_str())
        .map(|mut case| case["value"].take())
        .collect()
}

/// The instances of one schema of OpenAPI 3.1.
fn instances(schema: &Value) -> Vec<Value> {
    let document = document("3.1.0", &json!({"It": schema}));
    let proof = proof(&document);
    assert_eq!(proof.counts.unmade, [], "{schema}");
    values(&proof, "It")
}
