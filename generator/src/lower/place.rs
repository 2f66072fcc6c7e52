//! Where a schema stands: for diagnostics, and for the name of the type that it may become.

use std::borrow::Borrow;

use openapiv3::{ReferenceOr, Schema};

use crate::diagnostics::Pointer;
use crate::model::{Origin, Root, Step, TypeId};

use super::facts::Located;
use super::keywords::SchemaRef;

/// A place in the document and the name that it gives.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub(super) pointer: Pointer,
    pub(super) origin: Origin,
}

impl Place {
    pub(super) fn new(pointer: Pointer, root: Root, step: Step) -> Self {
        Self {
            pointer,
            origin: Origin {
                root,
                steps: vec![step],
            },
        }
    }

    /// The place of a schema one step further in the name, at `tokens` below this one.
    pub(super) fn below(&self, tokens: &[String], step: Step) -> Self {
        let mut origin = self.origin.clone();
        origin.steps.push(step);
        Self {
            pointer: below(&self.pointer, tokens),
            origin,
        }
    }
}

/// A schema that is being lowered: its place, and the type that it becomes if it is one with a name.
#[derive(Debug, Clone)]
pub(super) struct Site {
    pub(super) id: TypeId,
    /// What the type's own name is made of.
    pub(super) named: Origin,
    /// Where the schema is, and what the names of unnamed types inside it begin with.
    pub(super) place: Place,
}

impl Site {
    /// An inline schema.
    pub(super) fn inline(id: TypeId, place: Place) -> Self {
        Self {
            id,
            named: place.origin.clone(),
            place,
        }
    }

    /// A component, after which everything inside is named.
    pub(super) fn component(id: TypeId, key: &str, pointer: Pointer) -> Self {
        Self {
            id,
            named: Origin {
                root: Root::Component(key.to_owned()),
                steps: Vec::new(),
            },
            place: Place {
                pointer,
                origin: Origin {
                    root: Root::Type(id),
                    steps: Vec::new(),
                },
            },
        }
    }

    /// The same item, of which another part is looked at.
    pub(super) fn deeper(&self, tokens: &[&str]) -> Self {
        let mut site = self.clone();
        for token in tokens {
            site.place.pointer = site.place.pointer.join(token);
        }
        site
    }

    pub(super) fn located<'a>(
        &self,
        schema: &'a ReferenceOr<impl Borrow<Schema>>,
        tokens: &[&str],
    ) -> Located<'a> {
        self.located_ref(SchemaRef::new(schema), tokens)
    }

    pub(super) fn located_ref<'a>(&self, schema: SchemaRef<'a>, tokens: &[&str]) -> Located<'a> {
        Located {
            schema,
            site: self.clone(),
            tokens: tokens.iter().map(|token| (*token).to_owned()).collect(),
        }
    }
}

impl Located<'_> {
    pub(super) fn pointer(&self) -> Pointer {
        below(&self.site.place.pointer, &self.tokens)
    }

    /// The place of a schema that stands inside an item with a name.
    pub(super) fn inside(&self, step: Step) -> Place {
        Place::new(self.pointer(), Root::Type(self.site.id), step)
    }

    /// The place of a schema that stands in one without a name.
    pub(super) fn below(&self, step: Step) -> Place {
        self.site.place.below(&self.tokens, step)
    }

    /// The schema as a further part of its site's item.
    pub(super) fn at(&self) -> Site {
        let tokens: Vec<&str> = self.tokens.iter().map(String::as_str).collect();
        self.site.deeper(&tokens)
    }
}

fn below(pointer: &Pointer, tokens: &[String]) -> Pointer {
    tokens
        .iter()
        .fold(pointer.clone(), |pointer, token| pointer.join(token))
}
