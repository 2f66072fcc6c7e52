//! JSON on the wire, by table.
//!
//! A generated type implements serde's traits through one of the macros here. They expand to as little as possible,
//! because an expansion is compiled once for every type of a document: loops, look-ups and errors stand in this
//! module, once, generic over [`Wire`].

mod base64;
mod candidate;
mod chrono_date;
mod chrono_timestamp;
mod collections;
mod constant;
mod context;
mod date;
mod foreign;
mod integer_enum;
mod look;
mod object;
mod path;
mod primitive;
mod setters;
mod string_enum;
mod text;
mod timestamp;
mod tuple;
mod union;
mod uuid;
mod value_enum;
mod weigh;

use serde::de::{DeserializeSeed, Deserializer, Error as _, IgnoredAny, IntoDeserializer};
use serde::{Serialize, Serializer};
use std::marker::PhantomData;

use crate::runtime::error::BodyProblem;

pub(crate) use candidate::Choice;
pub(crate) use constant::{Constant, constant};
pub(crate) use context::Context;
pub(crate) use foreign::{foreign, wire_foreign};
pub(crate) use integer_enum::{integer, wire_integer_enum};
pub(crate) use look::{Branch, Kind, Look, looks};
pub(crate) use object::{Fields, Object, Out, Tags, object, wire_struct};
pub(crate) use path::Path;
pub use setters::IntoNullable;
pub(crate) use setters::setters;
pub(crate) use string_enum::{string, wire_enum};
pub(crate) use union::{Branches, Union, union, wire_union};
pub(crate) use value_enum::{one_of, plain_text, wire_value_enum};

/// A type that is read and written as JSON.
///
/// The difference to serde's own traits is `context`: where reading fails, each level on the way out adds itself to
/// its path, and where a union weighs its branches, it knows how well each fits.
pub(crate) trait Wire: Sized {
    /// Reads a value; on failure the path in `context` leads to what could not be read.
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error>;

    /// Writes the value.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// What a required property of this type is that does not come; `None` where that is an error.
    fn absent() -> Option<Self> {
        None
    }
}

/// Implements serde's traits for a type that is [`Wire`].
macro_rules! wire_serde {
    ($type:ident) => {
        impl serde::Serialize for $type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::wire::Wire::write(self, serializer)
            }
        }

        impl<'de> serde::Deserialize<'de> for $type {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::runtime::wire::read_with_path(deserializer)
            }
        }
    };
}
pub(crate) use wire_serde;

/// Reads a value for a caller that knows no paths: the path goes into the message.
pub(crate) fn read_with_path<'de, D: Deserializer<'de>, T: Wire>(
    deserializer: D,
) -> Result<T, D::Error> {
    let mut context = Context::default();
    T::read(deserializer, &mut context).map_err(|error| {
        if context.path.is_root() {
            error
        } else {
            D::Error::custom(format_args!("{}: {error}", context.path))
        }
    })
}

/// Reads a whole body. Some servers put a byte order mark before it, which is to be ignored (RFC 8259, section 8.1).
pub(crate) fn from_slice<T: Wire>(bytes: &[u8]) -> Result<T, BodyProblem> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let mut context = Context::default();
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let error = match T::read(&mut deserializer, &mut context) {
        Ok(value) => match deserializer.end() {
            Ok(()) => return Ok(value),
            Err(error) => error,
        },
        Err(error) => error,
    };
    // A plain text can begin with what looks like a number, and then be of the wrong type before it is no JSON.
    match serde_json::from_slice::<IgnoredAny>(bytes) {
        Ok(_) => Err(BodyProblem::Mismatch {
            path: context.path.to_string(),
            message: error.to_string(),
        }),
        Err(error) => Err(BodyProblem::NotJson {
            message: error.to_string(),
        }),
    }
}

/// Reads a whole body that is text: a type whose JSON is a string.
pub(crate) fn from_text<T: Wire>(bytes: &[u8]) -> Result<T, BodyProblem> {
    let text = str::from_utf8(bytes).map_err(|_| BodyProblem::NotText)?;
    let mut context = Context::default();
    T::read(text.into_deserializer(), &mut context).map_err(|error: serde_json::Error| {
        BodyProblem::Mismatch {
            path: context.path.to_string(),
            message: error.to_string(),
        }
    })
}

/// Writes a whole body.
pub(crate) fn to_vec<T: Wire>(value: &T) -> Result<Vec<u8>, serde_json::Error> {
    serde_json::to_vec(&Written(value))
}

/// Writes a value that is not a body.
pub(crate) fn to_value<T: Wire>(value: &T) -> Result<serde_json::Value, serde_json::Error> {
    serde_json::to_value(Written(value))
}

/// A [`Wire`] value where serde asks for something to serialize.
struct Written<'a, T>(&'a T);

impl<T: Wire> Serialize for Written<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// A [`Wire`] type where serde asks for something to read with.
struct Reading<'p, 'de, T> {
    context: &'p mut Context<'de>,
    value: PhantomData<T>,
}

impl<'p, 'de, T> Reading<'p, 'de, T> {
    fn new(context: &'p mut Context<'de>) -> Self {
        Self {
            context,
            value: PhantomData,
        }
    }
}

impl<'de, T: Wire> DeserializeSeed<'de> for Reading<'_, 'de, T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        T::read(deserializer, self.context)
    }
}

#[cfg(test)]
mod tests;
