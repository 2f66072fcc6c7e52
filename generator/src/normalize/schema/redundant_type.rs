use serde_json::Value;

use crate::diagnostics::Report;
use crate::normalize::walk::At;

use super::{Keywords, keywords};

/// Takes out a type that stands beside schemas that have one themselves, and with it nothing else: what is left is
/// nothing but the combination.
pub(super) fn drop(keywords: &mut Keywords, _: &At<'_>, _: &mut Report) {
    if !keywords.contains_key("type") || keywords.contains_key("enum") {
        return;
    }
    let says_more = keywords
        .keys()
        .any(|name| keywords::is_about_some_type(name));
    let mut combinations = ["allOf", "anyOf", "oneOf"]
        .iter()
        .filter_map(|name| keywords.get(*name));
    let (Some(Value::Array(branches)), None) = (combinations.next(), combinations.next()) else {
        return;
    };
    let has_type = |branch: &Value| branch.get("type").is_some() || branch.get("$ref").is_some();
    if !says_more && !keywords.contains_key("not") && branches.iter().all(has_type) {
        keywords.shift_remove("type");
    }
}
