use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, constant, is_combined, set};

/// Says the type of a schema that leaves it to its other keywords.
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    if keywords.contains_key("type") || is_combined(keywords) {
        return;
    }
    let of_values = match keywords.get("enum") {
        Some(Value::Array(values)) => Some(constant::common_type(values)),
        _ => None,
    };
    let has = |names: &[&str]| names.iter().any(|name| keywords.contains_key(*name));
    let implied = match of_values {
        Some(common) => common,
        None if has(&["properties", "additionalProperties", "patternProperties"]) => Some("object"),
        None if has(&["items", "prefixItems"]) => Some("array"),
        None => keywords
            .get("format")
            .and_then(Value::as_str)
            .and_then(of_format),
    };
    if let Some(implied) = implied {
        set(keywords, "type", implied);
    }
}

/// The type that a registered format is about (OpenAPI Format Registry).
pub(super) fn of_format(format: &str) -> Option<&'static str> {
    Some(match format {
        "int8" | "int16" | "int32" | "int64" | "uint8" | "uint16" | "uint32" | "uint64" => {
            "integer"
        }
        "float" | "double" => "number",
        "date" | "date-time" | "time" | "duration" | "uuid" | "uri" | "url" | "email"
        | "hostname" | "ipv4" | "ipv6" | "byte" | "base64url" | "binary" | "password" => "string",
        _ => return None,
    })
}
