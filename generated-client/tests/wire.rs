// @generated from the OpenAPI document; changes by hand are lost.

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

use factory_client::serde_json;
use factory_client::types;

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
        "/components/schemas/PostMessage200ResponseBody" => received!(types::PostMessage200ResponseBody),
        "/components/schemas/PostMessage400ResponseBody" => received!(types::PostMessage400ResponseBody),
        "/components/schemas/PostMessage401ResponseBody" => received!(types::PostMessage401ResponseBody),
        "/components/schemas/PostMessage403ResponseBody" => received!(types::PostMessage403ResponseBody),
        "/components/schemas/PostMessage404ResponseBody" => received!(types::PostMessage404ResponseBody),
        "/components/schemas/PostMessage500ResponseBody" => received!(types::PostMessage500ResponseBody),
        "/components/schemas/PostMessage503ResponseBody" => received!(types::PostMessage503ResponseBody),
        "/components/schemas/PostMessageRequestBody" => sent!(types::PostMessageRequestBody),
        _ => return None,
    })
}
