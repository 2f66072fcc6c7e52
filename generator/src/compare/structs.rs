//! Properties of objects.

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;
use crate::model::{Access, Field, Kind, Presence, Struct, Tag, Type, TypeId};

use super::finding::{Claim, Direction, Finding};
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk};

/// A property as one direction sees it.
#[derive(Clone, Copy)]
enum Property<'a> {
    Field(&'a Field),
    /// One with a single value.
    Tag(&'a Tag),
}

/// Properties by their names.
type Properties<'a> = BTreeMap<&'a str, Property<'a>>;

/// The arguments of the constructor, by the properties that they are.
fn arguments(item: &Struct) -> Vec<String> {
    let required = item.fields.iter();
    let required = required.filter(|field| field.presence == Presence::Required);
    required.map(|field| format!("`{}`", field.name)).collect()
}

impl Walk<'_> {
    pub(super) fn structs(
        &mut self,
        (old_id, old): (TypeId, &Struct),
        (new_id, new): (TypeId, &Struct),
        direction: Direction,
        at: &Place,
    ) {
        let mut before = properties(old, direction);
        let mut after = properties(new, direction);
        let renamed = renamed(&before, &after, (self.old, old), (self.new, new));
        for (name, property) in &before {
            let Some(now) = after.get(name) else { continue };
            self.property(name, (*property, *now), (old_id, new_id), direction, at);
        }
        if let Some((was, is)) = renamed {
            let is_expected = before.get(was).is_some_and(|it| it.is_expected());
            let rule = match direction {
                Direction::Response if !is_expected => Rule::OptionalResponsePropertyRenamed,
                Direction::Request | Direction::Response => Rule::PropertyRenamed,
            };
            let mut finding = at.finding(rule, format!("is `{is}` now"));
            finding.subject = format!("{}, property `{was}`", at.subject);
            finding.old = Some(property_pointer(&at.old, was, before.get(was).copied()));
            finding.new = Some(property_pointer(&at.new, is, after.get(is).copied()));
            finding.items = self.property_items(old_id, before.get(was).copied());
            finding
                .items
                .extend(self.new_property_items(new_id, after.get(is).copied()));
            self.findings.add("property", finding);
            before.remove(was);
            after.remove(is);
        }
        self.one_sided((old_id, &before), (new_id, &after), direction, at);
        if direction == Direction::Request {
            let function = format!("types::{}::new()", self.old.types.get(old_id));
            self.argument_order(&arguments(old), &arguments(new), &function, at);
        }
        self.others((old_id, old), (new_id, new), direction, at);
    }

    /// Properties that only one side has.
    fn one_sided(
        &mut self,
        (old_id, before): (TypeId, &Properties<'_>),
        (new_id, after): (TypeId, &Properties<'_>),
        direction: Direction,
        at: &Place,
    ) {
        let gone = before.iter().filter(|(name, _)| !after.contains_key(*name));
        for (name, property) in gone {
            let rule = match direction {
                Direction::Request => Rule::RequestPropertyRemoved,
                Direction::Response if property.is_expected() => {
                    Rule::RequiredResponsePropertyRemoved
                }
                Direction::Response => Rule::OptionalResponsePropertyRemoved,
            };
            let (message, now) = match other_side(self.new, new_id, name) {
                Some(field) => (other_access(field, "now"), &field.pointer),
                None => ("is gone".to_owned(), &at.new),
            };
            let finding = Finding {
                rule,
                subject: format!("{}, property `{name}`", at.subject),
                message,
                old: Some(property_pointer(&at.old, name, Some(*property))),
                new: Some(now.clone()),
                items: self.property_items(old_id, Some(*property)),
            };
            self.findings.add("property", finding);
        }
        let came = after.iter().filter(|(name, _)| !before.contains_key(*name));
        for (name, property) in came {
            let (rule, kind) = match (direction, property.is_required()) {
                (Direction::Request, true) => (Rule::RequiredRequestPropertyAdded, "required"),
                (Direction::Request, false) => (Rule::OptionalRequestPropertyAdded, "optional"),
                (Direction::Response, true) => (Rule::ResponsePropertyAdded, "required"),
                (Direction::Response, false) => (Rule::ResponsePropertyAdded, "optional"),
            };
            let (message, was) = match other_side(self.old, old_id, name) {
                Some(field) => (other_access(field, "no more"), &field.pointer),
                None => ("is new".to_owned(), &at.old),
            };
            let finding = Finding {
                rule,
                subject: format!("{}, property `{name}`", at.subject),
                message: format!("{message} ({kind})"),
                old: Some(was.clone()),
                new: Some(property_pointer(&at.new, name, Some(*property))),
                items: self.new_property_items(new_id, Some(*property)),
            };
            self.findings.add("property", finding);
        }
    }

    /// A property that is on both sides.
    fn property(
        &mut self,
        name: &str,
        (old, new): (Property<'_>, Property<'_>),
        (old_id, new_id): (TypeId, TypeId),
        direction: Direction,
        at: &Place,
    ) {
        let mut items = self.property_items(old_id, Some(old));
        items.extend(self.new_property_items(new_id, Some(new)));
        let place = Place {
            subject: format!("{}, property `{name}`", at.subject),
            old: property_pointer(&at.old, name, Some(old)),
            new: property_pointer(&at.new, name, Some(new)),
            items,
        };
        let rule = match (direction, old.is_required(), new.is_required()) {
            (Direction::Request, false, true) => Some(Rule::RequestPropertyBecameRequired),
            (Direction::Request, true, false) => Some(Rule::RequestPropertyBecameOptional),
            (Direction::Response, false, true) => Some(Rule::ResponsePropertyBecameRequired),
            // Old programs read what is not there as `null`, or know it from requests, which lack what is read-only.
            (Direction::Response, true, false)
                if old.is_nullable(self.old) || !old.is_expected() =>
            {
                Some(Rule::NullableResponsePropertyBecameOptional)
            }
            (Direction::Response, true, false) => Some(Rule::ResponsePropertyBecameOptional),
            (_, true, true) | (_, false, false) => None,
        };
        if let Some(rule) = rule {
            let message = if new.is_required() {
                "is required now"
            } else {
                "is optional now"
            };
            self.findings.add("presence", place.finding(rule, message));
        }
        match (old, new) {
            (Property::Field(one), Property::Field(two)) => {
                self.fields(one, two, direction, &place)
            }
            (Property::Tag(one), Property::Tag(two)) if one.value == two.value => {}
            _ => {
                let rule = match direction {
                    // A constant is one of the values of what takes more than it.
                    Direction::Request if matches!(new, Property::Field(_)) => {
                        Rule::RequestTypeWidened
                    }
                    Direction::Request => Rule::RequestTypeNarrowed,
                    Direction::Response if matches!(old, Property::Field(_)) => {
                        Rule::ResponseTypeNarrowed
                    }
                    Direction::Response => Rule::ResponseTypeWidened,
                };
                let message = format!("was {}, is {}", old.told(), new.told());
                self.findings.add("type", place.finding(rule, message));
            }
        }
    }

    fn fields(&mut self, old: &Field, new: &Field, direction: Direction, place: &Place) {
        if new.deprecated && !old.deprecated {
            let finding = place.finding(Rule::PropertyDeprecated, "is deprecated");
            self.findings.add("deprecated", finding);
        }
        if old.default != new.default && direction == Direction::Request {
            let finding = place.finding(Rule::PropertyDefaultChanged, "has another default");
            self.findings.add("default", finding);
        }
        // Where a response may lack a property, `null` says no more than that, and that it may is told as presence.
        let may_be_absent = |field: &Field| field.presence != Presence::Required;
        if direction == Direction::Response && (may_be_absent(old) || may_be_absent(new)) {
            let one = self.old.without_null(&old.ty);
            let two = self.new.without_null(&new.ty);
            self.types(one, two, direction, place);
        } else {
            self.types(&old.ty, &new.ty, direction, place);
        }
    }

    /// The properties beside the named ones.
    fn others(
        &mut self,
        (old_id, old): (TypeId, &Struct),
        (new_id, new): (TypeId, &Struct),
        direction: Direction,
        at: &Place,
    ) {
        let item = |id: &str, ident: &str| Claim::Item(format!("types::{id}::{ident}"));
        let old_name = self.old.types.get(old_id).to_owned();
        let new_name = self.new.types.get(new_id).to_owned();
        let subject = format!("{}, all other properties", at.subject);
        let mut place = Place {
            subject,
            old: at.old.join("additionalProperties"),
            new: at.new.join("additionalProperties"),
            items: Vec::new(),
        };
        let (rule, message) = match (&old.additional, &new.additional) {
            (Some(one), Some(two)) => {
                place.items = vec![item(&old_name, &one.ident)];
                return self.types(&one.ty, &two.ty, direction, &place);
            }
            (None, None) => return,
            (None, Some(two)) => {
                place.items = vec![item(&new_name, &two.ident)];
                let rule = match direction {
                    Direction::Request => Rule::OptionalRequestPropertyAdded,
                    Direction::Response => Rule::ResponsePropertyAdded,
                };
                (rule, "are allowed now")
            }
            (Some(one), None) => {
                place.items = vec![item(&old_name, &one.ident)];
                let rule = match direction {
                    Direction::Request => Rule::RequestPropertyRemoved,
                    Direction::Response => Rule::OptionalResponsePropertyRemoved,
                };
                (rule, "have no type any more")
            }
        };
        self.findings.add("property", place.finding(rule, message));
    }

    fn property_items(&self, id: TypeId, property: Option<Property<'_>>) -> Vec<Claim> {
        items(self.old.types.get(id), property)
    }

    fn new_property_items(&self, id: TypeId, property: Option<Property<'_>>) -> Vec<Claim> {
        items(self.new.types.get(id), property)
    }
}

impl<'a> Property<'a> {
    /// Whether the side that has it always has it.
    fn is_required(self) -> bool {
        match self {
            Self::Field(field) => field.required,
            Self::Tag(_) => true,
        }
    }

    /// Whether programs read nothing without it.
    fn is_expected(self) -> bool {
        match self {
            Self::Field(field) => field.presence == Presence::Required,
            Self::Tag(_) => true,
        }
    }

    fn is_nullable(self, side: &Side) -> bool {
        match self {
            Self::Field(field) => {
                matches!(
                    side.resolve(&field.ty),
                    Type::Nullable(_) | Type::Json | Type::Null
                )
            }
            Self::Tag(_) => false,
        }
    }

    fn told(self) -> String {
        match self {
            Self::Field(_) => "one of several values".to_owned(),
            Self::Tag(tag) => format!("always `{}`", tag.value),
        }
    }

    fn field(self) -> Option<&'a Field> {
        match self {
            Self::Field(field) => Some(field),
            Self::Tag(_) => None,
        }
    }
}

/// The property that a type has for one side only.
fn other_side<'a>(side: &'a Side, id: TypeId, name: &str) -> Option<&'a Field> {
    let Kind::Struct(item) = &side.declaration(id)?.kind else {
        return None;
    };
    let mut fields = item.fields.iter();
    fields.find(|field| field.name == name && field.access != Access::ReadWrite)
}

fn other_access(field: &Field, when: &str) -> String {
    match field.access {
        Access::WriteOnly => format!("is write-only {when}"),
        Access::ReadOnly | Access::ReadWrite => format!("is read-only {when}"),
    }
}

/// The items of a property: its field, its setter, and the constructor, which may take it.
fn items(type_name: &str, property: Option<Property<'_>>) -> Vec<Claim> {
    let path = format!("types::{type_name}");
    let constructor = Claim::Item(format!("{path}::new()"));
    match property.and_then(Property::field) {
        Some(field) => vec![
            Claim::Item(format!("{path}::{}", field.ident)),
            Claim::Item(format!("{path}::{}()", field.setter)),
            constructor,
        ],
        None => vec![constructor],
    }
}

/// The properties that one direction has, by name.
fn properties(item: &Struct, direction: Direction) -> Properties<'_> {
    let other_side = match direction {
        Direction::Request => Access::ReadOnly,
        Direction::Response => Access::WriteOnly,
    };
    let fields = item
        .fields
        .iter()
        .filter(|field| field.access != other_side);
    let fields = fields.map(|field| (field.name.as_str(), Property::Field(field)));
    let tags = item
        .tags
        .iter()
        .map(|tag| (tag.name.as_str(), Property::Tag(tag)));
    fields.chain(tags).collect()
}

/// The only property that went and the only one that came, where they differ in nothing but the name.
fn renamed<'a>(
    before: &Properties<'a>,
    after: &Properties<'a>,
    (old_side, old): (&Side, &Struct),
    (new_side, new): (&Side, &Struct),
) -> Option<(&'a str, &'a str)> {
    let only = |some: &Properties<'a>, other: &Properties<'a>| {
        let mut missing = some.iter().filter(|(name, _)| !other.contains_key(*name));
        match (missing.next(), missing.next()) {
            (Some((name, property)), None) => Some((*name, property.field()?)),
            _ => None,
        }
    };
    let (was, one) = only(before, after)?;
    let (is, two) = only(after, before)?;
    let is_same = one.presence == two.presence
        && one.access == two.access
        && old_side.told(&one.ty) == new_side.told(&two.ty)
        && one.description == two.description;
    // A text says which property it is; else the place among the others does.
    let has_text = one
        .description
        .as_ref()
        .is_some_and(|text| !text.is_empty());
    let place = |item: &Struct, name: &str| item.fields.iter().position(|field| field.name == name);
    (is_same && (has_text || place(old, was) == place(new, is))).then_some((was, is))
}

/// Where a property is: in the type itself, or in one that it extends.
fn property_pointer(at: &Pointer, name: &str, property: Option<Property<'_>>) -> Pointer {
    match property {
        Some(Property::Field(field)) => field.pointer.clone(),
        Some(Property::Tag(_)) | None => at.join("properties").join(name),
    }
}
