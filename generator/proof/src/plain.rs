//! Types of other crates, which a generated crate reads in its own way, and serde's traits in another or not at all.

use serde_json::Value;
use std::collections::BTreeSet;

use crate::Schema;
use crate::document::{Document, join};

/// Whether serde's own traits read a type as the generated crate does.
///
/// An alias hides such a type, so the schema is looked at as well: a text of a format, and arrays and maps of those.
pub(crate) fn serde_reads(document: &Document<'_>, schema: &Schema) -> bool {
    !["jiff::", "chrono::", "uuid::", "bytes::"]
        .iter()
        .any(|name| schema.rust.contains(name))
        && !is_plain(document, &schema.pointer, &mut BTreeSet::new())
}

/// `seen` are the places that were looked at; a schema within itself adds nothing.
fn is_plain(document: &Document<'_>, pointer: &str, seen: &mut BTreeSet<String>) -> bool {
    let Some((place, schema)) = document.resolve(pointer) else {
        return false;
    };
    if schema.get("properties").is_some() || !seen.insert(place.clone()) {
        return false;
    }
    let format = schema.get("format").and_then(Value::as_str);
    if format.is_some_and(|format| ["date-time", "date", "uuid", "byte"].contains(&format))
        || schema.get("contentEncoding").is_some()
    {
        return true;
    }
    let mut inside = |keyword: &str| is_plain(document, &join(&place, keyword), seen);
    if inside("items") || inside("additionalProperties") {
        return true;
    }
    ["allOf", "anyOf", "oneOf"].iter().any(|keyword| {
        let list = join(&place, keyword);
        let branches = document.at(&list).and_then(Value::as_array);
        let count = branches.map_or(0, Vec::len);
        // One branch beside `null` is the type of the whole; more are a type of their own.
        let others = branches
            .into_iter()
            .flatten()
            .filter(|branch| !is_null(branch));
        (*keyword == "allOf" || others.count() == 1)
            && (0..count).any(|index| is_plain(document, &format!("{list}/{index}"), seen))
    })
}

fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|name| name == "null")
}
