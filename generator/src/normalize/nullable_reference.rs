use serde_json::{Map, Value, json};

use crate::diagnostics::{Code, Pointer, Report};

/// Members that hold data, not schemas.
const DATA: &[&str] = &["default", "enum", "example", "examples"];

/// Members whose own members have names of the author's choice.
const NAMED: &[&str] = &[
    "callbacks",
    "content",
    "headers",
    "parameters",
    "paths",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
];

/// Gives `nullable` beside `$ref` the meaning that its author meant. OpenAPI 3.0 ignores what stands beside `$ref`
/// (section 4.7.23); the same within `allOf` counts.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    // Values from our readers are at most 127 levels deep.
    walk(document, false, &Pointer::root(), report);
}

fn walk(value: &mut Value, keys_are_names: bool, at: &Pointer, report: &mut Report) {
    match value {
        Value::Object(members) => {
            if !keys_are_names
                && members.get("nullable") == Some(&Value::Bool(true))
                && let Some(reference @ Value::String(_)) = members.get("$ref")
            {
                report.warn(
                    Code::InvalidDocument,
                    at,
                    "`nullable` beside `$ref` has no meaning in OpenAPI 3.0; read as nullable",
                );
                let all_of = json!([{ "$ref": reference }]);
                *members = Map::from_iter([
                    ("allOf".to_owned(), all_of),
                    ("nullable".to_owned(), Value::Bool(true)),
                ]);
                return;
            }
            for (name, member) in members.iter_mut() {
                let is_data = DATA.contains(&name.as_str()) || name.starts_with("x-");
                if keys_are_names || !is_data {
                    let named_inside = !keys_are_names && NAMED.contains(&name.as_str());
                    walk(member, named_inside, &at.join(name), report);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, false, &at.join(index), report);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_property_may_be_called_like_a_member_that_holds_data() {
        let reference = json!({"$ref": "#/components/schemas/B", "nullable": true});
        let mended = json!({"allOf": [{"$ref": "#/components/schemas/B"}], "nullable": true});
        let mut document = json!({
            "components": {"schemas": {"A": {
                "example": reference,
                "properties": {"default": reference, "x-y": reference, "properties": reference},
            }}},
        });
        let mut report = Report::default();
        mend(&mut document, &mut report);
        let schema = &document["components"]["schemas"]["A"];
        assert_eq!(schema["example"], reference);
        for name in ["default", "x-y", "properties"] {
            assert_eq!(schema["properties"][name], mended, "{name}");
        }
        assert_eq!(report.diagnostics.len(), 3);
    }
}
