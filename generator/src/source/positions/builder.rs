//! Builds the index from what a reader of a text meets, in the order of the text.

use indexmap::IndexMap;

use super::{Child, Duplicate, Node, Positions};
use crate::source::Position;

/// All leaves share one node.
const LEAF: usize = 0;

/// Takes values as they come. In an object, what comes first, third, fifth and so on is a key.
#[derive(Debug)]
pub(super) struct Builder {
    positions: Positions,
    open: Vec<Open>,
}

/// An array or object that has not ended.
#[derive(Debug)]
struct Open {
    node: usize,
    /// The key that waits for its value.
    key: Option<(Box<str>, Position)>,
}

impl Builder {
    pub(super) fn new() -> Self {
        Self {
            positions: Positions {
                nodes: vec![Node::Leaf],
                root: None,
                duplicate: None,
            },
            open: Vec::new(),
        }
    }

    /// Whether what comes next is a key.
    pub(super) fn expects_key(&self) -> bool {
        self.open.last().is_some_and(|open| {
            open.key.is_none()
                && matches!(self.positions.nodes.get(open.node), Some(Node::Object(_)))
        })
    }

    /// Adds a key or a value without parts; `text` matters for keys only.
    pub(super) fn scalar(&mut self, text: impl Into<Box<str>>, position: Position) {
        if self.expects_key() {
            self.set_key(text.into(), position);
        } else {
            self.add_value(LEAF, position);
        }
    }

    /// Adds another use of the value `node`.
    pub(super) fn alias(&mut self, node: usize, position: Position) {
        self.add_value(node, position);
    }

    pub(super) fn begin_array(&mut self, position: Position) -> usize {
        self.begin(Node::Array(Vec::new()), position)
    }

    pub(super) fn begin_object(&mut self, position: Position) -> usize {
        self.begin(Node::Object(IndexMap::new()), position)
    }

    /// Ends the innermost array or object.
    pub(super) fn end(&mut self) {
        self.open.pop();
    }

    pub(super) fn finish(self) -> Positions {
        self.positions
    }

    fn begin(&mut self, node: Node, position: Position) -> usize {
        let number = self.positions.nodes.len();
        self.positions.nodes.push(node);
        self.add_value(number, position);
        self.open.push(Open {
            node: number,
            key: None,
        });
        number
    }

    fn set_key(&mut self, text: Box<str>, position: Position) {
        if let Some(open) = self.open.last_mut() {
            open.key = Some((text, position));
        }
    }

    fn add_value(&mut self, node: usize, position: Position) {
        let Some(open) = self.open.last_mut() else {
            // What follows the document is not a part of it.
            self.positions.root.get_or_insert(Child { position, node });
            return;
        };
        match self.positions.nodes.get_mut(open.node) {
            Some(Node::Array(elements)) => elements.push(Child { position, node }),
            Some(Node::Object(members)) => match open.key.take() {
                // The last one of equal keys wins, as in the value.
                Some((key, position)) => {
                    let (index, former) = members.insert_full(key, Child { position, node });
                    if let (Some(former), Some((key, _))) = (former, members.get_index(index)) {
                        self.positions.duplicate.get_or_insert_with(|| Duplicate {
                            key: key.clone(),
                            first: former.position,
                            second: position,
                        });
                    }
                }
                // A list or a mapping as a key; no such document is read, but keys and values must stay in step.
                None => open.key = Some((Box::default(), position)),
            },
            Some(Node::Leaf) | None => {}
        }
    }
}
