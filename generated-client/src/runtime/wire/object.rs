// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use std::fmt;
use std::marker::PhantomData;

use super::{Path, Reading, Wire, Written};

/// Properties with one possible value, which are no fields: they are written by themselves and checked on reading.
pub(crate) type Tags = &'static [(&'static str, &'static str)];

/// What a struct adds of its own; [`object`] does the rest.
pub(crate) trait Object: Sized {
    /// The properties that are fields.
    const NAMES: &'static [&'static str];
    /// The properties that are constants.
    const TAGS: Tags;

    /// Reads the fields; `None` where [`Fields`] holds an error.
    fn fields<'de, A: MapAccess<'de>>(fields: &mut Fields<'_, A, A::Error>) -> Option<Self>;
}

/// Implements the wire format of a struct. Tags come first, then a row for each field:
///
/// ```text
/// wire_struct! {
///     Image {
///         tags { "type" = "base64" }
///         "data" => data: required,
///         "name" => name: optional,
///         "note" => note: nullable,
///     }
/// }
/// ```
///
/// A `required` field is a `T`, an `optional` one an `Option<T>` that is left out when it is `None` and may come as
/// `null`, and a `nullable` one an `Option<Option<T>>`, in which `Some(None)` is `null` (OpenAPI Specification 3.0.4,
/// section 4.7.24).
macro_rules! wire_struct {
    ($type:ident {
        $(tags { $($tag:literal = $constant:literal),* $(,)? })?
        $($name:literal => $field:ident: $presence:ident),* $(,)?
    }) => {
        $crate::runtime::wire::wire_serde!($type);

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                path: &mut $crate::runtime::wire::Path,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::object(deserializer, path)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::wire::Out::new::<Self>(serializer)
                    $(.$presence($name, &self.$field))*
                    .end()
            }
        }

        impl $crate::runtime::wire::Object for $type {
            const NAMES: &'static [&'static str] = &[$($name),*];
            const TAGS: $crate::runtime::wire::Tags = &[$($(($tag, $constant)),*)?];

            fn fields<'de, A: serde::de::MapAccess<'de>>(
                fields: &mut $crate::runtime::wire::Fields<'_, A, A::Error>,
            ) -> Option<Self> {
                $(let mut $field = None;)*
                while let Some(name) = fields.next::<Self>() {
                    match name {
                        $($name => fields.$presence(name, &mut $field),)*
                        _ => {}
                    }
                }
                $($crate::runtime::wire::wire_struct!(@take $presence fields $name $field);)*
                fields.end(Self { $($field),* })
            }
        }
    };
    (@take required $fields:ident $name:literal $field:ident) => {
        let Some($field) = $field else {
            return $fields.missing($name);
        };
    };
    (@take $presence:ident $fields:ident $name:literal $field:ident) => {};
}
pub(crate) use wire_struct;

/// Reads an object.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Object>(
    deserializer: D,
    path: &mut Path,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(Reading::new(path)))
}

struct ObjectVisitor<'p, T>(Reading<'p, T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<'_, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut fields = Fields {
            map,
            path: self.0.path,
            tags_seen: Vec::new(),
            error: None,
        };
        let read = T::fields(&mut fields);
        match (fields.error, read) {
            (None, Some(value)) => Ok(value),
            (Some(error), _) => Err(error),
            (None, None) => Err(A::Error::custom("a property is missing")),
        }
    }
}

/// An object while it is read. It carries the first error, so that an expansion has none to hand on.
pub(crate) struct Fields<'p, A, E> {
    map: A,
    path: &'p mut Path,
    tags_seen: Vec<&'static str>,
    error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Fields<'_, A, A::Error> {
    /// The name of the next field whose value is to be read; `None` at the end and after an error.
    pub(crate) fn next<T: Object>(&mut self) -> Option<&'static str> {
        while self.error.is_none() {
            match self.map.next_key_seed(Name(T::NAMES, T::TAGS)) {
                Ok(Some(Key::Field(name))) => return Some(name),
                Ok(Some(Key::Tag(name, constant))) => self.tag(name, constant),
                Ok(Some(Key::Unknown)) => match self.map.next_value::<IgnoredAny>() {
                    Ok(_) => {}
                    Err(error) => self.error = Some(error),
                },
                Ok(None) => return None,
                Err(error) => self.error = Some(error),
            }
        }
        None
    }

    fn tag(&mut self, name: &'static str, constant: &'static str) {
        match self.value::<serde_json::Value>(name) {
            Some(value) if value == constant => self.tags_seen.push(name),
            Some(value) => {
                let message = format_args!("expected the constant {constant:?}, found {value}");
                self.fail(name, A::Error::custom(message));
            }
            None => {}
        }
    }

    fn value<T: Wire>(&mut self, name: &'static str) -> Option<T> {
        match self.map.next_value_seed(Reading::new(self.path)) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(name, error);
                None
            }
        }
    }

    pub(crate) fn required<T: Wire>(&mut self, name: &'static str, slot: &mut Option<T>) {
        *slot = self.value(name);
    }

    pub(crate) fn optional<T: Wire>(&mut self, name: &'static str, slot: &mut Option<T>) {
        *slot = self.value(name).flatten();
    }

    pub(crate) fn nullable<T: Wire>(&mut self, name: &'static str, slot: &mut Option<Option<T>>) {
        *slot = self.value(name);
    }

    /// Gives up because a required property did not come.
    pub(crate) fn missing<T>(&mut self, name: &'static str) -> Option<T> {
        if self.error.is_none() {
            self.fail(name, A::Error::missing_field(name));
        }
        None
    }

    /// The whole object, unless something is wrong with it.
    pub(crate) fn end<T: Object>(&mut self, value: T) -> Option<T> {
        let mut tags = T::TAGS.iter().map(|(name, _)| *name);
        match tags.find(|name| !self.tags_seen.contains(name)) {
            Some(missing) => self.missing(missing),
            None => self.error.is_none().then_some(value),
        }
    }

    fn fail(&mut self, name: &str, error: A::Error) {
        self.path.leave_key(name);
        self.error = Some(error);
    }
}

enum Key {
    Field(&'static str),
    Tag(&'static str, &'static str),
    Unknown,
}

struct Name(&'static [&'static str], Tags);

impl<'de> DeserializeSeed<'de> for Name {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for Name {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        let field = self.0.iter().find(|field| **field == name);
        let tag = || self.1.iter().find(|(tag, _)| *tag == name);
        Ok(match field {
            Some(field) => Key::Field(field),
            None => tag().map_or(Key::Unknown, |(tag, constant)| Key::Tag(tag, constant)),
        })
    }
}

/// An object while it is written. It carries the first error, so that an expansion is one expression.
pub(crate) struct Out<S: Serializer>(Result<S::SerializeMap, S::Error>, PhantomData<S>);

impl<S: Serializer> Out<S> {
    /// Begins an object with its tags.
    pub(crate) fn new<T: Object>(serializer: S) -> Self {
        T::TAGS.iter().fold(
            Self(serializer.serialize_map(None), PhantomData),
            |out, (name, constant)| out.entry(name, constant),
        )
    }

    fn entry<V: serde::Serialize>(mut self, name: &'static str, value: &V) -> Self {
        if let Ok(map) = &mut self.0
            && let Err(error) = map.serialize_entry(name, value)
        {
            self.0 = Err(error);
        }
        self
    }

    pub(crate) fn required<T: Wire>(self, name: &'static str, value: &T) -> Self {
        self.entry(name, &Written(value))
    }

    pub(crate) fn optional<T: Wire>(self, name: &'static str, value: &Option<T>) -> Self {
        match value {
            Some(value) => self.entry(name, &Written(value)),
            None => self,
        }
    }

    pub(crate) fn nullable<T: Wire>(self, name: &'static str, value: &Option<Option<T>>) -> Self {
        self.optional(name, value)
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
