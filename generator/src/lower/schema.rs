//! A schema becomes a type: the decision which construct it is.

use openapiv3::Schema;

use crate::diagnostics::{Added, Code, Pointer};
use crate::model::{Constant, JsonType, Kind, Root, Step, Type};

use super::enumeration::EnumFacts;
use super::facts::{Additional, Choice, Facts, Located, mapped_values};
use super::keywords::{Keywords, SchemaRef};
use super::union::UnionFacts;
use super::{Lowering, Pending, Place, Site, reference};

/// What an item with a name is made of.
pub(super) enum Construct<'a> {
    Struct,
    Enum(EnumFacts<'a>),
    Union(UnionFacts<'a>),
}

impl<'a> Lowering<'a> {
    /// Lowers a component schema to the item of its key.
    pub(super) fn component(&mut self, key: &'a str, schema: &'a openapiv3::ReferenceOr<Schema>) {
        let Some(site) = self.component_site(key) else {
            return;
        };
        let schema = SchemaRef::new(schema);
        let mut facts = self.facts(schema, &site);
        self.lowered
            .insert(site.place.pointer.clone(), Type::Declared(site.id));
        let ty = match self.only_reference(schema) {
            // Also where it leads back to itself: what to make of that is seen when all aliases are known.
            Some((target, nullable)) => {
                let ty = self.target(target, &site.place.pointer);
                let alias = Kind::Alias(or_null(nullable, ty));
                return self.define(site.id, &site, &facts, alias);
            }
            None if facts.nullable => {
                // The component is the type or `null`; the type itself needs another name.
                let inner = Site::inline(
                    self.types.reserve(),
                    Place::new(site.place.pointer.clone(), Root::Type(site.id), Step::Value),
                );
                let mut facts = self.facts(schema, &inner);
                facts
                    .choices
                    .extend(self.subtype_choice(key, schema, &inner));
                self.build(inner, facts)
            }
            None => {
                facts
                    .choices
                    .extend(self.subtype_choice(key, schema, &site));
                self.build(site.clone(), facts.clone())
            }
        };
        if ty != Type::Declared(site.id) || !self.declared.contains(&site.id) {
            self.define(site.id, &site, &facts, Kind::Alias(ty));
        }
    }

    /// The type of a schema. `place` tells what it is called.
    pub(super) fn schema(&mut self, schema: SchemaRef<'a>, place: Place) -> Type {
        let pointer = place.pointer.clone();
        if let (SchemaRef::Item(_), Some(known)) = (schema, self.lowered.get(&pointer)) {
            return known.clone();
        }
        let ty = match (schema, self.only_reference(schema)) {
            (_, Some((target, nullable))) => or_null(nullable, self.target(target, &pointer)),
            (schema, None) => {
                if !self.around.insert(pointer.clone()) {
                    return self.untyped(&place, "a type that has nothing but itself inside");
                }
                let site = Site::inline(self.types.reserve(), place);
                let facts = self.facts(schema, &site);
                let ty = self.build(site, facts);
                self.around.remove(&pointer);
                ty
            }
        };
        // A component that may be its subtypes stands where they are its branches; its own type was first.
        self.lowered.entry(pointer).or_insert_with(|| ty.clone());
        ty
    }

    /// The type of a schema that stands inside an item with a name.
    pub(super) fn inside(&mut self, located: &Located<'a>, step: Step) -> Type {
        self.schema(located.schema, located.inside(step))
    }

    /// The type of a schema that stands in one without a name.
    pub(super) fn below(&mut self, located: &Located<'a>, step: Step) -> Type {
        self.schema(located.schema, located.below(step))
    }

    /// The reference that a schema is, with nothing beside it but annotations, and whether those allow `null`.
    pub(super) fn only_reference(&self, schema: SchemaRef<'a>) -> Option<(SchemaRef<'a>, bool)> {
        let item = match schema {
            SchemaRef::Item(item) => item,
            reference => return Some((reference, false)),
        };
        let keywords = Keywords::of(item);
        let parts = keywords.all_of;
        let is_wrapper = Keywords {
            all_of: &[],
            ..keywords
        }
        .is_free()
            && !item.schema_data.extensions.contains_key("x-lowering-tuple");
        let mut telling = parts
            .iter()
            .map(SchemaRef::new)
            .filter(|part| !matches!(part, SchemaRef::Item(item) if Keywords::of(item).is_free()));
        let (Some(only), None, true) = (telling.next(), telling.next(), is_wrapper) else {
            return None;
        };
        let (target, nullable) = self.only_reference(only)?;
        Some((target, nullable || item.schema_data.nullable))
    }

    /// The item of a component.
    pub(super) fn target(&mut self, target: SchemaRef<'a>, pointer: &Pointer) -> Type {
        let id = self
            .component_key(target)
            .and_then(|key| self.component_ids.get(key).copied());
        match (id, target) {
            (Some(id), _) => Type::Declared(id),
            (None, SchemaRef::Reference(reference)) => {
                reference::unresolved(reference, pointer, self.report);
                Type::Json
            }
            (None, _) => Type::Json,
        }
    }

    /// The key of the component that a reference leads to.
    pub(super) fn component_key(&self, schema: SchemaRef<'a>) -> Option<&'a str> {
        let key = match schema {
            SchemaRef::Component(key) => return Some(key),
            SchemaRef::Reference(reference) => reference::key(reference, "schemas")?,
            SchemaRef::Item(_) => return None,
        };
        let (key, _) = self.component_ids.get_key_value(key.as_str())?;
        Some(key)
    }

    /// The component that a reference leads to.
    pub(super) fn component_schema(
        &self,
        schema: SchemaRef<'a>,
    ) -> Option<(&'a str, SchemaRef<'a>)> {
        let key = self.component_key(schema)?;
        let schema = self.components.schemas.get(key)?;
        Some((key, SchemaRef::new(schema)))
    }

    /// Where a component is: at its key, unless it was moved there from elsewhere in the document.
    pub(super) fn component_site(&self, key: &'a str) -> Option<Site> {
        let id = *self.component_ids.get(key)?;
        let moved_from = self
            .components
            .schemas
            .get(key)
            .and_then(|schema| schema.as_item())
            .and_then(|schema| reference::origin(&schema.schema_data.extensions));
        let pointer =
            moved_from.unwrap_or_else(|| Pointer::root().join_all(["components", "schemas", key]));
        Some(Site::component(id, key, pointer))
    }

    /// The components that may come where this one is asked for.
    fn subtype_choice(&self, key: &str, schema: SchemaRef<'a>, site: &Site) -> Option<Choice<'a>> {
        let subtypes = self.subtypes.get(key)?;
        let SchemaRef::Item(schema) = schema else {
            return None;
        };
        let discriminator = schema.schema_data.discriminator.as_ref()?;
        let (key, _) = self.component_ids.get_key_value(key)?;
        let means_itself = |target: &String| mapped_values(discriminator, key).contains(target);
        let base = discriminator.mapping.keys().any(means_itself);
        Some(Choice {
            branches: base
                .then_some(key)
                .into_iter()
                .chain(subtypes)
                .map(|key| site.located_ref(SchemaRef::Component(key), &[]))
                .collect(),
            discriminator: Some(discriminator),
            of_subtypes: true,
        })
    }

    /// Whether other components extend this one and say which of them they are.
    pub(super) fn is_extended(&self, key: &str) -> bool {
        self.subtypes.contains_key(key)
    }

    /// The type of a value of which these things hold.
    pub(super) fn build(&mut self, site: Site, facts: Facts<'a>) -> Type {
        if facts.only_null {
            return Type::Null;
        }
        let nullable = facts.nullable;
        let ty = self.not_null(site, facts);
        or_null(nullable, ty)
    }

    fn not_null(&mut self, site: Site, mut facts: Facts<'a>) -> Type {
        if let Some(constants) = &facts.constants {
            let is_boolean = |constant: &Constant| matches!(constant, Constant::Boolean(_));
            if constants.is_empty() {
                return self.untyped(
                    &site.place,
                    "an `allOf` whose enums have no value in common",
                );
            }
            if !constants.iter().all(is_boolean) {
                let values = EnumFacts::plain(constants, &facts, &site);
                return self.declare(site, facts, Construct::Enum(values));
            }
            if constants.len() == 1 {
                self.ignored(&site.place, "the one value of a boolean `enum`");
            }
            return Type::Boolean;
        }
        if !facts.choices.is_empty() {
            let choice = facts.choices.remove(0);
            return self.choice(site, facts, choice);
        }
        if let Some(places) = &facts.tuple {
            let places = places.iter().enumerate();
            let places = places.map(|(index, place)| self.below(place, Step::Place(index + 1)));
            return Type::Tuple(places.collect());
        }
        match facts.json_type() {
            Some(JsonType::Boolean) => Type::Boolean,
            Some(JsonType::Number) => Type::Number,
            Some(JsonType::Integer) => self.integer(&facts, &site.place),
            Some(JsonType::String) => self.string(&facts, &site.place),
            Some(JsonType::Array) => self.array(&facts),
            Some(JsonType::Object) => self.object(site, facts),
            None if facts.has_not => {
                self.ignored(
                    &site.place,
                    "`not`: Rust has no type for what a value is not",
                );
                Type::Json
            }
            None => Type::Json,
        }
    }

    fn array(&mut self, facts: &Facts<'a>) -> Type {
        let items = match facts.items.as_slice() {
            [] => Type::Json,
            [only] => self.below(only, Step::Items),
            [.., last] => self.all_of(&facts.items, last.below(Step::Items)),
        };
        Type::Array(Box::new(items))
    }

    /// A struct, or a map where no property is named.
    fn object(&mut self, site: Site, facts: Facts<'a>) -> Type {
        if !facts.properties.is_empty() || matches!(facts.additional, Additional::None) {
            return self.declare(site, facts, Construct::Struct);
        }
        let values = match &facts.additional {
            Additional::Typed(values) => self.below(values, Step::Values),
            Additional::Unsaid | Additional::Free | Additional::None => Type::Json,
        };
        Type::Map(Box::new(values))
    }

    /// An item with a name, to be defined later.
    pub(super) fn declare(
        &mut self,
        site: Site,
        facts: Facts<'a>,
        construct: Construct<'a>,
    ) -> Type {
        let id = site.id;
        self.declared.insert(id);
        self.inside.extend(self.defining.map(|around| (id, around)));
        self.pending.push_back(Pending {
            id,
            site,
            facts,
            construct,
        });
        Type::Declared(id)
    }

    pub(super) fn define_construct(&mut self, pending: Pending<'a>) {
        let Pending {
            id,
            site,
            facts,
            construct,
        } = pending;
        self.defining = Some(id);
        let kind = match construct {
            Construct::Struct => Kind::Struct(self.fields(&site, &facts)),
            Construct::Enum(values) => Kind::Enum(self.enumeration(values, &site, &facts)),
            Construct::Union(union) => Kind::Union(self.union(union)),
        };
        self.defining = None;
        self.define(id, &site, &facts, kind);
    }

    /// Falls back to untyped JSON.
    pub(super) fn untyped(&mut self, place: &Place, construct: &str) -> Type {
        self.report.warn(
            Code::UntypedSchema,
            &place.pointer,
            format!("{construct} has no type in Rust; its values are untyped JSON"),
        );
        Type::Json
    }

    /// Tells of a keyword that the type does not carry.
    pub(super) fn ignored(&mut self, place: &Place, what: &str) -> Added<'_> {
        self.report.warn(
            Code::IgnoredKeyword,
            &place.pointer,
            format!("the type does not carry {what}"),
        )
    }
}

/// `ty` or `null`.
pub(super) fn or_null(nullable: bool, ty: Type) -> Type {
    match ty {
        // These can be null already.
        Type::Json | Type::Null | Type::Nullable(_) => ty,
        ty if nullable => Type::Nullable(Box::new(ty)),
        ty => ty,
    }
}
