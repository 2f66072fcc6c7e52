//! A document that is being changed, with the places where its parts came from.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{
    FilePlace, Source,
    origin::{Bundled, Origin},
};
use crate::diagnostics::Pointer;

/// A document and what its parts came from, while it is changed.
#[derive(Debug)]
pub(crate) struct Draft {
    name: String,
    pub(crate) value: Value,
    places: Places,
}

/// Which file each changed part of a document is from. Of everything else, the document itself has the place.
#[derive(Debug)]
pub(crate) struct Places(Bundled);

/// A file, and the pointer there.
type Place = (usize, Pointer);

/// A file that parts of a document can be from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct FileId(usize);

impl FileId {
    /// The document as it was before.
    pub(crate) const DOCUMENT: Self = Self(0);
}

impl Draft {
    pub(crate) fn new(source: Source) -> Self {
        Self {
            name: source.name,
            value: source.value,
            places: Places(Bundled {
                files: vec![source.origin],
                parts: BTreeMap::new(),
            }),
        }
    }

    /// A file that parts are going to be from.
    pub(crate) fn add_file(&mut self, file: &Source) -> FileId {
        let files = &mut self.places.0.files;
        files.push(file.origin.clone());
        FileId(files.len() - 1)
    }

    /// Where `pointer`, or the nearest thing around it, is.
    pub(crate) fn place(&self, pointer: &Pointer) -> Option<FilePlace> {
        self.places.0.nearest(pointer).map(FilePlace::from)
    }

    /// The value and its places, to be changed side by side.
    pub(crate) fn parts(&mut self) -> (&mut Value, &mut Places) {
        (&mut self.value, &mut self.places)
    }

    /// Takes out what the pointers name; nothing where that is not there, or the whole document.
    pub(crate) fn remove_all<'p>(&mut self, pointers: impl IntoIterator<Item = &'p Pointer>) {
        let mut parents: BTreeMap<Pointer, BTreeSet<String>> = BTreeMap::new();
        for pointer in pointers {
            if let (Some(parent), Some(token)) = (pointer.parent(), pointer.tokens().last()) {
                parents.entry(parent).or_default().insert(token);
            }
        }
        let mut parents: Vec<_> = parents.into_iter().collect();
        // What is deepest first, so that pointers to what is around it still lead there.
        parents.sort_by_key(|(parent, _)| Reverse(parent.tokens().count()));
        for (parent, tokens) in parents {
            match self.value.pointer_mut(parent.as_str()) {
                Some(Value::Object(members)) => {
                    members.retain(|key, _| !tokens.contains(key));
                    for token in tokens {
                        self.places.forget(&parent.join(token));
                    }
                }
                Some(Value::Array(elements)) => {
                    let removed = tokens.iter().filter_map(|token| token.parse().ok());
                    let removed: BTreeSet<usize> = removed.collect();
                    self.places.close_gaps(&parent, &removed, elements.len());
                    let mut index = 0..;
                    elements.retain(|_| !index.next().is_some_and(|it| removed.contains(&it)));
                }
                _ => {}
            }
        }
    }

    /// The document as it is now.
    pub(crate) fn finish(self) -> Source {
        Source {
            name: self.name,
            value: self.value,
            origin: Origin::Bundled(self.places.0),
        }
    }
}

impl Places {
    /// Notes that what `part` names is from `at` in a file, and with it all inside of it.
    pub(crate) fn set(&mut self, part: &Pointer, file: FileId, at: Pointer) {
        self.0.parts.insert(part.clone(), (file.0, at));
    }

    /// Forgets where what is inside of a part is from, because it is replaced.
    pub(crate) fn forget_inside(&mut self, part: &Pointer) {
        self.take_inside(part);
    }

    /// Forgets where a part that is gone was from.
    fn forget(&mut self, part: &Pointer) {
        self.take_inside(part);
        self.0.parts.remove(part);
    }

    /// Takes the places of what is inside of a part.
    fn take_inside(&mut self, part: &Pointer) -> Vec<(Pointer, Place)> {
        let prefix = format!("{}/", part.as_str());
        // Pointers are in the order of their texts, so those with one beginning stand side by side.
        let behind = self.0.parts.range(Pointer::from(prefix.as_str())..);
        let inside = behind.map(|(pointer, _)| pointer);
        let inside: Vec<Pointer> = inside
            .take_while(|pointer| pointer.as_str().starts_with(&prefix))
            .cloned()
            .collect();
        let parts = &mut self.0.parts;
        let taken = inside.into_iter();
        taken
            .filter_map(|pointer| parts.remove_entry(&pointer))
            .collect()
    }

    /// The elements of an array of `length` move up to where those are that are taken out.
    fn close_gaps(&mut self, array: &Pointer, removed: &BTreeSet<usize>, length: usize) {
        let mut next = 0..;
        let moved: Vec<Option<usize>> = (0..length)
            .map(|old| (!removed.contains(&old)).then(|| next.next()).flatten())
            .collect();
        // Also of those that had no place of their own, because theirs followed from the array's.
        let own: Vec<(Pointer, Place)> = moved
            .iter()
            .enumerate()
            .filter_map(|(old, new)| Some((old, (*new)?)))
            .filter(|(old, new)| old != new)
            .map(|(old, new)| (array.join(new), self.place(&array.join(old))))
            .collect();
        for (pointer, place) in self.take_inside(array) {
            let rest = pointer.as_str().get(array.as_str().len() + 1..);
            let rest = rest.unwrap_or_default();
            let (old, below) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let new = old.parse().ok().and_then(|old: usize| *moved.get(old)?);
            if let Some(new) = new {
                let pointer = format!("{}{below}", array.join(new).as_str());
                self.0.parts.insert(Pointer::from(pointer.as_str()), place);
            }
        }
        self.0.parts.extend(own);
    }

    /// Which file a part is from, and the pointer there.
    fn place(&self, part: &Pointer) -> Place {
        let mut around = part.clone();
        let mut below = Vec::new();
        loop {
            if let Some((file, at)) = self.0.parts.get(&around) {
                let at = below
                    .iter()
                    .rev()
                    .fold(at.clone(), |at, token| at.join(token));
                return (*file, at);
            }
            let (Some(parent), Some(token)) = (around.parent(), around.tokens().last()) else {
                return (FileId::DOCUMENT.0, part.clone());
            };
            below.push(token);
            around = parent;
        }
    }
}
