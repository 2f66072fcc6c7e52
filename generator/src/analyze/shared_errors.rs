//! Error bodies that are equal in shape share one struct; the other names become aliases.

use std::collections::BTreeSet;

use crate::model::{AnswerFormat, Api, Kind, Root, Struct, Type, TypeId, Types};

/// How many pairs of items two bodies may have for us to find out whether they are equal.
const MOST_PAIRS: usize = 256;

/// Makes each error body that equals an earlier one an alias of it.
pub(super) fn share(api: &mut Api) {
    let mut kept: Vec<TypeId> = Vec::new();
    for id in error_bodies(api) {
        match kept
            .iter()
            .find(|earlier| same_shape(&api.types, **earlier, id))
        {
            Some(earlier) => {
                let earlier = *earlier;
                if let Some(declaration) = api.types.get_mut(id) {
                    declaration.kind = Kind::Alias(Type::Declared(earlier));
                }
            }
            None => kept.push(id),
        }
    }
    prefer_names_of_the_document(api);
}

/// The structs that are the body of an error and nothing that is sent, in document order.
fn error_bodies(api: &Api) -> Vec<TypeId> {
    let mut ids: Vec<TypeId> = api
        .operations
        .iter()
        .flat_map(|operation| &operation.failures)
        .flat_map(|failure| &failure.contents)
        .filter_map(|content| match content.format.ty()? {
            Type::Declared(id) => Some(*id),
            _ => None,
        })
        .filter(|id| {
            api.types.get(*id).is_some_and(|declaration| {
                matches!(declaration.kind, Kind::Struct(_)) && !declaration.reach.request
            })
        })
        .collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// An inline body needs no name beside the one that it shares.
fn prefer_names_of_the_document(api: &mut Api) {
    for operation in &mut api.operations {
        let failures = operation.failures.iter_mut();
        for content in failures.flat_map(|failure| &mut failure.contents) {
            let AnswerFormat::Json(Type::Declared(id)) = &content.format else {
                continue;
            };
            let is_inline = api
                .types
                .get(*id)
                .is_some_and(|declaration| matches!(declaration.origin.root, Root::Operation(_)));
            let resolved = api.types.resolve(&Type::Declared(*id)).clone();
            if is_inline && resolved != Type::Declared(*id) {
                content.format = AnswerFormat::Json(resolved);
            }
        }
    }
    for id in api.types.ids() {
        let is_left_over = api.types.get(id).is_some_and(|declaration| {
            matches!(declaration.kind, Kind::Alias(_))
                && matches!(declaration.origin.root, Root::Operation(_))
        });
        if is_left_over {
            api.types.remove(id);
        }
    }
}

/// Whether two items are read and written alike.
fn same_shape(types: &Types, left: TypeId, right: TypeId) -> bool {
    same_item(types, left, right, &mut BTreeSet::new())
}

fn same_item(
    types: &Types,
    left: TypeId,
    right: TypeId,
    pairs: &mut BTreeSet<(TypeId, TypeId)>,
) -> bool {
    // A pair that was met before is equal, or the comparison ends as unequal elsewhere.
    if left == right || pairs.contains(&(left, right)) {
        return true;
    }
    if pairs.len() > MOST_PAIRS {
        return false;
    }
    let (Some(left_item), Some(right_item)) = (types.get(left), types.get(right)) else {
        return false;
    };
    pairs.insert((left, right));
    match (&left_item.kind, &right_item.kind) {
        (Kind::Struct(left), Kind::Struct(right)) => same_struct(types, left, right, pairs),
        (Kind::Enum(left), Kind::Enum(right)) => {
            left.values == right.values && left.open == right.open
        }
        (Kind::Alias(left), Kind::Alias(right)) => same_type(types, left, right, pairs),
        _ => false,
    }
}

fn same_struct(
    types: &Types,
    left: &Struct,
    right: &Struct,
    pairs: &mut BTreeSet<(TypeId, TypeId)>,
) -> bool {
    let same_additional = match (&left.additional, &right.additional) {
        (None, None) => true,
        (Some(left), Some(right)) => same_type(types, &left.ty, &right.ty, pairs),
        _ => false,
    };
    same_additional
        && left.tags == right.tags
        && left.fields.len() == right.fields.len()
        && left.fields.iter().zip(&right.fields).all(|(left, right)| {
            left.name == right.name
                && left.presence == right.presence
                && same_type(types, &left.ty, &right.ty, pairs)
        })
}

fn same_type(
    types: &Types,
    left: &Type,
    right: &Type,
    pairs: &mut BTreeSet<(TypeId, TypeId)>,
) -> bool {
    match (left, right) {
        (Type::Declared(left), Type::Declared(right)) => same_item(types, *left, *right, pairs),
        (Type::Array(left), Type::Array(right))
        | (Type::Map(left), Type::Map(right))
        | (Type::Nullable(left), Type::Nullable(right)) => same_type(types, left, right, pairs),
        (left, right) => left == right,
    }
}
