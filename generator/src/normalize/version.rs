use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

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
    if version != "3.0" && !version.starts_with("3.0.") {
        report.error(
            Code::UnsupportedVersion,
            &root.join("openapi"),
            format!("OpenAPI {version} is not supported yet; OpenAPI 3.0 is"),
            "use the 3.0 form of the document where its publisher has one",
        );
    }
}

/// A version as its author wrote it; YAML without quotes makes numbers of some.
fn text(version: &Value) -> String {
    match version {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
