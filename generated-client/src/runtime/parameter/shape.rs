// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::Value;

/// A value as the style tables see it.
pub(super) enum Shape {
    /// The column `undefined`.
    Null,
    Text(String),
    Array(Vec<String>),
    Object(Vec<(String, String)>),
}

impl Shape {
    /// The shape of a value, whose members that are `null` are left out.
    pub(super) fn of(value: &Value) -> Self {
        let kept = |member: &&Value| !member.is_null();
        match value {
            Value::Null => Self::Null,
            Value::Array(items) => Self::Array(items.iter().filter(kept).map(text).collect()),
            Value::Object(members) => Self::Object(
                members
                    .iter()
                    .filter(|(_, member)| kept(member))
                    .map(|(name, member)| (name.clone(), text(member)))
                    .collect(),
            ),
            primitive => Self::Text(text(primitive)),
        }
    }
}

/// A text as it is, and anything else as JSON.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
