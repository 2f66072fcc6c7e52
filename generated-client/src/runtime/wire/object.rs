// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use super::{Constant, Context, Reading, Wire, Written};

/// Properties with one possible value, which are no fields: they are written by themselves and checked on reading.
pub(crate) type Tags = &'static [(&'static str, Constant)];

/// What a struct adds of its own; [`object`] does the rest.
pub(crate) trait Object: Sized {
    /// The properties that are fields.
    const NAMES: &'static [&'static str];
    /// The properties that are constants.
    const TAGS: Tags;

    /// Reads the fields; `None` where [`Fields`] holds an error.
    fn fields<'de, A: MapAccess<'de>>(fields: &mut Fields<'_, 'de, A, A::Error>) -> Option<Self>;
}

/// Implements the wire format of a struct. Tags come first, then a row for each field, and then the field for
/// all other properties:
///
/// ```text
/// wire_struct! {
///     Image {
///         tags { "type" = "base64", "version" = integer 1, "beta" = boolean true }
///         "data" => data: required,
///         "name" => name: optional,
///         "note" => note: nullable,
///         "value" => value: any,
///         .. => additional_properties,
///     }
/// }
/// ```
///
/// A `required` field is a `T`, where it is an `Option` read as `None` when it does not come, an `optional` one an `Option<T>` that is left out when it is `None` and may come as
/// `null`, and a `nullable` one an `Option<Option<T>>`, in which `Some(None)` is `null` (OpenAPI Specification 3.0.4,
/// section 4.7.24). An `any` field is an `Option<T>` of a type that has `null` among its values, so that only absence is
/// `None`. The field for all others is a `BTreeMap<String, T>`; it is written last.
macro_rules! wire_struct {
    ($type:ident {
        $(tags { $($tag:literal = $($word:ident)? $constant:literal),* $(,)? })?
        $($name:literal => $field:ident: $presence:ident,)*
        $(.. => $others:ident,)?
    }) => {
        $crate::runtime::wire::wire_serde!($type);

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::object(deserializer, context)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                $crate::runtime::wire::Out::new::<Self>(serializer)
                    $(.$presence($name, &self.$field))*
                    $(.others::<Self, _>(&self.$others))?
                    .end()
            }
        }

        impl $crate::runtime::wire::Object for $type {
            const NAMES: &'static [&'static str] = &[$($name),*];
            const TAGS: $crate::runtime::wire::Tags = &[
                $($(($tag, $crate::runtime::wire::constant!($($word)? $constant))),*)?
            ];

            fn fields<'de, A: serde::de::MapAccess<'de>>(
                fields: &mut $crate::runtime::wire::Fields<'_, 'de, A, A::Error>,
            ) -> Option<Self> {
                $(let mut $field = None;)*
                $(let mut $others = std::collections::BTreeMap::new();)?
                while let Some(name) = fields$(.keeping(&mut $others))?.next::<Self>() {
                    match name {
                        $($name => fields.$presence(name, &mut $field),)*
                        _ => {}
                    }
                }
                $($crate::runtime::wire::wire_struct!(@take $presence fields $name $field);)*
                fields.end(Self { $($field,)* $($others,)? })
            }
        }
    };
    (@take required $fields:ident $name:literal $field:ident) => {
        let Some($field) = $field.or_else(|| $fields.absent()) else {
            return $fields.missing($name);
        };
    };
    (@take $presence:ident $fields:ident $name:literal $field:ident) => {};
}
pub(crate) use wire_struct;

/// Reads an object.
pub(crate) fn object<'de, D: Deserializer<'de>, T: Object>(
    deserializer: D,
    context: &mut Context<'de>,
) -> Result<T, D::Error> {
    deserializer.deserialize_map(ObjectVisitor(Reading::new(context)))
}

struct ObjectVisitor<'p, 'de, T>(Reading<'p, 'de, T>);

impl<'de, T: Object> Visitor<'de> for ObjectVisitor<'_, 'de, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let mut fields = Fields {
            map,
            context: self.0.context,
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
pub(crate) struct Fields<'p, 'de, A, E> {
    map: A,
    context: &'p mut Context<'de>,
    tags_seen: Vec<&'static str>,
    error: Option<E>,
}

impl<'de, A: MapAccess<'de>> Fields<'_, 'de, A, A::Error> {
    /// The name of the next field whose value is to be read; `None` at the end and after an error.
    pub(crate) fn next<T: Object>(&mut self) -> Option<&'static str> {
        while let Some(key) = self.key::<T, _>(|_| ()) {
            match key {
                Key::Field(name) => return Some(name),
                Key::Tag(name, constant) => self.tag(name, constant),
                Key::Other(()) => match self.map.next_value::<IgnoredAny>() {
                    Ok(_) => {}
                    Err(error) => self.error = Some(error),
                },
            }
        }
        None
    }

    /// The same, but properties that are no fields are kept.
    pub(crate) fn keeping<'f, T>(
        &'f mut self,
        others: &'f mut BTreeMap<String, T>,
    ) -> Keeping<'f, Self, T> {
        Keeping {
            fields: self,
            others,
        }
    }

    /// The next name; `other` is what becomes of one that the type does not know.
    fn key<T: Object, O>(&mut self, other: fn(&str) -> O) -> Option<Key<O>> {
        if self.error.is_some() {
            return None;
        }
        match self.map.next_key_seed(Name {
            fields: T::NAMES,
            tags: T::TAGS,
            other,
        }) {
            Ok(key) => key,
            Err(error) => {
                self.error = Some(error);
                None
            }
        }
    }

    fn tag(&mut self, name: &'static str, constant: Constant) {
        match self.map.next_value::<Value>() {
            Ok(value) if constant.is(&value) => self.tags_seen.push(name),
            Ok(value) => {
                let message = format_args!("expected the constant {constant}, found {value}");
                self.fail(name, A::Error::custom(message));
            }
            Err(error) => self.fail(name, error),
        }
    }

    fn value<T: Wire>(&mut self, name: &str) -> Option<T> {
        match self.map.next_value_seed(Reading::new(self.context)) {
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
        let value = self.value(name);
        if matches!(value, Some(None)) {
            // A branch that has a state of its own for `null` says more.
            self.context.loose();
        }
        *slot = value.flatten();
    }

    pub(crate) fn nullable<T: Wire>(&mut self, name: &'static str, slot: &mut Option<Option<T>>) {
        *slot = self.value(name);
    }

    pub(crate) fn any<T: Wire>(&mut self, name: &'static str, slot: &mut Option<T>) {
        *slot = self.value(name);
    }

    /// What a required property is that did not come: `null`, where it may be that. Servers leave such ones out, and
    /// they say no less by it.
    pub(crate) fn absent<T: Wire>(&mut self) -> Option<T> {
        let value = T::absent()?;
        // A branch of which nothing is missing says more.
        self.context.loose();
        Some(value)
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
        self.context.path.leave_key(name);
        self.error = Some(error);
    }
}

/// [`Fields`] with a place for the properties that are none.
pub(crate) struct Keeping<'f, F, T> {
    fields: &'f mut F,
    others: &'f mut BTreeMap<String, T>,
}

impl<'de, A: MapAccess<'de>, O: Wire> Keeping<'_, Fields<'_, 'de, A, A::Error>, O> {
    /// The name of the next field whose value is to be read; `None` at the end and after an error.
    pub(crate) fn next<T: Object>(self) -> Option<&'static str> {
        while let Some(key) = self.fields.key::<T, _>(str::to_owned) {
            match key {
                Key::Field(name) => return Some(name),
                Key::Tag(name, constant) => self.fields.tag(name, constant),
                Key::Other(name) => {
                    self.fields.context.loose();
                    if let Some(value) = self.fields.value(&name) {
                        self.others.insert(name, value);
                    }
                }
            }
        }
        None
    }
}

enum Key<O> {
    Field(&'static str),
    Tag(&'static str, Constant),
    Other(O),
}

struct Name<O> {
    fields: &'static [&'static str],
    tags: Tags,
    other: fn(&str) -> O,
}

impl<'de, O> DeserializeSeed<'de> for Name<O> {
    type Value = Key<O>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key<O>, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl<O> Visitor<'_> for Name<O> {
    type Value = Key<O>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a property name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key<O>, E> {
        if let Some(field) = self.fields.iter().find(|field| **field == name) {
            return Ok(Key::Field(field));
        }
        Ok(match self.tags.iter().find(|(tag, _)| *tag == name) {
            Some((tag, constant)) => Key::Tag(tag, *constant),
            None => Key::Other((self.other)(name)),
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

    fn entry<V: serde::Serialize>(mut self, name: &str, value: &V) -> Self {
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

    pub(crate) fn any<T: Wire>(self, name: &'static str, value: &Option<T>) -> Self {
        self.optional(name, value)
    }

    /// Writes the properties that are no fields.
    pub(crate) fn others<T: Object, V: Wire>(mut self, others: &BTreeMap<String, V>) -> Self {
        let is_own =
            |name: &str| T::NAMES.contains(&name) || T::TAGS.iter().any(|tag| tag.0 == name);
        for (name, value) in others.iter().filter(|(name, _)| !is_own(name)) {
            self = self.entry(name, &Written(value));
        }
        self
    }

    pub(crate) fn end(self) -> Result<S::Ok, S::Error> {
        self.0?.end()
    }
}
