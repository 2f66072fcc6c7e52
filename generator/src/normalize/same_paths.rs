use std::collections::BTreeMap;

use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

use super::grammar::{Holds, Kind, holds};
use super::walk::ORIGIN;

/// Tells of operations of one method whose paths differ in nothing but the names of their parameters, which the
/// specification takes for the same path (OpenAPI Specification 3.0.4, section 4.7.8.2). Both stay: nothing says which of
/// them is meant.
pub(super) fn tell(document: &mut Value, report: &mut Report) {
    let paths = document.get("paths").and_then(Value::as_object);
    let mut seen: BTreeMap<String, BTreeMap<&str, (&str, Pointer)>> = BTreeMap::new();
    for (path, item) in paths.into_iter().flatten() {
        // Without parameters, keys that are the same are one key.
        let (Some(item), true) = (item.as_object(), path.contains('{')) else {
            continue;
        };
        let place = match item.get(ORIGIN).and_then(Value::as_str) {
            Some(origin) => Pointer::from(origin),
            None => Pointer::root().join_all(["paths", path]),
        };
        let same = seen.entry(without_names(path)).or_default();
        for name in item.keys().filter(|name| is_operation(name)) {
            match same.get(name.as_str()) {
                None => {
                    same.insert(name, (path, place.clone()));
                }
                // Two paths can refer to one item.
                Some((_, first)) if *first == place => {}
                Some((other, first)) => {
                    let message = format!(
                        "but for the names of parameters, the path `{path}` is `{other}`, which has this method, too"
                    );
                    report
                        .warn(Code::InvalidDocument, &place.join(name), message)
                        .related(&first.join(name), "the first one is here");
                }
            }
        }
    }
}

fn is_operation(name: &str) -> bool {
    holds(Kind::PathItem, name) == Some(Holds::One(Kind::Operation))
}

/// The template with empty braces.
fn without_names(path: &str) -> String {
    let mut plain = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((before, after)) = rest.split_once('{') {
        plain.push_str(before);
        plain.push('{');
        rest = after
            .find('}')
            .and_then(|end| after.get(end..))
            .unwrap_or(after);
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_parameters_are_no_part_of_what_a_path_is() {
        for (path, expected) in [
            ("/a/{b}/c/{d}.json", "/a/{}/c/{}.json"),
            ("/a", "/a"),
            ("/{a}{b}", "/{}{}"),
            ("/{a", "/{a"),
        ] {
            assert_eq!(without_names(path), expected);
        }
    }
}
