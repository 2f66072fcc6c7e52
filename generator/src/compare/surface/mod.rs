//! What a generated crate offers to code that uses it: every public item, with what of it callers depend on.
//!
//! It is read from the emitted text rather than from the model, so that it is what the compiler sees.

mod difference;
mod items;
mod tables;
mod tokens;

use std::collections::{BTreeMap, BTreeSet};

use crate::OutputFile;
use crate::items::ItemKind;
use crate::names::ALL_OPERATIONS;

pub use difference::{ItemChange, ItemFate};
pub(super) use difference::{Renames, differences};

/// The public items of a crate, by their paths: `types::Pet`, `types::Pet::name`, `types::Pet::new()`.
///
/// Functions have parentheses, so that a field and its setter are two items. Parts of the runtime that every crate has are
/// left out: they do not come from the document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Surface {
    items: BTreeMap<String, Item>,
}

/// An item, as far as callers depend on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    /// What it is; `None` for an implementation of a trait.
    kind: Option<ItemKind>,
    shape: Shape,
    /// The Cargo feature without which it is not there.
    feature: Option<String>,
    /// Whether its use is warned of.
    deprecated: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Shape {
    /// A struct or an enum: the traits that it derives.
    Type { derives: BTreeSet<String> },
    /// Another name for this.
    Alias(String),
    /// A field, a variant, a constant, an implementation of a trait, or what else is the same only if its tokens are.
    Tokens(String),
    /// A function or a method.
    Function {
        arguments: Vec<String>,
        output: String,
    },
}

impl Surface {
    /// The items of a crate's files.
    pub(crate) fn of(files: &[OutputFile]) -> Self {
        let mut surface = Self::default();
        let gates = gates(files);
        for file in files {
            if file.path == "Cargo.toml" {
                surface.add_features(&file.contents);
            }
            let Some((module, stem)) = module(&file.path) else {
                continue;
            };
            let feature = gates.get(stem).cloned();
            items::collect(&file.contents, module, feature.as_deref(), &mut surface);
        }
        surface.look_through_aliases();
        surface
    }

    /// The Cargo features, which the manifests of callers name.
    fn add_features(&mut self, manifest: &str) {
        let lines = manifest.lines().skip_while(|line| *line != "[features]");
        let table = lines.skip(1).take_while(|line| !line.starts_with('['));
        // The names of others, which a feature turns on, are indented.
        let names = table.filter_map(|line| line.split_once(" = ").map(|(name, _)| name));
        for name in names.filter(|name| !name.starts_with([' ', '#'])) {
            let item = Item {
                kind: None,
                shape: Shape::Tokens(String::new()),
                feature: None,
                deprecated: false,
            };
            self.items.insert(feature(name), item);
        }
    }

    /// Whether the operations of each tag have a Cargo feature.
    pub(super) fn has_features_of_tags(&self) -> bool {
        self.items.contains_key(&feature(ALL_OPERATIONS))
    }

    /// What code can name: the paths without parentheses, and what is there.
    pub(crate) fn named(&self) -> impl Iterator<Item = (&str, ItemKind)> {
        let items = self.items.iter();
        items.filter_map(|(path, item)| Some((path.trim_end_matches("()"), item.kind?)))
    }

    /// Gives the name of an alias all that its target has: to callers, the two are one.
    fn look_through_aliases(&mut self) {
        let aliases: Vec<(String, String, Option<String>)> = self
            .items
            .iter()
            .filter_map(|(path, item)| match &item.shape {
                Shape::Alias(target) => Some((
                    path.clone(),
                    self.target(path, target)?,
                    item.feature.clone(),
                )),
                _ => None,
            })
            .collect();
        for (path, target, feature) in aliases {
            let below = format!("{target}::");
            let members: Vec<(String, Item)> = self
                .items
                .range(below.clone()..)
                .take_while(|(member, _)| member.starts_with(&below))
                .map(|(member, item)| {
                    let name = member.strip_prefix(&below).unwrap_or_default();
                    let mut item = item.clone();
                    item.feature.clone_from(&feature);
                    (format!("{path}::{name}"), item)
                })
                .collect();
            if let (Some(target), Some(alias)) =
                (self.items.get(&target).cloned(), self.items.get_mut(&path))
            {
                alias.shape = target.shape;
            }
            self.items.extend(members);
        }
    }

    /// The path of the item that an alias leads to in the end, where it is one of this crate.
    fn target(&self, path: &str, target: &str) -> Option<String> {
        let module = path.split("::").next()?;
        let mut target = target.to_owned();
        for _ in 0..self.items.len() {
            let name = target.rsplit("::").next()?;
            let is_of_types = target.starts_with("types::");
            let module = if is_of_types { "types" } else { module };
            let path = format!("{module}::{name}");
            match &self.items.get(&path)?.shape {
                Shape::Alias(next) => target = next.clone(),
                _ => return Some(path),
            }
        }
        None
    }
}

/// The path of a Cargo feature.
fn feature(name: &str) -> String {
    format!("features::{name}")
}

/// Where callers find what a file declares, and the name of the file; `None` for files that offer nothing of their own.
fn module(path: &str) -> Option<(&'static str, &str)> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let stem = path.rsplit('/').next()?;
    let module = match path {
        "client" => "",
        "servers" => "servers",
        "types" => "types",
        "operations/headers" => "operations::headers",
        _ if path.starts_with("types/") => "types",
        _ if path.starts_with("operations/") => "operations",
        _ => return None,
    };
    (stem != "mod" || module == "types").then_some((module, stem))
}

/// The features of modules, as the files that declare them say.
fn gates(files: &[OutputFile]) -> BTreeMap<String, String> {
    let mut gates = BTreeMap::new();
    for file in files {
        let mut feature = None;
        for line in file.contents.lines() {
            let gate = line.strip_prefix("#[cfg(feature = \"");
            if let Some(name) = gate.and_then(|rest| rest.strip_suffix("\")]")) {
                feature = Some(name.to_owned());
            } else {
                let declared = line.strip_prefix("mod ");
                let module = declared.and_then(|rest| rest.strip_suffix(';'));
                if let (Some(module), Some(feature)) = (module, feature.take()) {
                    gates.insert(module.to_owned(), feature);
                }
            }
        }
    }
    gates
}

#[cfg(test)]
mod tests;
