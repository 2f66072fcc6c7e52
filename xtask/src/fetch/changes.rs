//! What changed between two versions of a document, told by operation and component.

use std::collections::HashMap;

use generator::Pointer;
use serde_json::Value;

const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// One line for each part that is new (`+`), different (`~`) or gone (`-`), in the order of the documents.
///
/// A part is an operation, another key of a path, a component, or another part of the top level. The order of keys
/// makes no difference.
pub(crate) fn list(old: &Value, new: &Value) -> Vec<String> {
    let old_parts = parts(old);
    let new_parts = parts(new);
    let before: HashMap<&str, &Value> = by_label(&old_parts);
    let after: HashMap<&str, &Value> = by_label(&new_parts);

    let mut lines = Vec::new();
    for (label, value) in &new_parts {
        match before.get(label.as_str()) {
            None => lines.push(format!("+ {label}")),
            Some(old_value) if old_value != value => lines.push(format!("~ {label}")),
            Some(_) => {}
        }
    }
    for (label, _) in &old_parts {
        if !after.contains_key(label.as_str()) {
            lines.push(format!("- {label}"));
        }
    }
    lines
}

fn by_label<'a>(parts: &'a [(String, &'a Value)]) -> HashMap<&'a str, &'a Value> {
    parts
        .iter()
        .map(|(label, value)| (label.as_str(), *value))
        .collect()
}

fn parts(document: &Value) -> Vec<(String, &Value)> {
    let mut parts = Vec::new();
    for (key, value) in entries(document) {
        let pointer = Pointer::root().join(key);
        match key.as_str() {
            "paths" => path_parts(value, &pointer, &mut parts),
            "components" => {
                for (section, components) in entries(value) {
                    let pointer = pointer.join(section);
                    for (name, component) in entries(components) {
                        parts.push((printable(pointer.join(name)), component));
                    }
                }
            }
            _ => parts.push((printable(pointer), value)),
        }
    }
    parts
}

fn path_parts<'a>(paths: &'a Value, pointer: &Pointer, parts: &mut Vec<(String, &'a Value)>) {
    for (path, item) in entries(paths) {
        for (key, value) in entries(item) {
            let label = if METHODS.contains(&key.as_str()) {
                printable(format!("{} {path}", key.to_ascii_uppercase()))
            } else {
                printable(pointer.join(path).join(key))
            };
            parts.push((label, value));
        }
    }
}

fn entries(value: &Value) -> impl Iterator<Item = (&String, &Value)> {
    value.as_object().into_iter().flatten()
}

/// Names of a document come from elsewhere; they must not be able to steer the terminal.
fn printable(label: impl std::fmt::Display) -> String {
    label
        .to_string()
        .replace(|c: char| c.is_control(), "\u{fffd}")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn operations_and_components_are_told_one_by_one() {
        let old = json!({
            "openapi": "3.0.3",
            "info": {"title": "T", "version": "1"},
            "paths": {
                "/x": {"get": {"summary": "a"}, "post": {}, "parameters": []},
                "/y": {"get": {}},
            },
            "components": {"schemas": {"A": {}, "B": {"type": "object"}}},
        });
        let new = json!({
            "openapi": "3.0.3",
            "info": {"title": "T", "version": "2"},
            "paths": {
                "/x": {"get": {"summary": "b"}, "post": {}, "parameters": [{}]},
                "/z": {"put": {}},
            },
            "components": {"schemas": {"B": {"type": "string"}, "C": {}}},
            "tags": [],
        });
        assert_eq!(
            list(&old, &new),
            [
                "~ #/info",
                "~ GET /x",
                "~ #/paths/~1x/parameters",
                "+ PUT /z",
                "~ #/components/schemas/B",
                "+ #/components/schemas/C",
                "+ #/tags",
                "- GET /y",
                "- #/components/schemas/A",
            ]
        );
    }

    #[test]
    fn the_order_of_keys_is_no_change() {
        let old: Value =
            serde_json::from_str(r#"{"info":{"a":1,"b":2},"openapi":"3.0.3"}"#).unwrap();
        let new: Value =
            serde_json::from_str(r#"{"openapi":"3.0.3","info":{"b":2,"a":1}}"#).unwrap();
        assert!(list(&old, &new).is_empty());
    }

    #[test]
    fn names_cannot_steer_the_terminal() {
        let new = json!({"paths": {"/\u{1b}[2J": {"get": {}}}});
        assert_eq!(list(&json!({}), &new), ["+ GET /\u{fffd}[2J"]);
    }

    #[test]
    fn parts_of_an_unexpected_kind_are_passed_over() {
        let odd = json!({"paths": [1], "components": {"schemas": 3}});
        assert!(list(&odd, &json!(null)).is_empty());
    }
}
