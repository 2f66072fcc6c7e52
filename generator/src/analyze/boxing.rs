use std::collections::BTreeSet;

use crate::model::{Kind, Type, TypeId, Types};

/// Puts a type on the heap wherever it would contain itself by value.
pub(super) fn insert(types: &mut Types) {
    for id in types.ids() {
        let targets: Vec<bool> = match types.get(id) {
            // An alias has no size of its own: whoever uses it is boxed.
            Some(declaration) if !matches!(declaration.kind, Kind::Alias(_)) => declaration
                .kind
                .types()
                .iter()
                .map(|ty| contains(types, ty, id, &mut BTreeSet::new()))
                .collect(),
            _ => continue,
        };
        let Some(declaration) = types.get_mut(id) else {
            continue;
        };
        for (ty, contains_itself) in declaration.kind.types_mut().into_iter().zip(targets) {
            if contains_itself {
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

/// Whether a value of `ty` holds a value of `goal` without a pointer between them.
fn contains(types: &Types, ty: &Type, goal: TypeId, seen: &mut BTreeSet<TypeId>) -> bool {
    match ty {
        Type::Nullable(inner) => contains(types, inner, goal, seen),
        Type::Declared(id) if *id == goal => true,
        Type::Declared(id) => {
            seen.insert(*id)
                && types.get(*id).is_some_and(|item| {
                    item.kind
                        .types()
                        .iter()
                        .any(|ty| contains(types, ty, goal, seen))
                })
        }
        _ => false,
    }
}
