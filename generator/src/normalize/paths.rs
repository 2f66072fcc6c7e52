use serde_json::{Map, Value};

use crate::diagnostics::{Code, Pointer, Report};

/// Tells of keys that openapiv3 would drop without a word: paths without a slash at their start, which get one, and
/// responses whose key is no status.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    let Some(Value::Object(paths)) = document.get_mut("paths") else {
        return;
    };
    let at = Pointer::root().join("paths");
    let mut mended = Map::new();
    for (path, item) in std::mem::take(paths) {
        let at = at.join(&path);
        check_responses(&item, &at, report);
        if path.starts_with('/') || path.starts_with("x-") {
            mended.insert(path, item);
            continue;
        }
        report.warn(
            Code::InvalidDocument,
            &at,
            format!("the path `{path}` has no slash at its start; read as `/{path}`"),
        );
        mended.entry(format!("/{path}")).or_insert(item);
    }
    *paths = mended;
}

fn check_responses(item: &Value, at: &Pointer, report: &mut Report) {
    for (method, operation) in item.as_object().into_iter().flatten() {
        let Some(Value::Object(responses)) = operation.get("responses") else {
            continue;
        };
        for key in responses.keys().filter(|key| !is_response_key(key)) {
            report.warn(
                Code::InvalidDocument,
                &at.join_all([method, "responses", key]),
                format!("`{key}` is no status; left out"),
            );
        }
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
