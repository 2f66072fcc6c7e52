use std::collections::BTreeSet;

use indexmap::IndexMap;
use serde_json::Value;

use crate::diagnostics::{Code, Report};
use crate::normalize::members::{as_text, number};
use crate::normalize::walk::At;

use super::{Keywords, set, take_list, type_of};

/// How many values of a list a message names.
const NAMED: usize = 5;

/// Takes out of an `enum` what is there twice, while its values are where the document has them.
pub(super) fn drop_twice(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let Some(Value::Array(values)) = keywords.get_mut("enum") else {
        return;
    };
    let mut seen: IndexMap<&Value, usize> = IndexMap::with_capacity(values.len());
    let mut twice = BTreeSet::new();
    for (index, value) in values.iter().enumerate() {
        let first = *seen.entry(value).or_insert(index);
        if first != index {
            twice.insert(index);
            let all = at.join("enum");
            let message = format!("the value `{}` is there twice", text(value));
            report
                .warn(Code::InvalidDocument, &all.join(index), message)
                .related(&all.join(first), "the first one is here");
        }
    }
    if twice.is_empty() {
        return;
    }
    let mut index = 0..;
    values.retain(|_| index.next().is_none_or(|index| !twice.contains(&index)));
}

/// How a message names a value.
fn text(value: &Value) -> String {
    value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned)
}

/// Takes out of an `enum` what is not of the schema's type; values that only are written as another type, as YAML without
/// quotes has it, are read as they are meant.
pub(super) fn rewrite(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let Some(values) = take_list(keywords, "enum") else {
        return;
    };
    let own = type_of(keywords).map(str::to_owned);
    let mut kept = Vec::new();
    let mut mended = Vec::new();
    let mut refused = Vec::new();
    let mut seen = BTreeSet::new();
    for value in values {
        let (value, was) = match own.as_deref().map(|own| fit(&value, own)) {
            None | Some(Fit::Fits) => (value, None),
            Some(Fit::Meant(meant)) => (meant, Some(value)),
            Some(Fit::Never) => {
                refused.push(value);
                continue;
            }
        };
        mended.extend(was.filter(|was| *was != value));
        if seen.insert(value.to_string()) {
            kept.push(value);
        } else {
            // As they are written, they are not the same.
            let message = format!("the value `{}` is there twice", text(&value));
            report.warn(Code::InvalidDocument, &at.join("enum"), message);
        }
    }
    let own = own.unwrap_or_default();
    for (values, outcome) in [
        (mended, format!("read as {own}s")),
        (refused, "left out".into()),
    ] {
        if !values.is_empty() {
            let message = format!("not of the type `{own}`: {}; {outcome}", list(&values));
            report.warn(Code::InvalidDocument, &at.join("enum"), message);
        }
    }
    if kept.is_empty() {
        return;
    }
    // A list of values can hold what no integer type can.
    let is_wide = |value: &Value| value.is_number() && !value.is_i64();
    if own == "integer" && kept.iter().any(is_wide) {
        keywords.shift_remove("type");
        keywords.shift_remove("format");
    }
    set(keywords, "enum", kept);
}

/// How a value goes with the type of its schema.
enum Fit {
    Fits,
    Meant(Value),
    Never,
}

fn fit(value: &Value, own: &str) -> Fit {
    let meant = match (own, value) {
        ("string", Value::String(_))
        | ("number", Value::Number(_))
        | ("boolean", Value::Bool(_))
        | ("array", Value::Array(_))
        | ("object", Value::Object(_)) => return Fit::Fits,
        ("integer", Value::Number(given)) if !given.is_f64() => return Fit::Fits,
        ("integer", Value::Number(given)) => given.as_f64().and_then(whole),
        ("string", value) => as_text(value),
        ("integer", Value::String(text)) => number(text).filter(|value| !value.is_f64()),
        ("number", Value::String(text)) => number(text),
        ("boolean", Value::String(text)) => text.parse().ok().map(Value::Bool),
        _ => None,
    };
    meant.map_or(Fit::Never, Fit::Meant)
}

/// The integer that a number with a point is, as far as such numbers are exact.
pub(super) fn whole(value: f64) -> Option<Value> {
    let is_exact = value.fract() == 0.0 && value.abs() < 9_007_199_254_740_992.0;
    is_exact.then_some(Value::from(value as i64))
}

fn list(values: &[Value]) -> String {
    let named: Vec<String> = values
        .iter()
        .take(NAMED)
        .map(|value| format!("`{value}`"))
        .collect();
    let more = if values.len() > NAMED { ", …" } else { "" };
    format!("{}{more}", named.join(", "))
}
