//! Which part of the document each item of a crate comes from.

use std::fmt;

use crate::diagnostics::Pointer;

/// An item of a crate and its place in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustItem {
    /// As callers write it behind the name of the crate: `types::Pet::name`, `Client::list_pets`.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// What the document describes it by, or the nearest place around that which the document has as it is written.
    pub pointer: Pointer,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ItemKind {
    /// A struct.
    Struct,
    /// An enum: of values, of the branches of a union, of bodies or of answers.
    Enum,
    /// Another name for a type.
    Alias,
    /// A field of a struct.
    Field,
    /// A variant of an enum.
    Variant,
    /// A method: one that calls an operation, or a setter.
    Method,
    /// The type that stands for an operation.
    Operation,
    /// A constant.
    Constant,
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Alias => "type",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Method => "method",
            Self::Operation => "operation",
            Self::Constant => "constant",
        })
    }
}
