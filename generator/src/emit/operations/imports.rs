//! What the text of a module of operations uses, and nothing more.

use super::CrateModel;

/// Names by where they come from, as they are printed.
const NAMES: &[(&str, &[&str])] = &[
    ("std::collections", &["BTreeMap"]),
    ("std::convert", &["Infallible"]),
    (
        "crate::runtime",
        &[
            "Body",
            "Call",
            "Client",
            "Events",
            "JsonLines",
            "Parameter",
            "PropertyEncoding",
            "Style",
        ],
    ),
    (
        "crate::runtime::tables",
        &["answers", "bodies", "operation", "paginated", "parameters"],
    ),
    ("crate", &["types"]),
];

/// The `use` items for these parts of a file.
pub(super) fn of(parts: &[String], _: &CrateModel<'_>) -> String {
    let code: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.lines())
        .filter(|line| !line.trim_start().starts_with("///"))
        .collect();
    let mut text = String::new();
    for (origin, names) in NAMES {
        let used: Vec<&str> = names
            .iter()
            .filter(|name| code.iter().any(|line| uses(line, name)))
            .copied()
            .collect();
        match used.as_slice() {
            [] => continue,
            [name] => text.push_str(&format!("use {origin}::{name};\n")),
            names => text.push_str(&format!("use {origin}::{{{}}};\n", names.join(", "))),
        }
        if origin.starts_with("std") && !text.ends_with("\n\n") {
            continue;
        }
    }
    // The standard library's stand apart, as in the rest of the crate.
    match text.find("use crate") {
        Some(start) if start > 0 => format!("{}\n{}", &text[..start], &text[start..]),
        _ => text,
    }
}

/// Whether a line has the name by itself, not as a part of a path or of another name.
fn uses(line: &str, name: &str) -> bool {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(name).any(|(start, _)| {
        let before = line.get(..start).unwrap_or_default();
        let after = line.get(start + name.len()..).unwrap_or_default();
        !before.ends_with(is_word)
            && !before.ends_with("::")
            && !before.ends_with('.')
            && !before.ends_with("fn ")
            && !before.ends_with('"')
            && !after.starts_with(is_word)
            && !after.starts_with(':') | after.starts_with("::")
    })
}
