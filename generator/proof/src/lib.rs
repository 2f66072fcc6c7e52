//! Proves that generated types are right on the wire.
//!
//! Out of a document, and the list of Rust types that were made of its schemas, come the files of a test that a
//! generated crate carries: values of every such schema, and a program that reads each as its type, writes it again and
//! compares. The values are the document's own examples, and instances made from the schemas.
//!
//! What checks the generator must not share its mistakes, so nothing here knows the generator: the document is read
//! anew, and each value is checked against the document's own schema by a JSON Schema validator. A value that is
//! invalid there is no case; it is listed with the reason.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod cases;
mod check;
mod containers;
mod contract;
mod describe;
mod document;
mod emit;
mod examples;
mod flat;
mod formats;
mod lift;
mod make;
mod patterns;
mod plain;
mod scalars;
mod schemas;
#[cfg(test)]
mod wire;

use serde_json::Value;

pub use check::{Violation, check};
pub use contract::{
    Argument, Calls, Content, Contract, Credential, Operation, RequestBody, contract,
};

/// A schema of the document and the Rust type that was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// JSON pointer of the schema in the document.
    pub pointer: String,
    /// The type, as code outside of the crate writes it: `Vec<types::Pet>`.
    pub rust: String,
    /// Whether a request can carry it. A type that only responses carry reads `null` as absent.
    pub sent: bool,
}

/// What [`prove`] made of a document.
#[derive(Debug, Clone)]
pub struct Proof {
    /// The files of the test: path below the folder of the crate, and contents.
    pub files: Vec<(String, String)>,
    /// What the test holds, and what it does not.
    pub counts: Counts,
}

/// How much there is to prove with.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Examples in the document.
    pub examples: usize,
    /// Instances that were made from schemas.
    pub instances: usize,
    /// Examples and instances that the test holds; equal ones of the same schema are one case.
    pub cases: usize,
    /// Cases that were left out because the test would become too large.
    pub cut: usize,
    /// Examples that are not what the document's schema says.
    pub invalid: Vec<Invalid>,
    /// Schemas of which some or all instances could not be made, and examples that could not be set into the schema
    /// around them.
    pub unmade: Vec<Note>,
    /// Examples of schemas that have no Rust type of their own and are not part of one that has.
    pub untyped: Vec<Note>,
    /// Schemas that the validator refuses, and their examples.
    pub unchecked: Vec<Note>,
    /// Keywords that data was not checked against, because the document says them wrongly.
    pub dropped_keywords: Vec<Note>,
}

/// An example that is not what the document's schema says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invalid {
    /// JSON pointer of the schema.
    pub pointer: String,
    /// JSON pointer of the example.
    pub origin: String,
    /// What is violated.
    pub violation: Violation,
    /// Where in the example, and what the validator says.
    pub reason: String,
}

/// Something about a place of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// JSON pointer of the place.
    pub pointer: String,
    /// What there is to say.
    pub reason: String,
}

/// Makes the test of a document's types. `crate_name` is the name of the generated library.
#[must_use]
pub fn prove(document: &Value, schemas: &[Schema], crate_name: &str) -> Proof {
    let (cases, counts) = cases::cases(document, schemas);
    Proof {
        files: emit::files(schemas, &cases, crate_name),
        counts,
    }
}
