use crate::model::{Kind, Type, TypeId, Types};

use super::graph::Circles;

/// Puts a type on the heap wherever it would contain itself by value.
pub(super) fn insert(types: &mut Types) {
    let circles = Circles::find(types, |id| {
        types.get(id).map_or_else(Vec::new, |declaration| {
            declaration
                .kind
                .types()
                .into_iter()
                .flat_map(by_value)
                .collect()
        })
    });
    for id in types.ids().into_iter().filter(|id| circles.contain(*id)) {
        let Some(declaration) = types.get_mut(id) else {
            continue;
        };
        // An alias has no size of its own: whoever uses it is boxed.
        if matches!(declaration.kind, Kind::Alias(_)) {
            continue;
        }
        for ty in declaration.kind.types_mut() {
            box_members(ty, &|inner| circles.join(id, inner));
        }
    }
}

/// Boxes the named types that `is_member` holds of; `Option<Box<T>>` rather than `Box<Option<T>>`.
fn box_members(ty: &mut Type, is_member: &impl Fn(TypeId) -> bool) {
    match ty {
        Type::Nullable(inner) => box_members(inner, is_member),
        Type::Tuple(places) => {
            for place in places {
                box_members(place, is_member);
            }
        }
        Type::Declared(id) if is_member(*id) => *ty = Type::Boxed(Box::new(ty.clone())),
        _ => {}
    }
}

/// The named types that a value holds without a pointer in between.
fn by_value(ty: &Type) -> Vec<TypeId> {
    match ty {
        Type::Nullable(inner) => by_value(inner),
        Type::Tuple(places) => places.iter().flat_map(by_value).collect(),
        Type::Declared(id) => vec![*id],
        _ => Vec::new(),
    }
}
