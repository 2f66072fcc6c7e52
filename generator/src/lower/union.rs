//! `oneOf` and `anyOf` of objects that differ by constant properties.

use openapiv3::{ReferenceOr, Schema, SchemaData};

use crate::diagnostics::Code;
use crate::model::{Kind, Step, Tag, TypeId, Union, UnionBranch};
use crate::names::{Scope, pascal_case};

use super::{Lowering, Place};

/// A branch before it is lowered: its constants tell whether the whole is a union that we can read.
struct Candidate<'a> {
    schema: &'a ReferenceOr<Schema>,
    tags: Vec<Tag>,
}

impl<'a> Lowering<'a> {
    /// Defines a union, unless no constant property has another value in every branch.
    pub(super) fn union(
        &mut self,
        id: TypeId,
        branches: &'a [ReferenceOr<Schema>],
        keyword: &str,
        data: &SchemaData,
        place: &Place,
    ) -> bool {
        let Some(candidates) = branches
            .iter()
            .map(|schema| self.candidate(schema))
            .collect::<Option<Vec<_>>>()
        else {
            return false;
        };
        let Some(tag_name) = telling_tag(&candidates, data) else {
            return false;
        };

        let mut variants = Scope::default();
        let mut lowered = Vec::new();
        for (index, candidate) in candidates.into_iter().enumerate() {
            let tag = candidate.tags.iter().find(|tag| tag.name == tag_name);
            let value = tag.map(|tag| tag.value.clone()).unwrap_or_default();
            let place = place
                .inside(id)
                .below([keyword, &index.to_string()], Step::Branch(value.clone()));
            lowered.push(UnionBranch {
                variant: variants.claim([pascal_case(&value)]),
                ty: self.schema(candidate.schema, &place),
                tags: candidate.tags,
            });
        }
        let unknown =
            variants.claim(["Unknown", "Unrecognized", "UnknownBranch"].map(str::to_owned));
        self.check_mapping(data, place);
        let union = Union {
            branches: lowered,
            unknown,
        };
        self.define(id, place, data, Kind::Union(union));
        true
    }

    /// The constants of a branch; `None` where it is no object that is known to be one.
    fn candidate(&self, schema: &'a ReferenceOr<Schema>) -> Option<Candidate<'a>> {
        let item = self.resolved(schema)?;
        if item.schema_data.nullable {
            return None;
        }
        let openapiv3::SchemaKind::Type(openapiv3::Type::Object(object)) = &item.schema_kind else {
            return None;
        };
        let tags = object
            .properties
            .iter()
            .filter(|(name, _)| object.required.contains(name))
            .filter_map(|(name, schema)| {
                Some(Tag {
                    name: name.clone(),
                    value: self.constant(schema)?,
                })
            })
            .collect();
        Some(Candidate { schema, tags })
    }

    /// A mapping can only repeat what the constants say already; another one is told.
    fn check_mapping(&mut self, data: &SchemaData, place: &Place) {
        if data
            .discriminator
            .as_ref()
            .is_some_and(|it| !it.mapping.is_empty())
        {
            self.report.warn(
                Code::IgnoredKeyword,
                &place.pointer.join_all(["discriminator", "mapping"]),
                "the branches are told apart by their constants, not by the mapping",
            );
        }
    }
}

/// The constant property that has another value in every branch: the discriminator where there is one, else the
/// first of the first branch.
fn telling_tag(candidates: &[Candidate<'_>], data: &SchemaData) -> Option<String> {
    let discriminator = data
        .discriminator
        .as_ref()
        .map(|it| it.property_name.as_str());
    let first = candidates.first()?;
    let tells = |name: &str| {
        let mut values: Vec<&str> = Vec::new();
        candidates.iter().all(|candidate| {
            let tag = candidate.tags.iter().find(|tag| tag.name == name);
            tag.is_some_and(|tag| {
                let is_new = !values.contains(&tag.value.as_str());
                values.push(&tag.value);
                is_new
            })
        })
    };
    discriminator
        .into_iter()
        .chain(first.tags.iter().map(|tag| tag.name.as_str()))
        .find(|name| tells(name))
        .map(str::to_owned)
}
