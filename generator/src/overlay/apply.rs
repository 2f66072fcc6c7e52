//! What the actions of an overlay do to a document.

use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};
use crate::edits::EditError;
use crate::source::{Draft, FileId, MAX_DEPTH, Places, Source};

use super::{Action, Change, Overlay};

/// Why an action cannot be done, and what to do about it.
struct Misfit {
    reason: String,
    help: &'static str,
    /// What is in the way, in the document.
    at: Option<Pointer>,
}

/// Does all actions of an overlay that can be done, one after the other.
pub(super) fn apply(overlay: &Overlay, document: Source) -> (Source, Option<EditError>) {
    let mut draft = Draft::new(document);
    let file = draft.add_file(&overlay.source);
    let mut report = Report::default();
    for (index, action) in overlay.actions.iter().enumerate() {
        if let Err(misfit) = act(action, &mut draft, file) {
            let key = action.change.key();
            let (number, target) = (index + 1, &action.written);
            let refused = report.error(
                Code::Overlay,
                &action.pointer.join("target"),
                format!(
                    "action {number} (`{key}`) with the target `{target}`: {}",
                    misfit.reason
                ),
                misfit.help,
            );
            let place = misfit.at.and_then(|at| Some((draft.place(&at)?, at)));
            if let Some((place, at)) = place {
                refused.related_file(place, &at, "what it is to be merged into is here");
            }
        }
    }
    let misfit = report
        .has_errors()
        .then(|| EditError::refused(overlay.source.clone(), report));
    (draft.finish(), misfit)
}

fn act(action: &Action, draft: &mut Draft, file: FileId) -> Result<(), Misfit> {
    let found: Vec<Pointer> = action
        .target
        .query_located(&draft.value)
        .dedup()
        .locations()
        .map(|location| Pointer::from(location.to_json_pointer().as_str()))
        .collect();
    if found.is_empty() {
        return Err(Misfit {
            reason: "it matches nothing".to_owned(),
            help: "correct the target, or remove the action if the document no longer needs it",
            at: None,
        });
    }
    // Section 4.4.3.1: the result of the target must be objects or arrays.
    let is_primitive = |pointer: &&Pointer| {
        let found = draft.value.pointer(pointer.as_str());
        !matches!(found, Some(Value::Object(_) | Value::Array(_)))
    };
    if let Some(pointer) = found.iter().find(is_primitive) {
        return Err(Misfit {
            reason: format!("{pointer} is neither an object nor an array"),
            help: "let the target be the object around it, and write the property in `update`; to change a list of such values, remove the list and write it anew",
            at: Some(pointer.clone()),
        });
    }
    match &action.change {
        Change::Update(update) => {
            let from = action.pointer.join("update");
            for pointer in found {
                merge_at(draft, &pointer, update, file, &from)?;
            }
        }
        Change::Remove => {
            if found.contains(&Pointer::root()) {
                return Err(Misfit {
                    reason: "it is the whole document, which cannot be removed".to_owned(),
                    help: "name what is to go",
                    at: None,
                });
            }
            draft.remove_all(&found);
        }
    }
    Ok(())
}

/// Merges into what a target found: properties into an object, one entry, whatever it is, into an array (section
/// 4.4.3.1).
fn merge_at(
    draft: &mut Draft,
    pointer: &Pointer,
    update: &Value,
    file: FileId,
    from: &Pointer,
) -> Result<(), Misfit> {
    let depth = pointer.tokens().count() + depth(update);
    if depth > MAX_DEPTH {
        return Err(Misfit {
            reason: format!("the document would be more than {MAX_DEPTH} levels deep"),
            help: "put the update elsewhere",
            at: Some(pointer.clone()),
        });
    }
    let (document, places) = draft.parts();
    // An earlier match of the same target can have replaced what is around this one.
    let Some(target) = document.pointer_mut(pointer.as_str()) else {
        return Ok(());
    };
    match (&mut *target, update) {
        (Value::Object(_), Value::Object(_)) => {
            merge(target, update, pointer, places, file, from);
            Ok(())
        }
        (Value::Array(elements), entry) => {
            places.set(&pointer.join(elements.len()), file, from.clone());
            elements.push(entry.clone());
            Ok(())
        }
        (Value::Object(_), _) => Err(Misfit {
            reason: format!("{pointer} is an object, and the update is none"),
            help: "write the properties that are to be merged into it",
            at: Some(pointer.clone()),
        }),
        // An earlier match of the same target replaced it.
        _ => Ok(()),
    }
}

/// Objects are merged property by property, arrays are joined, as versions after 1.0 say, and everything else is replaced.
fn merge(
    target: &mut Value,
    update: &Value,
    pointer: &Pointer,
    places: &mut Places,
    file: FileId,
    from: &Pointer,
) {
    match (target, update) {
        (Value::Object(members), Value::Object(update)) => {
            for (key, value) in update {
                let (pointer, from) = (pointer.join(key), from.join(key));
                match members.get_mut(key) {
                    Some(member) => merge(member, value, &pointer, places, file, &from),
                    None => {
                        places.set(&pointer, file, from);
                        members.insert(key.clone(), value.clone());
                    }
                }
            }
        }
        (Value::Array(elements), Value::Array(update)) => {
            for (index, element) in update.iter().enumerate() {
                places.set(&pointer.join(elements.len()), file, from.join(index));
                elements.push(element.clone());
            }
        }
        (target, update) => {
            places.forget_inside(pointer);
            places.set(pointer, file, from.clone());
            *target = update.clone();
        }
    }
}

/// How many values are inside of each other.
fn depth(value: &Value) -> usize {
    match value {
        Value::Array(elements) => 1 + elements.iter().map(depth).max().unwrap_or_default(),
        Value::Object(members) => 1 + members.values().map(depth).max().unwrap_or_default(),
        _ => 0,
    }
}
