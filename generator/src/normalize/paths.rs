use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Pointer, Report};

use super::walk::ORIGIN;

/// What a Path Item Object has (OpenAPI Specification 3.0.4, section 4.7.9).
const MEMBERS: &[&str] = &[
    "$ref",
    "delete",
    "description",
    "get",
    "head",
    "options",
    "parameters",
    "patch",
    "post",
    "put",
    "servers",
    "summary",
    "trace",
];

/// Members of it that are operations since OpenAPI 3.2 (section 4.9.1 there).
const NEWER_METHODS: &[&str] = &["additionalOperations", "query"];

/// Tells of keys that openapiv3 would drop without a word: paths without a slash at their start, which get one, and
/// responses whose key is no status.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    let Some(Value::Object(paths)) = document.get_mut("paths") else {
        return;
    };
    let at = Pointer::root().join("paths");
    let given: BTreeSet<String> = paths.keys().cloned().collect();
    let mut mended = Map::new();
    for (path, mut item) in std::mem::take(paths) {
        let at = at.join(&path);
        if path.starts_with("x-") {
            continue;
        }
        if !item.is_object() {
            let message = format!("left out, because `{path}` holds no path item");
            report.warn(Code::InvalidDocument, &at, message);
            continue;
        }
        check_members(&item, &at, report);
        drop_responses(&mut item, &at, report);
        if path.starts_with('/') {
            mended.insert(path, item);
            continue;
        }
        let with_slash = format!("/{path}");
        if given.contains(&with_slash) {
            let message = format!(
                "left out, because the path `{path}` has no slash at its start and `{with_slash}` is there too"
            );
            let other = Pointer::root().join_all(["paths", &with_slash]);
            report
                .warn(Code::InvalidDocument, &at, message)
                .related(&other, format!("`{with_slash}` is here"));
            continue;
        }
        let message =
            format!("the path `{path}` has no slash at its start; read as `{with_slash}`");
        report.warn(Code::InvalidDocument, &at, message);
        if let Value::Object(members) = &mut item {
            members.entry(ORIGIN).or_insert(Value::from(at.as_str()));
        }
        mended.insert(with_slash, item);
    }
    *paths = mended;
}

/// Tells of members of a path item that are no operation and nothing else that belongs there.
fn check_members(item: &Value, at: &Pointer, report: &mut Report) {
    for name in item.as_object().into_iter().flat_map(Map::keys) {
        if MEMBERS.contains(&name.as_str()) || name.starts_with("x-") {
            continue;
        }
        let (code, message) = if NEWER_METHODS.contains(&name.as_str()) {
            let message = format!("skipped: `{name}` of OpenAPI 3.2 is not supported yet");
            (Code::SkippedOperation, message)
        } else {
            let message = format!("`{name}` is no part of a path item; left out");
            (Code::InvalidDocument, message)
        };
        report.warn(code, &at.join(name), message);
    }
}

fn drop_responses(item: &mut Value, at: &Pointer, report: &mut Report) {
    for (method, operation) in item.as_object_mut().into_iter().flatten() {
        let Some(Value::Object(responses)) = operation.get_mut("responses") else {
            continue;
        };
        responses.retain(|key, _| {
            let is_known = is_response_key(key);
            if !is_known {
                report.warn(
                    Code::InvalidDocument,
                    &at.join_all([method, "responses", key]),
                    format!("`{key}` is no status; left out"),
                );
            }
            is_known
        });
    }
}

/// A status, a range of them, or one of the other keys of a Responses Object (OpenAPI Specification 3.0.4, section
/// 4.7.16).
fn is_response_key(key: &str) -> bool {
    let mut digits = key.chars();
    let is_status = digits
        .next()
        .is_some_and(|first| ('1'..='9').contains(&first))
        && (key.len() == 3)
        && (digits.clone().all(|c| c.is_ascii_digit()) || digits.all(|c| c == 'X' || c == 'x'));
    is_status || key == "default" || key.starts_with("x-")
}
