//! Parts of operations that are left out, which others refer to: tools that put a document together from files leave
//! references such as `#/paths/~1pets/get/responses/200/…`.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::source::{Draft, FileId};

use super::prune::{Found, target};

/// Where such operations are kept, where nobody takes them for operations.
const KEPT: &str = "x-left-out";

/// Keeps those of the operations, which are gone from the document, that what is left refers to.
pub(super) fn keep(draft: &mut Draft, left_out: &BTreeMap<Pointer, Value>) {
    let mut found = Found::default();
    found.look(&draft.value);
    let mut pending = found.references;
    let mut kept: BTreeMap<Pointer, Pointer> = BTreeMap::new();
    let mut values = Map::new();
    while let Some(reference) = pending.pop() {
        let Some((place, operation)) = around(&reference, left_out) else {
            continue;
        };
        if kept.contains_key(place) {
            continue;
        }
        let key = kept.len().to_string();
        let to = Pointer::root().join_all([KEPT, &key]);
        draft.parts().1.set(&to, FileId::DOCUMENT, place.clone());
        kept.insert(place.clone(), to);
        values.insert(key, operation.clone());
        let mut found = Found::default();
        found.look(operation);
        pending.extend(found.references);
    }
    if let (false, Value::Object(members)) = (values.is_empty(), &mut draft.value) {
        members.insert(KEPT.to_owned(), Value::Object(values));
        follow(&mut draft.value, left_out, &kept);
    }
}

/// The operation that a reference leads into.
fn around<'a>(
    reference: &str,
    left_out: &'a BTreeMap<Pointer, Value>,
) -> Option<(&'a Pointer, &'a Value)> {
    let mut at = target(reference)?;
    loop {
        if let Some(found) = left_out.get_key_value(&at) {
            return Some(found);
        }
        at = at.parent()?;
    }
}

/// Lets references lead to where the operations are now. Documents are at most 127 levels deep, which bounds the
/// recursion.
fn follow(
    value: &mut Value,
    left_out: &BTreeMap<Pointer, Value>,
    kept: &BTreeMap<Pointer, Pointer>,
) {
    match value {
        Value::Array(elements) => elements
            .iter_mut()
            .for_each(|it| follow(it, left_out, kept)),
        Value::Object(members) => {
            for (key, member) in members {
                if let ("$ref", Value::String(reference)) = (key.as_str(), &mut *member) {
                    if let Some(moved) = moved(reference, left_out, kept) {
                        *reference = moved;
                    }
                } else {
                    follow(member, left_out, kept);
                }
            }
        }
        _ => {}
    }
}

fn moved(
    reference: &str,
    left_out: &BTreeMap<Pointer, Value>,
    kept: &BTreeMap<Pointer, Pointer>,
) -> Option<String> {
    let (place, _) = around(reference, left_out)?;
    let to = kept.get(place)?;
    let whole = target(reference)?;
    let below = whole.as_str().strip_prefix(place.as_str())?;
    // A fragment of a URI is percent-encoded (RFC 6901, section 6).
    Some(format!("{to}{}", below.replace('%', "%25")))
}
