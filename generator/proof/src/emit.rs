//! The files of the test.

use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fmt;

use crate::Schema;
use crate::cases::Case;

/// The part of the test that is the same for every document; tested here.
const SUPPORT: &str = include_str!("wire/support.rs");

/// Word that the first line of every generated file carries.
const MARKER: &str = "@generated";

impl fmt::Display for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schema = Value::from(self.schema.as_str());
        let from = Value::from(self.from.as_str());
        write!(
            f,
            r#"{{"schema":{schema},"from":{from},"value":{}"#,
            self.value
        )?;
        if !self.undescribed.is_empty() {
            write!(f, r#","undescribed":{}"#, json!(self.undescribed))?;
        }
        f.write_str("}")
    }
}

/// Path and contents of each file; none if there is nothing to prove with.
pub(crate) fn files(schemas: &[Schema], cases: &[Case], crate_name: &str) -> Vec<(String, String)> {
    if cases.is_empty() {
        return Vec::new();
    }
    let lines: Vec<String> = cases.iter().map(Case::to_string).collect();
    let support = format!(
        "// {MARKER} as a copy of the generator's support of this test; changes by hand are lost.\n\n{SUPPORT}"
    );
    vec![
        (
            "tests/wire.rs".to_owned(),
            program(schemas, cases, crate_name),
        ),
        (
            "tests/wire/cases.json".to_owned(),
            format!("[\n{}\n]\n", lines.join(",\n")),
        ),
        ("tests/wire/support.rs".to_owned(), support),
    ]
}

fn program(schemas: &[Schema], cases: &[Case], crate_name: &str) -> String {
    let crate_name = crate_name.replace('-', "_");
    let of: BTreeMap<&str, &Schema> = schemas
        .iter()
        .map(|schema| (schema.pointer.as_str(), schema))
        .collect();
    let mut arms = String::new();
    let mut last = "";
    for case in cases {
        if case.schema == last {
            continue;
        }
        last = &case.schema;
        if let Some(schema) = of.get(last) {
            let reach = if schema.sent { "sent" } else { "received" };
            arms.push_str(&format!(
                "        {:?} => {reach}!({}),\n",
                schema.pointer, schema.rust
            ));
        }
    }
    let types = if arms.contains("types::") {
        format!("use {crate_name}::types;\n")
    } else {
        String::new()
    };
    PROGRAM
        .replace("MARKER", MARKER)
        .replace("use types;\n", &types)
        .replace("crate_name", &crate_name)
        .replace("        arms\n", &arms)
}

const PROGRAM: &str = r#"// MARKER from the OpenAPI document; changes by hand are lost.

//! Each value of `wire/cases.json` is an instance of a schema of the document, by the document's own words. It is read
//! as the Rust type of that schema, written again, and compared; `wire/support.rs` says what counts as equal.
//!
//! With `WIRE_PROOF_JSON` set, counts and mismatches are also written to that file, as JSON.

#![allow(
    deprecated,
    reason = "what the document deprecates is still read and written"
)]
#![allow(unused_macros, reason = "a document need not have both")]

#[path = "wire/support.rs"]
mod support;

use crate_name::serde_json;
use types;

use support::Schema;

#[test]
fn values_of_the_document_are_read_and_written_without_loss() {
    support::prove(include_str!("wire/cases.json"), schema);
}

/// A type that requests can carry.
macro_rules! sent {
    ($type:ty) => {
        Schema {
            sent: true,
            ..received!($type)
        }
    };
}

/// A type that only responses carry.
macro_rules! received {
    ($type:ty) => {
        Schema {
            sent: false,
            round_trip: |text| {
                support::round_trip(
                    text,
                    serde_json::from_str::<$type>,
                    serde_json::to_string::<$type>,
                    |value| format!("{value:?}"),
                )
            },
        }
    };
}

/// The type of a schema.
#[rustfmt::skip]
fn schema(pointer: &str) -> Option<Schema> {
    Some(match pointer {
        arms
        _ => return None,
    })
}
"#;
