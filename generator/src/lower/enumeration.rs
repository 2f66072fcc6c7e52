//! `enum`, and choices between constants that amount to one.

use indexmap::IndexSet;

use crate::diagnostics::Pointer;
use crate::model::{Constant, Enum, EnumValue};
use crate::names::{Scope, pascal_case, spelled_out};

use super::facts::Facts;
use super::{Lowering, Site};

/// The values of an enum before they have names.
pub(super) struct EnumFacts<'a> {
    pub(super) values: Vec<ValueFacts<'a>>,
    /// Whether the document allows other values of the same kind.
    pub(super) open: bool,
}

/// A value and what is said about it.
pub(super) struct ValueFacts<'a> {
    pub(super) pointer: Pointer,
    pub(super) value: Constant,
    pub(super) title: Option<&'a str>,
    pub(super) description: Option<&'a str>,
    pub(super) deprecated: bool,
}

impl EnumFacts<'_> {
    /// Values of which nothing else is said.
    pub(super) fn plain(constants: &[Constant], facts: &Facts<'_>, site: &Site) -> Self {
        let mut places = facts.places();
        let otherwise = &site.place.pointer;
        let values = constants.iter().map(|value| ValueFacts {
            pointer: places
                .swap_remove(value)
                .unwrap_or_else(|| otherwise.clone()),
            value: value.clone(),
            title: None,
            description: None,
            deprecated: false,
        });
        Self {
            values: values.collect(),
            open: false,
        }
    }
}

/// Extensions in wide use that name the values of an enum, or describe them, in their order.
const NAMES: &[&str] = &["x-enum-varnames", "x-enumNames", "x-enum-names"];
const DESCRIPTIONS: &[&str] = &["x-enum-descriptions", "x-enumDescriptions"];

impl<'a> Lowering<'a> {
    /// The values with their variants.
    pub(super) fn enumeration(
        &mut self,
        facts: EnumFacts<'a>,
        site: &Site,
        schema: &Facts<'a>,
    ) -> Enum {
        let names = listed(schema, NAMES, facts.values.len());
        let descriptions = listed(schema, DESCRIPTIONS, facts.values.len());
        let mut scope = Scope::default();
        let mut values: Vec<EnumValue> = Vec::new();
        let mut seen = IndexSet::new();
        for (index, it) in facts.values.iter().enumerate() {
            if !seen.insert(&it.value) {
                continue;
            }
            let text = it.value.to_string();
            let given = it.title.or(names.get(index).copied()).map(pascal_case);
            let variant = scope.claim(
                given
                    .into_iter()
                    .chain([pascal_case(&text), pascal_case(&spelled_out(&text))]),
            );
            values.push(EnumValue {
                pointer: it.pointer.clone(),
                value: it.value.clone(),
                variant,
                description: it
                    .description
                    .or(descriptions.get(index).copied())
                    .map(str::to_owned),
                deprecated: it.deprecated,
            });
        }
        let unknown = scope.claim(["Unknown", "Unrecognized", "UnknownValue"].map(str::to_owned));
        let default = schema
            .annotation(|data| data.default.as_ref())
            .and_then(Constant::from_json);
        let default = default.and_then(|default| {
            let found = values.iter().find(|it| it.value == default);
            if found.is_none() && !facts.open {
                self.ignored(
                    &site.place,
                    &format!("the default `{default}`, which is none of its values"),
                );
            }
            found.map(|it| it.variant.clone())
        });
        Enum {
            values,
            unknown,
            open: facts.open,
            default,
        }
    }
}

/// The texts of the first extension that has one for each value.
fn listed<'a>(schema: &Facts<'a>, extensions: &[&str], count: usize) -> Vec<&'a str> {
    extensions
        .iter()
        .find_map(|name| {
            let list = schema.annotation(|data| data.extensions.get(*name)?.as_array())?;
            let texts: Vec<&str> = list.iter().filter_map(|text| text.as_str()).collect();
            (texts.len() == count && list.len() == count).then_some(texts)
        })
        .unwrap_or_default()
}
