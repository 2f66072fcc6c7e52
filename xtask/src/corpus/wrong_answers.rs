//! Answers of Prism 5.16.0 that are not what they seem.

use serde_json::Value;

use super::contract::{Call, CallOutcome};

/// Why an answer that Prism gave and the crate did not read is not one that the document allows: Prism passes over what
/// is required and not described, and cannot know of two operations of one path which is meant.
pub(super) fn wrong_answer(document: &Value, call: &Call) -> Option<String> {
    if call.outcome != CallOutcome::NotDecoded {
        return None;
    }
    let (_, path) = call.operation.split_once(' ')?;
    let mut paths = document.get("paths")?.as_object()?.keys();
    if paths.any(|key| {
        key.split_once('#')
            .is_some_and(|(before, _)| before == path)
    }) {
        return Some("a fragment, which is not sent, tells its path from another".to_owned());
    }
    check(document, call)?.err()
}

/// Whether the body of an answer is what the document describes; `None` where it describes no JSON.
fn check(document: &Value, call: &Call) -> Option<Result<(), String>> {
    let (method, path) = call.operation.split_once(' ')?;
    let status = call.detail.get("status")?.as_u64()?.to_string();
    let token = path.replace('~', "~0").replace('/', "~1");
    let responses = format!("/paths/{token}/{}/responses", method.to_ascii_lowercase());
    let range = format!("{}XX", status.get(..1)?);
    let response = [status.as_str(), range.as_str(), "default"]
        .iter()
        .map(|key| format!("{responses}/{key}"))
        .find(|pointer| document.pointer(pointer).is_some())?;
    let reference = document.pointer(&response)?.get("$ref");
    let response = match reference.and_then(Value::as_str) {
        Some(reference) => reference.strip_prefix('#')?.to_owned(),
        None => response,
    };
    let content = format!("{response}/content");
    let contents = document.pointer(&content)?.as_object()?;
    let media_type = contents.keys().find(|name| name.contains("json"))?;
    let schema = format!("{content}/{}/schema", media_type.replace('/', "~1"));
    let body = serde_json::from_str(call.detail.get("body")?.as_str()?).ok()?;
    Some(wire_proof::check(document, &schema, &body))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn document() -> Value {
        json!({"paths": {"/a~b": {"post": {"responses": {"2XX": {"$ref": "#/components/responses/It"}}}}},
        "components": {"responses": {"It": {"content": {"application/json": {"schema": {
            "type": "object", "required": ["undescribed"]
        }}}}}}})
    }

    fn answered(body: &str, problem: &str) -> Call {
        Call {
            operation: "POST /a~b".to_owned(),
            way: "required".to_owned(),
            outcome: CallOutcome::NotDecoded,
            detail: json!({"status": 201, "problem": problem, "body": body}),
        }
    }

    #[test]
    fn an_answer_that_the_document_does_not_allow_is_told() {
        for (body, is_wrong) in [("{}", true), (r#"{"undescribed":1}"#, false), ("?", false)] {
            let reason = wrong_answer(&document(), &answered(body, "no"));
            assert_eq!(reason.is_some(), is_wrong, "{body}: {reason:?}");
        }
    }
}
