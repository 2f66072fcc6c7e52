//! Values of enums, and branches of unions.

use std::collections::BTreeMap;

use crate::model::{Constant, Enum, Look, TypeId, Union, UnionBranch};

use super::finding::{Claim, Direction};
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk};

impl Walk<'_> {
    pub(super) fn enums(
        &mut self,
        id: TypeId,
        (old, new): (&Enum, &Enum),
        direction: Direction,
        at: &Place,
    ) {
        let name = self.old.types.get(id).to_owned();
        let part = |subject: String, variant: &str| Place {
            subject,
            old: at.old.join("enum"),
            new: at.new.join("enum"),
            items: vec![Claim::Item(format!("types::{name}::{variant}"))],
        };
        if direction == Direction::Request && old.open != new.open {
            let (rule, message) = if old.open {
                (
                    Rule::RequestTypeNarrowed,
                    "is no longer open to other values",
                )
            } else {
                (Rule::RequestTypeWidened, "is open to other values")
            };
            self.findings.add("open", at.finding(rule, message));
        }
        for value in &old.values {
            if new.values.iter().any(|it| it.value == value.value) {
                continue;
            }
            let rule = match direction {
                // An open enum says that others do as well.
                Direction::Request if new.open => Rule::ResponseValueRemoved,
                Direction::Request => Rule::RequestValueRemoved,
                Direction::Response => Rule::ResponseValueRemoved,
            };
            let place = part(
                format!("{}, value `{}`", at.subject, value.value),
                &value.variant,
            );
            self.findings.add("value", place.finding(rule, "is gone"));
        }
        for value in &new.values {
            if !old.values.iter().any(|it| it.value == value.value) {
                let place = part(
                    format!("{}, value `{}`", at.subject, value.value),
                    &value.variant,
                );
                self.findings
                    .add("value", place.finding(Rule::ValueAdded, "is new"));
            }
        }
    }

    pub(super) fn unions(
        &mut self,
        (old, new): (&Union, &Union),
        id: TypeId,
        direction: Direction,
        at: &Place,
    ) {
        let name = self.old.types.get(id).to_owned();
        let pairs = self.partners_of_branches(old, new);
        let part = |side: &Side, branch: &UnionBranch| {
            let ty = side.told(&branch.ty);
            let conversion = format!("types::{name}: From<{}>", ty.trim_matches('`'));
            Place {
                subject: format!("{}, branch `{}`", at.subject, branch.variant),
                old: at.old.clone(),
                new: at.new.clone(),
                items: vec![
                    Claim::Item(format!("types::{name}::{}", branch.variant)),
                    Claim::Item(conversion),
                ],
            }
        };
        for (branch, partner) in old.branches.iter().zip(&pairs) {
            let Some(now) = partner.and_then(|index| new.branches.get(index)) else {
                let rule = match direction {
                    Direction::Request => Rule::RequestBranchRemoved,
                    Direction::Response => Rule::ResponseBranchRemoved,
                };
                self.findings
                    .add("branch", part(self.old, branch).finding(rule, "is gone"));
                continue;
            };
            let place = part(self.old, branch);
            self.tags((old, branch), now, direction, &place);
            self.types(&branch.ty, &now.ty, direction, &place);
        }
        for (index, branch) in new.branches.iter().enumerate() {
            if !pairs.contains(&Some(index)) {
                let finding = part(self.new, branch).finding(Rule::BranchAdded, "is new");
                self.findings.add("branch", finding);
            }
        }
    }

    /// The values by which a branch is told from the others.
    fn tags(
        &mut self,
        (union, old): (&Union, &UnionBranch),
        new: &UnionBranch,
        direction: Direction,
        place: &Place,
    ) {
        let (before, after): (Tags<'_>, Tags<'_>) = (tags(old).collect(), tags(new).collect());
        let mut tell = |rule: Rule, tag: &str, message: String| {
            self.findings.add(tag, place.finding(rule, message));
        };
        for (name, before) in &before {
            let Some(after) = after.get(name) else {
                // Readers look for it.
                if direction == Direction::Response {
                    let message = format!("is told by `{name}` no more");
                    tell(Rule::ResponseTypeWidened, name, message);
                }
                continue;
            };
            for value in before.iter().filter(|it| !after.contains(it)) {
                let rule = match direction {
                    Direction::Request => Rule::RequestValueRemoved,
                    Direction::Response => Rule::ResponseValueRemoved,
                };
                let message = format!("has no value `{value}` of `{name}` any more");
                tell(rule, &format!("{name} {value}"), message);
            }
            for value in after.iter().filter(|it| !before.contains(it)) {
                // What meant another branch is read as that one, and not as unknown.
                let meant_another = union.branches.iter().any(|branch| {
                    tags(branch).any(|(tag, values)| tag == *name && values.contains(value))
                });
                let rule = match direction {
                    Direction::Response if meant_another => Rule::ResponseTypeWidened,
                    Direction::Request | Direction::Response => Rule::ValueAdded,
                };
                let message = format!("has the new value `{value}` of `{name}`");
                tell(rule, &format!("{name} {value}"), message);
            }
        }
        if direction == Direction::Request {
            for name in after.keys().filter(|name| !before.contains_key(*name)) {
                let message = format!("is told by `{name}` now");
                tell(Rule::RequestTypeNarrowed, name, message);
            }
        }
    }

    /// For each branch of the old union its place in the new one: that of the same type, else of the same looks, else of
    /// the same name.
    fn partners_of_branches(&self, old: &Union, new: &Union) -> Vec<Option<usize>> {
        let mut partners: Vec<Option<usize>> = vec![None; old.branches.len()];
        let same_looks = |one: &UnionBranch, two: &UnionBranch| {
            one.looks == two.looks && one.looks.iter().any(|look| !matches!(look, Look::Json(_)))
        };
        let same_type =
            |one: &UnionBranch, two: &UnionBranch| self.old.told(&one.ty) == self.new.told(&two.ty);
        let same_name = |one: &UnionBranch, two: &UnionBranch| one.variant == two.variant;
        type Same<'s> = &'s dyn Fn(&UnionBranch, &UnionBranch) -> bool;
        let ways: [Same<'_>; 3] = [&same_type, &same_looks, &same_name];
        for is_same in ways {
            for (index, branch) in old.branches.iter().enumerate() {
                if partners.get(index).is_some_and(Option::is_some) {
                    continue;
                }
                let found = new
                    .branches
                    .iter()
                    .enumerate()
                    .position(|(place, candidate)| {
                        !partners.contains(&Some(place)) && is_same(branch, candidate)
                    });
                if let Some(partner) = partners.get_mut(index) {
                    *partner = found;
                }
            }
        }
        partners
    }
}

type Tags<'a> = BTreeMap<&'a str, Vec<&'a Constant>>;

/// The properties that tell a branch by their values, and these.
fn tags(branch: &UnionBranch) -> impl Iterator<Item = (&str, Vec<&Constant>)> {
    branch.looks.iter().filter_map(|look| match look {
        Look::Constant { name, values } => Some((name.as_str(), values.iter().collect())),
        Look::Added { name, value } => Some((name.as_str(), vec![value])),
        Look::Has(_) | Look::Json(_) => None,
    })
}
