//! Which properties of a value no schema describes.

use serde_json::{Map, Value};

use crate::check::Checker;
use crate::document::join;
use crate::flat::list;
use crate::schemas::{Schemas, referenced};

/// JSON pointers of the properties in `value` that no applicable schema describes. A generated struct drops them.
pub(crate) fn undescribed(
    schemas: &Schemas<'_>,
    checker: &Checker,
    number: usize,
    value: &Value,
) -> Vec<String> {
    let mut walker = Walker {
        schemas,
        checker,
        found: Vec::new(),
    };
    walker.walk(&[schemas.entry(number)], value, "");
    walker.found
}

struct Walker<'s> {
    schemas: &'s Schemas<'s>,
    checker: &'s Checker,
    found: Vec<String>,
}

impl<'s> Walker<'s> {
    /// As deep as the value is, which its reader bounds.
    fn walk(&mut self, described_by: &[&'s Value], value: &Value, path: &str) {
        let schemas = self.applicable(described_by, value);
        match value {
            Value::Object(members) => {
                // Where no schema speaks of properties, any are meant.
                if !schemas.iter().any(|schema| speaks_of_properties(schema)) {
                    return;
                }
                for (name, member) in members {
                    let path = join(path, name);
                    let describing: Vec<&Value> = schemas
                        .iter()
                        .flat_map(|schema| self.of_property(schema, name))
                        .collect();
                    if describing.is_empty() {
                        self.found.push(path);
                    } else {
                        self.walk(&describing, member, &path);
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let describing: Vec<&Value> = schemas
                        .iter()
                        .filter_map(|schema| {
                            list(schema, "prefixItems")
                                .get(index)
                                .or_else(|| schema.get("items"))
                                .or_else(|| schema.get("unevaluatedItems"))
                        })
                        .collect();
                    self.walk(&describing, item, &format!("{path}/{index}"));
                }
            }
            _ => {}
        }
    }

    /// The schemas that a value must fulfil, and the branches that it fulfils.
    fn applicable(&self, roots: &[&'s Value], value: &Value) -> Vec<&'s Map<String, Value>> {
        let mut waiting: Vec<&'s Value> = roots.to_vec();
        let mut seen: Vec<&'s Map<String, Value>> = Vec::new();
        while let Some(schema) = waiting.pop() {
            let Some(members) = schema.as_object() else {
                continue;
            };
            if seen.iter().any(|seen| std::ptr::eq(*seen, members)) {
                continue;
            }
            seen.push(members);
            if let Some(number) = referenced(schema) {
                waiting.push(self.schemas.entry(number));
            }
            waiting.extend(list(members, "allOf"));
            for name in ["anyOf", "oneOf"] {
                waiting.extend(list(members, name).iter().filter(|branch| {
                    referenced(branch).is_none_or(|number| self.checker.is_valid(number, value))
                }));
            }
            for name in ["if", "then", "else"] {
                waiting.extend(members.get(name));
            }
            if let Some(Value::Object(dependent)) = members.get("dependentSchemas") {
                waiting.extend(dependent.values());
            }
        }
        seen
    }

    fn of_property(&self, schema: &'s Map<String, Value>, name: &str) -> Vec<&'s Value> {
        let mut describing: Vec<&Value> = Vec::new();
        describing.extend(schema.get("properties").and_then(|all| all.get(name)));
        if let Some(Value::Object(patterns)) = schema.get("patternProperties") {
            let fulfilled = patterns
                .iter()
                .filter(|(pattern, _)| self.schemas.patterns.fulfils(pattern, name));
            describing.extend(fulfilled.map(|(_, schema)| schema));
        }
        if describing.is_empty() {
            let rest = ["additionalProperties", "unevaluatedProperties"];
            describing.extend(
                rest.iter()
                    .filter_map(|keyword| schema.get(*keyword))
                    .filter(|schema| **schema != Value::Bool(false)),
            );
        }
        describing
    }
}

fn speaks_of_properties(schema: &Map<String, Value>) -> bool {
    [
        "properties",
        "patternProperties",
        "additionalProperties",
        "unevaluatedProperties",
    ]
    .iter()
    .any(|name| schema.contains_key(*name))
}
