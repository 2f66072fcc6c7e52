// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::value::{MapDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use serde_json::{Error, Value};

use super::context::{Buffer, HAND_OVER};
use super::{Context, Wire};

/// A buffered value, or a part of it, to be read as a branch of a union. It notes what the branch ignores.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'v> {
    pub(super) value: &'v Value,
    pub(super) buffer: &'v Buffer<'v>,
}

/// A candidate on its way to one branch of a union, past the others. It carries what was read, so that an expansion
/// is one expression.
pub(crate) struct Choice<'c, 'v, T> {
    candidate: Candidate<'v>,
    context: &'c mut Context<'v>,
    /// How many branches are still to be passed.
    ahead: usize,
    read: Option<Result<T, Error>>,
}

impl<'c, 'v, T> Choice<'c, 'v, T> {
    /// On the way to the branch at `index`, or to the variant for what is unknown, if there is no such branch.
    pub(super) fn new(
        candidate: Candidate<'v>,
        context: &'c mut Context<'v>,
        index: usize,
    ) -> Self {
        Self {
            candidate,
            context,
            ahead: index,
            read: None,
        }
    }

    pub(crate) fn branch<B: Wire>(mut self, variant: fn(B) -> T) -> Self {
        if self.read.is_some() {
            return self;
        }
        match self.ahead.checked_sub(1) {
            Some(ahead) => self.ahead = ahead,
            None => self.read = Some(B::read(self.candidate, self.context).map(variant)),
        }
        self
    }

    pub(crate) fn end(self, unknown: fn(Value) -> T) -> Result<T, Error> {
        match self.read {
            Some(read) => read,
            None => {
                self.context.unknown();
                Value::read(self.candidate, self.context).map(unknown)
            }
        }
    }
}

impl<'v> IntoDeserializer<'v, Error> for Candidate<'v> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

impl<'de> Deserializer<'de> for Candidate<'de> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        let Self { value, buffer } = self;
        let part = |value| Self { value, buffer };
        match value {
            Value::Array(items) => {
                let mut items = SeqDeserializer::new(items.iter().map(part));
                let read = visitor.visit_seq(&mut items)?;
                items.end().map(|()| read)
            }
            Value::Object(entries) => {
                let entries = entries.iter();
                let entries = entries.map(|(name, value)| (name.as_str(), part(value)));
                let mut entries = MapDeserializer::new(entries);
                let read = visitor.visit_map(&mut entries)?;
                entries.end().map(|()| read)
            }
            _ => value.deserialize_any(visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if name == HAND_OVER {
            self.buffer.hand_over(self.value);
            visitor.visit_unit()
        } else {
            visitor.visit_newtype_struct(self)
        }
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.buffer.ignore(self.value);
        visitor.visit_unit()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct enum identifier
    }
}
