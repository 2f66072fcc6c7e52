use serde::de::{Deserializer, Error as _};
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde_json::{Error, Value};
use std::borrow::Cow;

use super::candidate::Candidate;
use super::context::{Buffer, Context, count};
use super::look::{Branch, added};
use super::weigh::weigh;
use super::{Wire, Written};

/// What a union adds of its own; [`union`] does the rest.
pub(crate) trait Union: Sized + 'static {
    /// The branches, by the names of their variants.
    const BRANCHES: &'static [Branch];

    /// Reads the branch of this name.
    fn branch<'v>(
        name: &str,
        candidate: Candidate<'v>,
        context: &mut Context<'v>,
    ) -> Result<Self, Error>;

    /// What fits no branch, as it came.
    fn unknown(value: Value) -> Self;
}

/// Implements a union. A branch is chosen by looking at the value; all looks of a branch must hold:
///
/// ```text
/// wire_union! {
///     File {
///         Base64 from Base64File { "type" = "base64" },
///         Text from TextFile { "type" = "text" | "plain", "version" = integer 1 },
///         Dog from Dog { object, has "bark", has "name" },
///         Cat from Cat { object, adds "petType" = "cat" },
///         Count from i64 { integer },
///         Text { string },
///         Other from serde_json::Value {},
///     } else Unknown
/// }
/// ```
///
/// A constant that the union `adds` is none of the branch's own; the union writes it. A branch can be made `from` its
/// type, where no other branch has the same.
///
/// If one branch fits by its looks, it is read, and what is wrong in it is an error. If several do, they are weighed
/// (see [`weigh`]). A value that fits no branch is kept as it is in the variant behind `else`.
macro_rules! wire_union {
    ($type:ident {
        $($variant:ident $(from $branch:ty)? { $($look:tt)* }),* $(,)?
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
                context: &mut $crate::runtime::wire::Context<'de>,
            ) -> Result<Self, D::Error> {
                $crate::runtime::wire::union(deserializer, context)
            }

            fn write<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self {
                    $(Self::$variant(value) => {
                        $crate::runtime::wire::write_branch::<Self, _, _>(
                            stringify!($variant),
                            value,
                            serializer,
                        )
                    })*
                    Self::$unknown(value) => {
                        $crate::runtime::wire::Wire::write(value, serializer)
                    }
                }
            }
        }

        impl $crate::runtime::wire::Union for $type {
            const BRANCHES: &'static [$crate::runtime::wire::Branch] = &[
                $($crate::runtime::wire::Branch {
                    name: stringify!($variant),
                    looks: $crate::runtime::wire::looks!([] $($look)*),
                }),*
            ];

            fn branch<'v>(
                name: &str,
                candidate: $crate::runtime::wire::Candidate<'v>,
                context: &mut $crate::runtime::wire::Context<'v>,
            ) -> Result<Self, serde_json::Error> {
                match name {
                    $(stringify!($variant) => candidate.read(context, Self::$variant),)*
                    _ => candidate.read(context, Self::$unknown),
                }
            }

            fn unknown(value: serde_json::Value) -> Self {
                Self::$unknown(value)
            }
        }
    };
}
pub(crate) use wire_union;

/// Reads a union.
pub(crate) fn union<'de, D: Deserializer<'de>, T: Union>(
    deserializer: D,
    context: &mut Context<'de>,
) -> Result<T, D::Error> {
    match (context.take(deserializer)?, context.buffer) {
        (Cow::Borrowed(value), Some(buffer)) => {
            choose(Candidate { value, buffer }, context).map_err(D::Error::custom)
        }
        (value, _) => {
            let buffer = Buffer::new(&value);
            let mut inner = Context::default();
            inner.buffer = Some(&buffer);
            let candidate = Candidate {
                value: &value,
                buffer: &buffer,
            };
            let read = choose(candidate, &mut inner);
            context.path = inner.path;
            read.map_err(D::Error::custom)
        }
    }
}

fn choose<'v, T: Union>(candidate: Candidate<'v>, context: &mut Context<'v>) -> Result<T, Error> {
    let fits = |branch: &&Branch| branch.fits(candidate.value);
    let branches: Vec<&'static Branch> = T::BRANCHES.iter().filter(fits).collect();
    match branches.as_slice() {
        [] => Ok(unknown(candidate, context)),
        [only] => branch(only, candidate, context),
        several => Ok(weigh(several, candidate, context)),
    }
}

/// Reads one branch.
pub(super) fn branch<'v, T: Union>(
    branch: &Branch,
    candidate: Candidate<'v>,
    context: &mut Context<'v>,
) -> Result<T, Error> {
    let before = candidate.buffer.ignored.borrow().len();
    let read = T::branch(branch.name, candidate, context);
    // What the union itself writes is not lost, though the branch does not know it.
    for (name, _) in added(branch) {
        if let Some(constant) = candidate.value.get(name) {
            let mut ignored = candidate.buffer.ignored.borrow_mut();
            let of_branch = ignored.split_off(before);
            ignored.extend(
                of_branch
                    .into_iter()
                    .filter(|node| !std::ptr::eq(*node, constant)),
            );
        }
    }
    read
}

/// Keeps the value as it is.
pub(super) fn unknown<'v, T: Union>(candidate: Candidate<'v>, context: &mut Context<'v>) -> T {
    context.unknown();
    context.untyped(candidate.value);
    T::unknown(candidate.value.clone())
}

/// Writes a branch, after the constants that the union adds.
pub(crate) fn write_branch<T: Union, B: Wire, S: Serializer>(
    name: &str,
    value: &B,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let branch = T::BRANCHES.iter().find(|branch| branch.name == name);
    match branch {
        Some(branch) if added(branch).next().is_some() => {
            let value = serde_json::to_value(Written(value)).map_err(S::Error::custom)?;
            write_with_added(branch, &value, serializer)
        }
        _ => value.write(serializer),
    }
}

fn write_with_added<S: Serializer>(
    branch: &Branch,
    value: &Value,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut entries = serializer.serialize_map(None)?;
    for (name, constant) in added(branch) {
        entries.serialize_entry(name, &constant)?;
    }
    for (name, value) in value.as_object().into_iter().flatten() {
        if added(branch).all(|(added, _)| added != name) {
            entries.serialize_entry(name, value)?;
        }
    }
    entries.end()
}
