//! The files that a document is made of.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use super::{Limits, Loader, Target, location::FileLocation};
use crate::diagnostics::Pointer;
use crate::similar::similar;
use crate::source::{
    FilePlace, detect,
    error::{ReferenceLimit, ReferenceProblem},
    origin::Origin,
    text,
};

/// One of the files.
pub(super) struct File {
    pub(super) location: FileLocation,
    /// How messages call it.
    pub(super) name: String,
    pub(super) value: Value,
    pub(super) origin: Origin,
}

/// The document, which is the first, and the files that were read because of it.
pub(super) struct Files<'load> {
    limits: Limits,
    load: &'load mut Loader<'load>,
    files: Vec<File>,
    by_location: BTreeMap<FileLocation, usize>,
    bytes: usize,
}

impl<'load> Files<'load> {
    pub(super) fn new(limits: Limits, document: File, load: &'load mut Loader<'load>) -> Self {
        Self {
            limits,
            load,
            by_location: BTreeMap::from([(document.location.clone(), 0)]),
            files: vec![document],
            bytes: 0,
        }
    }

    pub(super) fn get(&self, file: usize) -> Option<&File> {
        self.files.get(file)
    }

    pub(super) fn value(&self, target: &Target) -> Option<&Value> {
        self.get(target.file)?
            .value
            .pointer(target.pointer.as_str())
    }

    /// Where `pointer` of `file`, or the nearest thing around it, is.
    pub(super) fn place(&self, file: usize, pointer: &Pointer) -> FilePlace {
        let Some(file) = self.get(file) else {
            return FilePlace::file("");
        };
        let spot = file.origin.nearest(pointer);
        spot.map_or_else(|| FilePlace::file(&file.name), FilePlace::from)
    }

    pub(super) fn into_origins(self) -> Vec<Origin> {
        self.files.into_iter().map(|file| file.origin).collect()
    }

    /// The one place that `reference` in the file `from` leads to. What is in the document itself is not looked up:
    /// the passes after this one do that for all its references.
    pub(super) fn locate(
        &mut self,
        reference: &str,
        from: usize,
    ) -> Result<Target, ReferenceProblem> {
        let (path, fragment) = reference.split_once('#').unwrap_or((reference, ""));
        let file = if path.is_empty() {
            from
        } else {
            self.open(path, from)?
        };
        let fragment = percent_decode_str(fragment)
            .decode_utf8()
            .map_err(|_| ReferenceProblem::NoPath)?;
        let mut target = Target {
            file,
            pointer: Pointer::from(fragment.as_ref()),
        };
        if self.value(&target).is_some() {
            return Ok(target);
        }
        if let Some(pointer) = self.anchor(file, &fragment) {
            target.pointer = pointer;
            return Ok(target);
        }
        match fragment.as_ref() {
            // Some write a slash for the whole file.
            "/" => Ok(Target {
                file,
                pointer: Pointer::root(),
            }),
            _ if file == 0 => Ok(target),
            _ => Err(self.nothing_at(&target)),
        }
    }

    fn nothing_at(&self, target: &Target) -> ReferenceProblem {
        let in_document = Target {
            file: 0,
            pointer: target.pointer.clone(),
        };
        let alike = self.alike(target);
        let nearest = alike.as_ref().unwrap_or(&target.pointer);
        ReferenceProblem::NothingThere {
            nearest: self.place(target.file, nearest),
            alike: alike.as_ref().and_then(|alike| alike.tokens().last()),
            in_document: self
                .value(&in_document)
                .and_then(|_| self.get(0))
                .map(|document| document.name.clone()),
        }
    }

    /// What stands beside the first thing on the way to `target` that is not there, and is written like it.
    fn alike(&self, target: &Target) -> Option<Pointer> {
        let mut value = &self.get(target.file)?.value;
        let mut at = Pointer::root();
        for token in target.pointer.tokens() {
            let next = at.join(&token);
            let Some(inside) = value.pointer(Pointer::root().join(&token).as_str()) else {
                let keys = value.as_object()?.keys();
                let alike = similar(&token, keys.map(String::as_str))?;
                return Some(at.join(alike));
            };
            value = inside;
            at = next;
        }
        None
    }

    /// The schema that has `name` as its `$anchor` (JSON Schema 2020-12, section 8.2.2).
    fn anchor(&self, file: usize, name: &str) -> Option<Pointer> {
        if name.is_empty() || name.starts_with('/') {
            return None;
        }
        find_anchor(&self.get(file)?.value, name, &Pointer::root())
    }

    /// The number of the file that `path` names from the file `from`; it is read if it has not been.
    fn open(&mut self, path: &str, from: usize) -> Result<usize, ReferenceProblem> {
        let base = self.get(from).map(|file| file.location.clone());
        let location = base.ok_or(ReferenceProblem::NoPath)?.resolve(path)?;
        if let Some(number) = self.by_location.get(&location) {
            return Ok(*number);
        }
        if self.files.len() > self.limits.files {
            return Err(ReferenceProblem::Limit(ReferenceLimit::Files));
        }
        let document = self.get(0).map(|file| file.name.as_str());
        let name = location.name(document.unwrap_or_default());
        let bytes = (self.load)(&location).map_err(|reason| ReferenceProblem::Unreadable {
            name: name.clone(),
            reason,
        })?;
        self.bytes = self.bytes.saturating_add(bytes.len());
        if self.bytes > self.limits.bytes {
            return Err(ReferenceProblem::Limit(ReferenceLimit::Bytes));
        }
        let (text, value): (text::Text, Value) = detect::read_part(&name, &bytes)
            .map_err(|error| ReferenceProblem::Invalid(Box::new(error)))?;
        let number = self.files.len();
        self.files.push(File {
            location: location.clone(),
            name,
            value,
            origin: Origin::Text(Box::new(text)),
        });
        self.by_location.insert(location, number);
        Ok(number)
    }
}

/// Values are at most 127 levels deep.
fn find_anchor(value: &Value, name: &str, at: &Pointer) -> Option<Pointer> {
    match value {
        Value::Object(members) => {
            let is_it = ["$anchor", "$dynamicAnchor"]
                .iter()
                .any(|key| members.get(*key).and_then(Value::as_str) == Some(name));
            if is_it {
                return Some(at.clone());
            }
            members
                .iter()
                .find_map(|(key, member)| find_anchor(member, name, &at.join(key)))
        }
        Value::Array(items) => items
            .iter()
            .enumerate()
            .find_map(|(index, item)| find_anchor(item, name, &at.join(index))),
        _ => None,
    }
}
