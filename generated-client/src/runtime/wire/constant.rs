// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::ser::{Serialize, Serializer};
use serde_json::Value;
use std::fmt;

/// The one value that a property can have.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Constant {
    Text(&'static str),
    Integer(i64),
    Number(f64),
    Boolean(bool),
}

/// A constant as tables write it: `"text"`, `integer 1`, `number 0.5` or `boolean true`.
macro_rules! constant {
    ($value:literal) => {
        $crate::runtime::wire::Constant::Text($value)
    };
    (integer $value:literal) => {
        $crate::runtime::wire::Constant::Integer($value)
    };
    (number $value:literal) => {
        $crate::runtime::wire::Constant::Number($value)
    };
    (boolean $value:literal) => {
        $crate::runtime::wire::Constant::Boolean($value)
    };
}
pub(crate) use constant;

impl Constant {
    /// Whether `value` is this constant.
    pub(crate) fn is(self, value: &Value) -> bool {
        match self {
            Self::Text(text) => value.as_str() == Some(text),
            Self::Integer(integer) => value.is_number() && same(&integer.into(), value),
            Self::Number(number) => value.as_f64() == Some(number),
            Self::Boolean(boolean) => value.as_bool() == Some(boolean),
        }
    }
}

/// Whether two primitive values are equal. Numbers are by what they mean: 1 is 1.0 (JSON Schema Core, section 4.2.2).
pub(crate) fn same(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Number(a), Value::Number(b)) if a.is_f64() != b.is_f64() => {
            a.as_f64() == b.as_f64()
        }
        _ => one == other,
    }
}

impl fmt::Display for Constant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "{text:?}"),
            Self::Integer(integer) => integer.fmt(f),
            Self::Number(number) => number.fmt(f),
            Self::Boolean(boolean) => boolean.fmt(f),
        }
    }
}

impl Serialize for Constant {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Integer(integer) => serializer.serialize_i64(*integer),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Boolean(boolean) => serializer.serialize_bool(*boolean),
        }
    }
}
