//! Objects with named properties.

use openapiv3::{ReferenceOr, SchemaData};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Access, Additional, Constant, Field, Presence, Step, Struct, Tag, Type};
use crate::names::{Scope, snake_case, spelled_out};
use crate::similar::similar;

use super::facts::{self, Additional as Said, Facts, Located};
use super::keywords::{Keywords, SchemaRef};
use super::{Lowering, Place, Site};

/// Names that a chained setter must not have, because the type has them already.
const TAKEN_SETTERS: &[&str] = &["new", "clone", "default", "eq", "fmt", "from", "into"];

/// Whether a chained setter cannot have the name.
pub(crate) fn is_taken_setter(name: &str) -> bool {
    TAKEN_SETTERS.contains(&name)
}

/// So many types inside each other that several schemas describe are deep: documents have one or two.
const DEEP: usize = 4;

/// More types that are deep than any document has that ends.
const MOST_DEEP: usize = 4_096;

impl<'a> Lowering<'a> {
    /// The tags and fields of a struct.
    pub(super) fn fields(&mut self, site: &Site, facts: &Facts<'a>) -> Struct {
        let mut item = Struct {
            tags: Vec::new(),
            fields: Vec::new(),
            additional: None,
        };
        let names: Vec<&str> = facts.properties.keys().copied().collect();
        let mut scope = Scope::default();
        let idents = scope.claim_all(&names, snake_case);
        let mut setters = Scope::with_taken(TAKEN_SETTERS);
        for ((name, schemas), ident) in facts.properties.iter().zip(idents) {
            let required = facts.required.contains(name);
            if let (true, Some(value)) = (required, self.tag(name, schemas, facts)) {
                item.tags.push(Tag {
                    name: (*name).to_owned(),
                    value,
                });
                continue;
            }
            let setter = setters.claim([
                ident.clone(),
                format!("set_{}", ident.trim_start_matches("r#")),
            ]);
            let ty = self.property(name, schemas, site);
            item.fields
                .push(self.field(name, ident, setter, required, ty, (schemas, site)));
        }
        item.fields.extend(self.unsaid(site, facts, &mut scope));
        item.additional = self.additional(site, &mut scope, facts);
        item
    }

    fn field(
        &self,
        name: &str,
        ident: String,
        setter: String,
        required: bool,
        ty: Type,
        (schemas, site): (&[Located<'a>], &Site),
    ) -> Field {
        let data: Vec<&SchemaData> = schemas
            .iter()
            .rev()
            .filter_map(|schema| self.annotations(schema.schema))
            .collect();
        let access = if data.iter().any(|it| it.read_only) {
            Access::ReadOnly
        } else if data.iter().any(|it| it.write_only) {
            Access::WriteOnly
        } else {
            Access::ReadWrite
        };
        Field {
            pointer: match schemas.last() {
                Some(schema) => schema.pointer(),
                None => site.place.pointer.join("required"),
            },
            name: name.to_owned(),
            ident,
            setter,
            description: data
                .iter()
                .find_map(|it| it.description.clone())
                .or_else(|| schemas.iter().rev().find_map(only_branch_description)),
            deprecated: data.iter().any(|it| it.deprecated),
            default: data.iter().find_map(|it| it.default.clone()),
            example: data.iter().find_map(|it| it.example.clone()),
            access,
            ty,
            required,
            presence: if required {
                Presence::Required
            } else {
                Presence::Optional
            },
        }
    }

    /// What stands beside the keywords of a schema, or of the component that it refers to.
    fn annotations(&self, schema: SchemaRef<'a>) -> Option<&'a SchemaData> {
        match schema {
            SchemaRef::Item(schema) => Some(&schema.schema_data),
            reference => match self.component_schema(reference)? {
                (_, SchemaRef::Item(schema)) => Some(&schema.schema_data),
                _ => None,
            },
        }
    }

    /// The type of a property, which may have to satisfy several schemas.
    fn property(&mut self, name: &str, schemas: &[Located<'a>], site: &Site) -> Type {
        let step = Step::Property(name.to_owned());
        let says = |located: &&Located<'a>| !matches!(located.schema, SchemaRef::Item(item) if Keywords::of(item).is_free());
        let mut telling = schemas.iter().filter(says);
        match (telling.next(), telling.next()) {
            (None, _) => match schemas.last() {
                Some(any) => self.inside(any, step),
                None => Type::Json,
            },
            (Some(only), None) => self.inside(only, step),
            (Some(first), Some(_)) => {
                let mut place = first.inside(step);
                place.origin.root = crate::model::Root::Type(site.id);
                if let Some(last) = schemas.last() {
                    place.pointer = last.pointer();
                }
                self.all_of(schemas, place)
            }
        }
    }

    /// The type of values that satisfy several schemas.
    pub(super) fn all_of(&mut self, schemas: &[Located<'a>], place: Place) -> Type {
        let pointer = place.pointer.clone();
        let mut places: Vec<Pointer> = schemas.iter().map(Located::pointer).collect();
        places.sort();
        if let Some(known) = self.merged_around(&places, &pointer) {
            return known;
        }
        if !self.around.insert(pointer.clone()) {
            return self.untyped(&place, "a type that has nothing but itself inside");
        }
        let id = self.types.reserve();
        let site = Site::inline(id, place);
        let facts = schemas
            .iter()
            .filter(|located| !matches!(located.schema, SchemaRef::Item(item) if Keywords::of(item).is_free()))
            .fold(None, |facts: Option<Facts<'a>>, located| {
                Some(match facts {
                    None => self.facts(located.schema, &located.at()),
                    Some(facts) => self.facts_with(&facts, located),
                })
            });
        let ty = self.build(site, facts.unwrap_or_default());
        self.around.remove(&pointer);
        if self.declared.contains(&id) {
            self.merged.insert(id, (places, ty.clone()));
        }
        ty
    }

    /// The type of values that satisfy the schemas of all these places, if it is being defined: one of its parts is like
    /// the whole.
    fn merged_around(&mut self, places: &[Pointer], pointer: &Pointer) -> Option<Type> {
        let mut depth = 0;
        let mut around = self.defining;
        while let Some(id) = around {
            if let Some((known, ty)) = self.merged.get(&id) {
                if known == places {
                    return Some(ty.clone());
                }
                depth += 1;
            }
            around = self.inside.get(&id).copied();
        }
        self.deep_types += usize::from(depth >= DEEP);
        if self.deep_types > MOST_DEEP && !self.has_exceeded {
            self.has_exceeded = true;
            self.report.error(
                Code::LimitExceeded,
                pointer,
                format!("more than {MOST_DEEP} types deep inside others that several schemas describe (`allOf`)"),
                "describe the properties of each type in one schema",
            );
        }
        self.has_exceeded.then_some(Type::Json)
    }

    /// The one value of a property, where a tag can say it.
    fn tag(&mut self, name: &str, schemas: &[Located<'a>], facts: &Facts<'a>) -> Option<Constant> {
        let discriminated = facts.discriminated.iter().find(|(it, _)| *it == name);
        if let Some((_, constant)) = discriminated {
            return Some(constant.clone());
        }
        let constants = self.constants(schemas)?;
        let [only] = constants.as_slice() else {
            return None;
        };
        let is_tag = match only {
            Constant::Text(_) | Constant::Boolean(_) => true,
            Constant::Number(_) => only.as_integer().is_some(),
        };
        is_tag.then(|| only.clone())
    }

    /// The constants that a property can be; `None` where it can be anything else as well.
    pub(super) fn constants(&mut self, schemas: &[Located<'a>]) -> Option<Vec<Constant>> {
        // Few properties have constants: those that cannot are not worth collecting what holds of them.
        let may_have = |schema: SchemaRef<'a>| match schema {
            SchemaRef::Item(item) => {
                let keywords = Keywords::of(item);
                !keywords.enumeration.is_empty() || !keywords.all_of.is_empty()
            }
            _ => false,
        };
        let mut known: Option<Vec<Constant>> = None;
        for located in schemas {
            let target = self
                .component_schema(located.schema)
                .map_or(located.schema, |(_, schema)| schema);
            if !may_have(target) {
                continue;
            }
            let facts = self.facts(located.schema, &located.at());
            if facts.nullable {
                return None;
            }
            known = match (known, facts.constants) {
                (Some(mut known), Some(more)) => {
                    known.retain(|constant| more.contains(constant));
                    Some(known)
                }
                (known, more) => known.or(more),
            };
        }
        known.filter(|constants| !constants.is_empty())
    }

    /// Required properties of which nothing else is known.
    fn unsaid(&mut self, site: &Site, facts: &Facts<'a>, scope: &mut Scope) -> Vec<Field> {
        let is_open = matches!(facts.additional, Said::Typed(_) | Said::Free);
        let mut fields = Vec::new();
        for name in &facts.required {
            if is_open || facts.properties.contains_key(name) {
                continue;
            }
            self.unsaid_property(name, site, facts);
            let ident = scope.claim([snake_case(name), snake_case(&spelled_out(name))]);
            let setter = ident.clone();
            fields.push(self.field(name, ident, setter, true, Type::Json, (&[], site)));
        }
        fields
    }

    fn unsaid_property(&mut self, name: &str, site: &Site, facts: &Facts<'a>) {
        let alike = similar(name, facts.properties.keys().copied());
        let hint = alike.map(|alike| format!("; did you mean `{alike}`?"));
        let message = format!(
            "`{name}` is required, but it is no property of the schema; its value is untyped JSON{}",
            hint.unwrap_or_default()
        );
        let at = site.place.pointer.join("required");
        let added = self.report.warn(Code::UntypedSchema, &at, message);
        let property = alike.and_then(|alike| Some((alike, facts.properties.get(alike)?.first()?)));
        if let Some((alike, property)) = property {
            added.related(&property.at().place.pointer, format!("`{alike}` is here"));
        }
    }

    fn additional(
        &mut self,
        site: &Site,
        scope: &mut Scope,
        facts: &Facts<'a>,
    ) -> Option<Additional> {
        let (pointer, ty, description) = match &facts.additional {
            Said::Typed(values) => (
                values.pointer(),
                self.inside(values, Step::Values),
                self.annotations(values.schema)
                    .and_then(|data| data.description.clone()),
            ),
            Said::Free => (
                site.place.pointer.join("additionalProperties"),
                Type::Json,
                None,
            ),
            Said::Unsaid | Said::None => return None,
        };
        let ident = scope.claim(["additional_properties", "other_properties"].map(str::to_owned));
        Some(Additional {
            pointer,
            ident,
            ty,
            description,
        })
    }
}

/// What is said of the only branch of a choice that is not `null`, which is where some libraries put what they know of a
/// property.
fn only_branch_description(located: &Located<'_>) -> Option<String> {
    let SchemaRef::Item(item) = located.schema else {
        return None;
    };
    let keywords = Keywords::of(item);
    let branches = keywords.one_of.iter().chain(keywords.any_of);
    let mut telling = branches
        .filter(|branch| !matches!(branch, ReferenceOr::Item(item) if facts::is_only_null(item)));
    match (telling.next(), telling.next()) {
        (Some(ReferenceOr::Item(only)), None) => only.schema_data.description.clone(),
        _ => None,
    }
}
