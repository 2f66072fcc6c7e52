//! Types of the user's own, in place of those that the document describes.

use serde::de::{DeserializeOwned, Deserializer, Error};

use super::Context;

/// Reads and writes a type of another crate by serde's traits.
macro_rules! wire_foreign {
    ($type:ty) => {
        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::foreign(deserializer, context)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(self, serializer)
            }
        }
    };
}
pub(crate) use wire_foreign;

/// Reads a value as what it is in JSON first: what other types ask of a deserializer is not known here. On failure, the
/// path leads to the value and not into it.
pub(crate) fn foreign<'de, D: Deserializer<'de>, T: DeserializeOwned>(
    deserializer: D,
    context: &mut Context<'de>,
) -> Result<T, D::Error> {
    let value = context.take(deserializer)?;
    context.loose();
    T::deserialize(value.as_ref()).map_err(D::Error::custom)
}
