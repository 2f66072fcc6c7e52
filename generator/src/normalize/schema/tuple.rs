use std::ops::RangeInclusive;

use serde_json::{Value, json};

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, any_of, is_combined, set, take_list, type_of};

/// How many places a tuple has that is more than an array of one, and still has Rust's own traits.
const TUPLES: RangeInclusive<usize> = 2..=12;

/// Makes a tuple, or an array of what any of its items may be, of a schema for each item (`prefixItems`, JSON Schema
/// 2020-12, Core, section 10.3.1.1; a list in `items` before that).
pub(super) fn rewrite(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    let unevaluated = keywords.shift_remove("unevaluatedItems");
    if keywords.get("items").is_some_and(Value::is_array) {
        let items = take_list(keywords, "items").unwrap_or_default();
        set(keywords, "prefixItems", items);
    }
    let rest = keywords.get("items").cloned().or(unevaluated);
    let items = take_list(keywords, "prefixItems").unwrap_or_default();
    if items.is_empty() {
        set_items(keywords, rest);
        return;
    }
    if type_of(keywords).is_some_and(|name| name != "array") {
        return;
    }
    let is_tuple = TUPLES.contains(&items.len())
        && is_exact(keywords, items.len(), rest.as_ref())
        && !is_combined(keywords);
    if is_tuple {
        for name in ["type", "items", "minItems", "maxItems", "uniqueItems"] {
            keywords.shift_remove(name);
        }
        set(keywords, "allOf", items);
        set(keywords, "x-lowering-tuple", true);
        return;
    }
    let rest = rest.filter(|rest| *rest != Value::Bool(false));
    let rest = rest.map(|rest| {
        if rest == Value::Bool(true) {
            json!({})
        } else {
            rest
        }
    });
    set(keywords, "type", "array");
    set(
        keywords,
        "items",
        any_of(items.into_iter().chain(rest).collect()),
    );
}

/// `items` is a schema in 3.0.
fn set_items(keywords: &mut Keywords, items: Option<Value>) {
    match items {
        Some(items @ Value::Object(_)) => set(keywords, "items", items),
        Some(Value::Bool(true)) => set(keywords, "items", json!({})),
        // An array that is always empty is still one.
        _ => {
            keywords.shift_remove("items");
        }
    }
}

/// Whether an array has as many items as there are schemas for them.
fn is_exact(keywords: &Keywords, count: usize, rest: Option<&Value>) -> bool {
    let bound = |name| keywords.get(name).and_then(Value::as_u64);
    let count = u64::try_from(count).ok();
    let is_closed = rest == Some(&Value::Bool(false)) || bound("maxItems") == count;
    match bound("minItems") {
        None => is_closed,
        min => min == count && (is_closed || rest.is_none()),
    }
}
