use serde::de::{Deserialize, Deserializer, Error};
use serde_json::Value;

use super::Context;
use super::constant::same;

/// Implements an enum of any primitive values: its wire format, `value` and `Display`. With `else`, the enum is open: a
/// value that the document does not know is kept in that variant, which holds a `serde_json::Value`.
///
/// ```text
/// wire_value_enum! {
///     Mixed {
///         "auto" => Auto,
///         1 => One,
///         0.5 => Half,
///         true => True,
///     } else Unknown
/// }
/// ```
macro_rules! wire_value_enum {
    ($type:ident { $($value:literal => $variant:ident),* $(,)? } $(else $unknown:ident)?) => {
        $crate::runtime::wire::wire_serde!($type);

        impl $type {
            /// The value as the API writes it.
            #[must_use]
            pub fn value(&self) -> serde_json::Value {
                match self {
                    $(Self::$variant => serde_json::Value::from($value),)*
                    $(Self::$unknown(value) => value.clone(),)?
                }
            }
        }

        impl std::fmt::Display for $type {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(&$crate::runtime::wire::plain_text(&self.value()))
            }
        }

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::one_of(
                    deserializer,
                    context,
                    [$((serde_json::Value::from($value), Self::$variant)),*],
                    $crate::runtime::wire::wire_value_enum!(@unknown $($unknown)?),
                )
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serde::Serialize::serialize(&self.value(), serializer)
            }
        }
    };
    (@unknown) => {
        None
    };
    (@unknown $unknown:ident) => {
        Some(Self::$unknown)
    };
}
pub(crate) use wire_value_enum;

/// Reads one of these values, or one that `unknown` keeps.
pub(crate) fn one_of<'de, D: Deserializer<'de>, T, const N: usize>(
    deserializer: D,
    context: &mut Context<'de>,
    values: [(Value, T); N],
    unknown: Option<fn(Value) -> T>,
) -> Result<T, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let found = values.into_iter().find(|(known, _)| same(known, &value));
    match (found, unknown) {
        (Some((_, variant)), _) => Ok(variant),
        (None, Some(unknown)) => {
            context.unknown();
            Ok(unknown(value))
        }
        (None, None) => Err(D::Error::custom(format_args!("unknown value {value}"))),
    }
}

/// A string as it is, and anything else as JSON.
pub(crate) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}
