//! What the text of a module of operations uses, and nothing more.

/// Names by where they come from, as they are printed.
const NAMES: &[(&str, &[&str])] = &[
    ("std::collections", &["BTreeMap"]),
    ("std::convert", &["Infallible"]),
    ("http", &["Method"]),
    (
        "crate::runtime::tables",
        &["answers", "bodies", "operation", "paginated", "parameters"],
    ),
    (
        "crate::runtime",
        &[
            "AnyRequest",
            "ApiKeyPlace",
            "Body",
            "Call",
            "Client",
            "ClientBuilder",
            "ClientCredentials",
            "Credential",
            "Events",
            "Header",
            "InputError",
            "JsonLines",
            "Parameter",
            "PropertyEncoding",
            "RefreshToken",
            "Secret",
            "SecretSource",
            "SecurityRequirements",
            "Style",
        ],
    ),
    ("crate", &["types"]),
];

/// The `use` items for these parts of a file, in the groups that the rest of the crate has them in.
pub(in crate::emit) fn of(parts: &[String]) -> String {
    let code: Vec<&str> = parts
        .iter()
        .flat_map(|part| part.lines())
        .filter(|line| !line.trim_start().starts_with("///"))
        .collect();
    let mut groups = [String::new(), String::new(), String::new()];
    let [standard, others, own] = &mut groups;
    for (origin, names) in NAMES {
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
            // A field or an argument of this name.
            && (!after.starts_with(':') || after.starts_with("::"))
    })
}
