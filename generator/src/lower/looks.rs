//! How the branches of a union are told apart: by what a value has to look like to be of a branch.

use std::collections::BTreeSet;

use indexmap::{IndexMap, IndexSet};
use openapiv3::Discriminator;

use crate::model::{Constant, JsonType, Look};

use super::Lowering;
use super::facts::{Additional, Facts, mapped_values};
use super::keywords::SchemaRef;
use super::union::Branch;

/// How deep unions in unions are looked into.
const DEEPEST: usize = 4;

/// How many branches of unions in unions are looked at for one union; what is behind them could be anything.
pub(super) const MOST_VIEWS: usize = 2_000;

/// The values of one property that may tell a branch; above this, they tell nothing.
const MOST_VALUES: usize = 16;

/// What can be seen of the values of a branch from outside.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    /// The component that the branch is.
    pub(super) component: Option<String>,
    /// The JSON types of its values; empty where any is possible.
    json: BTreeSet<JsonType>,
    /// The constants of properties that are always there.
    constants: IndexMap<String, Vec<Constant>>,
    /// Values of the discriminator that are not constants of the branch itself.
    mapped: Vec<String>,
    properties: IndexSet<String>,
    required: IndexSet<String>,
    /// Whether properties that are not named have a type as well.
    is_map: bool,
    /// The word for values that are no objects with properties.
    kind: &'static str,
    /// What the items of an array are called.
    items: Option<String>,
}

impl View {
    /// A word for what the values are: `String`, `Array`, `Object`.
    pub(super) fn kind_name(&self) -> &'static str {
        self.kind
    }

    /// The same, where it says enough among the other branches.
    pub(super) fn kind_label(&self, views: &[View], index: usize) -> Option<String> {
        let is_only = others(views, index).all(|other| other.kind != self.kind);
        match (self.kind, &self.items) {
            ("Array", Some(items)) if !is_only => Some(format!("{items} array")),
            ("Object", _) if !is_only => None,
            ("Object", _) if self.properties.is_empty() => Some("Map".to_owned()),
            _ => Some(self.kind.to_owned()),
        }
    }

    /// A property that no other branch has, required ones first.
    pub(super) fn own_property(&self, views: &[View], index: usize) -> Option<String> {
        self.required
            .iter()
            .chain(&self.properties)
            .find(|name| others(views, index).all(|other| !other.properties.contains(*name)))
            .cloned()
    }

    fn is_disjoint_by_json(&self, other: &View) -> bool {
        let overlap = |one: &BTreeSet<JsonType>, two: &BTreeSet<JsonType>| {
            one.iter().any(|json| {
                two.contains(json)
                    || (*json == JsonType::Integer && two.contains(&JsonType::Number))
            })
        };
        !self.json.is_empty()
            && !other.json.is_empty()
            && !overlap(&self.json, &other.json)
            && !overlap(&other.json, &self.json)
    }

    fn is_disjoint_by_constants(&self, other: &View) -> bool {
        self.constants.iter().any(|(name, values)| {
            other
                .constants
                .get(name)
                .is_some_and(|others| !others.iter().any(|value| values.contains(value)))
        })
    }

    /// What holds of this one or the other: of a union in a union.
    fn or(mut self, other: View) -> View {
        if self.json.is_empty() || other.json.is_empty() {
            self.json.clear();
        } else {
            self.json.extend(other.json);
        }
        let constants = std::mem::take(&mut self.constants);
        for (name, mut values) in constants {
            if let Some(more) = other.constants.get(&name) {
                values.extend(
                    more.iter()
                        .filter(|it| !values.contains(it))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
                self.constants.insert(name, values);
            }
        }
        self.properties.extend(other.properties);
        self.required.retain(|name| other.required.contains(name));
        self.is_map |= other.is_map;
        if self.kind != other.kind {
            self.kind = "Value";
        }
        self
    }
}

fn others(views: &[View], index: usize) -> impl Iterator<Item = &View> {
    views
        .iter()
        .enumerate()
        .filter(move |(other, _)| *other != index)
        .map(|(_, view)| view)
}

impl<'a> Lowering<'a> {
    /// What can be seen of a branch.
    pub(super) fn view(
        &mut self,
        branch: &Branch<'a>,
        discriminator: Option<&Discriminator>,
        budget: &mut usize,
    ) -> View {
        let mut view = self.view_of(&branch.facts, 0, budget);
        let key = self.component_key(branch.located.schema);
        view.component = key.map(str::to_owned);
        if let (Some(discriminator), Some(key)) = (discriminator, key) {
            let name = &discriminator.property_name;
            let mapped = mapped_values(discriminator, key);
            let is_mapped = discriminator
                .mapping
                .values()
                .any(|it| it.rsplit('/').next() == Some(key));
            if !is_mapped && let Some(values) = self.declared_values(&branch.facts, name, key) {
                view.constants.entry(name.clone()).or_insert(values);
            }
            if is_mapped || !view.constants.contains_key(name) {
                view.mapped = mapped;
            }
        }
        view
    }

    /// The values that a branch without a mapping declares for the discriminator, where its own name is none of them. The
    /// specification asks for the name; documents whose servers send these leave the mapping out.
    fn declared_values(
        &mut self,
        facts: &Facts<'a>,
        property: &str,
        key: &str,
    ) -> Option<Vec<Constant>> {
        let schemas = facts.properties.get(property)?;
        let values = self.constants(schemas)?;
        let is_name = |value: &Constant| value.as_text() == Some(key);
        (values.len() <= MOST_VALUES && !values.iter().any(is_name)).then_some(values)
    }

    fn view_of(&mut self, facts: &Facts<'a>, depth: usize, budget: &mut usize) -> View {
        if let (Some(choice), true) = (facts.choices.first(), depth < DEEPEST) {
            let Some(left) = budget.checked_sub(choice.branches.len()) else {
                return View {
                    kind: "Value",
                    ..View::default()
                };
            };
            *budget = left;
            let mut base = facts.clone();
            base.choices.remove(0);
            let views: Vec<View> = choice
                .branches
                .iter()
                .map(|branch| {
                    let facts = self.facts_with(&base, branch);
                    self.view_of(&facts, depth + 1, budget)
                })
                .collect();
            return views.into_iter().reduce(View::or).unwrap_or_default();
        }
        let mut view = View {
            properties: facts
                .properties
                .keys()
                .map(|name| (*name).to_owned())
                .collect(),
            required: facts
                .required
                .iter()
                .map(|name| (*name).to_owned())
                .collect(),
            is_map: matches!(facts.additional, Additional::Typed(_) | Additional::Free),
            kind: kind(facts),
            items: facts
                .items
                .first()
                .and_then(|items| self.items_name(items.schema)),
            json: json_types(facts),
            ..View::default()
        };
        for (name, schemas) in &facts.properties {
            if !facts.required.contains(name) {
                continue;
            }
            let discriminated = facts.discriminated.iter().find(|(it, _)| it == name);
            let constants = match discriminated {
                Some((_, constant)) => Some(vec![constant.clone()]),
                None => self.constants(schemas),
            };
            if let Some(constants) = constants.filter(|it| it.len() <= MOST_VALUES) {
                view.constants.insert((*name).to_owned(), constants);
            }
        }
        view
    }

    fn items_name(&self, schema: SchemaRef<'a>) -> Option<String> {
        if let Some(key) = self.component_key(schema) {
            return Some(key.to_owned());
        }
        match schema {
            SchemaRef::Item(item) => {
                let json = super::keywords::Keywords::of(item).json_type?;
                Some(json.as_str().to_owned())
            }
            _ => None,
        }
    }
}

fn json_types(facts: &Facts<'_>) -> BTreeSet<JsonType> {
    if let Some(constants) = &facts.constants {
        return constants
            .iter()
            .map(|constant| match constant {
                Constant::Text(_) => JsonType::String,
                Constant::Number(_) => JsonType::Number,
                Constant::Boolean(_) => JsonType::Boolean,
            })
            .collect();
    }
    facts.json_type().into_iter().collect()
}

fn kind(facts: &Facts<'_>) -> &'static str {
    if let Some(constants) = &facts.constants {
        return if constants.iter().all(|it| it.as_text().is_some()) {
            "Keyword"
        } else {
            "Constant"
        };
    }
    match (facts.json_type(), facts.format) {
        (Some(JsonType::String), Some("date-time")) => "Timestamp",
        (Some(JsonType::String), Some("date")) => "Date",
        (Some(JsonType::String), Some("uuid")) => "Uuid",
        (Some(JsonType::String), Some("byte")) => "Bytes",
        (Some(JsonType::String), _) => "String",
        (Some(JsonType::Integer), _) => "Integer",
        (Some(JsonType::Number), _) => "Number",
        (Some(JsonType::Boolean), _) => "Boolean",
        (Some(JsonType::Array), _) if facts.tuple.is_some() => "Tuple",
        (Some(JsonType::Array), _) => "Array",
        (Some(JsonType::Object), _) => "Object",
        (None, _) => "Value",
    }
}

/// The property whose value tells all branches apart, one value each: the discriminator where there is one, else the
/// first of the first branch. Its values, in the order of the branches.
pub(super) fn telling_values(
    views: &[View],
    discriminator: Option<&Discriminator>,
) -> Option<Vec<String>> {
    let named = discriminator.map(|it| it.property_name.as_str());
    let mapped: Vec<String> = views
        .iter()
        .filter_map(|view| match view.mapped.as_slice() {
            [only] => Some(only.clone()),
            _ => None,
        })
        .collect();
    let first = views.first()?;
    let tells = |name: &str| {
        let mut values: Vec<String> = Vec::new();
        for view in views {
            let [only] = view.constants.get(name)?.as_slice() else {
                return None;
            };
            let text = only.to_string();
            if values.contains(&text) {
                return None;
            }
            values.push(text);
        }
        Some(values)
    };
    named
        .into_iter()
        .chain(first.constants.keys().map(String::as_str))
        .find_map(tells)
        .or_else(|| {
            let is_unique = mapped.iter().collect::<BTreeSet<_>>().len() == views.len();
            is_unique.then_some(mapped)
        })
}

/// The looks of each branch. All of them are necessary for a value of the branch, so that none is ever lost by
/// looking; where they are not sufficient, several branches are candidates.
pub(super) fn tell_apart(views: &[View], discriminator: Option<&Discriminator>) -> Vec<Vec<Look>> {
    (0..views.len())
        .filter_map(|index| Some(looks(views.get(index)?, views, index, discriminator)))
        .collect()
}

fn looks(
    view: &View,
    views: &[View],
    index: usize,
    discriminator: Option<&Discriminator>,
) -> Vec<Look> {
    let mut looks = Vec::new();
    if !view.json.is_empty() && others(views, index).any(|other| other.json != view.json) {
        looks.push(Look::Json(view.json.iter().copied().collect()));
    }
    let named = discriminator.map(|it| it.property_name.as_str());
    if let (Some(name), false) = (named, view.mapped.is_empty()) {
        let elsewhere: Vec<&String> = others(views, index).flat_map(|it| &it.mapped).collect();
        looks.push(mapped_look(view, name, &elsewhere));
    }
    for (name, values) in &view.constants {
        let is_mapped = named == Some(name) && !view.mapped.is_empty();
        let tells = values.len() == 1
            || others(views, index).any(|other| {
                other
                    .constants
                    .get(name)
                    .is_some_and(|others| !others.iter().any(|it| values.contains(it)))
            });
        if tells && !is_mapped {
            looks.push(Look::Constant {
                name: name.clone(),
                values: values.clone(),
            });
        }
    }
    let mut telling: IndexSet<&String> = IndexSet::new();
    for other in others(views, index) {
        let is_told = view.is_disjoint_by_json(other)
            || view.is_disjoint_by_constants(other)
            || (!view.mapped.is_empty() && !other.mapped.is_empty());
        if is_told || telling.iter().any(|name| !other.properties.contains(*name)) {
            continue;
        }
        let only_here = view.required.iter().find(|name| {
            !other.properties.contains(*name)
                && view.properties.contains(*name)
                && view.constants.get(*name).is_none_or(|it| it.len() != 1)
        });
        telling.extend(only_here);
    }
    looks.extend(telling.into_iter().cloned().map(Look::Has));
    looks
}

/// The look of a branch by the mapping of a discriminator; values that mean other branches are `elsewhere`, also where
/// the branch's own schema would allow them.
fn mapped_look(view: &View, name: &str, elsewhere: &[&String]) -> Look {
    let mut values: Vec<Constant> = view.mapped.iter().cloned().map(Constant::Text).collect();
    let own = view.constants.get(name).into_iter().flatten();
    values.extend(
        own.filter(|value| {
            let means = |it: &String| value.as_text() == Some(it);
            !view.mapped.iter().any(means) && !elsewhere.iter().any(|it| means(it))
        })
        .cloned(),
    );
    match values.as_slice() {
        [only] if !view.properties.contains(name) && !view.is_map => Look::Added {
            name: name.to_owned(),
            value: only.clone(),
        },
        _ => Look::Constant {
            name: name.to_owned(),
            values,
        },
    }
}
