//! Merges documents into one.

use serde_json::{Map, Value};

use super::{
    FilePlace, Source, SourceError,
    origin::{Merged, Origin},
};
use crate::diagnostics::Pointer;

const TAGS: &str = "tags";

/// Merges documents into one; see [`Source::merge`].
pub(super) fn merge(mut sources: Vec<Source>) -> Result<Source, SourceError> {
    // One document has nothing to be compared with.
    if sources.len() < 2 {
        return sources.pop().ok_or(SourceError::NothingToMerge);
    }
    let mut merger = Merger::default();
    let mut names = Vec::new();
    for source in sources {
        // In the list before it is compared, as two of its own tags may differ.
        merger.origins.parts.push(source.origin);
        let added = merger.add(source.value);
        added.map_err(|conflict| merger.error(&conflict, &names, &source.name))?;
        names.push(source.name);
    }
    Ok(Source {
        name: names.join(", "),
        value: Value::Object(merger.members),
        origin: Origin::Merged(merger.origins),
    })
}

/// A part that differs: its pointers in the merged document and in the one that is added.
struct Conflict {
    merged: Pointer,
    added: Pointer,
}

/// The document as far as it is merged.
#[derive(Default)]
struct Merger {
    members: Map<String, Value>,
    origins: Merged,
}

impl Merger {
    fn add(&mut self, document: Value) -> Result<(), Conflict> {
        // Only objects are read as documents.
        let Value::Object(members) = document else {
            return Ok(());
        };
        for (key, value) in members {
            let pointer = Pointer::root().join(&key);
            match value {
                Value::Array(tags) if key == TAGS => self.add_tags(tags, &pointer)?,
                value => {
                    let levels = levels_below(&key);
                    join(&mut self.members, key, value, levels, &pointer)?;
                }
            }
        }
        Ok(())
    }

    fn add_tags(&mut self, tags: Vec<Value>, pointer: &Pointer) -> Result<(), Conflict> {
        let part = self.origins.parts.len() - 1;
        let merged = self
            .members
            .entry(TAGS)
            .or_insert_with(|| Value::Array(Vec::new()));
        let Value::Array(merged) = merged else {
            return Err(Conflict {
                merged: pointer.clone(),
                added: pointer.clone(),
            });
        };
        for (index, tag) in tags.into_iter().enumerate() {
            match merged.iter().position(|other| is_same_tag(other, &tag)) {
                None => {
                    merged.push(tag);
                    self.origins.tags.push((part, index));
                }
                Some(other) if merged.get(other) == Some(&tag) => {}
                Some(other) => {
                    return Err(Conflict {
                        merged: pointer.join(other),
                        added: pointer.join(index),
                    });
                }
            }
        }
        Ok(())
    }

    /// `names` are those of the documents before the last one, which is the one that does not fit.
    fn error(&self, conflict: &Conflict, names: &[String], last: &str) -> SourceError {
        let first = self.origins.nearest(&conflict.merged);
        let origin = self.origins.parts.last();
        let second = origin.and_then(|origin| origin.nearest(&conflict.added));
        SourceError::Conflict {
            pointer: conflict.merged.clone(),
            places: Box::new([
                first.map_or_else(|| FilePlace::file(&names.join(", ")), FilePlace::from),
                second.map_or_else(|| FilePlace::file(last), FilePlace::from),
            ]),
        }
    }
}

/// How many levels below the top-level `key` are joined by name; what lies deeper must be equal.
fn levels_below(key: &str) -> usize {
    match key {
        "paths" | "components" => 2,
        "webhooks" => 1,
        _ => 0,
    }
}

/// Adds `value` to `members`; the depth of the recursion is `levels`.
fn join(
    members: &mut Map<String, Value>,
    key: String,
    value: Value,
    levels: usize,
    pointer: &Pointer,
) -> Result<(), Conflict> {
    match (members.get_mut(&key), value) {
        (None, value) => {
            members.insert(key, value);
            Ok(())
        }
        (Some(Value::Object(merged)), Value::Object(added)) if levels > 0 => {
            added.into_iter().try_for_each(|(key, value)| {
                let pointer = pointer.join(&key);
                join(merged, key, value, levels - 1, &pointer)
            })
        }
        (Some(merged), added) if *merged == added => Ok(()),
        _ => Err(Conflict {
            merged: pointer.clone(),
            added: pointer.clone(),
        }),
    }
}

/// Whether two tags have the same name; a tag without a name is only the same as an equal one.
fn is_same_tag(a: &Value, b: &Value) -> bool {
    match (a.get("name"), b.get("name")) {
        (Some(a), Some(b)) => a == b,
        _ => a == b,
    }
}

#[cfg(test)]
mod tests;
