//! Which part of the document each item of a crate comes from.

use std::collections::BTreeMap;
use std::fmt;

use crate::OutputFile;
use crate::compare::Surface;
use crate::diagnostics::Pointer;

/// An item of a crate and its place in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RustItem {
    /// As callers write it behind the name of the crate: `types::Pet::name`, `Client::list_pets`. An argument stands
    /// behind its method: `Client::get_pet::pet_id`.
    pub path: String,
    /// What it is.
    pub kind: ItemKind,
    /// Where it comes from.
    pub origin: ItemOrigin,
}

/// Where an item comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemOrigin {
    /// What the document describes it by, or the nearest place around that which the document has as it is written.
    Document(Pointer),
    /// The generator adds it to what comes from here: a constructor, a variant for unknown values.
    Added(Pointer),
    /// It is the generator's own.
    Generator,
}

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ItemKind {
    /// A struct.
    Struct,
    /// An enum: of values, of the branches of a union, of bodies or of answers.
    Enum,
    /// Another name for a type.
    Alias,
    /// A field of a struct.
    Field,
    /// A variant of an enum.
    Variant,
    /// A method: one that calls an operation, a setter or a constructor.
    Method,
    /// An argument of a method that calls an operation.
    Argument,
    /// The type that stands for an operation.
    Operation,
    /// A constant.
    Constant,
}

impl fmt::Display for ItemKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Struct => "struct",
            Self::Enum => "enum",
            Self::Alias => "type",
            Self::Field => "field",
            Self::Variant => "variant",
            Self::Method => "method",
            Self::Argument => "argument",
            Self::Operation => "operation",
            Self::Constant => "constant",
        })
    }
}

/// The items that come from the document, and behind them the others of the crate's files.
pub(crate) fn complete(listed: &[RustItem], files: &[OutputFile]) -> Vec<RustItem> {
    let known: BTreeMap<&str, &ItemOrigin> = listed
        .iter()
        .map(|item| (item.path.as_str(), &item.origin))
        .collect();
    // Of those around it, the nearest that comes from the document.
    let around = |path: &str| {
        let ends = path.rmatch_indices("::").map(|(end, _)| end);
        let mut outer = ends.filter_map(|end| known.get(path.get(..end)?));
        match outer.next() {
            Some(ItemOrigin::Document(pointer) | ItemOrigin::Added(pointer)) => {
                ItemOrigin::Added(pointer.clone())
            }
            Some(ItemOrigin::Generator) | None => ItemOrigin::Generator,
        }
    };
    let surface = Surface::of(files);
    let named = surface.named();
    let named = named.map(|(path, kind)| (path.replace("r#", ""), kind));
    let others = named.filter(|(path, _)| !known.contains_key(path.as_str()));
    let others = others.map(|(path, kind)| RustItem {
        origin: around(&path),
        path,
        kind,
    });
    listed.iter().cloned().chain(others).collect()
}
