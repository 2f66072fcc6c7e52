// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::{Error as _, Serialize, Serializer};
use serde_json::Value;
use std::fmt;
use std::marker::PhantomData;

use super::{Context, Wire};

/// Types that serde reads and writes as we want them.
macro_rules! as_serde_does {
    ($($type:ty),*) => {
        $(impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: &mut Context<'de>,
            ) -> Result<Self, D::Error> {
                Self::deserialize(deserializer)
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        })*
    };
}
as_serde_does!(bool, ());

/// Any text.
impl Wire for String {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        context.loose();
        Self::deserialize(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// Any JSON.
impl Wire for Value {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        let value = context.take(deserializer)?;
        context.untyped(&value);
        Ok(value.into_owned())
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }
}

/// Integers, which JSON may also write as `1.0` (JSON Schema, section 6.1.1 of the validation vocabulary).
macro_rules! integers {
    ($($type:ty),*) => {
        $(impl Wire for $type {
            fn read<'de, D: Deserializer<'de>>(
                deserializer: D,
                _: &mut Context<'de>,
            ) -> Result<Self, D::Error> {
                deserializer.deserialize_any(Integer(PhantomData))
            }

            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                self.serialize(serializer)
            }
        })*
    };
}
integers!(i8, i16, i32, i64, u8, u16, u32, u64);

struct Integer<T>(PhantomData<T>);

impl<T: TryFrom<i128>> Visitor<'_> for Integer<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bits = 8 * size_of::<T>();
        write!(f, "an integer of {bits} bits")
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<T, E> {
        T::try_from(value.into()).map_err(|_| E::invalid_value(Unexpected::Signed(value), &self))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<T, E> {
        T::try_from(value.into()).map_err(|_| E::invalid_value(Unexpected::Unsigned(value), &self))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<T, E> {
        let wrong = || E::invalid_value(Unexpected::Float(value), &self);
        match whole(value) {
            Some(value) => T::try_from(value.into()).map_err(|_| wrong()),
            None => Err(wrong()),
        }
    }
}

/// Numbers. A whole one is written without a fraction, as it came: `400`, not `400.0`.
impl Wire for f64 {
    fn read<'de, D: Deserializer<'de>>(
        deserializer: D,
        context: &mut Context<'de>,
    ) -> Result<Self, D::Error> {
        context.loose();
        Self::deserialize(deserializer)
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match whole(*self) {
            Some(value) => serializer.serialize_i64(value),
            None if self.is_finite() => serializer.serialize_f64(*self),
            None => Err(S::Error::custom("JSON has no number that is not finite")),
        }
    }
}

/// The integer that a number is, where the number tells it exactly.
fn whole(value: f64) -> Option<i64> {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53
    let is_whole = value.fract() == 0.0 && value.abs() <= EXACT;
    let is_negative_zero = value == 0.0 && value.is_sign_negative();
    #[allow(clippy::cast_possible_truncation, reason = "it is whole and small")]
    (is_whole && !is_negative_zero).then_some(value as i64)
}
