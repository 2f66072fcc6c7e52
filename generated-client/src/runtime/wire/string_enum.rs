// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{Deserializer, Error, Visitor};
use std::fmt;

use super::Context;

/// Implements a string enum: its wire format, `as_str` and `Display`. With `else`, the enum is open: a value that the
/// document does not know is kept in that variant.
///
/// ```text
/// wire_enum! {
///     Status {
///         "idle" => Idle,
///         "running" => Running,
///     } else Unknown
/// }
/// ```
macro_rules! wire_enum {
    ($type:ident { $($value:literal => $variant:ident),* $(,)? } $(else $unknown:ident)?) => {
        $crate::runtime::wire::wire_serde!($type);

        impl $type {
            /// The value as the API writes it.
            #[must_use]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    $(Self::$unknown(value) => value,)?
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::string(deserializer, context, &[$($value),*], |value| {
                    match value {
                        $($value => Some(Self::$variant),)*
                        _ => $crate::runtime::wire::wire_enum!(@unknown value $($unknown)?),
                    }
                })
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }
    };
    (@unknown $value:ident) => {
        None
    };
    (@unknown $value:ident $unknown:ident) => {
        Some(Self::$unknown($value.to_owned()))
    };
}
pub(crate) use wire_enum;

/// Reads a string that `read` knows; `values` are the documented ones.
pub(crate) fn string<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    context: &mut Context<'de>,
    values: &'static [&'static str],
    read: fn(&str) -> Option<T>,
) -> Result<T, D::Error> {
    deserializer.deserialize_str(StringVisitor {
        context,
        values,
        read,
    })
}

struct StringVisitor<'p, 'de, T> {
    context: &'p mut Context<'de>,
    values: &'static [&'static str],
    read: fn(&str) -> Option<T>,
}

impl<'de, T> Visitor<'de> for StringVisitor<'_, 'de, T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string")
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<T, E> {
        if !self.values.contains(&value) {
            self.context.unknown();
        }
        (self.read)(value).ok_or_else(|| E::unknown_variant(value, self.values))
    }
}
