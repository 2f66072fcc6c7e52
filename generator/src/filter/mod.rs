//! The choice of operations: those that are left out go, and with them what only they need.

mod pattern;
mod prune;
mod referenced;

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::diagnostics::{Code, Pointer, Report};
use crate::edits::EditError;
use crate::similar::did_you_mean;
use crate::source::{Draft, FileId, Source};

pub use pattern::OperationPattern;

/// The members of a Path Item Object that are operations (OpenAPI Specification 3.2.0, section 4.9).
const METHODS: [&str; 9] = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
];

/// Where OpenAPI 3.2 has operations of other methods.
const ADDITIONAL: &str = "additionalOperations";

/// Which operations of a document are kept: those that `include` finds, or all where it is empty, but not those that
/// `exclude` finds. Webhooks are operations without a path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationFilter {
    /// What is kept.
    pub include: Vec<OperationPattern>,
    /// What is left out, even though it is included.
    pub exclude: Vec<OperationPattern>,
}

/// An operation of the document.
struct Candidate {
    pointer: Pointer,
    id: Option<String>,
    /// In upper case.
    method: String,
    /// `None` for a webhook.
    path: Option<String>,
    tags: Vec<String>,
}

impl OperationFilter {
    pub(crate) fn is_empty(&self) -> bool {
        self.include.is_empty() && self.exclude.is_empty()
    }

    /// The document without the operations that are left out, and without the components that nothing else reaches; and
    /// which patterns find nothing there, or that nothing is left.
    pub(crate) fn apply(&self, document: Source) -> (Source, Option<EditError>) {
        if self.is_empty() {
            return (document, None);
        }
        let mut draft = Draft::new(document.clone());
        for section in ["paths", "webhooks"] {
            copy_referenced_items(&mut draft, section);
        }
        let operations = operations(&draft.value);
        let report = self.check(&operations);
        let misfit = report
            .has_errors()
            .then(|| EditError::refused(document, report));
        let asks_for_security = prune::asks_for_security(&draft.value);
        let mut left_out = BTreeMap::new();
        for operation in operations.iter().filter(|it| !self.keeps(it)) {
            let pointer = &operation.pointer;
            if let Some(value) = draft.value.pointer_mut(pointer.as_str()) {
                left_out.insert(pointer.clone(), value.take());
            }
        }
        draft.remove_all(left_out.keys());
        referenced::keep(&mut draft, &left_out);
        prune::items_without_operations(&mut draft.value, &operations);
        prune::components(&mut draft.value, asks_for_security);
        (draft.finish(), misfit)
    }

    fn keeps(&self, operation: &Candidate) -> bool {
        let found_by =
            |patterns: &[OperationPattern]| patterns.iter().any(|it| it.finds(operation));
        (self.include.is_empty() || found_by(&self.include)) && !found_by(&self.exclude)
    }

    /// Whether each pattern finds something, and something is left.
    fn check(&self, operations: &[Candidate]) -> Report {
        let mut report = Report::default();
        for (list, patterns) in [("include", &self.include), ("exclude", &self.exclude)] {
            let list_at = Pointer::root().join_all(["operations", list]);
            for (index, pattern) in patterns.iter().enumerate() {
                if operations.iter().any(|operation| pattern.finds(operation)) {
                    continue;
                }
                let names = pattern.names(operations);
                let help = did_you_mean(
                    pattern.text(),
                    names.iter().map(String::as_str),
                    "operations are found by their ids, by `METHOD /path`, or by `{ tag = \"…\" }`; `*` stands for any text",
                );
                let message = format!("{pattern} in `operations.{list}` finds no operation");
                report
                    .error(Code::Configuration, &Pointer::root(), message, help)
                    .setting(&list_at.join(index));
            }
        }
        let has_left = |it: &Candidate| it.path.is_some() && self.keeps(it);
        if !report.has_errors() && !operations.iter().any(has_left) {
            report
                .error(
                    Code::Configuration,
                    &Pointer::root(),
                    "`operations.include` and `operations.exclude` leave no operation that can be called",
                    "exclude fewer operations",
                )
                .setting(&Pointer::root().join("operations"));
        }
        report
    }
}

/// All operations, in document order.
fn operations(document: &Value) -> Vec<Candidate> {
    let mut found = Vec::new();
    for section in ["paths", "webhooks"] {
        let items = document.get(section).and_then(Value::as_object);
        for (name, item) in items.into_iter().flatten() {
            let Value::Object(item) = item else {
                continue;
            };
            let path = (section == "paths").then_some(name.as_str());
            let at = Pointer::root().join_all([section, name]);
            let usual = item
                .iter()
                .filter(|(key, _)| METHODS.contains(&key.as_str()));
            found.extend(usual.map(|(key, it)| candidate(it, at.join(key), key, path)));
            let additional = item.get(ADDITIONAL).and_then(Value::as_object);
            let at = at.join(ADDITIONAL);
            let additional = additional.into_iter().flatten();
            found.extend(additional.map(|(key, it)| candidate(it, at.join(key), key, path)));
        }
    }
    found
}

fn candidate(operation: &Value, pointer: Pointer, method: &str, path: Option<&str>) -> Candidate {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let tags = operation.get("tags").and_then(Value::as_array);
    Candidate {
        pointer,
        id: operation.get("operationId").and_then(text),
        method: method.to_uppercase(),
        path: path.map(str::to_owned),
        tags: tags.into_iter().flatten().filter_map(text).collect(),
    }
}

/// Puts a copy in the place of each path item that is a reference into the document, so that each place has operations
/// of its own. What stands beside the reference stays.
fn copy_referenced_items(draft: &mut Draft, section: &str) {
    let items = draft.value.get(section).and_then(Value::as_object);
    let copies: Vec<(Pointer, Pointer, Map<String, Value>)> = items
        .into_iter()
        .flatten()
        .filter_map(|(name, item)| {
            let reference = item.get("$ref")?.as_str()?;
            let target = prune::target(reference)?;
            let copy = draft.value.pointer(target.as_str())?.as_object()?.clone();
            Some((Pointer::root().join_all([section, name]), target, copy))
        })
        .collect();
    let (document, places) = draft.parts();
    for (pointer, target, copy) in copies {
        let Some(Value::Object(item)) = document.pointer_mut(pointer.as_str()) else {
            continue;
        };
        item.shift_remove("$ref");
        for (key, value) in copy {
            if !item.contains_key(&key) {
                places.set(&pointer.join(&key), FileId::DOCUMENT, target.join(&key));
                item.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests;
