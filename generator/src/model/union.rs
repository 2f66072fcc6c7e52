//! One of several types.

use crate::diagnostics::Pointer;

use super::{Constant, Type};

/// One of several types, told apart by looking at the value.
#[derive(Debug, Clone)]
pub(crate) struct Union {
    pub(crate) branches: Vec<UnionBranch>,
    /// The variant that keeps a value that fits no branch.
    pub(crate) unknown: String,
}

/// A branch of a union.
#[derive(Debug, Clone)]
pub(crate) struct UnionBranch {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    pub(crate) variant: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// What a value of the branch looks like; all of it has to hold.
    pub(crate) looks: Vec<Look>,
    pub(crate) ty: Type,
}

/// Something that is seen at a value without reading all of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Look {
    /// A property is one of these constants.
    Constant { name: String, values: Vec<Constant> },
    /// The same of a property that the branch itself does not declare, so that the union writes it.
    Added { name: String, value: Constant },
    /// A property is there.
    Has(String),
    /// The value is of one of these JSON types.
    Json(Vec<JsonType>),
}

/// The types of JSON Schema (Validation, section 6.1.1), `null` aside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum JsonType {
    Boolean,
    Integer,
    Number,
    String,
    Array,
    Object,
}

impl JsonType {
    /// As `type` names it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "boolean",
            Self::Integer => "integer",
            Self::Number => "number",
            Self::String => "string",
            Self::Array => "array",
            Self::Object => "object",
        }
    }

    /// The type that `type` names.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Some(match name {
            "boolean" => Self::Boolean,
            "integer" => Self::Integer,
            "number" => Self::Number,
            "string" => Self::String,
            "array" => Self::Array,
            "object" => Self::Object,
            _ => return None,
        })
    }
}
