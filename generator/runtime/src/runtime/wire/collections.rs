use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde::ser::{SerializeMap, SerializeSeq, Serializer};
use std::collections::BTreeMap;
use std::fmt;

use super::{Context, Reading, Wire, Written};

impl<T: Wire> Wire for Box<T> {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        T::read(deserializer, context).map(Self::new)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        T::write(self, serializer)
    }
}

/// A value that can be `null`.
impl<T: Wire> Wire for Option<T> {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_option(Reading::<T>::new(context))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer),
            None => serializer.serialize_none(),
        }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// Reads `null` or a value; see [`Option`].
impl<'de, T: Wire> Visitor<'de> for Reading<'_, 'de, T> {
    type Value = Option<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value or null")
    }

    fn visit_none<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_unit<E>(self) -> Result<Self::Value, E> {
        Ok(None)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        T::read(deserializer, self.context).map(Some)
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Items(Reading::<T>::new(context)))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut items = serializer.serialize_seq(Some(self.len()))?;
        for item in self {
            items.serialize_element(&Written(item))?;
        }
        items.end()
    }
}

struct Items<'p, 'de, T>(Reading<'p, 'de, T>);

impl<'de, T: Wire> Visitor<'de> for Items<'_, 'de, T> {
    type Value = Vec<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Vec<T>, A::Error> {
        let context = self.0.context;
        let mut read = Vec::new();
        loop {
            match items.next_element_seed(Reading::new(context)) {
                Ok(Some(item)) => read.push(item),
                Ok(None) => return Ok(read),
                Err(error) => {
                    context.path.leave_index(read.len());
                    return Err(error);
                }
            }
        }
    }
}

impl<T: Wire> Wire for BTreeMap<String, T> {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(Reading::<T>::new(context)))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut entries = serializer.serialize_map(Some(self.len()))?;
        for (name, value) in self {
            entries.serialize_entry(name, &Written(value))?;
        }
        entries.end()
    }
}

struct Entries<'p, 'de, T>(Reading<'p, 'de, T>);

impl<'de, T: Wire> Visitor<'de> for Entries<'_, 'de, T> {
    type Value = BTreeMap<String, T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let context = self.0.context;
        let mut read = BTreeMap::new();
        while let Some(name) = entries.next_key::<String>()? {
            match entries.next_value_seed(Reading::new(context)) {
                Ok(value) => {
                    context.loose();
                    read.insert(name, value);
                }
                Err(error) => {
                    context.path.leave_key(&name);
                    return Err(error);
                }
            }
        }
        Ok(read)
    }
}
