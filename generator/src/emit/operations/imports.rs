//! What the text of a module of operations uses, and nothing more.

/// Names by where they come from, as they are printed.
const NAMES: &[Names] = &[
    ("std::collections", &["BTreeMap"]),
    ("std::convert", &["Infallible"]),
    (
        "crate::runtime::tables",
        &["answers", "bodies", "operation", "paginated", "parameters"],
    ),
    (
        "crate::runtime",
        &[
            "Body",
            "Call",
            "Client",
            "Events",
            "Header",
            "JsonLines",
            "Parameter",
            "PropertyEncoding",
            "Style",
        ],
    ),
    ("crate", &["types"]),
];

/// Names and where they come from.
pub(in crate::emit) type Names = (&'static str, &'static [&'static str]);

/// The `use` items for these parts of a file of operations.
pub(super) fn of(parts: &[String]) -> String {
    those_of(NAMES, parts)
}

/// The `use` items for those of `names` that parts of a file use, in the groups that the rest of the crate has them in.
pub(in crate::emit) fn those_of(names: &[Names], parts: &[String]) -> String {
    let code: Vec<String> = parts
        .iter()
        .flat_map(|part| part.lines())
        .filter(|line| !line.trim_start().starts_with("///"))
        .map(without_literals)
        .collect();
    let mut groups = [String::new(), String::new(), String::new()];
    let [standard, others, own] = &mut groups;
    for (origin, names) in names {
        let used: Vec<&str> = names
            .iter()
            .filter(|name| code.iter().any(|line| uses(line, name)))
            .copied()
            .collect();
        let group = match origin.split("::").next() {
            Some("std") => &mut *standard,
            Some("crate") => &mut *own,
            _ => &mut *others,
        };
        match used.as_slice() {
            [] => {}
            [name] => group.push_str(&format!("use {origin}::{name};\n")),
            names => group.push_str(&format!("use {origin}::{{{}}};\n", names.join(", "))),
        }
    }
    let groups: Vec<String> = groups.into_iter().filter(|it| !it.is_empty()).collect();
    groups.join("\n")
}

/// A line without what stands between quotes.
fn without_literals(line: &str) -> String {
    let line = line.replace("\\\\", "").replace("\\\"", "");
    line.split('"').step_by(2).collect::<Vec<_>>().join("\"\"")
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
            && !after.starts_with(is_word)
            && is_ours(line.trim_start().len() + start == line.len(), name, after)
    })
}

/// Whether a name that stands before `after` is the one that is imported. Those of a document can be the same: fields,
/// arguments and variants.
fn is_ours(is_first: bool, name: &str, after: &str) -> bool {
    if name.starts_with(char::is_lowercase) {
        return after.starts_with('!') || after.starts_with("::");
    }
    let is_field = after.starts_with(':') && !after.starts_with("::");
    let is_variant = is_first && (after.starts_with('(') || after.starts_with(" from "));
    !is_field && !is_variant
}
