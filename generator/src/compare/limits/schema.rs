//! Schemas as a document writes them.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::places;

/// A Schema Object, and where it is.
#[derive(Debug, Clone)]
pub(super) struct Schema<'d> {
    pub(super) at: Pointer,
    pub(super) members: &'d Map<String, Value>,
}

/// A document whose schemas are looked at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Document<'d> {
    root: &'d Value,
    /// Whether what stands beside a reference says nothing (Reference Object, OpenAPI Specification 3.0.4, section 4.7.23).
    ignores_siblings: bool,
}

impl<'d> Document<'d> {
    pub(super) fn new(root: &'d Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str);
        Self {
            root,
            ignores_siblings: version.is_some_and(|it| it.starts_with("3.0")),
        }
    }

    /// What is there, references followed.
    fn resolve(self, at: &Pointer) -> Option<(Pointer, &'d Value)> {
        let mut at = places::nearest(at.clone(), self.root);
        let mut value = self.root.pointer(at.as_str())?;
        // A circle of references ends somewhere, and has no schema.
        for _ in 0..LONGEST_CHAIN {
            let Some((target, found)) = places::referred(value, self.root) else {
                break;
            };
            (at, value) = (target, found);
        }
        Some((at, value))
    }

    /// The schema of a Parameter, Header or Media Type Object.
    pub(super) fn schema_of(self, holder: &Pointer) -> Option<Pointer> {
        let (at, holder) = self.resolve(holder)?;
        if holder.get("schema").is_some() {
            return Some(at.join("schema"));
        }
        let content = holder.get("content")?.as_object()?;
        let (name, _) = content.iter().next()?;
        Some(at.join("content").join(name).join("schema"))
    }

    /// The schema of a media type of a Response Object, whose name `is_wanted`.
    pub(super) fn content_schema(
        self,
        holder: &Pointer,
        is_wanted: impl Fn(&str) -> bool,
    ) -> Option<Pointer> {
        let (at, holder) = self.resolve(holder)?;
        let content = holder.get("content")?.as_object()?;
        let name = content.keys().find(|name| is_wanted(name))?;
        Some(at.join("content").join(name).join("schema"))
    }

    /// The schemas that a value has to satisfy which is described at all of these places: they, what they refer to, the
    /// parts of `allOf`, and the only branch of a choice that is more than `null`.
    pub(super) fn all(self, places: &[Pointer]) -> Vec<Schema<'d>> {
        let mut schemas = Vec::new();
        let mut seen = BTreeSet::new();
        for at in places {
            if let Some(value) = self.root.pointer(at.as_str()) {
                self.add(at.clone(), value, &mut schemas, &mut seen);
            }
        }
        schemas
    }

    /// The place of the schema that one is, references followed.
    pub(super) fn target(self, at: &Pointer) -> Option<Pointer> {
        let schemas = self.all(std::slice::from_ref(at));
        schemas.into_iter().next().map(|schema| schema.at)
    }

    fn add(
        self,
        at: Pointer,
        value: &'d Value,
        schemas: &mut Vec<Schema<'d>>,
        seen: &mut BTreeSet<Pointer>,
    ) {
        let Some(members) = value.as_object() else {
            return;
        };
        if !seen.insert(at.clone()) {
            return;
        }
        if members.contains_key("$ref") {
            if let Some((target, found)) = places::referred(value, self.root) {
                self.add(target, found, schemas, seen);
            }
            if self.ignores_siblings {
                return;
            }
        }
        let schema = Schema { at, members };
        schemas.push(schema.clone());
        for (at, part) in schema.list("allOf") {
            self.add(at, part, schemas, seen);
        }
        for keyword in ["oneOf", "anyOf"] {
            if let [(at, only)] = schema.branches(keyword).as_slice() {
                self.add(at.clone(), only, schemas, seen);
            }
        }
    }
}

/// More references than lead to each other in any document that is not broken.
const LONGEST_CHAIN: usize = 32;

impl<'d> Schema<'d> {
    /// The schemas in an array.
    pub(super) fn list(&self, keyword: &str) -> Vec<(Pointer, &'d Value)> {
        let at = self.at.join(keyword);
        let items = self.members.get(keyword).and_then(Value::as_array);
        let items = items.into_iter().flatten().enumerate();
        items.map(|(index, item)| (at.join(index), item)).collect()
    }

    /// The branches of a choice that are more than `null`.
    pub(super) fn branches(&self, keyword: &str) -> Vec<(Pointer, &'d Value)> {
        let mut branches = self.list(keyword);
        branches.retain(|(_, branch)| !places::is_null(branch));
        branches
    }

    /// The place of a schema that a keyword holds.
    pub(super) fn inner(&self, keyword: &str) -> Option<Pointer> {
        let inner = self.members.get(keyword)?;
        inner.is_object().then(|| self.at.join(keyword))
    }

    /// Whether its numbers are integers.
    pub(super) fn is_integer(&self) -> bool {
        match self.members.get("type") {
            Some(Value::Array(types)) => types.iter().all(|ty| ty == "integer" || ty == "null"),
            ty => ty.is_some_and(|ty| ty == "integer"),
        }
    }

    /// Whether a keyword is `true`.
    pub(super) fn says(&self, keyword: &str) -> bool {
        self.members.get(keyword) == Some(&Value::Bool(true))
    }
}
