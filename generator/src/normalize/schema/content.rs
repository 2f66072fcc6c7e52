use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, is_combined, set, type_of};

/// Media types of text; others hold bytes.
const TEXT: &[&str] = &["json", "xml", "yaml", "javascript", "x-www-form-urlencoded"];

/// Makes formats of `contentEncoding` and `contentMediaType` (OpenAPI Specification 3.1.1, section 4.6.4: the
/// formats `byte` and `binary` are what these were in 3.0).
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    let encoding = keywords.shift_remove("contentEncoding");
    let media_type = keywords.shift_remove("contentMediaType");
    let format = match (encoding.as_ref().and_then(Value::as_str), media_type) {
        (Some(encoding), _) if encoding.eq_ignore_ascii_case("base64") => "byte",
        (Some(encoding), _) if encoding.eq_ignore_ascii_case("base64url") => "base64url",
        (None, Some(Value::String(media_type))) if !is_text(&media_type) => "binary",
        _ => return,
    };
    let may_be_text = match keywords.get("type") {
        None => !is_combined(keywords),
        Some(Value::Array(types)) => types.iter().any(|name| name == "string"),
        Some(_) => type_of(keywords) == Some("string"),
    };
    if may_be_text && !keywords.contains_key("format") {
        set(keywords, "format", format);
    }
}

fn is_text(media_type: &str) -> bool {
    let media_type = media_type.to_ascii_lowercase();
    let essence = media_type.split(';').next().unwrap_or_default().trim();
    essence.starts_with("text/")
        || TEXT.iter().any(|name| {
            essence.ends_with(&format!("/{name}")) || essence.ends_with(&format!("+{name}"))
        })
}
