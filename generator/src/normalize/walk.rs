//! The way through a document by what stands where, for passes that look for items of some kind wherever they are.

use std::fmt;

use serde_json::Value;

use crate::diagnostics::Pointer;

use super::grammar::{Holds, Kind, holds};

/// Carrier of the place that a schema was moved from; what is inside of it is told of there.
pub(super) const ORIGIN: &str = "x-lowering-origin";

/// Sees the items of a document: each before and after those inside of it, in the order of the document.
pub(super) trait Visitor {
    /// Sees an item before what is inside of it.
    fn enter(&mut self, _kind: Kind, _item: &mut Value, _at: &At<'_>) {}

    /// Sees an item after what is inside of it.
    fn leave(&mut self, _kind: Kind, _item: &mut Value, _at: &At<'_>) {}
}

/// The place of a value. Its pointer costs nothing until somebody asks for it.
#[derive(Debug)]
pub(super) enum At<'a> {
    /// A known place, usually the root.
    Place(Pointer),
    /// The member of an object.
    Member(&'a At<'a>, &'a str),
    /// The element of an array.
    Element(&'a At<'a>, usize),
}

impl At<'_> {
    /// The pointer of the place.
    pub(super) fn pointer(&self) -> Pointer {
        // As deep as the value, at most 127 levels.
        match self {
            Self::Place(pointer) => pointer.clone(),
            Self::Member(parent, name) => parent.pointer().join(name),
            Self::Element(parent, index) => parent.pointer().join(index),
        }
    }

    /// The pointer of a member of the value at this place.
    pub(super) fn join(&self, token: impl fmt::Display) -> Pointer {
        self.pointer().join(token)
    }
}

/// Shows all items of a document to `visitor`.
pub(super) fn walk(document: &mut Value, visitor: &mut impl Visitor) {
    visit(
        Kind::Document,
        document,
        &At::Place(Pointer::root()),
        visitor,
    );
}

/// Shows an item and all that are inside of it to `visitor`. Values from our readers are at most 127 levels deep, and passes add few, which bounds the recursion.
pub(super) fn visit(kind: Kind, item: &mut Value, at: &At<'_>, visitor: &mut impl Visitor) {
    let origin = item.get(ORIGIN).and_then(Value::as_str);
    let moved = origin.map(|origin| At::Place(Pointer::from(origin)));
    let at = moved.as_ref().unwrap_or(at);
    visitor.enter(kind, item, at);
    if let Value::Object(members) = item {
        for (name, member) in members.iter_mut() {
            let Some(held) = holds(kind, name) else {
                continue;
            };
            let at = &At::Member(at, name);
            match (held, member) {
                (Holds::OneOrBoolean(_), Value::Bool(_)) => {}
                // A schema for each element was the spelling of tuples before JSON Schema 2020-12.
                (Holds::List(kind) | Holds::OneOrBoolean(kind), Value::Array(items)) => {
                    for (index, item) in items.iter_mut().enumerate() {
                        visit(kind, item, &At::Element(at, index), visitor);
                    }
                }
                (Holds::Named(kind), Value::Object(items)) => {
                    for (name, item) in items.iter_mut() {
                        visit(kind, item, &At::Member(at, name), visitor);
                    }
                }
                (Holds::One(kind) | Holds::OneOrBoolean(kind), item) => {
                    visit(kind, item, at, visitor);
                }
                // What has the wrong type is no item.
                (Holds::List(_) | Holds::Named(_), _) => {}
            }
        }
    }
    visitor.leave(kind, item, at);
}
