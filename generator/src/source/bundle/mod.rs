//! Brings what a document refers to in other files into the document.
//!
//! What has a section in the Components Object becomes a component, once for all references that lead to it;
//! everything else is put where the reference stands. Afterwards all references begin with `#`.

mod components;
mod files;
mod keys;
mod kind;
mod location;

use std::collections::{BTreeMap, VecDeque};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use serde_json::Value;

pub use location::FileLocation;

use super::{
    MAX_DEPTH, Source, SourceError,
    error::{ReferenceLimit, ReferenceProblem},
    origin::{Bundled, Origin},
};
use crate::diagnostics::Pointer;
use files::{File, Files};
use keys::{Keys, Names};
use kind::{Kind, Part, names_file, reference, refers_to_files};

/// Gives the bytes of a file, or a sentence on why there are none and what to do.
pub type Loader<'load> = dyn FnMut(&FileLocation) -> Result<Vec<u8>, String> + 'load;

/// How much a document may need, and become.
#[derive(Debug, Clone, Copy)]
struct Limits {
    /// How many files it may need.
    files: usize,
    /// How many bytes these files may have together.
    bytes: usize,
    /// How much may be put into it: what is referred to from several places can grow without measure.
    size: usize,
}

/// The limits that [`ReferenceLimit`] tells.
const LIMITS: Limits = Limits {
    files: 10_000,
    bytes: 64 << 20,
    size: 8_000_000,
};

/// How many bytes of text weigh as much as a value.
const BYTES_PER_UNIT: usize = 16;

/// What cannot stand in the fragment of a URI as it is (RFC 3986, section 3.5).
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b'<')
    .add(b'>')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// Puts together a document and the files that it refers to; see [`Source::with_references`].
pub(super) fn bundle<'load>(
    source: Source,
    load: &'load mut Loader<'load>,
) -> Result<Source, SourceError> {
    bundle_within(LIMITS, source, load)
}

fn bundle_within<'load>(
    limits: Limits,
    source: Source,
    load: &'load mut Loader<'load>,
) -> Result<Source, SourceError> {
    const DOCUMENT: Part = Part::One(Kind::Document);
    if !refers_to_files(&source.value, DOCUMENT) {
        return Ok(source);
    }
    let Source {
        name,
        value,
        origin,
    } = source;
    let mut document = value.clone();
    let mut components = document
        .get_mut("components")
        .map(std::mem::take)
        .unwrap_or_default();
    let file = File {
        location: FileLocation::of_document(&name),
        name: name.clone(),
        value,
        origin,
    };
    let mut bundler = Bundler {
        files: Files::new(limits, file, load),
        keys: Keys::default(),
        pending: VecDeque::new(),
        parts: BTreeMap::new(),
        stack: Vec::new(),
        remaining: limits.size,
    };
    // First of all the components of the document, because these keep their keys.
    let own = bundler.components(&mut components)?;
    bundler.walk(&mut document, DOCUMENT, &Place::root())?;
    let sections = bundler.finish_components(own)?;
    if let Value::Object(members) = &mut document
        && (components != Value::Null || !sections.is_empty())
    {
        // What is no object stays for the passes after this one.
        let components = match components {
            Value::Null | Value::Object(_) => Value::Object(sections),
            other => other,
        };
        members.insert("components".to_owned(), components);
    }
    Ok(Source {
        name,
        value: document,
        origin: Origin::Bundled(Bundled {
            parts: bundler.parts,
            files: bundler.files.into_origins(),
        }),
    })
}

/// A part of a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Target {
    file: usize,
    pointer: Pointer,
}

/// Where a value is: in its file, and in the bundle.
#[derive(Debug, Clone)]
struct Place {
    file: usize,
    pointer: Pointer,
    bundled: Pointer,
}

impl Place {
    fn root() -> Self {
        Self::of(
            Target {
                file: 0,
                pointer: Pointer::root(),
            },
            Pointer::root(),
        )
    }

    fn of(target: Target, bundled: Pointer) -> Self {
        Self {
            file: target.file,
            pointer: target.pointer,
            bundled,
        }
    }

    fn join(&self, token: impl std::fmt::Display) -> Self {
        Self {
            file: self.file,
            pointer: self.pointer.join(&token),
            bundled: self.bundled.join(&token),
        }
    }

    fn target(&self) -> Target {
        Target {
            file: self.file,
            pointer: self.pointer.clone(),
        }
    }
}

/// A reference, and where its text stands.
#[derive(Debug, Clone)]
struct Reference {
    text: String,
    file: usize,
    pointer: Pointer,
}

impl Reference {
    /// The reference that the object at `place` is.
    fn of(text: &str, place: &Place) -> Self {
        Self {
            text: text.to_owned(),
            file: place.file,
            pointer: place.pointer.join("$ref"),
        }
    }
}

/// A component that has a key and is not in the bundle yet.
struct Pending {
    section: &'static str,
    key: String,
    target: Target,
    reference: Reference,
}

struct Bundler<'load> {
    files: Files<'load>,
    keys: Keys,
    pending: VecDeque<Pending>,
    /// Where the parts of the bundle are from that the document itself has not, or elsewhere.
    parts: BTreeMap<Pointer, (usize, Pointer)>,
    /// What is being put where its reference stands, from the outside in.
    stack: Vec<Target>,
    /// How much more may be put into the bundle.
    remaining: usize,
}

impl Bundler<'_> {
    /// Replaces the references in `value`. The bundle is at most 127 levels deep, and so is the recursion.
    fn walk(&mut self, value: &mut Value, part: Part, at: &Place) -> Result<(), SourceError> {
        if part == Part::Mapping {
            return self.walk_mapping(value, at);
        }
        let text = match reference(value) {
            // The passes after this one look after what stays in the document.
            Some(text) if at.file != 0 || !text.starts_with('#') => text.to_owned(),
            _ => return self.walk_children(value, part, at),
        };
        let reference = Reference::of(&text, at);
        let local = match part {
            Part::One(kind) => match kind.section() {
                Some(section) => self.component(section, &reference)?,
                None if kind == Kind::Document => return self.walk_children(value, part, at),
                None => return self.replace(value, part, at, &reference),
            },
            _ => return self.replace(value, part, at, &reference),
        };
        set_reference(value, local);
        self.walk_children(value, part, at)
    }

    fn walk_children(
        &mut self,
        value: &mut Value,
        part: Part,
        at: &Place,
    ) -> Result<(), SourceError> {
        match value {
            Value::Object(members) => {
                for (key, member) in members {
                    if let Some(part) = part.member(key) {
                        self.walk(member, part, &at.join(key))?;
                    }
                }
            }
            Value::Array(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    if let Some(part) = part.item() {
                        self.walk(item, part, &at.join(index))?;
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Puts what is referred to where the reference stands. What stands beside the reference wins: OpenAPI leaves it
    /// open for path items (OpenAPI Specification 3.0.4, section 4.7.9.1).
    fn replace(
        &mut self,
        value: &mut Value,
        part: Part,
        at: &Place,
        reference: &Reference,
    ) -> Result<(), SourceError> {
        let target = self.locate(reference)?;
        if target.file == 0 {
            set_reference(value, local(&target.pointer));
            return self.walk_children(value, part, at);
        }
        if self.stack.contains(&target) {
            return Err(self.error(reference, ReferenceProblem::Circle));
        }
        let mut copy = self.copy(&target, &at.bundled, reference)?;
        self.stack.push(target.clone());
        self.walk(&mut copy, part, &Place::of(target, at.bundled.clone()))?;
        self.stack.pop();
        let beside = std::mem::replace(value, copy);
        if let (Value::Object(members), Value::Object(beside)) = (value, beside) {
            for (key, mut member) in beside.into_iter().filter(|(key, _)| key != "$ref") {
                let at = at.join(&key);
                if let Some(part) = part.member(&key) {
                    self.walk(&mut member, part, &at)?;
                }
                self.parts.insert(at.bundled, (at.file, at.pointer));
                members.insert(key, member);
            }
        }
        Ok(())
    }

    /// A copy of `target`, which is put into the bundle at `bundled`.
    fn copy(
        &mut self,
        target: &Target,
        bundled: &Pointer,
        reference: &Reference,
    ) -> Result<Value, SourceError> {
        let copy = self.files.value(target).cloned().unwrap_or_default();
        let (size, depth) = measure(&copy);
        let Some(remaining) = self.remaining.checked_sub(size) else {
            return Err(self.error(reference, ReferenceProblem::Limit(ReferenceLimit::Size)));
        };
        self.remaining = remaining;
        if bundled.tokens().count() + depth > MAX_DEPTH {
            return Err(self.error(reference, ReferenceProblem::Limit(ReferenceLimit::Depth)));
        }
        self.parts
            .insert(bundled.clone(), (target.file, target.pointer.clone()));
        Ok(copy)
    }

    /// Replaces the references among the values of a discriminator's mapping (OpenAPI Specification 3.0.4, section
    /// 4.7.25.2). What can be the name of a component is one.
    fn walk_mapping(&mut self, value: &mut Value, at: &Place) -> Result<(), SourceError> {
        let Value::Object(members) = value else {
            return Ok(());
        };
        for (name, text) in members {
            let Value::String(text) = text else { continue };
            let own = Target {
                file: at.file,
                pointer: Pointer::root().join_all(["components", "schemas", text]),
            };
            let is_reference = names_file(text) || (at.file != 0 && text.starts_with('#'));
            let reference = Reference {
                text: if is_reference {
                    text.clone()
                } else if at.file != 0 && self.files.value(&own).is_some() {
                    local(&own.pointer)
                } else {
                    continue;
                },
                file: at.file,
                pointer: at.pointer.join(name),
            };
            *text = self.component("schemas", &reference)?;
        }
        Ok(())
    }

    fn locate(&mut self, reference: &Reference) -> Result<Target, SourceError> {
        self.files
            .locate(&reference.text, reference.file)
            .map_err(|problem| self.error(reference, problem))
    }

    fn error(&self, reference: &Reference, problem: ReferenceProblem) -> SourceError {
        SourceError::Reference {
            place: self.files.place(reference.file, &reference.pointer),
            pointer: reference.pointer.clone(),
            reference: reference.text.clone(),
            problem: Box::new(problem),
        }
    }
}

/// The reference to a part of the document.
fn local(pointer: &Pointer) -> String {
    format!("#{}", utf8_percent_encode(pointer.as_str(), ENCODED))
}

fn set_reference(value: &mut Value, text: String) {
    if let Value::Object(members) = value {
        members.insert("$ref".to_owned(), Value::String(text));
    }
}

/// The size of a value and how deep it is nested, by which the recursion is bounded: at most 127 levels.
fn measure(value: &Value) -> (usize, usize) {
    let sum = |(size, depth): (usize, usize), (added, below): (usize, usize)| {
        (size + added, depth.max(below))
    };
    match value {
        Value::Object(members) => {
            let (size, depth) = members
                .iter()
                .map(|(key, member)| {
                    let (size, depth) = measure(member);
                    (size + key.len() / BYTES_PER_UNIT, depth)
                })
                .fold((1, 0), sum);
            (size, depth + 1)
        }
        Value::Array(items) => {
            let (size, depth) = items.iter().map(measure).fold((1, 0), sum);
            (size, depth + 1)
        }
        Value::String(text) => (1 + text.len() / BYTES_PER_UNIT, 0),
        _ => (1, 0),
    }
}

#[cfg(test)]
mod tests;
