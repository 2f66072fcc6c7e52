// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde::de::{Deserializer, Error as _};
use serde::ser::{Error as _, SerializeMap, Serializer};
use serde_json::{Error, Value};
use std::borrow::Cow;

use super::candidate::{Candidate, Choice};
use super::context::{Buffer, Context, Node};
use super::look::{Branch, added};
use super::weigh::weigh;
use super::{Wire, Written};

/// What a union adds of its own; [`union`] does the rest.
pub(crate) trait Union: Sized + 'static {
    /// The branches, in the order of the table.
    const BRANCHES: &'static [Branch];

    /// Reads one of the branches.
    fn read_branch(choice: Choice<'_, '_, Self>) -> Result<Self, Error>;
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
                let out = $crate::runtime::wire::Branches::new::<Self>(serializer);
                match self {
                    $(Self::$variant(value) => out.branch(stringify!($variant), value),)*
                    Self::$unknown(value) => out.unknown(value),
                }
            }
        }

        impl $crate::runtime::wire::Union for $type {
            const BRANCHES: &'static [$crate::runtime::wire::Branch] = &[
                $($crate::runtime::wire::Branch {
                    name: stringify!($variant),
                    looks: $crate::runtime::wire::looks!($($look)*),
                }),*
            ];

            fn read_branch(
                choice: $crate::runtime::wire::Choice<'_, '_, Self>,
            ) -> Result<Self, serde_json::Error> {
                choice$(.branch(Self::$variant))*.end(Self::$unknown)
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
            let mut inner = Context {
                buffer: Some(&buffer),
                ..Context::default()
            };
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
    let fits = |index: &usize| {
        let branch = T::BRANCHES.get(*index);
        branch.is_some_and(|branch| branch.fits(candidate.value))
    };
    let indices: Vec<usize> = (0..T::BRANCHES.len()).filter(fits).collect();
    match indices.as_slice() {
        [] => read_unknown(candidate, context),
        [only] => read(*only, candidate, context),
        several => weigh(several, candidate, context),
    }
}

/// Reads the branch at `index`.
pub(super) fn read<'v, T: Union>(
    index: usize,
    candidate: Candidate<'v>,
    context: &mut Context<'v>,
) -> Result<T, Error> {
    let before = candidate.buffer.ignored.borrow().len();
    let read = T::read_branch(Choice::new(candidate, context, index));
    // What the union itself writes is not lost, though the branch does not know it.
    for (name, _) in T::BRANCHES.get(index).into_iter().flat_map(added) {
        if let Some(constant) = candidate.value.get(name) {
            let mut ignored = candidate.buffer.ignored.borrow_mut();
            let of_branch = ignored.split_off(before);
            let is_other = |node: &Node| !std::ptr::eq(*node, constant);
            ignored.extend(of_branch.into_iter().filter(is_other));
        }
    }
    read
}

/// Keeps the value as it is.
pub(super) fn read_unknown<'v, T: Union>(
    candidate: Candidate<'v>,
    context: &mut Context<'v>,
) -> Result<T, Error> {
    read(T::BRANCHES.len(), candidate, context)
}

/// A union while it is written.
pub(crate) struct Branches<S> {
    serializer: S,
    branches: &'static [Branch],
}

impl<S: Serializer> Branches<S> {
    pub(crate) fn new<T: Union>(serializer: S) -> Self {
        Self {
            serializer,
            branches: T::BRANCHES,
        }
    }

    /// Writes the branch of this name, after the constants that the union adds.
    pub(crate) fn branch<B: Wire>(self, name: &str, value: &B) -> Result<S::Ok, S::Error> {
        let branch = self.branches.iter().find(|branch| branch.name == name);
        match branch.filter(|branch| added(branch).next().is_some()) {
            Some(branch) => {
                let value = serde_json::to_value(Written(value)).map_err(S::Error::custom)?;
                write_with_added(branch, &value, self.serializer)
            }
            None => value.write(self.serializer),
        }
    }

    pub(crate) fn unknown(self, value: &Value) -> Result<S::Ok, S::Error> {
        value.write(self.serializer)
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
