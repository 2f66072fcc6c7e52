use serde::de::{Deserializer, Error};

use super::{Context, Wire};

/// Implements an integer enum: its wire format, `value` and `Display`. With `else`, the enum is open: a value that the
/// document does not know is kept in that variant, which holds an `i64`.
///
/// ```text
/// wire_integer_enum! {
///     Level {
///         1 => One,
///         -1 => MinusOne,
///     } else Unknown
/// }
/// ```
macro_rules! wire_integer_enum {
    ($type:ident { $($value:literal => $variant:ident),* $(,)? } $(else $unknown:ident)?) => {
        $crate::runtime::wire::wire_serde!($type);

        impl $type {
            /// The value as the API writes it.
            #[must_use]
            pub fn value(&self) -> i64 {
                match self {
                    $(Self::$variant => $value,)*
                    $(Self::$unknown(value) => *value,)?
                }
            }
        }

        impl From<$type> for i64 {
            fn from(value: $type) -> Self {
                value.value()
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(&self.value(), f)
            }
        }

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::integer(deserializer, context, &[$($value),*], |value| {
                    match value {
                        $($value => Some(Self::$variant),)*
                        _ => $crate::runtime::wire::wire_integer_enum!(@unknown value $($unknown)?),
                    }
                })
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_i64(self.value())
            }
        }
    };
    (@unknown $value:ident) => {
        None
    };
    (@unknown $value:ident $unknown:ident) => {
        Some(Self::$unknown($value))
    };
}
pub(crate) use wire_integer_enum;

/// Reads an integer that `read` knows; `values` are the documented ones.
pub(crate) fn integer<'de, D: Deserializer<'de>, T>(
    deserializer: D,
    context: &mut Context<'de>,
    values: &[i64],
    read: fn(i64) -> Option<T>,
) -> Result<T, D::Error> {
    let value = i64::read(deserializer, context)?;
    if !values.contains(&value) {
        context.unknown();
    }
    read(value).ok_or_else(|| {
        D::Error::custom(format_args!(
            "unknown value {value}, expected one of {values:?}"
        ))
    })
}
