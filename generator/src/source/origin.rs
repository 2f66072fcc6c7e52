//! Where the parts of a document came from.

use std::collections::BTreeMap;

use super::{spot::Spot, text::Text};
use crate::diagnostics::Pointer;

/// The text of a document, or the texts that it was merged from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    Text(Box<Text>),
    Merged(Merged),
    Bundled(Bundled),
}

/// The origins of a merged document, in the order in which they were merged.
#[derive(Debug, Clone, Default)]
pub(super) struct Merged {
    pub(super) parts: Vec<Origin>,
    /// For each tag of the document: which part it is from, and its index there. Elsewhere pointers stay the same.
    pub(super) tags: Vec<(usize, usize)>,
}

/// The origins of a document that was put together from several files.
#[derive(Debug, Clone, Default)]
pub(super) struct Bundled {
    /// The document itself, and the files that it refers to.
    pub(super) files: Vec<Origin>,
    /// The parts of the bundle that are not where the document itself has them: which file each is from, and the
    /// pointer there.
    pub(super) parts: BTreeMap<Pointer, (usize, Pointer)>,
}

impl Origin {
    /// Where `pointer` is, if there is such a place.
    pub(super) fn find(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        match self {
            Self::Text(text) => Some(Spot::new(text, text.find(pointer)?)),
            Self::Merged(merged) => merged.find(pointer),
            Self::Bundled(bundled) => bundled.find(pointer),
        }
    }

    /// Where `pointer`, or the nearest thing around it, is.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        nearest(pointer, |pointer| self.find(pointer))
    }
}

impl Merged {
    /// Where `pointer`, or the nearest thing around it, is.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        nearest(pointer, |pointer| self.find(pointer))
    }

    fn find(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        if let Some((part, pointer)) = self.find_tag(pointer) {
            return self.parts.get(part)?.find(&pointer);
        }
        // Parts that several sources have are equal in all of them, so the first is as good as any.
        self.parts.iter().find_map(|part| part.find(pointer))
    }

    /// The part that a tag is from, and the pointer there.
    fn find_tag(&self, pointer: &Pointer) -> Option<(usize, Pointer)> {
        let mut tokens = pointer.tokens();
        if tokens.next()? != "tags" {
            return None;
        }
        let index: usize = tokens.next()?.parse().ok()?;
        let (part, index) = *self.tags.get(index)?;
        let tag = Pointer::root().join("tags").join(index);
        Some((part, tokens.fold(tag, |pointer, token| pointer.join(token))))
    }
}

impl Bundled {
    /// Where `pointer`, or the nearest thing around it, is.
    pub(super) fn nearest(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        nearest(pointer, |pointer| self.find(pointer))
    }

    fn find(&self, pointer: &Pointer) -> Option<Spot<'_>> {
        let mut part = pointer.clone();
        let mut below = Vec::new();
        loop {
            if let Some((file, at)) = self.parts.get(&part) {
                // What stands beside a reference is not in the file that it refers to, but in an outer one.
                let at = below
                    .iter()
                    .rev()
                    .fold(at.clone(), |at, token| at.join(token));
                if let Some(found) = self.files.get(*file).and_then(|file| file.find(&at)) {
                    return Some(found);
                }
            }
            let (Some(parent), Some(token)) = (part.parent(), part.tokens().last()) else {
                break;
            };
            below.push(token);
            part = parent;
        }
        self.files.first()?.find(pointer)
    }
}

fn nearest<'origin>(
    pointer: &Pointer,
    find: impl Fn(&Pointer) -> Option<Spot<'origin>>,
) -> Option<Spot<'origin>> {
    let mut pointer = pointer.clone();
    loop {
        if let Some(found) = find(&pointer) {
            return Some(found);
        }
        pointer = pointer.parent()?;
    }
}
