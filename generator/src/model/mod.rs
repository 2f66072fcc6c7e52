//! What the client is: resolved and owned, so that no later stage looks into the document again.

mod operation;
mod types;

pub(crate) use operation::{
    Body, Failure, Method, Operation, PathParameter, SecurityScheme, StatusMatch, Success,
};
pub(crate) use types::{
    Declaration, Derives, Field, IntegerWidth, Kind, Origin, Presence, Reach, Root, Step,
    StringEnum, Struct, Tag, Type, TypeId, Types, Union, UnionBranch,
};

/// A whole API.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    /// The title of the document.
    pub(crate) title: String,
    /// The version of the document.
    pub(crate) version: String,
    /// The description of the document.
    pub(crate) description: Option<String>,
    /// The first server, where it is an absolute URL without variables.
    pub(crate) base_url: Option<String>,
    /// The security schemes that operations ask for, in document order.
    pub(crate) security_schemes: Vec<SecurityScheme>,
    /// All types that have a name.
    pub(crate) types: Types,
    /// All operations, in document order.
    pub(crate) operations: Vec<Operation>,
}
