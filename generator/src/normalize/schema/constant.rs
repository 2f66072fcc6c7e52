use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, set};

/// Makes an `enum` of one value of `const` (JSON Schema 2020-12, Validation, section 6.1.3).
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    if let Some(value) = keywords.shift_remove("const") {
        set(keywords, "enum", vec![value]);
    }
}

/// The type that all values have; `None` where they differ or are no scalars.
pub(super) fn common_type(values: &[Value]) -> Option<&'static str> {
    let mut types = values.iter().map(|value| match value {
        Value::String(_) => Some("string"),
        Value::Bool(_) => Some("boolean"),
        Value::Number(number) if number.is_f64() => Some("number"),
        Value::Number(_) => Some("integer"),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    });
    let first = types.next()??;
    types.try_fold(first, |common, next| match (common, next?) {
        (common, next) if common == next => Some(common),
        ("integer" | "number", "integer" | "number") => Some("number"),
        _ => None,
    })
}
