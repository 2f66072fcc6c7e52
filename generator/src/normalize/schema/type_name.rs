use serde_json::Value;

use crate::diagnostics::{Code, Report};
use crate::normalize::walk::At;

use super::{Keywords, set};

/// The types of JSON Schema.
const TYPES: &[&str] = &[
    "array", "boolean", "integer", "null", "number", "object", "string",
];

/// What a name that is no type means.
enum Meant {
    Type(&'static str),
    Formatted(&'static str, &'static str),
    Anything,
}

/// Reads names of types that other languages and older versions have.
pub(super) fn mend(keywords: &mut Keywords, at: &At<'_>, report: &mut Report) {
    let mut names = match keywords.get("type") {
        None => return,
        Some(Value::Array(names)) => names.clone(),
        Some(only) => vec![only.clone()],
    };
    let is_type = |name: &Value| name.as_str().is_some_and(|name| TYPES.contains(&name));
    if !names.is_empty() && names.iter().all(is_type) {
        return;
    }
    let mut formats = Vec::new();
    for name in &mut names {
        if is_type(name) {
            continue;
        }
        let text = name
            .as_str()
            .map_or_else(|| name.to_string(), str::to_owned);
        let (read_as, meant) = match meant(&text) {
            Meant::Type(meant) => (format!("`{meant}`"), Some(meant)),
            Meant::Formatted(meant, format) => {
                formats.push(format);
                (format!("`{meant}` of the format `{format}`"), Some(meant))
            }
            Meant::Anything => ("any value".to_owned(), None),
        };
        report.warn(
            Code::InvalidDocument,
            &at.join("type"),
            format!("`{text}` is no type; read as {read_as}"),
        );
        *name = meant.map_or(Value::Null, Value::from);
    }
    // One type that is any makes the others mean nothing.
    match names.as_slice() {
        _ if names.is_empty() || names.iter().any(Value::is_null) => {
            keywords.shift_remove("type");
        }
        [only] => {
            let only = only.clone();
            set(keywords, "type", only);
        }
        _ => set(keywords, "type", names),
    }
    if let [format] = formats.as_slice()
        && !keywords.contains_key("format")
    {
        set(keywords, "format", *format);
    }
}

fn meant(name: &str) -> Meant {
    use Meant::{Anything, Formatted, Type};
    match name.trim().to_ascii_lowercase().as_str() {
        "str" | "text" | "enum" | "char" => Type("string"),
        "int" => Type("integer"),
        "int32" => Formatted("integer", "int32"),
        "int64" | "long" => Formatted("integer", "int64"),
        "float" | "double" | "decimal" | "numeric" => Type("number"),
        "bool" => Type("boolean"),
        "list" => Type("array"),
        "dict" | "map" | "hash" | "struct" => Type("object"),
        "none" | "nil" => Type("null"),
        "file" | "binary" => Formatted("string", "binary"),
        "date" => Formatted("string", "date"),
        "datetime" | "date-time" | "timestamp" => Formatted("string", "date-time"),
        "uuid" => Formatted("string", "uuid"),
        other => TYPES
            .iter()
            .find(|name| **name == other)
            .map_or(Anything, |name| Type(name)),
    }
}
