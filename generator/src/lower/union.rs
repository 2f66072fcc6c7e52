//! `oneOf` and `anyOf`.

use openapiv3::Discriminator;

use crate::diagnostics::Code;
use crate::model::{Constant, JsonType, Root, Step, Type, Union, UnionBranch};
use crate::names::{Scope, pascal_case, spelled_out};

use super::enumeration::{EnumFacts, ValueFacts};
use super::facts::{Additional, Choice, Facts, Located};
use super::keywords::{Keywords, SchemaRef};
use super::looks::View;
use super::schema::{Construct, or_null};
use super::{Lowering, Site};

/// In how many ways the branches of choices beside each other, and of choices in such branches, may be combined: each
/// way is a type.
const MOST_COMBINATIONS: usize = 1024;

/// A union before its branches are lowered.
pub(super) struct UnionFacts<'a> {
    branches: Vec<Branch<'a>>,
    discriminator: Option<&'a Discriminator>,
}

/// A branch before it is lowered.
pub(super) struct Branch<'a> {
    pub(super) located: Located<'a>,
    /// What holds of its values, with what stands beside the choice.
    pub(super) facts: Facts<'a>,
    /// Whether what stands beside the choice adds to the branch, so that it is a type of its own.
    is_extended: bool,
}

impl<'a> Lowering<'a> {
    /// The type of values of which `base` holds, and one of the branches.
    pub(super) fn choice(&mut self, site: Site, mut base: Facts<'a>, choice: Choice<'a>) -> Type {
        let is_constraint = choice.branches.iter().all(|branch| {
            matches!(branch.schema, SchemaRef::Item(item) if Keywords::of(item).is_only_required() && !item.schema_data.nullable)
        });
        if is_constraint {
            self.report.warn(
                Code::IgnoredKeyword,
                &site.place.pointer,
                "the type does not carry a choice between nothing but constraints, such as `required`",
            );
            return self.build(site, not_null(base));
        }
        let mut nullable = base.nullable;
        let combinations = combinations(&base, choice.branches.len());
        if base.combinations + base.choices.len() > 0 && combinations > MOST_COMBINATIONS {
            let what =
                format!("a choice beside others, of more than {MOST_COMBINATIONS} combinations,");
            return self.untyped(&site.place, &what);
        }
        base.combinations = base.combinations.max(1) * choice.branches.len();
        let mut branches: Vec<Branch<'a>> = Vec::new();
        for located in choice.branches {
            let is_known = branches
                .iter()
                .any(|known| known.located.schema == located.schema);
            let own = self.facts(located.schema, &located.at());
            nullable |= own.nullable;
            if own.only_null || is_known {
                continue;
            }
            // The base among its subtypes is a type of its own beside the union, which has its name.
            let is_base =
                choice.of_subtypes && self.component_key(located.schema) == self.key_of(&site);
            let is_extended = is_base || adds_to(&base, &own);
            let facts = if is_extended && !is_base {
                self.facts_with(&base, &located)
            } else {
                own
            };
            branches.push(Branch {
                located,
                facts,
                is_extended,
            });
        }
        let ty = match branches.len() {
            0 => Type::Null,
            // Another subtype may come with the next version of the document.
            1 if !choice.of_subtypes => match branches.pop() {
                Some(only) => self.only_branch(site, only),
                None => Type::Null,
            },
            _ => self.several(site, base, branches, choice.discriminator),
        };
        or_null(nullable, ty)
    }

    /// The component that a site is.
    fn key_of(&self, site: &Site) -> Option<&'a str> {
        match &site.named.root {
            Root::Component(key) => {
                let (key, _) = self.component_ids.get_key_value(key.as_str())?;
                Some(key)
            }
            _ => None,
        }
    }

    /// A choice without a choice.
    fn only_branch(&mut self, site: Site, branch: Branch<'a>) -> Type {
        let reference = self.only_reference(branch.located.schema);
        match reference.filter(|_| !branch.is_extended) {
            // That the component, or what stands beside the reference, allows `null` is said around the choice.
            Some((target, _)) => self.target(target, &branch.located.pointer()),
            None => self.build(site, not_null(branch.facts)),
        }
    }

    fn several(
        &mut self,
        site: Site,
        base: Facts<'a>,
        branches: Vec<Branch<'a>>,
        discriminator: Option<&'a Discriminator>,
    ) -> Type {
        if let Some(values) = constants(&branches) {
            return self.declare(site, base, Construct::Enum(values));
        }
        let union = UnionFacts {
            branches,
            discriminator,
        };
        self.declare(site, base, Construct::Union(union))
    }

    /// The branches with what tells them apart.
    pub(super) fn union(&mut self, union: UnionFacts<'a>) -> Union {
        let mut budget = super::looks::MOST_VIEWS;
        let views: Vec<View> = union
            .branches
            .iter()
            .map(|branch| self.view(branch, union.discriminator, &mut budget))
            .collect();
        let looks = super::looks::tell_apart(&views, union.discriminator);
        let labels = labels(&union.branches, &views, union.discriminator);
        let mut variants = Scope::default();
        let mut branches = Vec::new();
        for (((branch, looks), label), view) in union
            .branches
            .into_iter()
            .zip(looks)
            .zip(labels)
            .zip(&views)
        {
            let description = branch.facts.title().or_else(|| branch.facts.description());
            let step = Step::Branch(label.clone());
            let ty = if branch.is_extended {
                let site = Site::inline(self.types.reserve(), branch.located.inside(step));
                self.build(site, not_null(branch.facts))
            } else {
                self.inside(&branch.located, step)
            };
            let ty = match ty {
                // That the union itself can be null says it for all branches.
                Type::Nullable(inner) => *inner,
                ty => ty,
            };
            let candidates = [
                pascal_case(&label),
                pascal_case(&spelled_out(&label)),
                format!("{}{}", pascal_case(&label), view.kind_name()),
            ];
            branches.push(UnionBranch {
                pointer: branch.located.pointer(),
                variant: variants.claim(candidates),
                description,
                looks,
                ty,
            });
        }
        let unknown =
            variants.claim(["Unknown", "Unrecognized", "UnknownBranch"].map(str::to_owned));
        Union { branches, unknown }
    }
}

/// In how many ways a choice of so many branches can be made, with those around and beside it.
fn combinations(base: &Facts<'_>, branches: usize) -> usize {
    let beside = base.choices.iter().map(|choice| choice.branches.len());
    let around = base.combinations.max(1).saturating_mul(branches);
    beside.fold(around, usize::saturating_mul)
}

/// The facts of a value that is not null; that it may be is said around it.
fn not_null(mut facts: Facts<'_>) -> Facts<'_> {
    facts.nullable = false;
    facts
}

/// Whether `base` says something about the type of a value that `own` does not say already.
fn adds_to(base: &Facts<'_>, own: &Facts<'_>) -> bool {
    let has_more_properties = base
        .properties
        .keys()
        .any(|name| !own.properties.contains_key(name));
    let requires_more = base
        .required
        .iter()
        .any(|name| own.properties.contains_key(name) && !own.required.contains(name));
    let has_more = matches!(base.additional, Additional::Typed(_) | Additional::Free)
        && matches!(own.additional, Additional::Unsaid);
    // With nothing said about it, a branch is of the type that is said around it.
    let is_typed = base.json_type.is_some() && own.json_type().is_none() && own.choices.is_empty();
    has_more_properties
        || requires_more
        || has_more
        || is_typed
        || !base.items.is_empty()
        || !base.choices.is_empty()
}

/// A choice between constants is an enum; with text of any content besides, it is one that the document itself leaves
/// open.
fn constants<'a>(branches: &[Branch<'a>]) -> Option<EnumFacts<'a>> {
    let mut values = Vec::new();
    let mut is_open = false;
    for branch in branches {
        let SchemaRef::Item(item) = branch.located.schema else {
            return None;
        };
        let facts = &branch.facts;
        let Some(constants) = &facts.constants else {
            if facts.json_type() != Some(JsonType::String) || facts.format.is_some() || is_open {
                return None;
            }
            is_open = true;
            continue;
        };
        let is_one = constants.len() == 1;
        values.extend(constants.iter().map(|value| ValueFacts {
            pointer: facts.place_of(value, &branch.located.pointer()),
            value: value.clone(),
            title: item.schema_data.title.as_deref().filter(|_| is_one),
            description: item.schema_data.description.as_deref().filter(|_| is_one),
            deprecated: item.schema_data.deprecated && is_one,
        }));
    }
    let is_boolean = |it: &ValueFacts<'_>| matches!(it.value, Constant::Boolean(_));
    let is_enum = !values.is_empty() && !values.iter().all(is_boolean);
    let may_be_open = !is_open || values.iter().all(|it| it.value.as_text().is_some());
    (is_enum && may_be_open).then_some(EnumFacts {
        values,
        open: is_open,
    })
}

/// A word for each branch: the value of the property that tells them all apart, else the branch's own name, else what
/// only it has.
fn labels(
    branches: &[Branch<'_>],
    views: &[View],
    discriminator: Option<&Discriminator>,
) -> Vec<String> {
    if let Some(tags) = super::looks::telling_values(views, discriminator) {
        return tags;
    }
    let mut labels: Vec<String> = Vec::new();
    for (index, (branch, view)) in branches.iter().zip(views).enumerate() {
        let candidates = [
            view.component.clone(),
            branch.facts.title(),
            view.kind_label(views, index),
            view.own_property(views, index),
        ];
        let label = candidates
            .into_iter()
            .flatten()
            .find(|label| !labels.contains(label))
            .unwrap_or_else(|| view.kind_name().to_owned());
        labels.push(label);
    }
    labels
}
