use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::diagnostics::{Code, Pointer, Report};

use super::grammar::{Holds, Kind, holds};
use super::walk::ORIGIN;

/// How many references may follow each other.
const LONGEST_CHAIN: usize = 32;

/// Gives each operation an id of its own, and each part of its path in braces a parameter.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    let shared = document
        .pointer("/components/parameters")
        .and_then(Value::as_object)
        .cloned()
        .unwrap_or_default();
    let Some(Value::Object(paths)) = document.get_mut("paths") else {
        return;
    };
    let mut mended = Operations {
        given: ids(paths),
        used: BTreeMap::new(),
        shared,
        report,
    };
    for (path, item) in paths {
        let Value::Object(item) = item else {
            continue;
        };
        let place = match item.get(ORIGIN) {
            Some(Value::String(origin)) => Pointer::from(origin.as_str()),
            _ => Pointer::root().join_all(["paths", path]),
        };
        let declared = mended.path_parameters(item.get("parameters"));
        for (name, operation) in item.iter_mut() {
            let is_operation = holds(Kind::PathItem, name) == Some(Holds::One(Kind::Operation));
            if let (true, Value::Object(operation)) = (is_operation, operation) {
                let at = place.join(name);
                mended.id(operation, name, path, &at);
                mended.parameters(operation, &declared, path, &at);
            }
        }
    }
}

/// The ids that operations have.
fn ids(paths: &Map<String, Value>) -> BTreeSet<String> {
    let items = paths.values().filter_map(Value::as_object);
    let operations = items.flat_map(Map::values);
    operations
        .filter_map(|operation| operation.get("operationId")?.as_str())
        .map(str::to_owned)
        .collect()
}

struct Operations<'a> {
    /// The ids that the document has.
    given: BTreeSet<String>,
    /// Those of the operations so far, and which these are.
    used: BTreeMap<String, Pointer>,
    /// The parameters of the components.
    shared: Map<String, Value>,
    report: &'a mut Report,
}

impl Operations<'_> {
    /// The first operation keeps an id; others with the same one, or with none, get theirs from method and path.
    fn id(&mut self, operation: &mut Map<String, Value>, method: &str, path: &str, at: &Pointer) {
        let id = operation.get("operationId").and_then(Value::as_str);
        let id = id.filter(|id| !id.is_empty());
        let instead = "it is named after its method and path";
        match id.map(|id| (id, self.used.get(id))) {
            Some((id, None)) => {
                self.used.insert(id.to_owned(), at.clone());
                return;
            }
            Some((id, Some(first))) => {
                let message = format!("the id `{id}` belongs to an earlier operation already");
                self.report
                    .warn(
                        Code::InvalidDocument,
                        &at.join("operationId"),
                        format!("{message}; {instead}"),
                    )
                    .related(&first.join("operationId"), "the first one is here");
            }
            None => {
                let message = format!("the operation has no `operationId`; {instead}");
                self.report.warn(Code::InvalidDocument, at, message);
            }
        }
        let mut id = format!("{method} {path}");
        while self.given.contains(&id) || self.used.contains_key(&id) {
            id.push('_');
        }
        self.used.insert(id.clone(), at.clone());
        operation.insert("operationId".to_owned(), Value::from(id));
    }

    fn parameters(
        &mut self,
        operation: &mut Map<String, Value>,
        shared: &BTreeSet<String>,
        path: &str,
        at: &Pointer,
    ) {
        let own = self.path_parameters(operation.get("parameters"));
        let mut missing: Vec<&str> = Vec::new();
        for name in placeholders(path) {
            if !own.contains(name) && !shared.contains(name) && !missing.contains(&name) {
                missing.push(name);
            }
        }
        for name in missing {
            self.report.warn(
                Code::InvalidDocument,
                at,
                format!("`{{{name}}}` in the path is not declared as a parameter; read as text"),
            );
            let parameter = json!({
                "name": name,
                "in": "path",
                "required": true,
                "schema": {"type": "string"},
            });
            let parameters = operation
                .entry("parameters")
                .or_insert_with(|| Value::Array(Vec::new()));
            if let Value::Array(parameters) = parameters {
                parameters.push(parameter);
            }
        }
    }

    /// The names of the parameters of a list that are in the path.
    fn path_parameters(&self, list: Option<&Value>) -> BTreeSet<String> {
        let list = list.and_then(Value::as_array);
        list.into_iter()
            .flatten()
            .filter_map(|parameter| self.resolved(parameter))
            .filter(|parameter| parameter.get("in").is_some_and(|place| place == "path"))
            .filter_map(|parameter| parameter.get("name")?.as_str())
            .map(str::to_owned)
            .collect()
    }

    fn resolved<'a>(&'a self, parameter: &'a Value) -> Option<&'a Value> {
        let mut parameter = parameter;
        for _ in 0..LONGEST_CHAIN {
            let Some(reference) = parameter.get("$ref").and_then(Value::as_str) else {
                return Some(parameter);
            };
            let pointer = Pointer::from(reference.strip_prefix('#')?);
            let key = pointer.tokens().last()?.replace("%25", "%");
            parameter = self.shared.get(&key)?;
        }
        None
    }
}

/// The names in braces of a path template (OpenAPI Specification 3.0.4, section 4.4).
fn placeholders(path: &str) -> impl Iterator<Item = &str> {
    path.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}').map(|(name, _)| name))
}
