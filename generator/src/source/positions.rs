//! Where each part of one text is: an index from pointers to positions.

mod builder;
pub(super) mod json;
pub(super) mod yaml;

use indexmap::IndexMap;

use super::{MAX_DEPTH, Position, text::Fault};
use crate::diagnostics::Pointer;

/// The key whose value lends its members to the mapping around it (YAML's merge key).
pub(super) const MERGE_KEY: &str = "<<";

/// The positions of one text. Nodes refer to each other by number, so that no depth of nesting overflows the stack
/// when they are built or dropped, and an alias costs no more than its own text.
#[derive(Debug, Clone, Default)]
pub(super) struct Positions {
    nodes: Vec<Node>,
    root: Option<Child>,
    duplicate: Option<Duplicate>,
}

/// A key that is twice in one object.
#[derive(Debug, Clone)]
pub(super) struct Duplicate {
    key: Box<str>,
    first: Position,
    second: Position,
}

impl Duplicate {
    /// What is wrong, where `mapping` is the word of the format for an object.
    pub(super) fn fault(self, mapping: &str) -> Fault {
        Fault {
            message: format!("the key `{}` is already there in this {mapping}", self.key),
            position: Some(self.second),
            earlier: Some(self.first),
            truncated: false,
        }
    }
}

#[derive(Debug, Clone)]
enum Node {
    Leaf,
    Array(Vec<Child>),
    Object(IndexMap<Box<str>, Child>),
}

/// A value in its place: `position` is that of the key, if it has one.
#[derive(Debug, Clone, Copy)]
struct Child {
    position: Position,
    node: usize,
}

impl Positions {
    /// The first key that is there twice.
    pub(super) fn into_duplicate(self) -> Option<Duplicate> {
        self.duplicate
    }

    /// The position of the key, element or document that `pointer` names.
    pub(super) fn find(&self, pointer: &Pointer) -> Option<Position> {
        let mut child = self.root?;
        for token in pointer.tokens() {
            child = self.child(child.node, &token, MAX_DEPTH)?;
        }
        Some(child.position)
    }

    /// `depth` bounds the walk through merge keys, which could lead round in a circle.
    fn child(&self, node: usize, token: &str, depth: usize) -> Option<Child> {
        match self.nodes.get(node)? {
            Node::Leaf => None,
            Node::Array(elements) => elements.get(index(token)?).copied(),
            Node::Object(members) => members.get(token).copied().or_else(|| {
                let merged = members.get(MERGE_KEY)?;
                self.merged_child(merged.node, token, depth.checked_sub(1)?)
            }),
        }
    }

    fn merged_child(&self, node: usize, token: &str, depth: usize) -> Option<Child> {
        match self.nodes.get(node)? {
            Node::Leaf => None,
            Node::Object(_) => self.child(node, token, depth),
            Node::Array(mappings) => mappings.iter().find_map(|mapping| {
                // A list inside of the list is not merged.
                matches!(self.nodes.get(mapping.node)?, Node::Object(_))
                    .then(|| self.child(mapping.node, token, depth))?
            }),
        }
    }
}

/// An array index as RFC 6901 writes it, without sign and leading zeros.
fn index(token: &str) -> Option<usize> {
    let index: usize = token.parse().ok()?;
    (index.to_string() == token).then_some(index)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_array_index_has_no_sign_and_no_leading_zero() {
        assert_eq!(index("10"), Some(10));
        for wrong in ["01", "+1", "-", ""] {
            assert_eq!(index(wrong), None, "{wrong:?}");
        }
    }
}
