use serde_json::{Map, Value, json};

use crate::diagnostics::{Code, Pointer, Report};

/// Members that hold data, not schemas.
const DATA: &[&str] = &["default", "enum", "example", "examples"];

/// Gives `nullable` beside `$ref` the meaning that its author meant. OpenAPI 3.0 ignores what stands beside `$ref`
/// (section 4.7.23); the same within `allOf` counts.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    // Values from our readers are at most 127 levels deep.
    walk(document, &Pointer::root(), report);
}

fn walk(value: &mut Value, at: &Pointer, report: &mut Report) {
    match value {
        Value::Object(members) => {
            if members.get("nullable") == Some(&Value::Bool(true))
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
                if !DATA.contains(&name.as_str()) && !name.starts_with("x-") {
                    walk(member, &at.join(name), report);
                }
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter_mut().enumerate() {
                walk(item, &at.join(index), report);
            }
        }
        _ => {}
    }
}
