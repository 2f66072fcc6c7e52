//! Requests that are right by the OpenAPI Specification, and that Prism 5.16.0 refuses.

use serde_json::Value;

use super::contract::{Call, CallOutcome};

/// Whether Prism is wrong to refuse a call: all that it says of it is one of its known faults.
pub(super) fn is_fault(document: &Value, call: &Call) -> bool {
    let validations = call.validations();
    let operation = operation(document, call);
    call.outcome == CallOutcome::Violation
        && !validations.is_empty()
        && validations.iter().all(|validation| {
            let said = Said::of(validation);
            FAULTS.iter().any(|(_, is_it)| is_it(&operation, &said))
        })
}

/// Why an answer that Prism gave and the crate did not read is not one that the document allows: Prism passes over what
/// is required and not described, and cannot know of two operations of one path which is meant.
pub(super) fn wrong_answer(document: &Value, call: &Call) -> Option<String> {
    if call.outcome != CallOutcome::NotDecoded {
        return None;
    }
    let (method, path) = call.operation.split_once(' ')?;
    let mut paths = document.get("paths")?.as_object()?.keys();
    if paths.any(|key| {
        key.split_once('#')
            .is_some_and(|(before, _)| before == path)
    }) {
        return Some("a fragment, which is not sent, tells its path from another".to_owned());
    }
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
    wire_proof::check(document, &schema, &body).err()
}

/// What Prism says of a place in a request.
struct Said<'v> {
    /// `body`, `header`, `path` or `query`.
    place: &'v str,
    message: &'v str,
}

impl<'v> Said<'v> {
    fn of(validation: &'v Value) -> Self {
        let text = |pointer: &str| {
            let text = validation.pointer(pointer).and_then(Value::as_str);
            text.unwrap_or_default()
        };
        Self {
            place: text("/location/0"),
            message: text("/message"),
        }
    }

    /// The property that it misses in the place.
    fn missing(&self) -> Option<&str> {
        let (_, name) = self.message.split_once("must have required property '")?;
        name.strip_suffix('\'')
    }
}

/// An operation of the document.
struct Operation<'d> {
    document: &'d Value,
    operation: &'d Value,
}

fn operation<'d>(document: &'d Value, call: &Call) -> Operation<'d> {
    let (method, path) = call.operation.split_once(' ').unwrap_or_default();
    let path_item = document
        .get("paths")
        .and_then(|paths| paths.get(path))
        .unwrap_or(&Value::Null);
    Operation {
        document,
        operation: path_item
            .get(method.to_ascii_lowercase())
            .unwrap_or(&Value::Null),
    }
}

impl<'d> Operation<'d> {
    /// What `value` is, or refers to.
    fn resolved(&self, value: &'d Value) -> &'d Value {
        let reference = value.get("$ref").and_then(Value::as_str);
        let target = reference
            .and_then(|it| it.strip_prefix('#'))
            .and_then(|it| self.document.pointer(it));
        target.unwrap_or(value)
    }

    /// The media types of the request's body.
    fn media_types(&self) -> impl Iterator<Item = &'d String> {
        let body = self.operation.get("requestBody");
        let content = body.and_then(|body| self.resolved(body).get("content"));
        content
            .and_then(Value::as_object)
            .into_iter()
            .flat_map(|content| content.keys())
    }
}

type Fault = fn(&Operation<'_>, &Said<'_>) -> bool;

/// The faults, each with what is right.
const FAULTS: &[(&str, Fault)] = &[
    (
        "header parameters called Accept, Content-Type or Authorization shall be ignored \
         (OpenAPI Specification 3.0.4, section 4.7.12.2.1)",
        |_, said| {
            let ignored = ["accept", "content-type", "authorization"];
            said.place == "header" && said.missing().is_some_and(|name| ignored.contains(&name))
        },
    ),
    (
        "a body of text is the text of its value; Prism checks it as a string, whatever type the schema has",
        |operation, said| {
            let mut media_types = operation.media_types();
            said.place == "body"
                && said.message.starts_with("Request body must be ")
                && media_types.all(|media_type| media_type.starts_with("text/"))
        },
    ),
    (
        "a form has a list as a pair or a part for each item, and a multipart body an object as a part of JSON, where no \
         Encoding Object says otherwise; Prism takes the last one, as text (OpenAPI Specification 3.0.4, section 4.7.15)",
        |operation, said| {
            let is_form = |media_type: &String| {
                let forms = ["application/x-www-form-urlencoded", "multipart/form-data"];
                forms.contains(&media_type.as_str())
            };
            let kinds = [" must be array", " must be object"];
            said.place == "body"
                && said.message.starts_with("Request body property ")
                && kinds.iter().any(|kind| said.message.ends_with(kind))
                && operation.media_types().any(is_form)
        },
    ),
    (
        "a parameter that is an integer or a text is one of them; Prism takes the text of an integer for both",
        |_, said| {
            ["header", "path", "query"].contains(&said.place)
                && said
                    .message
                    .ends_with(" must match exactly one schema in oneOf")
        },
    ),
];

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn call(path: &str, place: &str, message: &str) -> Call {
        Call {
            operation: format!("POST {path}"),
            way: "required".to_owned(),
            outcome: CallOutcome::Violation,
            detail: json!({"validation": [{"location": [place], "message": message}]}),
        }
    }

    fn document() -> Value {
        let body =
            |media_type: &str| json!({"post": {"requestBody": {"content": {media_type: {}}}}});
        json!({"paths": {
            "/text": body("text/plain"),
            "/json": body("application/json"),
            "/form": body("application/x-www-form-urlencoded"),
            "/a~b": {"post": {"responses": {"2XX": {"$ref": "#/components/responses/It"}}}}
        }, "components": {"responses": {"It": {"content": {"application/json": {"schema": {
            "type": "object", "required": ["undescribed"]
        }}}}}}})
    }

    #[test]
    fn what_is_right_by_the_specification_is_a_fault_of_prism_and_nothing_else() {
        for (path, place, message, expected) in [
            ("/text", "body", "Request body must be boolean", true),
            ("/json", "body", "Request body must be boolean", false),
            (
                "/form",
                "body",
                "Request body property a must be array",
                true,
            ),
            (
                "/form",
                "body",
                "Request body property a must be integer",
                false,
            ),
            (
                "/json",
                "body",
                "Request body property a must be array",
                false,
            ),
            (
                "/json",
                "header",
                "Request header must have required property 'authorization'",
                true,
            ),
            (
                "/json",
                "header",
                "Request header must have required property 'x-id'",
                false,
            ),
            (
                "/json",
                "path",
                "Request path parameter a must match exactly one schema in oneOf",
                true,
            ),
        ] {
            let call = call(path, place, message);
            assert_eq!(is_fault(&document(), &call), expected, "{path}: {message}");
        }
        let mut unknown = call("/text", "body", "Request body must be boolean");
        unknown.detail = json!({"title": "Invalid security scheme used"});
        assert!(!is_fault(&document(), &unknown));
    }

    #[test]
    fn an_answer_that_the_document_does_not_allow_is_told() {
        let mut answered = call("/a~b", "", "");
        answered.outcome = CallOutcome::NotDecoded;
        for (body, is_wrong) in [("{}", true), (r#"{"undescribed":1}"#, false), ("?", false)] {
            answered.detail = json!({"status": 201, "problem": "no", "body": body});
            let reason = wrong_answer(&document(), &answered);
            assert_eq!(reason.is_some(), is_wrong, "{body}: {reason:?}");
        }
    }
}
