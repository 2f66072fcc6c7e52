//! Schemas, from any version's form to that of OpenAPI 3.0. Each file is one pass over one schema; they run inside
//! out, so that a pass sees the schemas inside of its own in 3.0 form, and places are those of the document.

mod bounds;
mod branches;
mod constant;
mod content;
mod enumeration;
mod implied_type;
mod keywords;
mod maps;
mod null;
mod redundant_type;
mod reference;
mod required;
mod several_types;
mod tuple;
mod type_name;

use serde_json::{Map, Value};

use crate::diagnostics::Report;

use super::grammar::Kind;
use super::version;
use super::walk::{At, Visitor, walk};

/// The keywords of a schema.
type Keywords = Map<String, Value>;

/// One rewriting of one schema.
type Pass = fn(&mut Keywords, &At<'_>, &mut Report);

/// Mends what a schema and those directly inside of it are written with, before those inside are seen.
const BEFORE: &[Pass] = &[
    keywords::drop_constraints,
    keywords::mend_discriminator,
    required::mend,
    type_name::mend,
    enumeration::drop_twice,
];

/// Rewrites a schema after those inside of it.
const AFTER: &[Pass] = &[
    constant::rewrite,
    null::rewrite,
    branches::rewrite,
    keywords::rewrite_examples,
    content::rewrite,
    several_types::rewrite,
];

/// The end of [`AFTER`], which needs a schema of one type.
const OF_ONE_TYPE: &[Pass] = &[
    implied_type::rewrite,
    enumeration::rewrite,
    bounds::rewrite,
    maps::rewrite,
    tuple::rewrite,
    keywords::drop_foreign,
    redundant_type::drop,
];

/// Brings all schemas of the document into 3.0 form.
pub(super) fn rewrite(document: &mut Value, report: &mut Report) {
    let reference_siblings = version::has_reference_siblings(document);
    let mut schemas = Schemas {
        reference_siblings,
        report,
    };
    walk(document, &mut schemas);
}

struct Schemas<'a> {
    /// Whether what stands beside `$ref` counts.
    reference_siblings: bool,
    report: &'a mut Report,
}

impl Visitor for Schemas<'_> {
    fn enter(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if let (Kind::Schema, Value::Object(keywords)) = (kind, item) {
            for pass in BEFORE {
                pass(keywords, at, self.report);
            }
        }
    }

    fn leave(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if kind != Kind::Schema {
            return;
        }
        keywords::make_object(item, at, self.report);
        let Value::Object(keywords) = item else {
            return;
        };
        let siblings_count = self.reference_siblings;
        reference::rewrite(keywords, siblings_count, at, self.report);
        if keywords.contains_key("$ref") {
            return;
        }
        for pass in AFTER {
            pass(keywords, at, self.report);
        }
    }
}

/// Puts a keyword at the end of a schema, or takes it out.
fn set(keywords: &mut Keywords, name: &str, value: impl Into<Value>) {
    keywords.insert(name.to_owned(), value.into());
}

/// The one type of a schema.
fn type_of(keywords: &Keywords) -> Option<&str> {
    keywords.get("type").and_then(Value::as_str)
}

/// The keyword's list, taken out of the schema.
fn take_list(keywords: &mut Keywords, name: &str) -> Option<Vec<Value>> {
    match keywords.shift_remove(name)? {
        Value::Array(items) => Some(items),
        _ => None,
    }
}

/// Whether a schema is combined of others.
fn is_combined(keywords: &Keywords) -> bool {
    ["allOf", "anyOf", "oneOf", "not", "$ref"]
        .iter()
        .any(|name| keywords.contains_key(*name))
}

/// Each schema once, in order.
fn distinct(schemas: impl IntoIterator<Item = Value>) -> Vec<Value> {
    let mut seen = std::collections::BTreeSet::new();
    schemas
        .into_iter()
        .filter(|schema| seen.insert(schema.to_string()))
        .collect()
}

/// A schema that allows what any of `schemas` does.
fn any_of(schemas: Vec<Value>) -> Value {
    let mut schemas = distinct(schemas);
    let nullable = schemas.iter().any(keywords::is_only_null);
    schemas.retain(|schema| !keywords::is_only_null(schema));
    let mut combined = Map::new();
    match (schemas.pop(), schemas.is_empty()) {
        (Some(only), true) if !nullable => return only,
        (None, _) if nullable => keywords::only_null(&mut combined),
        (None, _) => {}
        (Some(last), _) => {
            schemas.push(last);
            set(&mut combined, "anyOf", schemas);
        }
    }
    if nullable && combined.contains_key("anyOf") {
        set(&mut combined, "nullable", true);
    }
    Value::Object(combined)
}
