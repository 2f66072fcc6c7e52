//! What the configuration chooses for single items.

use std::collections::BTreeMap;

use super::types::{Declaration, TypeId};

/// Names that do not follow from the document.
#[derive(Debug, Clone, Default)]
pub(crate) struct Chosen {
    /// Of types.
    pub(crate) types: BTreeMap<TypeId, String>,
    /// Of methods, by the ids of their operations.
    pub(crate) methods: BTreeMap<String, String>,
}

impl Declaration {
    /// Has the type derive a trait, and what that is built on.
    pub(crate) fn add_derive(&mut self, derive: &ExtraDerive) {
        if *derive == ExtraDerive::Ord {
            self.add_derive(&ExtraDerive::PartialOrd);
        }
        if !self.extra_derives.iter().any(|it| it.is_same(derive)) {
            self.extra_derives.push(derive.clone());
        }
    }
}

/// A trait that types derive if they are asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum ExtraDerive {
    PartialOrd,
    Ord,
    /// Of another crate, by its path.
    Other(String),
}

impl ExtraDerive {
    /// Whether both are one trait: a path can begin with `::` or not.
    fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(path), Self::Other(other)) => {
                path.trim_start_matches("::") == other.trim_start_matches("::")
            }
            _ => self == other,
        }
    }
}
