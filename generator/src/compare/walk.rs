//! The walk over two models side by side: what stands in the same place is compared.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::model::{Declaration, Field, Home, Kind, Root, Type, TypeId};

use super::finding::{Claim, Direction, Finding, Findings};
use super::fits::fits;
use super::limits::Limits;
use super::rule::Rule;
use super::side::Side;
use super::surface::{ItemChange, ItemFate, Renames};

/// The two sides, and what was found so far.
pub(super) struct Walk<'a> {
    pub(super) old: &'a Side,
    pub(super) new: &'a Side,
    pub(super) limits: Limits<'a>,
    pub(super) findings: Findings,
    /// Changes of items that their signatures do not show.
    pub(super) unseen: Vec<ItemChange>,
    /// New types by old ones: those that stand in the same place.
    pub(super) partners: BTreeMap<TypeId, TypeId>,
    compared: BTreeSet<(TypeId, TypeId, Direction)>,
}

/// A place in both documents that has a type.
pub(super) struct Place {
    /// What people call it.
    pub(super) subject: String,
    pub(super) old: Pointer,
    pub(super) new: Pointer,
    /// The items whose types are there.
    pub(super) items: Vec<Claim>,
}

impl Place {
    /// A part of it that the document has no name for.
    pub(super) fn part(&self, part: &str) -> Self {
        Self {
            subject: format!("{}, {part}", self.subject),
            old: self.old.clone(),
            new: self.new.clone(),
            items: self.items.clone(),
        }
    }

    /// A finding about it.
    pub(super) fn finding(&self, rule: Rule, message: impl Into<String>) -> Finding {
        Finding {
            rule,
            subject: self.subject.clone(),
            message: message.into(),
            old: Some(self.old.clone()),
            new: Some(self.new.clone()),
            items: self.items.clone(),
        }
    }
}

impl<'a> Walk<'a> {
    /// The two sides, each with the document that it is made of.
    pub(super) fn new(
        (old, old_document): (&'a Side, &'a Value),
        (new, new_document): (&'a Side, &'a Value),
    ) -> Self {
        Self {
            old,
            new,
            limits: Limits::new(old, old_document, new_document),
            findings: Findings::default(),
            unseen: Vec::new(),
            partners: BTreeMap::new(),
            compared: BTreeSet::new(),
        }
    }

    /// Tells of arguments of a function that stand for something else now, because others are required, or in another order.
    /// A function that takes more or fewer of them shows that by itself.
    pub(super) fn argument_order(
        &mut self,
        old: &[String],
        new: &[String],
        function: &str,
        at: &Place,
    ) {
        if old.len() != new.len() || old == new {
            return;
        }
        let others = old.iter().zip(new).filter(|(was, is)| was != is);
        let (was, is): (Vec<&str>, Vec<&str>) =
            others.map(|(was, is)| (was.as_str(), is.as_str())).unzip();
        let message = format!("takes {} where it took {}", is.join(", "), was.join(", "));
        let mut finding = at.finding(Rule::ArgumentOrderChanged, message.clone());
        finding.items = vec![Claim::Item(function.to_owned())];
        self.findings.add("order", finding);
        if self.unseen.iter().all(|it| it.path != function) {
            self.unseen.push(ItemChange {
                path: function.to_owned(),
                fate: ItemFate::Changed(message),
                breaks: true,
            });
        }
    }

    /// Compares two types in the same place.
    pub(super) fn types(&mut self, old: &Type, new: &Type, direction: Direction, place: &Place) {
        let (here, there) = (self.old.resolve(old), self.new.resolve(new));
        match (here, there) {
            (Type::Nullable(_), Type::Nullable(_)) => {
                let (old, new) = (self.old.without_null(here), self.new.without_null(there));
                self.types(old, new, direction, place);
            }
            (Type::Array(one), Type::Array(two)) => {
                self.types(one, two, direction, &place.part("each item"));
            }
            (Type::Map(one), Type::Map(two)) => {
                self.types(one, two, direction, &place.part("each value"));
            }
            (Type::Tuple(one), Type::Tuple(two)) if one.len() == two.len() => {
                for (index, (one, two)) in one.iter().zip(two).enumerate() {
                    let place = place.part(&format!("item {index}"));
                    self.types(one, two, direction, &place);
                }
            }
            // What is inside is compared by itself, whatever it is.
            (Type::Nullable(_), two) if !matches!(two, Type::Json | Type::Null) => {
                self.tell_types(direction.narrowed(), old, new, place);
                self.types(self.old.without_null(here), two, direction, place);
            }
            (one, Type::Nullable(_)) if !matches!(one, Type::Json | Type::Null) => {
                self.tell_types(direction.widened(), old, new, place);
                self.types(one, self.new.without_null(there), direction, place);
            }
            (Type::Declared(one), Type::Declared(two)) => {
                self.pair(*one, *two, direction, place);
            }
            (one, two) if one == two => {}
            _ => self.mismatch(old, new, direction, place),
        }
    }

    /// Tells of two types that are not the same.
    pub(super) fn mismatch(&mut self, old: &Type, new: &Type, direction: Direction, place: &Place) {
        let (older, newer) = ((self.old, old), (self.new, new));
        let rule = match direction {
            Direction::Request if fits(older, newer, direction) => direction.widened(),
            Direction::Request => direction.narrowed(),
            Direction::Response if fits(newer, older, direction) => direction.narrowed(),
            Direction::Response => direction.widened(),
        };
        self.tell_types(rule, old, new, place);
    }

    fn tell_types(&mut self, rule: Rule, old: &Type, new: &Type, place: &Place) {
        let (mut was, mut is) = (self.old.told(old), self.new.told(new));
        if was == is {
            // One name can stand for types of two kinds.
            (was, is) = (self.old.told_with_kind(old), self.new.told_with_kind(new));
        }
        let message = format!("was {was}, is {is}");
        self.findings.add("type", place.finding(rule, message));
    }

    /// Compares two types with names that stand in the same place.
    fn pair(&mut self, old: TypeId, new: TypeId, direction: Direction, place: &Place) {
        let (Some(one), Some(two)) = (self.old.declaration(old), self.new.declaration(new)) else {
            return;
        };
        let is_same_kind = matches!(
            (&one.kind, &two.kind),
            (Kind::Struct(_), Kind::Struct(_))
                | (Kind::Enum(_), Kind::Enum(_))
                | (Kind::Union(_), Kind::Union(_))
        );
        if !is_same_kind {
            self.mismatch(&Type::Declared(old), &Type::Declared(new), direction, place);
            return;
        }
        if !self.compared.insert((old, new, direction)) {
            return;
        }
        self.partners.entry(old).or_insert(new);
        let at = Place {
            subject: format!("`{}`", self.old.types.get(old)),
            old: one.pointer.clone(),
            new: two.pointer.clone(),
            items: vec![self.old_type(old)],
        };
        if two.deprecated && !one.deprecated {
            let finding = at.finding(Rule::TypeDeprecated, "is deprecated");
            self.findings.add("deprecated", finding);
        }
        match (&one.kind, &two.kind) {
            (Kind::Struct(one), Kind::Struct(two)) => {
                self.structs((old, one), (new, two), direction, &at);
            }
            (Kind::Enum(one), Kind::Enum(two)) => self.enums(old, (one, two), direction, &at),
            (Kind::Union(one), Kind::Union(two)) => self.unions((one, two), old, direction, &at),
            _ => {}
        }
    }

    /// Compares the types that no operation leads to: those of the same name.
    pub(super) fn other_types(&mut self) {
        // What operations exchange has been compared for who reads it.
        for (old, new) in &self.partners {
            for direction in [Direction::Request, Direction::Response] {
                self.compared.insert((*old, *new, direction));
            }
        }
        let by_name: BTreeMap<&str, TypeId> = components(self.new).collect();
        let extended = self.extended();
        let pairs: Vec<(TypeId, TypeId)> = components(self.old)
            .filter(|(_, id)| !self.partners.contains_key(id))
            .filter_map(|(name, id)| Some((id, *by_name.get(name)?)))
            .collect();
        for (old, new) in pairs {
            let (Some(one), Some(two)) = (self.old.declaration(old), self.new.declaration(new))
            else {
                continue;
            };
            let place = Place {
                subject: format!("`{}`", self.old.types.get(old)),
                old: one.pointer.clone(),
                new: two.pointer.clone(),
                items: vec![self.old_type(old)],
            };
            // What extends it, or is called so, has been compared; what no operation has is what the server sends by itself,
            // if anything.
            let is_alias = matches!(one.kind, Kind::Alias(_)) && one.home != Home::NoOperation;
            if !is_alias && !extended.contains(&old) {
                let (old, new) = (Type::Declared(old), Type::Declared(new));
                self.types(&old, &new, Direction::Response, &place);
            }
            self.partners.entry(old).or_insert(new);
        }
        self.came_and_went();
    }

    /// The types of the old document that operations exchange as parts of others (`allOf`) only.
    fn extended(&self) -> BTreeSet<TypeId> {
        let types = || self.old.api.types.iter();
        let by_place: BTreeMap<&Pointer, TypeId> =
            types().map(|(id, it)| (&it.pointer, id)).collect();
        let exchanged = types().filter(|(_, it)| it.home != Home::NoOperation);
        let fields = exchanged.flat_map(|(_, it)| match &it.kind {
            Kind::Struct(item) => item.fields.as_slice(),
            _ => &[],
        });
        let owner = |field: &Field| {
            // From a property through `properties` to what has it.
            by_place.get(&field.pointer.parent()?.parent()?).copied()
        };
        fields.filter_map(owner).collect()
    }

    /// Tells of types that have another name, that are new, or gone.
    fn came_and_went(&mut self) {
        let arrived: BTreeSet<TypeId> = self.partners.values().copied().collect();
        // What still has its name is not renamed: another type stands in its place.
        let kept: BTreeSet<&str> = components(self.old).map(|(name, _)| name).collect();
        let kept: BTreeSet<&str> = components(self.new)
            .map(|(name, _)| name)
            .filter(|name| kept.contains(name))
            .collect();
        for (name, id) in components(self.old) {
            let Some(declaration) = self.old.declaration(id) else {
                continue;
            };
            let partner = self.partners.get(&id).copied();
            let renamed = partner
                .map(|new| self.new.types.get(new))
                .filter(|new| *new != name);
            let (rule, message, new) = match (partner, renamed) {
                (Some(_), Some(_)) if kept.contains(name) => continue,
                (Some(new), Some(now)) => (
                    Rule::TypeRenamed,
                    format!("is `{now}` now"),
                    self.new.declaration(new).map(|it| it.pointer.clone()),
                ),
                (Some(_), None) => continue,
                (None, _) => (Rule::TypeRemoved, "is gone".to_owned(), None),
            };
            self.findings.add(
                "name",
                Finding {
                    rule,
                    subject: format!("`{name}`"),
                    message,
                    old: Some(declaration.pointer.clone()),
                    new,
                    items: vec![self.old_type(id)],
                },
            );
        }
        for (name, id) in components(self.new).filter(|(name, _)| !kept.contains(name)) {
            let Some(declaration) = self.new.declaration(id).filter(|_| !arrived.contains(&id))
            else {
                continue;
            };
            self.findings.add(
                "name",
                Finding {
                    rule: Rule::TypeAdded,
                    subject: format!("`{name}`"),
                    message: "is new".to_owned(),
                    old: None,
                    new: Some(declaration.pointer.clone()),
                    items: vec![Claim::Whole(format!("types::{name}"))],
                },
            );
        }
    }

    /// The names of types that stand in the same place under another name, and whose old names are free.
    pub(super) fn renames(&self) -> Renames {
        let mut renames = Renames::new();
        let taken: BTreeSet<&str> = self
            .new
            .api
            .types
            .iter()
            .map(|(id, _)| self.new.types.get(id))
            .collect();
        for (old, new) in &self.partners {
            let (old, new) = (self.old.types.get(*old), self.new.types.get(*new));
            if old != new && !taken.contains(old) {
                renames.insert(old.to_owned(), new.to_owned());
            }
        }
        renames
    }

    /// The claim on a type of the old side.
    pub(super) fn old_type(&self, id: TypeId) -> Claim {
        Claim::Whole(format!("types::{}", self.old.types.get(id)))
    }
}

/// The types of component schemas, which the document itself names.
fn components(side: &Side) -> impl Iterator<Item = (&str, TypeId)> {
    let types = side.api.types.iter();
    types
        .filter(|(_, declaration)| is_component(declaration))
        .map(|(id, _)| (side.types.get(id), id))
}

/// Whether a type is a component schema itself, and not something inside one.
pub(super) fn is_component(declaration: &Declaration) -> bool {
    let origin = &declaration.origin;
    matches!(origin.root, Root::Component(_)) && origin.steps.is_empty()
}
