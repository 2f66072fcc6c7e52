// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{Deserializer, Error};
use serde_json::Value;

use super::{Path, Wire};

/// Implements a union whose branches differ by constant properties. A branch is chosen by looking at all its
/// constants; a value that fits none is kept as it is in the variant behind `else`. A branch can be made `from` its
/// type, where no other branch has the same.
///
/// ```text
/// wire_union! {
///     File {
///         Base64 from Base64File { "type" = "base64" },
///         Text from TextFile { "type" = "text" },
///     } else Unknown
/// }
/// ```
macro_rules! wire_union {
    ($type:ident {
        $($variant:ident $(from $branch:ty)? { $($tag:literal = $constant:literal),* }),* $(,)?
    } else $unknown:ident) => {
        $crate::runtime::wire::wire_serde!($type);

        $($(impl From<$branch> for $type {
            fn from(value: $branch) -> Self {
                Self::$variant(value)
            }
        })?)*

        impl $crate::runtime::wire::Wire for $type {
            fn read<'de, D: serde::Deserializer<'de>>(
                deserializer: D,
                path: &mut $crate::runtime::wire::Path,
            ) -> Result<Self, D::Error> {
                let value: serde_json::Value =
                    $crate::runtime::wire::Wire::read(deserializer, path)?;
                $(if $crate::runtime::wire::has_tags(&value, &[$(($tag, $constant)),*]) {
                    return $crate::runtime::wire::branch(value, path).map(Self::$variant);
                })*
                Ok(Self::$unknown(value))
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::runtime::wire::Wire::write(value, serializer)
                    })*
                    Self::$unknown(value) => {
                        $crate::runtime::wire::Wire::write(value, serializer)
                    }
                }
            }
        }
    };
}
pub(crate) use wire_union;

/// Whether `value` is an object with these constants.
pub(crate) fn has_tags(value: &Value, tags: &[(&str, &str)]) -> bool {
    tags.iter()
        .all(|(name, constant)| value.get(name).is_some_and(|value| value == constant))
}

/// Reads the branch that was chosen.
pub(crate) fn branch<T: Wire, E: Error>(value: Value, path: &mut Path) -> Result<T, E> {
    T::read(value, path).map_err(E::custom)
}
