//! References within the document (OpenAPI Specification 3.2.0, section 4.1.2.2): after this pass each one names a
//! component of the kind that belongs there. What other places are referred to moves into the components.

mod hoist;
mod inline;
mod key;
mod locate;
mod names;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

use super::grammar::{Kind, noun, section};
use super::members;
use super::walk::{At, Visitor, visit, walk};
use hoist::Hoist;
use locate::Lost;
use names::Names;

const HELP: &str = "mend the reference, or add what it is to lead to";

/// A reference and the kind of item that it stands for.
type Reference = (Kind, String);

/// Makes all references name components.
pub(super) fn resolve(document: &mut Value, report: &mut Report) {
    let names = Names::collect(document);
    let mut lost = inline::inline(document, &names);
    let mut collected = Collected::default();
    walk(document, &mut collected);
    let mut targets = BTreeMap::new();
    let mut hoist = Hoist::new(document, &names);
    while let Some((kind, reference)) = collected.next() {
        match hoist.component(kind, &reference) {
            Ok(Some(target)) => {
                // What was data until now can have references of its own.
                let place = &At::Place(Pointer::root());
                if let Some(moved) = hoist.take_unseen() {
                    members::mend_item(kind, moved, report);
                    visit(kind, moved, place, &mut collected);
                }
                targets.insert((kind, reference), target);
            }
            Ok(None) => {}
            Err(why) => {
                lost.insert((kind, reference), why);
            }
        }
    }
    let mut rewritten = Rewritten {
        schemas: schema_keys(document),
        targets: &targets,
    };
    walk(document, &mut rewritten);
    if !lost.is_empty() {
        walk(
            document,
            &mut Told {
                lost: &lost,
                report,
            },
        );
    }
}

/// The keys of the component schemas.
fn schema_keys(document: &Value) -> BTreeSet<String> {
    let schemas = document.pointer("/components/schemas");
    let keys = schemas.and_then(Value::as_object).into_iter().flatten();
    keys.map(|(key, _)| key.clone()).collect()
}

/// The reference in place of an item.
fn reference(kind: Kind, item: &Value) -> Option<&str> {
    section(kind)?;
    item.get("$ref")?.as_str()
}

/// The distinct references of a document, in its order.
#[derive(Default)]
struct Collected {
    references: indexmap::IndexSet<Reference>,
    taken: usize,
}

impl Collected {
    fn next(&mut self) -> Option<Reference> {
        let next = self.references.get_index(self.taken).cloned();
        self.taken += usize::from(next.is_some());
        next
    }
}

impl Visitor for Collected {
    fn enter(&mut self, kind: Kind, item: &mut Value, _: &At<'_>) {
        // Nothing is made of links.
        if kind == Kind::Link {
            return;
        }
        if kind == Kind::Schema
            && let Value::Object(keywords) = item
            && !keywords.contains_key("$ref")
            && let Some(reference) = keywords.shift_remove("$dynamicRef")
        {
            // Without schemas that extend each other, it is a reference like others.
            keywords.insert("$ref".to_owned(), reference);
        }
        if kind == Kind::Discriminator {
            let mapping = item.get("mapping").and_then(Value::as_object);
            let targets = mapping.into_iter().flat_map(|mapping| mapping.values());
            for target in targets.filter_map(Value::as_str) {
                if target.starts_with('#') {
                    self.references.insert((Kind::Schema, target.to_owned()));
                }
            }
        }
        if let Some(reference) = reference(kind, item) {
            let found = (kind, reference.to_owned());
            self.references.insert(found);
        }
    }
}

/// Writes the references that [`Hoist`] gives.
struct Rewritten<'a> {
    /// The keys of component schemas, which a mapping can have without more (OpenAPI Specification 3.0.4, section
    /// 4.7.25).
    schemas: BTreeSet<String>,
    targets: &'a BTreeMap<Reference, String>,
}

impl Visitor for Rewritten<'_> {
    fn enter(&mut self, kind: Kind, item: &mut Value, _: &At<'_>) {
        if kind == Kind::Discriminator {
            let mapping = item.get_mut("mapping").and_then(Value::as_object_mut);
            for target in mapping.into_iter().flat_map(|mapping| mapping.values_mut()) {
                match target.as_str() {
                    Some(key) if self.schemas.contains(key) => {
                        *target = Value::from(hoist::write("schemas", key));
                    }
                    _ => self.rewrite(Kind::Schema, target),
                }
            }
        }
        if reference(kind, item).is_some()
            && let Some(reference) = item.get_mut("$ref")
        {
            self.rewrite(kind, reference);
        }
    }
}

impl Rewritten<'_> {
    fn rewrite(&self, kind: Kind, reference: &mut Value) {
        let Value::String(text) = reference else {
            return;
        };
        if let Some(target) = self.targets.get(&(kind, text.clone()))
            && target != text
        {
            target.clone_into(text);
        }
    }
}

/// Tells of each place with a reference that leads nowhere.
struct Told<'a> {
    lost: &'a BTreeMap<Reference, Lost>,
    report: &'a mut Report,
}

impl Visitor for Told<'_> {
    fn enter(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if kind == Kind::Discriminator
            && let Some(Value::Object(mapping)) = item.get_mut("mapping")
        {
            mapping.retain(|name, target| {
                let reference = target.as_str().map(|it| (Kind::Schema, it.to_owned()));
                let lost = reference.as_ref().and_then(|it| self.lost.get(it));
                if let (Some(lost), Some((_, reference))) = (lost, reference) {
                    let at = at.pointer().join_all(["mapping", name]);
                    let message = format!("{}; left out", lost.message(&reference, "a schema"));
                    let added = self.report.warn(Code::UnresolvedReference, &at, message);
                    lost.tell_more(added);
                    return false;
                }
                true
            });
        }
        let reference = match item.get("$ref") {
            Some(Value::String(reference)) => (kind, reference.clone()),
            _ => return,
        };
        if let Some(lost) = self.lost.get(&reference) {
            let message = lost.message(&reference.1, noun(kind));
            let at = at.join("$ref");
            let added = self
                .report
                .error(Code::UnresolvedReference, &at, message, HELP);
            lost.tell_more(added);
        }
    }
}
