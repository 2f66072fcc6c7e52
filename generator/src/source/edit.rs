//! A document that is being changed, with the places where its parts came from.

use std::collections::BTreeMap;

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

    /// Takes out what `pointer` names; nothing where that is not there, or the whole document.
    pub(crate) fn remove(&mut self, pointer: &Pointer) {
        let (Some(parent), Some(token)) = (pointer.parent(), pointer.tokens().last()) else {
            return;
        };
        match self.value.pointer_mut(parent.as_str()) {
            Some(Value::Object(members)) => {
                members.shift_remove(&token);
                self.places.forget_inside(pointer);
                self.places.0.parts.remove(pointer);
            }
            Some(Value::Array(elements)) => {
                let index = token.parse().ok().filter(|index| *index < elements.len());
                if let Some(index) = index {
                    elements.remove(index);
                    self.places.close_gap(&parent, index, elements.len());
                }
            }
            _ => {}
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
        let inside = format!("{}/", part.as_str());
        self.0
            .parts
            .retain(|pointer, _| !pointer.as_str().starts_with(&inside));
    }

    /// The elements behind one that was taken out of an array moved up by one; `left` are there still.
    fn close_gap(&mut self, array: &Pointer, removed: usize, left: usize) {
        for index in removed..left {
            let (from, to) = (array.join(index + 1), array.join(index));
            let place = self.place(&from);
            let inside = format!("{}/", from.as_str());
            let moved: Vec<(Pointer, (usize, Pointer))> = self
                .0
                .parts
                .iter()
                .filter_map(|(pointer, place)| {
                    let rest = pointer.as_str().strip_prefix(&inside)?;
                    let pointer = Pointer::from(format!("{}/{rest}", to.as_str()).as_str());
                    Some((pointer, place.clone()))
                })
                .collect();
            self.forget_inside(&to);
            self.set(&to, FileId(place.0), place.1);
            self.0.parts.extend(moved);
        }
    }

    /// Which file a part is from, and the pointer there.
    fn place(&self, part: &Pointer) -> (usize, Pointer) {
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
