//! What becomes a component: which parts of files are the same thing, and what they are called.

use serde_json::{Map, Value};

use super::{
    Bundler, Names, Part, Pending, Place, Reference, ReferenceProblem, SourceError, Target, local,
    reference,
};
use crate::diagnostics::Pointer;

/// The components that the document has itself.
pub(super) struct Components {
    sections: Map<String, Value>,
    entries: Vec<Entry>,
}

struct Entry {
    section: String,
    key: String,
    at: Place,
}

impl Bundler<'_> {
    /// Takes the components out of the document and reserves their keys. One that is nothing but a reference to
    /// another file is that part of the file, under the key that the document gives it; some documents keep a whole
    /// section, or all components, in another file.
    pub(super) fn components(&mut self, components: &mut Value) -> Result<Components, SourceError> {
        let mut taken = Components {
            sections: Map::new(),
            entries: Vec::new(),
        };
        let at = self.expand(components, Place::root().join("components"))?;
        let Value::Object(sections) = components else {
            return Ok(taken);
        };
        let mut sections = std::mem::take(sections);
        for (section, components) in &mut sections {
            if Part::of_section(section).is_none() {
                continue;
            }
            let at = self.expand(components, at.join(section))?;
            for key in components.as_object().into_iter().flat_map(Map::keys) {
                let at = at.join(key);
                self.keys.reserve(section, key, at.target());
                if at.file != 0 {
                    self.keys.bind(section, at.target(), key);
                }
                taken.entries.push(Entry {
                    section: section.clone(),
                    key: key.clone(),
                    at,
                });
            }
        }
        taken.sections = sections;
        for entry in &mut taken.entries {
            if let Some(value) = entry_mut(&mut taken.sections, &entry.section, &entry.key) {
                self.take_over(value, entry)?;
            }
        }
        Ok(taken)
    }

    /// Puts what is referred to where the reference stands, and returns where it is from.
    fn expand(&mut self, value: &mut Value, mut at: Place) -> Result<Place, SourceError> {
        let mut seen = Vec::new();
        while let Some(text) = reference(value) {
            let reference = Reference::of(text, &at);
            let target = self.locate(&reference)?;
            if target.file == 0 || seen.contains(&target) {
                return Err(self.error(&reference, ReferenceProblem::Circle));
            }
            *value = self.copy(&target, &at.bundled, &reference)?;
            seen.push(target.clone());
            at = Place::of(target, at.bundled);
        }
        Ok(at)
    }

    /// Puts the part of a file that a component of the document refers to in its place, unless another component is
    /// that part already.
    fn take_over(&mut self, value: &mut Value, entry: &mut Entry) -> Result<(), SourceError> {
        let Some(text) = only_reference(value) else {
            return Ok(());
        };
        if entry.at.file == 0 && text.starts_with('#') {
            return Ok(());
        }
        let reference = Reference::of(text, &entry.at);
        let (target, _) = self.resolve(&entry.section, &reference)?;
        if target.file == 0 || self.keys.of(&entry.section, &target).is_some() {
            return Ok(());
        }
        *value = self.copy(&target, &entry.at.bundled, &reference)?;
        self.keys
            .reserve(&entry.section, &entry.key, target.clone());
        self.keys.bind(&entry.section, target.clone(), &entry.key);
        entry.at = Place::of(target, entry.at.bundled.clone());
        Ok(())
    }

    /// Replaces the references in the components, and adds those that come from other files.
    pub(super) fn finish_components(
        &mut self,
        components: Components,
    ) -> Result<Map<String, Value>, SourceError> {
        let Components {
            mut sections,
            entries,
        } = components;
        for Entry { section, key, at } in entries {
            let value = entry_mut(&mut sections, &section, &key);
            if let (Some(value), Some(part)) = (value, Part::of_section(&section)) {
                let part = part.member(&key).unwrap_or(part);
                self.walk(value, part, &at)?;
            }
        }
        while let Some(pending) = self.pending.pop_front() {
            let Pending {
                section,
                key,
                target,
                reference,
            } = pending;
            let bundled = Pointer::root().join_all(["components", section, &key]);
            let mut value = self.copy(&target, &bundled, &reference)?;
            if let Some(part) = Part::of_section(section).and_then(|part| part.member(&key)) {
                self.walk(&mut value, part, &Place::of(target, bundled))?;
            }
            let section = sections
                .entry(section)
                .or_insert_with(|| Value::Object(Map::new()));
            if let Value::Object(section) = section {
                section.insert(key, value);
            }
        }
        Ok(sections)
    }

    /// The reference to the component that `reference` leads to, which becomes one if it is none.
    pub(super) fn component(
        &mut self,
        section: &'static str,
        reference: &Reference,
    ) -> Result<String, SourceError> {
        let (target, alias) = self.resolve(section, reference)?;
        if target.file == 0 {
            return Ok(local(&target.pointer));
        }
        if self.keys.of(section, &target).is_none()
            && let Some(file) = self.files.get(target.file)
        {
            let names = Names::of(&file.location, &target.pointer, alias);
            let value = &file.value.pointer(target.pointer.as_str());
            let is_same = |other: &Target| {
                let other = self.files.value(other);
                value.is_some() && other == *value && value.is_some_and(is_without_references)
            };
            if let Some(key) = self.keys.choose(section, &target, &names, is_same) {
                self.pending.push_back(Pending {
                    section,
                    key,
                    target: target.clone(),
                    reference: reference.clone(),
                });
            }
        }
        let key = self.keys.of(section, &target).unwrap_or_default();
        let pointer = Pointer::root().join_all(["components", section, key]);
        Ok(local(&pointer))
    }

    /// What `reference` leads to, and the name that an index of files has for it. An entry that is nothing but a
    /// reference to another file is that file, or the entry of the same name in it; any other is an alias, which
    /// stays a component of its own.
    fn resolve(
        &mut self,
        section: &str,
        reference: &Reference,
    ) -> Result<(Target, Option<String>), SourceError> {
        let mut target = self.locate(reference)?;
        let mut alias = None;
        let mut seen = Vec::new();
        while target.file != 0 && self.keys.of(section, &target).is_none() {
            let name = target.pointer.tokens().last();
            let (Some(name), Some(text)) =
                (name, self.files.value(&target).and_then(only_reference))
            else {
                break;
            };
            let at = Place::of(target.clone(), Pointer::root());
            let reference = Reference::of(text, &at);
            let next = self.locate(&reference)?;
            let next_name = next.pointer.tokens().last();
            if next.file == target.file || next_name.as_ref().is_some_and(|next| *next != name) {
                break;
            }
            if seen.contains(&next) {
                return Err(self.error(&reference, ReferenceProblem::Circle));
            }
            if next_name.is_none() {
                alias.get_or_insert(name);
            }
            seen.push(next.clone());
            target = next;
        }
        Ok((target, alias))
    }
}

fn entry_mut<'value>(
    sections: &'value mut Map<String, Value>,
    section: &str,
    key: &str,
) -> Option<&'value mut Value> {
    sections.get_mut(section)?.get_mut(key)
}

/// The text of the reference that `value` is, if nothing stands beside it.
fn only_reference(value: &Value) -> Option<&str> {
    let is_alone = value.as_object().is_some_and(|members| members.len() == 1);
    reference(value).filter(|_| is_alone)
}

/// Whether a value means the same in every file. Values are at most 127 levels deep.
fn is_without_references(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.iter().all(|(key, member)| {
            !matches!(key.as_str(), "$ref" | "mapping") && is_without_references(member)
        }),
        Value::Array(items) => items.iter().all(is_without_references),
        _ => true,
    }
}
