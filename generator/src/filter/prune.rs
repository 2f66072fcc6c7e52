//! What is left out with operations: path items without any, and components that nothing reaches.

use std::collections::{BTreeMap, BTreeSet};

use percent_encoding::percent_decode_str;
use serde_json::{Map, Value};

use crate::diagnostics::Pointer;

use super::{ADDITIONAL, Candidate, METHODS};

/// A component: its section and its key.
type Component = (String, String);

/// The place in the document that a reference leads to; `None` where that is not told by a pointer.
pub(super) fn target(reference: &str) -> Option<Pointer> {
    let fragment = percent_decode_str(reference.strip_prefix('#')?);
    let fragment = fragment.decode_utf8().ok()?;
    fragment
        .starts_with('/')
        .then(|| Pointer::from(fragment.as_ref()))
}

/// Whether the document itself or any operation asks for credentials.
pub(super) fn asks_for_security(document: &Value) -> bool {
    let mut found = Found::default();
    found.look_outside_of_components(document);
    !found.schemes.is_empty()
}

/// Takes out the path items that had operations and have none now.
pub(super) fn items_without_operations(document: &mut Value, operations: &[Candidate]) {
    let had: BTreeSet<Pointer> = operations
        .iter()
        .filter_map(|operation| {
            // A method stands in the item, or in a member of it.
            let parent = operation.pointer.parent()?;
            match parent.tokens().count() {
                3 => parent.parent(),
                _ => Some(parent),
            }
        })
        .collect();
    for section in ["paths", "webhooks"] {
        let Some(Value::Object(items)) = document.get_mut(section) else {
            continue;
        };
        items.retain(|name, item| {
            !had.contains(&Pointer::root().join_all([section, name])) || has_operation(item)
        });
        if section == "webhooks"
            && items.is_empty()
            && let Value::Object(members) = document
        {
            members.shift_remove(section);
        }
    }
}

fn has_operation(item: &Value) -> bool {
    let additional = item.get(ADDITIONAL).and_then(Value::as_object);
    METHODS.iter().any(|method| item.get(method).is_some())
        || additional.is_some_and(|operations| !operations.is_empty())
}

/// Takes out the components that nothing outside of them reaches. Where nothing asked for credentials to begin with,
/// the security schemes are for all operations and stay.
pub(super) fn components(document: &mut Value, asks_for_security: bool) {
    let Some(Value::Object(components)) = document.get("components") else {
        return;
    };
    let mut reached = Reached::new(components);
    let mut found = Found::default();
    found.look_outside_of_components(document);
    reached.add(found);
    let reached = reached.components;
    let Some(Value::Object(components)) = document.get_mut("components") else {
        return;
    };
    for (section, items) in components.iter_mut() {
        let is_kept =
            section.starts_with("x-") || (section == "securitySchemes" && !asks_for_security);
        if let (false, Value::Object(items)) = (is_kept, items) {
            items.retain(|key, _| reached.contains(&(section.clone(), key.clone())));
        }
    }
    components.retain(|_, items| items.as_object().is_none_or(|it| !it.is_empty()));
}

/// What a part of a document refers to.
#[derive(Default)]
pub(super) struct Found {
    pub(super) references: Vec<String>,
    /// Security schemes.
    schemes: BTreeSet<String>,
}

impl Found {
    fn look_outside_of_components(&mut self, document: &Value) {
        let members = document.as_object().into_iter().flatten();
        for (key, member) in members.filter(|(key, _)| *key != "components") {
            self.look_at_member(key, member);
        }
    }

    /// Looks at everything, examples and other data included: what is found too much is kept for nothing, and does no
    /// harm. Documents are at most 127 levels deep, which bounds the recursion.
    pub(super) fn look(&mut self, value: &Value) {
        match value {
            Value::Array(elements) => elements.iter().for_each(|it| self.look(it)),
            Value::Object(members) => {
                for (key, member) in members {
                    self.look_at_member(key, member);
                }
            }
            _ => {}
        }
    }

    fn look_at_member(&mut self, key: &str, member: &Value) {
        match (key, member) {
            ("$ref" | "$dynamicRef", Value::String(reference)) => {
                self.references.push(reference.clone());
            }
            // The values of discriminators: references, or names of schemas.
            ("mapping", Value::Object(values)) => {
                let values = values.values().filter_map(Value::as_str);
                self.references.extend(values.map(str::to_owned));
            }
            ("security", Value::Array(requirements)) => {
                let requirements = requirements.iter().filter_map(Value::as_object);
                self.schemes
                    .extend(requirements.flat_map(Map::keys).cloned());
            }
            _ => {}
        }
        self.look(member);
    }
}

/// The components that are reached, and what there is to know for going on.
struct Reached<'a> {
    all: &'a Map<String, Value>,
    components: BTreeSet<Component>,
    /// The schemas that extend another one by `allOf`, by the key of that.
    extending: BTreeMap<String, Vec<&'a str>>,
}

impl<'a> Reached<'a> {
    fn new(all: &'a Map<String, Value>) -> Self {
        let mut extending: BTreeMap<String, Vec<&str>> = BTreeMap::new();
        let schemas = all.get("schemas").and_then(Value::as_object);
        for (key, schema) in schemas.into_iter().flatten() {
            let parts = schema.get("allOf").and_then(Value::as_array);
            for part in parts.into_iter().flatten() {
                let reference = part.get("$ref").and_then(Value::as_str);
                let base = reference.and_then(target).and_then(|it| it.tokens().last());
                extending
                    .entry(base.unwrap_or_default())
                    .or_default()
                    .push(key);
            }
        }
        Self {
            all,
            components: BTreeSet::new(),
            extending,
        }
    }

    /// Adds what is found, and what is found in that.
    fn add(&mut self, found: Found) {
        let mut pending = self.named(&found);
        while let Some(component) = pending.pop() {
            let (section, key) = &component;
            let Some(item) = self.all.get(section).and_then(|items| items.get(key)) else {
                continue;
            };
            // Where one with a discriminator is asked for, any that extends it may come.
            if section == "schemas" && item.get("discriminator").is_some() {
                pending.extend(self.descendants(key));
            }
            if self.components.insert(component) {
                let mut found = Found::default();
                found.look(item);
                pending.extend(self.named(&found));
            }
        }
    }

    fn named(&self, found: &Found) -> Vec<Component> {
        let schemes = found.schemes.iter();
        let mut named: Vec<Component> = schemes
            .map(|name| ("securitySchemes".to_owned(), name.clone()))
            .collect();
        for reference in &found.references {
            let tokens: Vec<String> =
                target(reference).map_or(Vec::new(), |it| it.tokens().collect());
            match tokens.as_slice() {
                [components, section, key, ..] if components == "components" => {
                    named.push((section.clone(), key.clone()));
                }
                // A name, an anchor, or a slip that will be mended: whatever it can mean is kept.
                _ => named.extend(self.meant_by(reference)),
            }
        }
        named.retain(|it| !self.components.contains(it));
        named
    }

    /// The components whose key a reference ends with, or that have names of their own when it is no pointer.
    fn meant_by(&self, reference: &str) -> Vec<Component> {
        let last = reference.rsplit(['/', '#']).next().unwrap_or_default();
        let is_pointer = reference.starts_with("#/");
        let mut meant = Vec::new();
        for (section, items) in self.all {
            for (key, item) in items.as_object().into_iter().flatten() {
                if key == last || (!is_pointer && names_itself(item)) {
                    meant.push((section.clone(), key.clone()));
                }
            }
        }
        meant
    }

    fn descendants(&self, key: &str) -> Vec<Component> {
        let mut found: Vec<&str> = Vec::new();
        let mut pending = vec![key];
        while let Some(next) = pending.pop() {
            for child in self.extending.get(next).into_iter().flatten() {
                if *child != key && !found.contains(child) {
                    found.push(child);
                    pending.push(child);
                }
            }
        }
        let schema = |key: &str| ("schemas".to_owned(), key.to_owned());
        let found = found.into_iter().map(schema);
        found.filter(|it| !self.components.contains(it)).collect()
    }
}

/// Whether there is a name other than the place in a value (JSON Schema 2020-12 Core, section 8.2).
fn names_itself(value: &Value) -> bool {
    match value {
        Value::Array(elements) => elements.iter().any(names_itself),
        Value::Object(members) => members.iter().any(|(key, member)| {
            matches!(key.as_str(), "$id" | "$anchor" | "$dynamicAnchor") || names_itself(member)
        }),
        _ => false,
    }
}
