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
    R: TryFrom<String, Error: fmt::Display> + TryFrom<T, Error: fmt::Display>,
{
    deserializer.deserialize_any(TextOrTable::<T, R>(expected, PhantomData))
}

struct TextOrTable<T, R>(&'static str, PhantomData<(T, R)>);

impl<'de, T, R> Visitor<'de> for TextOrTable<T, R>
where
    T: Deserialize<'de>,
    R: TryFrom<String, Error: fmt::Display> + TryFrom<T, Error: fmt::Display>,
{
    type Value = R;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<R, E> {
        R::try_from(text.to_owned()).map_err(E::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<R, A::Error> {
        let table = T::deserialize(MapAccessDeserializer::new(map))?;
        R::try_from(table).map_err(A::Error::custom)
    }
}
