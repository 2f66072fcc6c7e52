//! Limits of values, such as `maxLength`. The models do not hold them, because clients do not check them: servers do.
//!
//! They are compared along the documents, from where the walk over the models finds two schemas in one place. That an
//! object has no properties but those that it lists is no limit here: clients send no others.

mod limit;
mod schema;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::model::TypeId;

use super::finding::Direction;
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk};

use limit::common_limits;
use schema::{Document, Schema};

/// The two documents, and what of them has been compared.
pub(super) struct Limits<'a> {
    old: Document<'a>,
    new: Document<'a>,
    /// The types of the old document, by their places.
    types: BTreeMap<Pointer, TypeId>,
    compared: BTreeSet<(Vec<Pointer>, Vec<Pointer>, Direction)>,
}

impl<'a> Limits<'a> {
    pub(super) fn new(side: &Side, old: &'a Value, new: &'a Value) -> Self {
        let mut types = BTreeMap::new();
        for (id, declaration) in side.api.types.iter() {
            types.entry(declaration.pointer.clone()).or_insert(id);
        }
        Self {
            old: Document::new(old),
            new: Document::new(new),
            types,
            compared: BTreeSet::new(),
        }
    }
}

/// One place on both sides, or several that describe the same values.
type Pair<T> = (Vec<T>, Vec<T>);

impl Walk<'_> {
    /// Compares the limits of what two Parameter, Header or Media Type Objects describe.
    pub(super) fn limits(
        &mut self,
        (old, new): (&Pointer, &Pointer),
        direction: Direction,
        place: &Place,
    ) {
        let (old, new) = (
            self.limits.old.schema_of(old),
            self.limits.new.schema_of(new),
        );
        if let (Some(old), Some(new)) = (old, new) {
            self.schemas((vec![old], vec![new]), direction, place);
        }
    }

    /// Compares the limits of what two Response Objects describe, each for a media type.
    pub(super) fn limits_of_content(
        &mut self,
        (old, new): ((&Pointer, &str), (&Pointer, &str)),
        place: &Place,
    ) {
        let is = |wanted: &str, name: &str| {
            let name = name.split(';').next().unwrap_or_default().trim();
            name.eq_ignore_ascii_case(wanted)
        };
        let (document, other) = (self.limits.old, self.limits.new);
        let old = document.content_schema(old.0, |name| is(old.1, name));
        let new = other.content_schema(new.0, |name| is(new.1, name));
        if let (Some(old), Some(new)) = (old, new) {
            self.schemas((vec![old], vec![new]), Direction::Response, place);
        }
    }

    /// Compares the limits of values, and of those inside them.
    fn schemas(&mut self, places: Pair<Pointer>, direction: Direction, place: &Place) {
        let (old, new) = (
            self.limits.old.all(&places.0),
            self.limits.new.all(&places.1),
        );
        let (Some(first), Some(second)) = (old.first(), new.first()) else {
            return;
        };
        let at = |schemas: &[Schema<'_>]| -> Vec<Pointer> {
            let mut places: Vec<Pointer> = schemas.iter().map(|it| it.at.clone()).collect();
            places.sort();
            places
        };
        if self.limits.compared.len() == MOST_PAIRS
            || !self.limits.compared.insert((at(&old), at(&new), direction))
        {
            return;
        }
        // Where another type stands now, neither of the two has changed.
        let is_same = first.at == second.at || self.type_now(&first.at) == Some(&second.at);
        let mut named = old.iter().filter(|_| is_same);
        let name = named.find_map(|it| self.name(&it.at));
        let place = Place {
            subject: name.unwrap_or_else(|| place.subject.clone()),
            old: first.at.clone(),
            new: second.at.clone(),
            items: Vec::new(),
        };
        self.own_limits((&old, &new), direction, &place);
        self.properties((&old, &new), direction, &place);
        for (keyword, part) in [
            ("items", "each item"),
            ("additionalProperties", "each value"),
        ] {
            let inner = |schemas: &[Schema<'_>]| -> Vec<Pointer> {
                schemas.iter().filter_map(|it| it.inner(keyword)).collect()
            };
            self.schemas((inner(&old), inner(&new)), direction, &place.part(part));
        }
        for (index, (one, two)) in prefix_items(&old).zip(prefix_items(&new)).enumerate() {
            let place = place.part(&format!("item {index}"));
            self.schemas((vec![one], vec![two]), direction, &place);
        }
        for (one, two) in self.branches(&old, &new) {
            self.schemas((vec![one], vec![two]), direction, &place);
        }
    }

    /// What the type of the old document is called that stands at a place.
    fn name(&self, at: &Pointer) -> Option<String> {
        let id = self.limits.types.get(at)?;
        Some(format!("`{}`", self.old.types.get(*id)))
    }

    fn own_limits(
        &mut self,
        (old, new): (&[Schema<'_>], &[Schema<'_>]),
        direction: Direction,
        place: &Place,
    ) {
        for limit in common_limits(old, new) {
            let (before, after) = limit.of_both(old, new);
            let (message, is_stricter) = match (&before, &after) {
                (None, None) => continue,
                (Some(before), Some(after)) if before == after => continue,
                (_, Some(after)) => {
                    let had = before.as_ref().map(|it| format!(", had {}", it.told()));
                    let message = format!("has {} now{}", after.told(), had.unwrap_or_default());
                    (message, limit.is_stricter(before.as_ref(), after))
                }
                (Some(before), None) => (format!("has no {} any more", before.told()), false),
            };
            let rule = match direction {
                Direction::Response => Rule::ResponseConstraintChanged,
                Direction::Request if is_stricter => Rule::RequestConstraintTightened,
                Direction::Request => Rule::RequestConstraintLoosened,
            };
            let mut finding = place.finding(rule, message);
            finding.old = before.map(|it| it.at).or(finding.old);
            finding.new = after.map(|it| it.at).or(finding.new);
            self.findings.add(limit.keyword(), finding);
        }
    }

    fn properties(
        &mut self,
        (old, new): (&[Schema<'_>], &[Schema<'_>]),
        direction: Direction,
        place: &Place,
    ) {
        let other_side = match direction {
            Direction::Request => "readOnly",
            Direction::Response => "writeOnly",
        };
        for (keyword, what) in [
            ("properties", "property"),
            ("patternProperties", "each property like"),
        ] {
            let after = members(new, keyword);
            for (name, old) in members(old, keyword) {
                let Some(new) = after.get(name) else { continue };
                let is_of_other_side = |document: Document<'_>, places: &[Pointer]| {
                    let schemas = document.all(places);
                    schemas.iter().any(|schema| schema.says(other_side))
                };
                if is_of_other_side(self.limits.old, &old) || is_of_other_side(self.limits.new, new)
                {
                    continue;
                }
                let mut place = place.part(&format!("{what} `{name}`"));
                // Of the type that has it, and not of each that extends this.
                if let [only] = old.as_slice()
                    && let Some(owner) = only.parent().and_then(|at| self.name(&at.parent()?))
                {
                    place.subject = format!("{owner}, {what} `{name}`");
                }
                self.schemas((old, new.clone()), direction, &place);
            }
        }
    }

    /// The branches of choices that are the same: by what they say, by their types, else by their place among as many.
    fn branches(&self, old: &[Schema<'_>], new: &[Schema<'_>]) -> Vec<(Pointer, Pointer)> {
        let mut pairs = Vec::new();
        for keyword in ["oneOf", "anyOf"] {
            let (Some(old), Some(new)) = (choice(old, keyword), choice(new, keyword)) else {
                continue;
            };
            let targets: Vec<Option<Pointer>> = new
                .iter()
                .map(|(at, _)| self.limits.new.target(at))
                .collect();
            let by_value = |one: &Value| new.iter().position(|(_, two)| *two == one);
            let by_type = |at: &Pointer| {
                let now = self.type_now(at)?;
                targets
                    .iter()
                    .position(|target| target.as_ref() == Some(now))
            };
            let mut places: Vec<Option<usize>> = old
                .iter()
                .map(|(at, one)| by_value(one).or_else(|| by_type(at)))
                .collect();
            if old.len() == new.len() {
                for index in 0..places.len() {
                    let is_left = !places.contains(&Some(index));
                    if let Some(place) = places.get_mut(index).filter(|it| it.is_none() && is_left)
                    {
                        *place = Some(index);
                    }
                }
            }
            for ((at, _), place) in old.iter().zip(places) {
                let other = place.and_then(|place| new.get(place));
                pairs.extend(other.map(|(other, _)| (at.clone(), other.clone())));
            }
        }
        pairs
    }

    /// Where the new document has the type that the walk found in place of that of a schema.
    fn type_now(&self, at: &Pointer) -> Option<&Pointer> {
        let id = self.limits.types.get(&self.limits.old.target(at)?)?;
        let now = self.new.declaration(*self.partners.get(id)?)?;
        Some(&now.pointer)
    }
}

/// More pairs of schemas than any document has that is not made to have many.
const MOST_PAIRS: usize = 200_000;

/// The places of the items of tuples.
fn prefix_items(schemas: &[Schema<'_>]) -> impl Iterator<Item = Pointer> {
    let mut tuples = schemas.iter().map(|it| it.list("prefixItems"));
    let tuple = tuples.find(|items| !items.is_empty());
    tuple.into_iter().flatten().map(|(at, _)| at)
}

/// The places that describe each member of the objects that a keyword holds.
fn members<'d>(schemas: &[Schema<'d>], keyword: &str) -> BTreeMap<&'d str, Vec<Pointer>> {
    let mut named: BTreeMap<&str, Vec<Pointer>> = BTreeMap::new();
    for schema in schemas {
        let members = schema.members.get(keyword).and_then(Value::as_object);
        let at = schema.at.join(keyword);
        for name in members.into_iter().flat_map(|it| it.keys()) {
            named.entry(name).or_default().push(at.join(name));
        }
    }
    named
}

/// The branches of the first choice among several.
fn choice<'d>(schemas: &[Schema<'d>], keyword: &str) -> Option<Vec<(Pointer, &'d Value)>> {
    let mut choices = schemas.iter().map(|schema| schema.branches(keyword));
    choices.find(|branches| branches.len() > 1)
}
