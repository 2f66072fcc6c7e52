//! From the JSON value to openapiv3's types. They read a document whole or not at all, so an item that they refuse
//! is taken out first, with a warning that says where it is.

use openapiv3::{
    Callback, Example, Header, Link, OpenAPI, Operation, Parameter, PathItem, ReferenceOr,
    RequestBody,
};
use openapiv3::{Response, Schema, SecurityScheme};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::diagnostics::{Code, Pointer, Report};

/// The members of a Path Item Object that are operations.
const METHODS: &[&str] = &[
    "get", "put", "post", "delete", "options", "head", "patch", "trace",
];

/// Reads the document; `None` where even what is left cannot be read.
pub(super) fn parse(mut document: Value, report: &mut Report) -> Option<OpenAPI> {
    if let Ok(openapi) = serde_json::from_value(document.clone()) {
        return Some(openapi);
    }
    let root = Pointer::root();
    prune_components(&mut document, &root.join("components"), report);
    prune_paths(&mut document, &root.join("paths"), report);
    match serde_json::from_value(document) {
        Ok(openapi) => Some(openapi),
        Err(error) => {
            report.error(
                Code::InvalidDocument,
                &root,
                format!("the document is not what OpenAPI asks for: {error}"),
                "check `openapi`, `info`, `servers`, `security` and `paths` at its top level",
            );
            None
        }
    }
}

fn prune_components(document: &mut Value, at: &Pointer, report: &mut Report) {
    let Some(Value::Object(components)) = document.get_mut("components") else {
        return;
    };
    for (kind, items) in components {
        let at = &at.join(kind);
        let Value::Object(items) = items else {
            continue;
        };
        match kind.as_str() {
            "schemas" => prune::<ReferenceOr<Schema>>(items, at, report),
            "responses" => prune::<ReferenceOr<Response>>(items, at, report),
            "parameters" => prune::<ReferenceOr<Parameter>>(items, at, report),
            "examples" => prune::<ReferenceOr<Example>>(items, at, report),
            "requestBodies" => prune::<ReferenceOr<RequestBody>>(items, at, report),
            "headers" => prune::<ReferenceOr<Header>>(items, at, report),
            "securitySchemes" => prune::<ReferenceOr<SecurityScheme>>(items, at, report),
            "links" => prune::<ReferenceOr<Link>>(items, at, report),
            "callbacks" => prune::<ReferenceOr<Callback>>(items, at, report),
            _ => {}
        }
    }
}

fn prune_paths(document: &mut Value, at: &Pointer, report: &mut Report) {
    let Some(Value::Object(paths)) = document.get_mut("paths") else {
        return;
    };
    for (path, item) in paths.iter_mut() {
        let at = at.join(path);
        if let Value::Object(members) = item {
            let mut operations = Map::new();
            for method in METHODS {
                if let Some((name, operation)) = members.shift_remove_entry(*method) {
                    operations.insert(name, operation);
                }
            }
            prune::<Operation>(&mut operations, &at, report);
            members.extend(operations);
        }
    }
    prune::<ReferenceOr<PathItem>>(paths, at, report);
}

/// Takes out the items that are no `T`.
fn prune<T: DeserializeOwned>(items: &mut Map<String, Value>, at: &Pointer, report: &mut Report) {
    items.retain(
        |name, item| match serde_json::from_value::<T>(item.clone()) {
            Ok(_) => true,
            Err(error) => {
                report.warn(
                    Code::InvalidDocument,
                    &at.join(name),
                    format!("left out, because it is not what OpenAPI asks for: {error}"),
                );
                false
            }
        },
    );
}
