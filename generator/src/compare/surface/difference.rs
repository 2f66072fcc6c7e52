//! What two surfaces have that differs, and whether callers feel it.

use std::collections::BTreeMap;

use super::{Item, Shape, Surface};

/// An item of the generated crate that came, went or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemChange {
    /// Its path below the crate, functions with parentheses: `types::Pet::name`, `Client::list_pets()`.
    pub path: String,
    /// What became of it.
    pub fate: ItemFate,
    /// Whether code that uses it may no longer compile.
    pub breaks: bool,
}

/// What became of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ItemFate {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// It is another: in a few words, how.
    Changed(String),
    /// It is there with this Cargo feature only.
    NeedsFeature(String),
}

impl ItemFate {
    /// What is different of an item that both crates have: the end of a sentence that begins with the item.
    #[must_use]
    pub fn how(&self) -> Option<String> {
        match self {
            Self::Added | Self::Removed => None,
            Self::Changed(how) => Some(how.clone()),
            Self::NeedsFeature(feature) => Some(format!("needs the feature `{feature}`")),
        }
    }
}

/// Types that have another name now: new names by old ones.
pub(in crate::compare) type Renames = BTreeMap<String, String>;

/// What differs, by path. Items of a type that only has another name are not told one by one.
pub(in crate::compare) fn differences(
    old: &Surface,
    new: &Surface,
    renames: &Renames,
) -> Vec<ItemChange> {
    let mut changes = Vec::new();
    for (path, item) in &old.items {
        let renamed = renamed_path(path, renames);
        match new.items.get(&renamed) {
            None => changes.push(ItemChange {
                path: path.clone(),
                fate: ItemFate::Removed,
                breaks: true,
            }),
            Some(now) => changes.extend(changed(path, item, now, new, renames)),
        }
        if renamed != *path && is_type(item) && !new.items.contains_key(path) {
            changes.push(ItemChange {
                path: path.clone(),
                fate: ItemFate::Changed(format!("is `{renamed}` now")),
                breaks: true,
            });
        }
    }
    let kept: std::collections::BTreeSet<String> = old
        .items
        .keys()
        .map(|path| renamed_path(path, renames))
        .collect();
    let added = new.items.keys().filter(|path| !kept.contains(*path));
    changes.extend(added.map(|path| ItemChange {
        path: path.clone(),
        fate: ItemFate::Added,
        breaks: false,
    }));
    changes.sort_by(|left, right| left.path.cmp(&right.path));
    changes
}

fn is_type(item: &Item) -> bool {
    matches!(item.shape, Shape::Type { .. } | Shape::Alias(_))
}

fn changed(
    path: &str,
    old: &Item,
    new: &Item,
    surface: &Surface,
    renames: &Renames,
) -> Option<ItemChange> {
    let change = |how: String, breaks: bool| {
        Some(ItemChange {
            path: path.to_owned(),
            fate: ItemFate::Changed(how),
            breaks,
        })
    };
    // Behind another feature than before, it is gone for those that chose their features.
    if let Some(feature) = &new.feature
        && old.feature != new.feature
    {
        return Some(ItemChange {
            path: path.to_owned(),
            fate: ItemFate::NeedsFeature(feature.clone()),
            breaks: true,
        });
    }
    let old_shape = old.shape.renamed(renames);
    if old_shape != new.shape {
        let (how, breaks) = old_shape.change_to(&new.shape, surface);
        return change(how, breaks);
    }
    if new.deprecated && !old.deprecated {
        return change("is deprecated".to_owned(), false);
    }
    None
}

impl Shape {
    /// The shape with the new names of types.
    fn renamed(&self, renames: &Renames) -> Self {
        let text = |text: &String| renamed(text, renames);
        match self {
            Self::Type { .. } => self.clone(),
            Self::Alias(target) => Self::Alias(text(target)),
            Self::Tokens(tokens) => Self::Tokens(text(tokens)),
            Self::Function { arguments, output } => Self::Function {
                arguments: arguments.iter().map(text).collect(),
                output: text(output),
            },
        }
    }

    /// How the shape differs from `new`, and whether that breaks callers.
    fn change_to(&self, new: &Self, surface: &Surface) -> (String, bool) {
        match (self, new) {
            (Self::Type { derives: old }, Self::Type { derives: new }) => {
                let list = |some: Vec<&String>| {
                    let names: Vec<String> = some.iter().map(|it| format!("`{it}`")).collect();
                    names.join(", ")
                };
                let lost: Vec<&String> = old.difference(new).collect();
                if lost.is_empty() {
                    let gained = new.difference(old).collect();
                    (format!("implements {}", list(gained)), false)
                } else {
                    (format!("no longer implements {}", list(lost)), true)
                }
            }
            (
                Self::Function {
                    arguments: old,
                    output: old_output,
                },
                Self::Function {
                    arguments: new,
                    output: new_output,
                },
            ) => {
                let takes_as_much = old.len() == new.len()
                    && old
                        .iter()
                        .zip(new)
                        .all(|(old, new)| takes(new, old, surface));
                let breaks = !takes_as_much || old_output != new_output;
                let how = format!("is {} now, was {}", new_told(new, new_output), self.told());
                let how = if old_output == new_output {
                    format!("takes ({}), took ({})", new.join(", "), old.join(", "))
                } else {
                    how
                };
                (how, breaks)
            }
            _ => (format!("is {}, was {}", new.told(), self.told()), true),
        }
    }

    fn told(&self) -> String {
        match self {
            Self::Type { .. } => "a type".to_owned(),
            Self::Alias(tokens) | Self::Tokens(tokens) => format!("`{tokens}`"),
            Self::Function { arguments, output } => new_told(arguments, output),
        }
    }
}

fn new_told(arguments: &[String], output: &str) -> String {
    format!("`fn({}) -> {output}`", arguments.join(", "))
}

/// Whether an argument of the type `new` can be given what one of the type `old` was given.
fn takes(new: &str, old: &str, surface: &Surface) -> bool {
    let inside = |text: &str, start: &str| {
        let rest = text.strip_prefix(start)?;
        Some(rest.strip_suffix('>')?.to_owned())
    };
    if new == old || inside(new, "impl Into<").is_some_and(|into| into == old) {
        return true;
    }
    if let (Some(into), Some(item)) = (
        inside(new, "impl IntoIterator<Item=impl Into<").and_then(|it| inside(&it, "")),
        inside(old, "impl IntoIterator<Item="),
    ) {
        return into == item;
    }
    let conversion = inside(new, "impl Into<").map(|into| format!("::{into}: From<{old}>"));
    conversion.is_some_and(|end| surface.items.keys().any(|path| path.ends_with(&end)))
}

/// The path of an item with the new names of types: that of the type which it belongs to, and those in a trait. What its
/// other parts are called is theirs.
fn renamed_path(path: &str, renames: &Renames) -> String {
    let (item, rest) = match path.split_once(": ") {
        Some((item, of_trait)) => (item, format!(": {}", renamed(of_trait, renames))),
        None => (path, String::new()),
    };
    let Some(below) = item.strip_prefix("types::") else {
        return format!("{item}{rest}");
    };
    let (name, member) = below.split_at(below.find("::").unwrap_or(below.len()));
    let name = renames.get(name).map_or(name, String::as_str);
    format!("types::{name}{member}{rest}")
}

/// A text with the new names of types in place of the old ones, where they are whole words.
fn renamed(text: &str, renames: &Renames) -> String {
    if renames.is_empty() {
        return text.to_owned();
    }
    let mut result = String::with_capacity(text.len());
    let mut word = String::new();
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    for c in text.chars().map(Some).chain([None]) {
        match c {
            Some(c) if is_word(c) => word.push(c),
            other => {
                result.push_str(renames.get(&word).map_or(word.as_str(), String::as_str));
                word.clear();
                result.extend(other);
            }
        }
    }
    result
}
