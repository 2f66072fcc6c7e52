//! Values that are a text for the usual case, and a table for all others.

use std::fmt;
use std::marker::PhantomData;

use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

/// Reads a text, or a table `T`; unlike with an untagged enum, what is wrong with the table is told.
pub(super) fn text_or_table<'de, D, T, R>(
    deserializer: D,
    expected: &'static str,
) -> Result<R, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
    R: From<String> + From<T>,
{
    deserializer.deserialize_any(TextOrTable::<T, R>(expected, PhantomData))
}

struct TextOrTable<T, R>(&'static str, PhantomData<(T, R)>);

impl<'de, T: Deserialize<'de>, R: From<String> + From<T>> Visitor<'de> for TextOrTable<T, R> {
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<R, E> {
        Ok(R::from(text.to_owned()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<R, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(R::from)
    }
}
