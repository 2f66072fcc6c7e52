//! What the models do not hold, so that no rule compares it.

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;

/// Keywords by which a schema refuses values that its type has. As names of properties, they have objects.
const CONSTRAINTS: &[&str] = &[
    "additionalProperties",
    "exclusiveMaximum",
    "exclusiveMinimum",
    "maxItems",
    "maxLength",
    "maxProperties",
    "maximum",
    "minItems",
    "minLength",
    "minProperties",
    "minimum",
    "multipleOf",
    "pattern",
    "unevaluatedProperties",
    "uniqueItems",
];

/// Members that hold values, not schemas.
const VALUES: &[&str] = &["const", "default", "enum", "example", "examples"];

/// The first schema in the same place of both documents that has other constraints.
pub(super) fn constraints(old: &Value, new: &Value) -> Option<Pointer> {
    differ(old, new, &Pointer::root())
}

fn differ(old: &Value, new: &Value, at: &Pointer) -> Option<Pointer> {
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            if CONSTRAINTS
                .iter()
                .any(|name| scalar(old, name) != scalar(new, name))
            {
                return Some(at.clone());
            }
            let members = old
                .iter()
                .filter(|(name, _)| !VALUES.contains(&name.as_str()));
            members
                .filter_map(|(name, one)| Some((name, one, new.get(name)?)))
                .filter(|(_, one, two)| one != two)
                .find_map(|(name, one, two)| differ(one, two, &at.join(name)))
        }
        (Value::Array(old), Value::Array(new)) => old
            .iter()
            .zip(new)
            .enumerate()
            .find_map(|(index, (one, two))| differ(one, two, &at.join(index))),
        _ => None,
    }
}

fn scalar<'a>(members: &'a Map<String, Value>, name: &str) -> Option<&'a Value> {
    let value = members.get(name)?;
    // To allow what is allowed anyway is to say nothing, and schemas are compared as types.
    (!value.is_object() && *value != Value::Bool(name != "uniqueItems")).then_some(value)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn constraints_of_schemas_are_found_and_nothing_that_has_their_names() {
        let of = |schema: Value| json!({"components": {"schemas": {"A": schema}}});
        let find = |old, new| constraints(&of(old), &of(new)).map(|it| it.to_string());
        let found = Some("#/components/schemas/A".to_owned());
        assert_eq!(find(json!({}), json!({"maxLength": 3})), found);
        assert_eq!(
            find(json!({}), json!({"additionalProperties": false})),
            found
        );
        assert_eq!(find(json!({}), json!({"additionalProperties": true})), None);
        assert_eq!(
            find(
                json!({"properties": {}, "example": {"pattern": "a"}}),
                json!({"properties": {"pattern": {}}, "example": {"pattern": "b"}}),
            ),
            None
        );
    }
}
