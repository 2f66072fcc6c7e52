use serde_json::Value;

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::At;

use super::{Keywords, set, take_list};

/// Moves `required: true` of a property to the list of the object around it, where it belongs since JSON Schema
/// draft 4.
pub(super) fn mend(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    if keywords.get("required").is_some_and(Value::is_boolean) {
        keywords.shift_remove("required");
        report.warn(
            Code::InvalidDocument,
            &at.join("required"),
            "`required` is no list of properties; left out",
        );
    }
    let mut required = Vec::new();
    if let Some(Value::Object(properties)) = keywords.get_mut("properties") {
        for (name, property) in properties {
            let Value::Object(property) = property else {
                continue;
            };
            let Some(Value::Bool(is_required)) = property.get("required") else {
                continue;
            };
            let meaning = if *is_required { "required" } else { "optional" };
            report.warn(
                Code::InvalidDocument,
                &at.pointer().join_all(["properties", name, "required"]),
                format!("`required` of a property is no boolean; `{name}` is read as {meaning}"),
            );
            if *is_required {
                required.push(Value::from(name.clone()));
            }
            property.shift_remove("required");
        }
    }
    if !required.is_empty() {
        let mut all = take_list(keywords, "required").unwrap_or_default();
        all.extend(required);
        set(keywords, "required", super::distinct(all));
    }
}
