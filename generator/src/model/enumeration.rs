//! Values that a schema fixes.

use std::fmt;

use serde_json::{Number, Value};

use crate::diagnostics::Pointer;

/// A value that a schema fixes.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Constant {
    Text(String),
    Number(Number),
    Boolean(bool),
}

impl Constant {
    /// The constant that a JSON value is; `None` for `null`, arrays and objects.
    pub(crate) fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Number(number) => Some(Self::Number(number.clone())),
            Value::Bool(boolean) => Some(Self::Boolean(*boolean)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }

    /// The text, where it is one.
    pub(crate) fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Number(_) | Self::Boolean(_) => None,
        }
    }

    /// The integer, where it is one of 64 bits.
    pub(crate) fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            Self::Text(_) | Self::Boolean(_) => None,
        }
    }
}

/// As people read it: text without quotes.
impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.fmt(f),
            Self::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

/// A set of constants. What they are together decides how they are read: [`Enum::repr`].
#[derive(Debug, Clone)]
pub(crate) struct Enum {
    /// In document order.
    pub(crate) values: Vec<EnumValue>,
    /// The variant that keeps a value that the document does not know, where the enum is open.
    pub(crate) unknown: String,
    /// Whether the document itself allows other values of the same kind.
    pub(crate) open: bool,
    /// The variant that the document names as default.
    pub(crate) default: Option<String>,
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EnumValue {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    pub(crate) value: Constant,
    pub(crate) variant: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) deprecated: bool,
}

/// How the values of an enum are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum EnumRepr {
    Text,
    Integer,
    /// Anything else, such as text beside numbers.
    Mixed,
}

impl Enum {
    pub(crate) fn repr(&self) -> EnumRepr {
        let all = |holds: fn(&Constant) -> bool| self.values.iter().all(|it| holds(&it.value));
        if all(|value| value.as_text().is_some()) {
            EnumRepr::Text
        } else if all(|value| value.as_integer().is_some()) {
            EnumRepr::Integer
        } else {
            EnumRepr::Mixed
        }
    }
}
