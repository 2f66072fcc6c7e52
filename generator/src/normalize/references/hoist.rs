use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::diagnostics::Pointer;
use crate::normalize::grammar::{Kind, section};
use crate::normalize::version;
use crate::normalize::walk::ORIGIN;

use super::key;
use super::locate::{LONGEST_CHAIN, Lost, Stands, locate, pointer, stands_at};
use super::names::Names;

/// Moves what references lead to into the components.
pub(super) struct Hoist<'a> {
    document: &'a mut Value,
    names: &'a Names,
    /// Whether a schema with `$ref` is more than the reference.
    siblings_count: bool,
    /// The keys of components as far as they tell Rust names apart.
    taken: BTreeSet<(Kind, String)>,
    /// The numbers that keys end in so far, where nothing else tells items apart.
    numbers: BTreeMap<String, u64>,
    /// The key of an item that was data until it was moved.
    unseen: Option<(&'static str, String)>,
}

impl<'a> Hoist<'a> {
    pub(super) fn new(document: &'a mut Value, names: &'a Names) -> Self {
        let siblings_count = version::has_reference_siblings(document);
        Self {
            document,
            names,
            siblings_count,
            taken: BTreeSet::new(),
            numbers: BTreeMap::new(),
            unseen: None,
        }
    }

    /// The component that a reference stands for, as a reference; `None` where it leads out of the document.
    pub(super) fn component(
        &mut self,
        kind: Kind,
        reference: &str,
    ) -> Result<Option<String>, Lost> {
        let Some(section) = section(kind) else {
            return Ok(None);
        };
        let Some(tokens) = self.names.tokens(reference) else {
            return Ok(None);
        };
        let place = self.target(kind, section, tokens)?;
        match place.as_slice() {
            [components, found, key] if components == "components" && found == section => {
                Ok(Some(write(section, key)))
            }
            _ => self.hoist(kind, section, &place).map(Some),
        }
    }

    /// The item that was moved last, where nobody has looked for references in it yet.
    pub(super) fn take_unseen(&mut self) -> Option<&mut Value> {
        let (section, key) = self.unseen.take()?;
        self.document
            .get_mut("components")?
            .get_mut(section)?
            .get_mut(&key)
    }

    /// The place of the component or of the item behind a reference. Components that are nothing but references stay
    /// what they are, as far as they lead somewhere.
    fn target(&self, kind: Kind, section: &str, tokens: Vec<String>) -> Result<Vec<String>, Lost> {
        let mut component = None;
        let mut tokens = tokens;
        for _ in 0..LONGEST_CHAIN {
            let place = match (locate(self.document, self.names, tokens), component.take()) {
                (Ok(place), found) => {
                    component = found;
                    place
                }
                // What the component refers to is told of there.
                (Err(Lost::Circle), _) => return Err(Lost::Circle),
                (Err(_), Some(found)) => return Ok(found),
                (Err(lost), None) => return Err(lost),
            };
            let value = self.document.pointer(pointer(&place).as_str());
            let item = value.ok_or(Lost::Data)?;
            if let [components, found, _] = place.as_slice()
                && components == "components"
                && found == section
            {
                component.get_or_insert_with(|| place.clone());
            }
            let Some(reference) = item.get("$ref").and_then(Value::as_str) else {
                return Ok(component.unwrap_or(place));
            };
            // With what stands beside it, it is a schema of its own.
            let has_more = item.as_object().is_some_and(|members| members.len() > 1);
            if component.is_none() && kind == Kind::Schema && self.siblings_count && has_more {
                component = Some(place);
            }
            match self.names.tokens(reference) {
                Some(next) => tokens = next,
                None => return component.ok_or(Lost::Outside),
            }
        }
        Err(Lost::Circle)
    }

    /// Moves the item at `place` and leaves a reference there.
    fn hoist(
        &mut self,
        kind: Kind,
        section: &'static str,
        place: &[String],
    ) -> Result<String, Lost> {
        let is_data = match stands_at(place) {
            Stands::Item(found) | Stands::ItemOrSeveral(found) if found == kind => false,
            Stands::Item(found) => return Err(Lost::Other(found, self.origin(place))),
            Stands::Several(_) | Stands::ItemOrSeveral(_) => return Err(Lost::Data),
            Stands::Data => true,
        };
        let origin = self.origin(place);
        let words = key::words(self.document, place);
        let item = self.document.pointer_mut(pointer(place).as_str());
        let item = item.ok_or(Lost::Data)?;
        let mut members = match item {
            Value::Object(members) => std::mem::take(members),
            Value::Bool(true) if kind == Kind::Schema => Map::new(),
            Value::Bool(false) if kind == Kind::Schema => {
                Map::from_iter([("not".to_owned(), json!({}))])
            }
            _ => return Err(Lost::Data),
        };
        // The expressions of a callback are its members.
        if kind != Kind::Callback {
            members.insert(ORIGIN.to_owned(), Value::from(origin.as_str()));
        }
        let key = self.free_key(kind, section, &words);
        let reference = write(section, &key);
        if let Some(item) = self.document.pointer_mut(pointer(place).as_str()) {
            *item = json!({"$ref": &reference});
        }
        let components = object(self.document, "components").ok_or(Lost::Data)?;
        let items = components
            .entry(section)
            .or_insert_with(|| Value::Object(Map::new()));
        let items = items.as_object_mut().ok_or(Lost::Data)?;
        items.insert(key.clone(), Value::Object(members));
        self.unseen = is_data.then_some((section, key));
        Ok(reference)
    }

    /// Where an item was before anything was moved.
    fn origin(&self, place: &[String]) -> Pointer {
        let mut origin = Pointer::root();
        let mut current = &*self.document;
        for token in place {
            let Some(next) = super::locate::child(current, token) else {
                break;
            };
            origin = match next.get(ORIGIN).and_then(Value::as_str) {
                Some(moved) => Pointer::from(moved),
                None => origin.join(token),
            };
            current = next;
        }
        origin
    }

    /// The shortest key that tells of the item and that no other has.
    fn free_key(&mut self, kind: Kind, section: &str, words: &[key::Word]) -> String {
        if !self.taken.iter().any(|(known, _)| *known == kind) {
            let components = self.document.get("components");
            let items = components.and_then(|it| it.get(section)?.as_object());
            let keys = items.into_iter().flat_map(Map::keys);
            self.taken.extend(keys.map(|name| (kind, key::fold(name))));
        }
        let candidates = key::candidates(words);
        let free = |key: &String| !self.taken.contains(&(kind, key::fold(key)));
        let key = candidates.iter().find(|key| free(key)).cloned();
        let key = key.unwrap_or_else(|| {
            let longest = candidates.last().cloned().unwrap_or_default();
            let number = self.numbers.entry(longest.clone()).or_insert(1);
            loop {
                *number += 1;
                let key = format!("{longest}_{number}");
                if free(&key) {
                    return key;
                }
            }
        });
        self.taken.insert((kind, key::fold(&key)));
        key
    }
}

/// The member of an object that is an object; made where it is missing.
fn object<'a>(value: &'a mut Value, name: &str) -> Option<&'a mut Map<String, Value>> {
    let member = value
        .as_object_mut()?
        .entry(name)
        .or_insert_with(|| Value::Object(Map::new()));
    member.as_object_mut()
}

/// A reference to a component. A percent sign would begin an escape of the URI.
pub(super) fn write(section: &str, key: &str) -> String {
    let pointer = Pointer::root().join_all(["components", section, key]);
    pointer.to_string().replace('%', "%25")
}
