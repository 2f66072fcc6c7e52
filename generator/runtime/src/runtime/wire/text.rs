use serde::de::{Deserializer, Error, Unexpected, Visitor};
use std::fmt;

/// Implements a type that JSON carries as text.
macro_rules! wire_text {
    ($type:ty, $expected:literal) => {
        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                _: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::text::text(deserializer, $expected, |text| text.parse().ok())
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
    };
}
pub(super) use wire_text;

/// Reads a text that `parse` knows; `expected` says what it should be.
pub(super) fn text<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(Text { expected, parse })
}

struct Text<T> {
    expected: &'static str,
    parse: fn(&str) -> Option<T>,
}

impl<T> Visitor<'_> for Text<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.expected)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        (self.parse)(text).ok_or_else(|| E::invalid_value(Unexpected::Str(text), &self))
    }
}
