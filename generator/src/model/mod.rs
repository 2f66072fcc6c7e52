//! What the client is: resolved and owned, so that no later stage looks into the document again.

mod chosen;
mod enumeration;
mod object;
mod operation;
mod origin;
mod pagination;
mod security;
mod types;
mod union;

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;

pub(crate) use chosen::ExtraDerive;
pub(crate) use enumeration::{Constant, Enum, EnumRepr, EnumValue};
pub(crate) use object::{Access, Additional, Field, Presence, Struct, Tag};
pub(crate) use operation::{
    Answer, AnswerContent, AnswerFormat, AnswerHeader, Body, BodyContent, BodyFormat, EventFormat,
    Exchanged, Method, Operation, Parameter, ParameterEncoding, ParameterPlace, PropertyEncoding,
    Server, ServerVariable, StatusMatch, Style, Webhook,
};
pub(crate) use origin::{Origin, Root, Step};
pub(crate) use pagination::{FieldPath, FieldStep, PageEnd, PageStep, Pagination};
pub(crate) use security::{Grant, RequiredScheme, Security, SecurityKind, SecurityScheme};
pub(crate) use types::{
    DateLibrary, Declaration, Derives, Home, IntegerWidth, Kind, Reach, Type, TypeId, Types,
};
pub(crate) use union::{JsonType, Look, Union, UnionBranch};

/// A whole API.
#[derive(Debug, Clone)]
pub(crate) struct Api {
    /// The title of the document.
    pub(crate) title: String,
    /// The version of the document.
    pub(crate) version: String,
    /// The description of the document.
    pub(crate) description: Option<String>,
    /// The servers whose URL is absolute once its variables have values; the first is the default.
    pub(crate) servers: Vec<Server>,
    /// The servers of single operations whose URL has variables, each once.
    pub(crate) operation_servers: Vec<Server>,
    /// The security schemes that operations ask for, in document order.
    pub(crate) security_schemes: Vec<SecurityScheme>,
    /// All types that have a name.
    pub(crate) types: Types,
    /// All operations that can be called, in document order.
    pub(crate) operations: Vec<Operation>,
    /// What the operations that cannot be called would exchange.
    pub(crate) uncalled: Vec<Exchanged>,
    /// What the server sends by itself.
    pub(crate) webhooks: Vec<Webhook>,
    /// The type of each schema, by its place in the document.
    pub(crate) schemas: BTreeMap<Pointer, Type>,
}

impl Api {
    /// Whether `holds` is true of a type that anything in the API mentions.
    pub(crate) fn mentions(&self, holds: &impl Fn(&Type) -> bool) -> bool {
        let in_types = self
            .types
            .iter()
            .flat_map(|(_, declaration)| declaration.kind.types());
        let in_operations = self.operations.iter().flat_map(Operation::types);
        in_types.chain(in_operations).any(|ty| ty.any(holds))
    }
}
