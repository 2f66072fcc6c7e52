//! What holds of a value at once: the keywords of a schema together with those of the parts of its `allOf`
//! (JSON Schema Core, section 10.2.1.1).

use indexmap::{IndexMap, IndexSet};
use openapiv3::{AdditionalProperties, Discriminator, ReferenceOr, Schema, SchemaData};
use serde_json::Value;

use crate::diagnostics::{Code, Pointer};
use crate::model::{Constant, JsonType, Root};

use super::keywords::{Keywords, SchemaRef};
use super::{Lowering, Site};

/// How many schemas one value may have to satisfy; far above what documents have, far below what costs time.
const MOST_PARTS: usize = 4_096;

/// The carriers of the normalised form for what OpenAPI 3.0 cannot say.
const TUPLE: &str = "x-lowering-tuple";
const NULL: &str = "x-lowering-null";

/// A schema and where it stands.
#[derive(Debug, Clone)]
pub(super) struct Located<'a> {
    pub(super) schema: SchemaRef<'a>,
    pub(super) site: Site,
    /// The keyword or property that leads to it from its site.
    pub(super) tokens: Vec<String>,
}

/// `oneOf` or `anyOf`.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    pub(super) branches: Vec<Located<'a>>,
    pub(super) discriminator: Option<&'a Discriminator>,
    /// Whether the branches are the components that extend the one with the choice.
    pub(super) of_subtypes: bool,
}

/// The properties beside the named ones.
#[derive(Debug, Clone, Default)]
pub(super) enum Additional<'a> {
    #[default]
    Unsaid,
    None,
    Free,
    Typed(Located<'a>),
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub(super) struct Facts<'a> {
    /// Annotations, the outermost first.
    pub(super) data: Vec<&'a SchemaData>,
    pub(super) nullable: bool,
    pub(super) only_null: bool,
    pub(super) json_type: Option<JsonType>,
    /// The schema that says the type, where others can say another one.
    typed_at: Option<Pointer>,
    pub(super) format: Option<&'a str>,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) constants: Option<Vec<Constant>>,
    /// The `enum` that they are from, and all its values.
    constants_at: Option<(Pointer, Vec<Value>)>,
    /// Each with all schemas that it has to satisfy.
    pub(super) properties: IndexMap<&'a str, Vec<Located<'a>>>,
    pub(super) required: IndexSet<&'a str>,
    pub(super) additional: Additional<'a>,
    /// All schemas that each item has to satisfy.
    pub(super) items: Vec<Located<'a>>,
    pub(super) tuple: Option<Vec<Located<'a>>>,
    pub(super) choices: Vec<Choice<'a>>,
    /// In how many ways the choices around this value, which it was extended with, can be made; 0 without any.
    pub(super) combinations: usize,
    pub(super) has_not: bool,
    /// Properties whose constant is said by the discriminator of a schema that this one extends.
    pub(super) discriminated: Vec<(&'a str, Constant)>,
    /// The components that the value is one of, through `allOf`.
    components: IndexSet<&'a str>,
    parts: usize,
}

impl<'a> Facts<'a> {
    /// The type of the value, said or implied by other keywords; `None` where any is possible.
    pub(super) fn json_type(&self) -> Option<JsonType> {
        if self.json_type.is_some() {
            return self.json_type;
        }
        let is_object = !self.properties.is_empty()
            || !self.required.is_empty()
            || !matches!(self.additional, Additional::Unsaid);
        if is_object {
            Some(JsonType::Object)
        } else if !self.items.is_empty() || self.tuple.is_some() {
            Some(JsonType::Array)
        } else {
            None
        }
    }

    /// The first of the annotations that `read` finds.
    pub(super) fn annotation<T>(&self, read: impl Fn(&'a SchemaData) -> Option<T>) -> Option<T> {
        self.data.iter().copied().find_map(read)
    }

    pub(super) fn description(&self) -> Option<String> {
        self.annotation(|data| data.description.clone())
    }

    pub(super) fn title(&self) -> Option<String> {
        self.data.first().and_then(|data| data.title.clone())
    }

    pub(super) fn deprecated(&self) -> bool {
        self.data.first().is_some_and(|data| data.deprecated)
    }

    /// Where a constant stands; `otherwise` where no `enum` has it.
    pub(super) fn place_of(&self, constant: &Constant, otherwise: &Pointer) -> Pointer {
        let place = self.places().swap_remove(constant);
        place.unwrap_or_else(|| otherwise.clone())
    }

    /// Where each constant of the `enum` stands.
    pub(super) fn places(&self) -> IndexMap<Constant, Pointer> {
        let mut places = IndexMap::new();
        if let Some((pointer, values)) = &self.constants_at {
            for (index, value) in values.iter().enumerate() {
                if let Some(constant) = Constant::from_json(value) {
                    places
                        .entry(constant)
                        .or_insert_with(|| pointer.join(index));
                }
            }
        }
        places
    }

    fn constrain(&mut self, constants: Vec<Constant>) {
        match &mut self.constants {
            Some(known) => {
                let constants: IndexSet<Constant> = constants.into_iter().collect();
                known.retain(|constant| constants.contains(constant));
            }
            None => self.constants = Some(constants),
        }
    }
}

impl<'a> Lowering<'a> {
    /// What holds of the values of a schema; a reference is followed.
    pub(super) fn facts(&mut self, schema: SchemaRef<'a>, site: &Site) -> Facts<'a> {
        let mut facts = Facts::default();
        // A branch that is another component extends its own parts, also the component in which it is a branch.
        if let (SchemaRef::Item(_), Root::Component(key)) = (schema, &site.named.root) {
            let key = self.component_ids.get_key_value(key.as_str());
            facts.components.extend(key.map(|(key, _)| *key));
        }
        let nullable = self.collect(schema, site, &mut facts);
        facts.nullable = nullable;
        facts
    }

    /// The same with what holds of another schema besides.
    pub(super) fn facts_with(&mut self, base: &Facts<'a>, branch: &Located<'a>) -> Facts<'a> {
        let mut facts = base.clone();
        facts.data.clear();
        self.collect(branch.schema, &branch.at(), &mut facts);
        facts
    }

    /// Adds a schema; answers whether it allows `null`.
    fn collect(&mut self, schema: SchemaRef<'a>, site: &Site, facts: &mut Facts<'a>) -> bool {
        match schema {
            SchemaRef::Reference(_) | SchemaRef::Component(_) => {
                let Some((key, schema)) = self.component_schema(schema) else {
                    return false;
                };
                if !facts.components.insert(key) {
                    return false;
                }
                let Some(site) = self.component_site(key) else {
                    return false;
                };
                if let SchemaRef::Item(schema) = schema {
                    self.collect_extended(key, schema, facts);
                }
                self.collect(schema, &site, facts)
            }
            SchemaRef::Item(schema) => self.collect_item(schema, site, facts),
        }
    }

    fn collect_item(&mut self, schema: &'a Schema, site: &Site, facts: &mut Facts<'a>) -> bool {
        facts.parts += 1;
        if self.has_exceeded {
            return false;
        }
        if facts.parts > MOST_PARTS {
            self.has_exceeded = true;
            self.report.error(
                Code::LimitExceeded,
                &site.place.pointer,
                format!("more than {MOST_PARTS} schemas that one value has to satisfy (`allOf`)"),
                "put the properties of its parts into fewer schemas",
            );
            return false;
        }
        let keywords = Keywords::of(schema);
        let data = &schema.schema_data;
        facts.data.push(data);
        if is_only_null(schema) {
            facts.only_null = true;
            return true;
        }
        if data.extensions.contains_key(TUPLE) {
            let places = keywords.all_of.iter().enumerate();
            facts.tuple = Some(
                places
                    .map(|(index, item)| site.located(item, &["allOf", &index.to_string()]))
                    .collect(),
            );
            return data.nullable;
        }
        let mut nullable = data.nullable;
        let mut is_first = true;
        for (index, part) in keywords.all_of.iter().enumerate() {
            let part_site = site.deeper(&["allOf", &index.to_string()]);
            let part = SchemaRef::new(part);
            let allows = self.collect(part, &part_site, facts);
            let says_nothing =
                matches!(part, SchemaRef::Item(item) if Keywords::of(item).is_only_required());
            if !says_nothing {
                nullable = data.nullable || (allows && (is_first || nullable));
                is_first = false;
            }
        }
        self.collect_values(&keywords, site, facts);
        collect_object(&keywords, site, facts);
        facts.has_not |= keywords.has_not;
        for (keyword, branches) in [("oneOf", keywords.one_of), ("anyOf", keywords.any_of)] {
            if branches.is_empty() {
                continue;
            }
            let choice = Choice {
                branches: branches
                    .iter()
                    .enumerate()
                    .map(|(index, it)| site.located(it, &[keyword, &index.to_string()]))
                    .collect(),
                discriminator: data.discriminator.as_ref(),
                of_subtypes: false,
            };
            if !self.is_chosen(&choice, facts) {
                facts.choices.push(choice);
            }
        }
        nullable
    }

    /// Whether the value is of a component that is a branch of the choice and extends the schema with the choice, as
    /// `Pet: {oneOf: [Cat, Dog]}` and `Cat: {allOf: [Pet, …]}` have it: nothing is left to choose, and a type that
    /// is a branch of itself would have no end.
    fn is_chosen(&self, choice: &Choice<'a>, facts: &mut Facts<'a>) -> bool {
        let Some(chosen) = facts.components.first().copied() else {
            return false;
        };
        let mut branches = choice.branches.iter();
        if !branches.any(|branch| self.component_key(branch.schema) == Some(chosen)) {
            return false;
        }
        if let Some(discriminator) = choice.discriminator
            && let [only] = mapped_values(discriminator, chosen).as_slice()
        {
            let constant = Constant::Text(only.clone());
            facts
                .discriminated
                .push((&discriminator.property_name, constant));
        }
        true
    }

    /// What is said of the type of a value and of single values.
    fn collect_values(&mut self, keywords: &Keywords<'a>, site: &Site, facts: &mut Facts<'a>) {
        match (facts.json_type, keywords.json_type) {
            (None, said) => {
                facts.json_type = said;
                let has_others =
                    facts.parts > 1 || !keywords.one_of.is_empty() || !keywords.any_of.is_empty();
                facts.typed_at = said
                    .filter(|_| has_others)
                    .map(|_| site.place.pointer.clone());
            }
            (Some(JsonType::Number), Some(JsonType::Integer)) => {
                facts.json_type = Some(JsonType::Integer);
            }
            (Some(JsonType::Integer), Some(JsonType::Number)) | (Some(_), None) => {}
            (Some(known), Some(said)) if known != said => {
                let (known, said) = (known.as_str(), said.as_str());
                let added = self.ignored(
                    &site.place,
                    &format!("`type: {said}`, because another part of the `allOf` says `{known}`"),
                );
                if let Some(typed_at) = &facts.typed_at {
                    added.related(typed_at, format!("`type: {known}` is here"));
                }
            }
            (Some(_), Some(_)) => {}
        }
        facts.format = facts.format.or(keywords.format);
        facts.minimum = keywords.minimum.or(facts.minimum);
        facts.maximum = keywords.maximum.or(facts.maximum);
        let items = keywords
            .items
            .map(|items| site.located_ref(items, &["items"]));
        facts.items.extend(items);
        if !keywords.enumeration.is_empty() {
            match keywords.constants() {
                Some(constants) if !constants.is_empty() => {
                    facts.constrain(constants);
                    facts.constants_at.get_or_insert_with(|| {
                        let pointer = site.place.pointer.join("enum");
                        (pointer, keywords.enumeration.clone())
                    });
                }
                Some(_) => {
                    self.ignored(&site.place, "an `enum` of nothing but `null`");
                }
                None => {
                    self.report.warn(
                        Code::IgnoredKeyword,
                        &site.place.pointer.join("enum"),
                        "the type does not carry an `enum` of arrays or objects",
                    );
                }
            }
        }
    }

    /// Where a component extends one with a discriminator, that says the value of a property.
    fn collect_extended(&mut self, key: &'a str, schema: &'a Schema, facts: &mut Facts<'a>) {
        let Some(discriminator) = &schema.schema_data.discriminator else {
            return;
        };
        let extending = facts.components.first().copied();
        if let Some(extending) = extending.filter(|extending| *extending != key)
            && self.is_extended(key)
            && !self.is_extended(extending)
            && let [only] = mapped_values(discriminator, extending).as_slice()
        {
            let constant = Constant::Text(only.clone());
            facts
                .discriminated
                .push((&discriminator.property_name, constant));
        }
    }
}

/// Whether the only value of a schema is `null`.
pub(super) fn is_only_null(schema: &Schema) -> bool {
    schema.schema_data.extensions.contains_key(NULL)
}

fn collect_object<'a>(keywords: &Keywords<'a>, site: &Site, facts: &mut Facts<'a>) {
    for (name, schema) in &keywords.properties {
        let located = site.located_ref(*schema, &["properties", name]);
        let schemas = facts.properties.entry(name).or_default();
        if !schemas.iter().any(|known| known.schema == located.schema) {
            schemas.push(located);
        }
    }
    facts
        .required
        .extend(keywords.required.iter().map(String::as_str));
    let said = match keywords.additional {
        None => Additional::Unsaid,
        Some(AdditionalProperties::Any(false)) => Additional::None,
        Some(AdditionalProperties::Any(true)) => Additional::Free,
        Some(AdditionalProperties::Schema(schema)) => match schema.as_ref() {
            ReferenceOr::Item(item) if Keywords::of(item).is_free() => Additional::Free,
            _ => Additional::Typed(site.located(schema.as_ref(), &["additionalProperties"])),
        },
    };
    // What is typed says the most; that one part has no more properties says nothing about the others.
    facts.additional = match (std::mem::take(&mut facts.additional), said) {
        (typed @ Additional::Typed(_), _) | (_, typed @ Additional::Typed(_)) => typed,
        (Additional::Free, _) | (_, Additional::Free) => Additional::Free,
        (Additional::None, _) | (_, Additional::None) => Additional::None,
        (Additional::Unsaid, Additional::Unsaid) => Additional::Unsaid,
    };
}

/// The values of the discriminator that mean the component `key`: those of the mapping, else its name (Discriminator
/// Object, OpenAPI Specification 3.0.4, section 4.7.25).
pub(super) fn mapped_values(discriminator: &Discriminator, key: &str) -> Vec<String> {
    let mapped: Vec<String> = discriminator
        .mapping
        .iter()
        .filter(|(_, target)| {
            let name = target.rsplit('/').next().unwrap_or(target);
            name == key
        })
        .map(|(value, _)| value.clone())
        .collect();
    if mapped.is_empty() {
        vec![key.to_owned()]
    } else {
        mapped
    }
}
