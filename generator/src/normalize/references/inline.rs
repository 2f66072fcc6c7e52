use std::collections::BTreeMap;

use serde_json::Value;

use crate::normalize::grammar::Kind;
use crate::normalize::walk::{At, ORIGIN, Visitor, walk};

use super::Reference;
use super::locate::{LONGEST_CHAIN, Lost, Stands, locate, pointer, stands_at};
use super::names::Names;

/// How many values references in place of path items and media types may unfold to.
const MOST_VALUES: usize = 2_000_000;

/// Puts a copy in place of each reference to an item for which OpenAPI 3.0 has no components: path items, and media
/// types. Gives the references that lead nowhere.
pub(super) fn inline(document: &mut Value, names: &Names) -> BTreeMap<Reference, Lost> {
    let mut found = Found::default();
    walk(document, &mut found);
    let mut inlined = Inlined::default();
    let mut budget = MOST_VALUES;
    for (reference, places) in found.references {
        let (kind, text) = &reference;
        let Some(tokens) = names.tokens(text) else {
            continue;
        };
        let copy = copy(document, names, *kind, tokens).and_then(|copy| {
            let size = weight(&copy).saturating_mul(places);
            budget = budget.checked_sub(size).ok_or(Lost::TooLarge)?;
            Ok(copy)
        });
        match copy {
            Ok(copy) => {
                inlined.copies.insert(reference, copy);
            }
            Err(lost) => {
                inlined.lost.insert(reference, lost);
            }
        }
    }
    if !inlined.copies.is_empty() {
        walk(document, &mut inlined);
    }
    inlined.lost
}

fn is_inlined(kind: Kind) -> bool {
    matches!(kind, Kind::PathItem | Kind::MediaType)
}

/// The references in question, and at how many places each of them is.
#[derive(Default)]
struct Found {
    references: BTreeMap<Reference, usize>,
}

impl Visitor for Found {
    fn enter(&mut self, kind: Kind, item: &mut Value, _: &At<'_>) {
        if is_inlined(kind)
            && let Some(Value::String(reference)) = item.get("$ref")
        {
            let places = self.references.entry((kind, reference.clone()));
            *places.or_default() += 1;
        }
    }
}

#[derive(Default)]
struct Inlined {
    copies: BTreeMap<Reference, Value>,
    lost: BTreeMap<Reference, Lost>,
}

impl Visitor for Inlined {
    // On leaving, so that a copy is not looked at again: it could hold the same reference.
    fn leave(&mut self, kind: Kind, item: &mut Value, _: &At<'_>) {
        let Value::Object(members) = item else {
            return;
        };
        let Some(Value::String(reference)) = members.get("$ref") else {
            return;
        };
        if let Some(Value::Object(copy)) = self.copies.get(&(kind, reference.clone())) {
            members.shift_remove("$ref");
            for (name, value) in copy {
                members.entry(name).or_insert_with(|| value.clone());
            }
        }
    }
}

/// The item that a reference leads to, by other references if need be.
fn copy(
    document: &Value,
    names: &Names,
    kind: Kind,
    mut tokens: Vec<String>,
) -> Result<Value, Lost> {
    for _ in 0..LONGEST_CHAIN {
        let place = locate(document, names, tokens)?;
        match stands_at(&place) {
            Stands::Item(found) if found == kind => {}
            Stands::Item(found) => return Err(Lost::Other(found, pointer(&place))),
            Stands::Data => {}
            Stands::Several(_) | Stands::ItemOrSeveral(_) => return Err(Lost::Data),
        }
        let place = pointer(&place);
        let item = document.pointer(place.as_str()).ok_or(Lost::Data)?;
        let Value::Object(members) = item else {
            return Err(Lost::Data);
        };
        let Some(reference) = members.get("$ref").and_then(Value::as_str) else {
            let mut copy = members.clone();
            copy.insert(ORIGIN.to_owned(), Value::from(place.as_str()));
            return Ok(Value::Object(copy));
        };
        tokens = names.tokens(reference).ok_or(Lost::Outside)?;
    }
    Err(Lost::Circle)
}

/// How many values there are in a value, itself included; values are at most 127 levels deep.
fn weight(value: &Value) -> usize {
    let inside: usize = match value {
        Value::Array(items) => items.iter().map(weight).sum(),
        Value::Object(members) => members.values().map(weight).sum(),
        _ => 0,
    };
    inside + 1
}
