// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use crate::runtime::wire::{setters, wire_struct};

/// `#/components/schemas/Node`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Node {
    pub next: Option<Option<Box<Node>>>,
}

impl Node {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Node {
        next: nullable Box<Node>,
    }
}

wire_struct! {
    Node {
        "next" => next: nullable,
    }
}

/// `#/components/schemas/NodeOrNull`
pub type NodeOrNull = Option<Node>;

/// The response body of the operation `x` for status 200, `#/paths/~1x/post/responses/200/content/application~1json/schema`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct XResponse {
    pub a: Option<String>,
}

wire_struct! {
    XResponse {
        "a" => a: optional,
    }
}
