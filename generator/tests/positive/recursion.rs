// ==== src/types.rs ====
// @generated from the OpenAPI document; changes by hand are lost.

//! The types that the API sends and receives.

use std::collections::BTreeMap;

use crate::runtime::wire::{setters, wire_struct, wire_union};

/// `#/components/schemas/Node`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Node {
    pub value: i64,
    pub left: Box<NodeOrNull>,
    pub right: Option<Box<Node>>,
    pub children: Option<Vec<Node>>,
    pub named: Option<BTreeMap<String, Node>>,
    pub expression: Option<Expression>,
    pub ping: Option<Ping>,
}

impl Node {
    /// A value with its required properties; setters add the optional ones.
    pub fn new(value: i64, left: impl Into<Box<NodeOrNull>>) -> Self {
        Self {
            value,
            left: left.into(),
            right: None,
            children: None,
            named: None,
            expression: None,
            ping: None,
        }
    }
}

setters! {
    Node {
        right: into Box<Node>,
        children: each Node,
        named: value BTreeMap<String, Node>,
        expression: into Expression,
        ping: value Ping,
    }
}

wire_struct! {
    Node {
        "value" => value: required,
        "left" => left: required,
        "right" => right: optional,
        "children" => children: optional,
        "named" => named: optional,
        "expression" => expression: optional,
        "ping" => ping: optional,
    }
}

/// `#/components/schemas/NodeOrNull`
pub type NodeOrNull = Option<Node>;

/// `#/components/schemas/Expression`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Expression {
    /// `op` is `not`.
    Not(Box<Not>),
    /// `op` is `literal`.
    Literal(Literal),
    /// What the document does not know, as it came.
    Unknown(serde_json::Value),
}

wire_union! {
    Expression {
        Not { "op" = "not" },
        Literal from Literal { "op" = "literal" },
    } else Unknown
}

/// `#/components/schemas/Not`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Not {
    pub of: Box<Expression>,
}

impl Not {
    /// A value with these properties.
    pub fn new(of: impl Into<Box<Expression>>) -> Self {
        Self { of: of.into() }
    }
}

wire_struct! {
    Not {
        tags { "op" = "not" }
        "of" => of: required,
    }
}

/// `#/components/schemas/Literal`
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Literal {
    pub value: bool,
}

impl Literal {
    /// A value with these properties.
    pub fn new(value: bool) -> Self {
        Self { value }
    }
}

wire_struct! {
    Literal {
        tags { "op" = "literal" }
        "value" => value: required,
    }
}

/// `#/components/schemas/Ping`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Ping {
    pub pong: Option<Box<Pong>>,
}

impl Ping {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Ping {
        pong: into Box<Pong>,
    }
}

wire_struct! {
    Ping {
        "pong" => pong: optional,
    }
}

/// `#/components/schemas/Pong`
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Pong {
    pub ping: Option<Box<Ping>>,
}

impl Pong {
    /// A value without any of its optional properties.
    pub fn new() -> Self {
        Self::default()
    }
}

setters! {
    Pong {
        ping: into Box<Ping>,
    }
}

wire_struct! {
    Pong {
        "ping" => ping: optional,
    }
}
