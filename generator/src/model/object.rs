//! Objects with named properties.

use serde_json::Value;

use crate::diagnostics::Pointer;

use super::{Constant, Type};

/// An object with named properties.
#[derive(Debug, Clone)]
pub(crate) struct Struct {
    /// Properties with one possible value.
    pub(crate) tags: Vec<Tag>,
    pub(crate) fields: Vec<Field>,
    /// All other properties, where the document says of what type they are.
    pub(crate) additional: Option<Additional>,
}

/// A required property that can only be one text, integer or boolean: it is written by itself and checked on reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tag {
    pub(crate) name: String,
    pub(crate) value: Constant,
}

/// The properties of an object beside its named ones.
#[derive(Debug, Clone)]
pub(crate) struct Additional {
    /// Where the document describes them.
    pub(crate) pointer: Pointer,
    /// As Rust writes the field that holds them.
    pub(crate) ident: String,
    /// Of their values.
    pub(crate) ty: Type,
    /// CommonMark.
    pub(crate) description: Option<String>,
}

/// A property.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    /// Where the document describes it; of several places, the last one.
    pub(crate) pointer: Pointer,
    /// As the document writes it.
    pub(crate) name: String,
    /// As Rust writes it.
    pub(crate) ident: String,
    /// The name of its chained setter.
    pub(crate) setter: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
    /// What the server takes for it where it is absent.
    pub(crate) default: Option<Value>,
    pub(crate) example: Option<Value>,
    pub(crate) access: Access,
    pub(crate) ty: Type,
    /// Whether `required` lists it, for the side that has it.
    pub(crate) required: bool,
    /// Whether it has to be there in values of the type, which both sides may share.
    pub(crate) presence: Presence,
}

impl Field {
    /// Whether its type as Rust writes it is an `Option` because of its presence.
    pub(crate) fn is_option(&self) -> bool {
        self.presence != Presence::Required
    }
}

/// Which side gives a property its value (`readOnly` and `writeOnly`, Schema Object, OpenAPI Specification 3.0.4,
/// section 4.7.24).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Access {
    ReadWrite,
    /// Only responses have it.
    ReadOnly,
    /// Only requests have it.
    WriteOnly,
}

/// Whether a property has to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Presence {
    Required,
    /// It may be absent.
    Optional,
    /// It may be absent or `null`, and the difference matters. The type is a nullable one.
    OptionalNullable,
    /// It may be absent. `null` is a value of the type itself, and not the same.
    OptionalOfAny,
}
