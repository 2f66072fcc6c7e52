use serde_json::{Map, Value};

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::{At, ORIGIN};

use super::Keywords;
use super::keywords::ANNOTATIONS;

/// Puts `$ref` into an `allOf` where something stands beside it. All of that counts from OpenAPI 3.1 on. In 3.0 it has
/// no meaning (section 4.7.23); what tells of the schema is kept all the same, and `nullable`, as its author meant it.
pub(super) fn rewrite(
    keywords: &mut Keywords,
    siblings_count: bool,
    at: &At<'_>,
    report: &mut Report,
) {
    let Some(reference @ Value::String(_)) = keywords.get("$ref").cloned() else {
        keywords.shift_remove("$ref");
        return;
    };
    keywords.shift_remove("$ref");
    if !siblings_count {
        drop_siblings(keywords, at, report);
    }
    let reference = Value::Object(Map::from_iter([("$ref".to_owned(), reference)]));
    if keywords.keys().all(|name| name == ORIGIN) {
        if let Value::Object(reference) = reference {
            *keywords = reference;
        }
        return;
    }
    let mut all_of = vec![reference];
    if let Some(Value::Array(others)) = keywords.shift_remove("allOf") {
        all_of.extend(others);
    }
    keywords.insert("allOf".to_owned(), Value::Array(all_of));
}

/// Takes out what has no meaning beside `$ref` in OpenAPI 3.0.
fn drop_siblings(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let mut dropped = Vec::new();
    keywords.retain(|name, value| {
        let is_nullable = name == "nullable" && *value == Value::Bool(true);
        let keep = is_nullable || ANNOTATIONS.contains(&name.as_str());
        if !keep && name != "nullable" {
            dropped.push(format!("`{name}`"));
        }
        keep
    });
    if keywords.contains_key("nullable") {
        report.warn(
            Code::InvalidDocument,
            &at.pointer(),
            "`nullable` beside `$ref` has no meaning in OpenAPI 3.0; read as nullable",
        );
    }
    if !dropped.is_empty() {
        report.warn(
            Code::InvalidDocument,
            &at.pointer(),
            format!(
                "{} beside `$ref` has no meaning in OpenAPI 3.0; left out",
                dropped.join(", ")
            ),
        );
    }
}
