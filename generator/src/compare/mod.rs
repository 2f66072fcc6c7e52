//! Compares two documents by what is made of them: what changed, whom that breaks, and which items of the crate it touches.
//!
//! Two questions have two answers. On the wire: does a program that was built against the old document still work with a
//! server of the new one? That follows from the models, by [`Rule`]s. In source: does code that was written against the old
//! crate compile against the new one? That follows from the two crates themselves, by the items that they offer.

mod answers;
mod bodies;
mod finding;
mod fits;
mod limits;
mod operations;
mod pages;
mod rule;
mod security;
mod servers;
mod side;
mod structs;
mod surface;
mod values;
mod walk;
mod webhooks;

use std::collections::{BTreeMap, BTreeSet};

use crate::config::Config;
use crate::deep_stack;
use crate::diagnostics::{Pointer, Report};
use crate::places;
use crate::source::Source;

use finding::{Claim, Finding};
use side::Side;
use walk::Walk;

pub use rule::{Rule, SourceCode, Wire};
pub(crate) use surface::Surface;
pub use surface::{ItemChange, ItemFate};

/// What is different between two documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparison {
    /// The changes: those that break come first, else they are in the order of the old document.
    pub changes: Vec<Change>,
    /// How many operations can be called by the old document.
    pub old_operations: usize,
    /// How many operations can be called by the new document.
    pub new_operations: usize,
    /// How many operations of the old document are gone.
    pub removed_operations: usize,
    /// Which choices do not fit the old document, as warnings; they were passed over.
    pub old_misfits: Report,
    /// Which choices do not fit the new document, as warnings; they were passed over.
    pub new_misfits: Report,
}

/// One of two documents that are compared, and what is chosen for the client that is made of it.
#[derive(Debug, Clone, Copy)]
pub struct Compared<'a> {
    /// The document.
    pub source: &'a Source,
    /// The choices.
    pub config: &'a Config,
}

/// One change of the document, and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// What kind of change it is.
    pub rule: Rule,
    /// What changed, as people call it.
    pub subject: String,
    /// What changed of it: the end of a sentence that begins with the subject.
    pub message: String,
    /// Where it is, or would be, in the old document.
    pub old: Option<Pointer>,
    /// Where it is, or would be, in the new document.
    pub new: Option<Pointer>,
    /// The items of the crate that it touches.
    pub items: Vec<ItemChange>,
}

impl Change {
    /// What it does to programs that run already.
    #[must_use]
    pub fn wire(&self) -> Wire {
        self.rule.wire()
    }

    /// What it does to code that is written already.
    #[must_use]
    pub fn source(&self) -> SourceCode {
        let of_item = |item: &ItemChange| match item.breaks {
            true => SourceCode::Breaks,
            false => SourceCode::Adds,
        };
        let worst = self.items.iter().map(of_item).max();
        worst.unwrap_or(SourceCode::Same)
    }
}

impl Comparison {
    /// What all changes together do to programs that run already.
    #[must_use]
    pub fn wire(&self) -> Wire {
        let worst = self.changes.iter().map(Change::wire).max();
        worst.unwrap_or(Wire::Works)
    }

    /// What all changes together do to code that is written already.
    #[must_use]
    pub fn source(&self) -> SourceCode {
        let worst = self.changes.iter().map(Change::source).max();
        worst.unwrap_or(SourceCode::Same)
    }

    /// Whether the new document lost so many operations that it is more likely not the whole document: more than half of
    /// them.
    #[must_use]
    pub fn shrank(&self) -> bool {
        self.removed_operations * 2 > self.old_operations
    }
}

/// A document that no client can be made of, so that there is nothing to compare.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotComparable {
    /// The old one.
    Old(Report),
    /// The new one.
    New(Report),
}

/// Compares two documents by the clients that are made of them.
///
/// A choice can be for one of the two and find nothing in the other, such as a rule for an operation that is gone. There it
/// is passed over: that the operation is gone is what is to be told.
///
/// # Errors
///
/// [`NotComparable`] if no client can be made of one of them.
pub fn compare(old: Compared<'_>, new: Compared<'_>) -> Result<Comparison, NotComparable> {
    deep_stack::with_deep_stack(|| compare_here(old, new))
        .unwrap_or_else(|error| Err(NotComparable::Old(deep_stack::no_thread(&error))))
}

fn compare_here(old: Compared<'_>, new: Compared<'_>) -> Result<Comparison, NotComparable> {
    let (old_document, new_document) = (old.source.value(), new.source.value());
    let is_same_document = old_document == new_document;
    let old = Side::new(old).map_err(NotComparable::Old)?;
    let new = Side::new(new).map_err(NotComparable::New)?;
    let mut walk = Walk::new((&old, old_document), (&new, new_document));
    walk.servers();
    walk.security_schemes();
    walk.operations();
    walk.webhooks();
    walk.other_types();
    let renames = walk.renames();
    let mut items = surface::differences(&old.surface, &new.surface, &renames);
    let unseen = std::mem::take(&mut walk.unseen);
    items.retain(|item| unseen.iter().all(|it| it.path != item.path));
    items.extend(unseen);
    let mut findings = walk.findings.into_vec();
    findings.extend(features_changed(&old.surface, &new.surface, &items));
    let mut changes = with_items(findings, items);
    if changes.is_empty() && !is_same_document {
        changes.push(Change {
            rule: Rule::Documentation,
            subject: "the document".to_owned(),
            message: "has other texts or examples, or something else that is not compared"
                .to_owned(),
            old: Some(Pointer::root()),
            new: Some(Pointer::root()),
            items: Vec::new(),
        });
    }
    for change in &mut changes {
        let old = change.old.take();
        change.old = old.map(|at| places::nearest(at, old_document));
        let new = change.new.take();
        change.new = new.map(|at| places::nearest(at, new_document));
    }
    changes.sort_by_key(|change| std::cmp::Reverse(change.wire().max(breaking(change.source()))));
    Ok(Comparison {
        removed_operations: changes
            .iter()
            .filter(|it| it.rule == Rule::OperationRemoved)
            .count(),
        changes,
        old_operations: old.api.operations.len(),
        new_operations: new.api.operations.len(),
        old_misfits: old.misfits,
        new_misfits: new.misfits,
    })
}

/// What is to tell where operations have Cargo features in one of the crates only: one change, not one for each item.
fn features_changed(old: &Surface, new: &Surface, items: &[ItemChange]) -> Option<Finding> {
    let message = match (old.has_features_of_tags(), new.has_features_of_tags()) {
        (false, true) => "has a feature for each tag now; all of them are on by default",
        (true, false) => "has no features for tags any more",
        (true, true) | (false, false) => return None,
    };
    let is_feature = |item: &&ItemChange| {
        matches!(item.fate, ItemFate::NeedsFeature(_)) || item.path.starts_with("features::")
    };
    let features = items.iter().filter(is_feature);
    Some(Finding {
        rule: Rule::FeaturesChanged,
        subject: "the crate".to_owned(),
        message: message.to_owned(),
        old: None,
        new: None,
        items: features
            .map(|item| Claim::Item(item.path.clone()))
            .collect(),
    })
}

fn breaking(source: SourceCode) -> Wire {
    match source {
        SourceCode::Breaks => Wire::Breaks,
        SourceCode::Same | SourceCode::Adds => Wire::Works,
    }
}

/// Gives each finding the items that it claims. What nobody claims is a change of its own.
fn with_items(findings: Vec<Finding>, items: Vec<ItemChange>) -> Vec<Change> {
    let mut by_item: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    let mut by_whole: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (index, finding) in findings.iter().enumerate() {
        for claim in &finding.items {
            match claim {
                Claim::Item(path) => by_item.entry(path).or_default().insert(index),
                Claim::Whole(path) if brings(finding.rule) => {
                    by_whole.entry(path).or_default().insert(index)
                }
                Claim::Whole(_) => false,
            };
        }
    }
    let mut claimed: BTreeSet<usize> = BTreeSet::new();
    let mut owned: Vec<Vec<usize>> = vec![Vec::new(); findings.len()];
    for (index, item) in items.iter().enumerate() {
        let owners = match by_item.get(item.path.as_str()) {
            Some(owners) => owners.clone(),
            None => wholes(&item.path)
                .filter_map(|path| by_whole.get(path))
                .flatten()
                .copied()
                .collect(),
        };
        for owner in owners {
            if let Some(owned) = owned.get_mut(owner) {
                owned.push(index);
                claimed.insert(index);
            }
        }
    }
    let mut changes: Vec<Change> = findings
        .into_iter()
        .zip(owned)
        .map(|(finding, owned)| Change {
            rule: finding.rule,
            subject: finding.subject,
            message: finding.message,
            old: finding.old,
            new: finding.new,
            items: owned
                .iter()
                .filter_map(|index| items.get(*index).cloned())
                .collect(),
        })
        .collect();
    changes.extend(consequences(&items, &claimed));
    changes
}

/// Whether a change of this kind may bring, take or change all that belongs to what it claims.
fn brings(rule: Rule) -> bool {
    !matches!(rule, Rule::TypeDeprecated | Rule::OperationDeprecated)
}

/// The path of an item, and those of all that it belongs to.
fn wholes(path: &str) -> impl Iterator<Item = &str> {
    let ends = path.match_indices("::").chain(path.match_indices(": "));
    let above = ends.filter_map(|(end, _)| path.get(..end));
    above.chain([path])
}

/// A change for each type or operation of which something changed with something else.
fn consequences(items: &[ItemChange], claimed: &BTreeSet<usize>) -> Vec<Change> {
    let mut groups: BTreeMap<String, Vec<ItemChange>> = BTreeMap::new();
    for (index, item) in items.iter().enumerate() {
        if !claimed.contains(&index) {
            groups
                .entry(owner(&item.path))
                .or_default()
                .push(item.clone());
        }
    }
    groups
        .into_iter()
        .map(|(owner, items)| Change {
            rule: Rule::Consequence,
            message: consequence(&owner, &items),
            subject: format!("`{}`", owner.trim_start_matches("types::")),
            old: None,
            new: None,
            items,
        })
        .collect()
}

/// The type, operation or module that an item belongs to.
fn owner(path: &str) -> String {
    let (path, _) = path.split_once(": ").unwrap_or((path, ""));
    let parts: Vec<&str> = path.split("::").take(2).collect();
    parts.join("::")
}

/// What became of something because of other changes.
fn consequence(owner: &str, items: &[ItemChange]) -> String {
    let itself = items.iter().find(|item| item.path == owner);
    let breaks = |items: &[ItemChange]| items.iter().any(|item| item.breaks);
    let is_worst = itself.is_some_and(|item| item.breaks == breaks(items));
    let how = itself.and_then(|item| item.fate.how());
    match (itself.map(|item| &item.fate), how) {
        (Some(ItemFate::Added), _) => "is new, because of other changes".to_owned(),
        (Some(ItemFate::Removed), _) => "is gone, because of other changes".to_owned(),
        // What it gains is no news where parts of it break.
        (_, Some(how)) if is_worst => how,
        _ if breaks(items) => {
            "has parts that are not as they were, because of other changes".to_owned()
        }
        _ => "offers more, because of other changes".to_owned(),
    }
}
