//! Where a type stands in the document, which is what it is named after.

use super::TypeId;

/// What a type's name is made of: the names stage turns it into an identifier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Origin {
    pub(crate) root: Root,
    /// The way from the root to the type; empty for a component.
    pub(crate) steps: Vec<Step>,
}

/// What has a name of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Root {
    /// A component schema, by its key.
    Component(String),
    /// A component of another kind, by its key.
    Shared(String),
    /// An enclosing type.
    Type(TypeId),
    /// An operation, by its id.
    Operation(String),
}

/// One step on the way to an inline schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Step {
    Property(String),
    /// The items of an array.
    Items,
    /// A place in a tuple, counted from 1.
    Place(usize),
    /// The values of a map.
    Values,
    /// A branch of a union, by the word that tells it from the others.
    Branch(String),
    /// What a component or an operation is another name for.
    Value,
    RequestBody,
    /// A response, by its status.
    Response(String),
    Parameter(String),
}
