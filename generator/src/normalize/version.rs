use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

/// The version that a document has after all passes.
const NORMALISED: &str = "3.0.4";

/// Accepts the versions that the passes after this one can handle.
pub(super) fn check(document: &mut Value, report: &mut Report) {
    let root = Pointer::root();
    if let Some(version) = document.get("swagger") {
        let version = text(version);
        report.error(
            Code::UnsupportedVersion,
            &root.join("swagger"),
            format!("this is a Swagger {version} document, not an OpenAPI 3 one"),
            "convert it to OpenAPI 3.0 first, for example with the publisher's newer document or a converter",
        );
        return;
    }
    let version = document.get("openapi").map(text).unwrap_or_default();
    if let Some(value @ Value::Number(_)) = document.get_mut("openapi") {
        *value = Value::String(version.clone());
    }
    match minor(&version) {
        Some(0..=2) => {}
        Some(_) => {
            report.warn(
                Code::UnsupportedVersion,
                &root.join("openapi"),
                format!("OpenAPI {version} is newer than this generator; read as OpenAPI 3.2"),
            );
        }
        None => {
            report.error(
                Code::UnsupportedVersion,
                &root.join("openapi"),
                format!("OpenAPI {version} is not supported; OpenAPI 3.0, 3.1 and 3.2 are"),
                "use the OpenAPI 3 form of the document where its publisher has one",
            );
        }
    }
}

/// Whether what stands beside `$ref` in a schema counts, as it does from OpenAPI 3.1 on (section 4.8.24.4 there:
/// schemas are those of JSON Schema 2020-12).
pub(super) fn has_reference_siblings(document: &Value) -> bool {
    let version = document.get("openapi").and_then(Value::as_str);
    version.and_then(minor).is_some_and(|minor| minor > 0)
}

/// Says that the document is in 3.0 form.
pub(super) fn set(document: &mut Value, _: &mut Report) {
    if let Some(version) = document.get_mut("openapi") {
        *version = Value::from(NORMALISED);
    }
}

/// The second number of a version 3.
fn minor(version: &str) -> Option<u64> {
    let mut numbers = version.trim().split('.');
    (numbers.next() == Some("3")).then_some(())?;
    numbers.next()?.parse().ok()
}

/// A version as its author wrote it; YAML without quotes makes numbers of some.
fn text(version: &Value) -> String {
    match version {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
