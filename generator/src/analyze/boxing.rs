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
                .filter_map(by_value)
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
            if by_value(ty).is_some_and(|inner| circles.join(id, inner)) {
                box_inside_null(ty);
            }
        }
    }
}

/// `Option<Box<T>>` rather than `Box<Option<T>>`.
fn box_inside_null(ty: &mut Type) {
    match ty {
        Type::Nullable(inner) => box_inside_null(inner),
        _ => *ty = Type::Boxed(Box::new(ty.clone())),
    }
}

/// The named type that a value holds without a pointer in between.
fn by_value(ty: &Type) -> Option<TypeId> {
    match ty {
        Type::Nullable(inner) => by_value(inner),
        Type::Declared(id) => Some(*id),
        _ => None,
    }
}
