use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Derives, Kind, Presence, Type, TypeId, Types};

/// Marks the traits that each type can derive.
pub(super) fn mark(types: &mut Types) {
    let without_eq = without_eq(types);
    for id in types.ids() {
        let Some(declaration) = types.get(id) else {
            continue;
        };
        let is_received = declaration.reach.response;
        let derives = Derives {
            copy: matches!(&declaration.kind, Kind::Enum(item) if !item.open && !is_received),
            eq_and_hash: !without_eq.contains(&id),
            default: match &declaration.kind {
                // With tags, too: they are no fields.
                Kind::Struct(item) => item
                    .fields
                    .iter()
                    .all(|field| field.presence != Presence::Required),
                Kind::Enum(item) => item.default.is_some(),
                Kind::Union(_) | Kind::Alias(_) => false,
            },
        };
        if let Some(declaration) = types.get_mut(id) {
            declaration.derives = derives;
        }
    }
}

/// The types that hold a floating-point number, a file or a type of the user's own at any depth: these are neither `Eq` nor `Hash`.
fn without_eq(types: &Types) -> BTreeSet<TypeId> {
    let mut users: BTreeMap<TypeId, Vec<TypeId>> = BTreeMap::new();
    let mut pending = Vec::new();
    for (id, declaration) in types.iter() {
        for ty in declaration.kind.types() {
            ty.visit_declared(&mut |used| users.entry(used).or_default().push(id));
            if ty.any(&|ty| matches!(ty, Type::Number | Type::File | Type::Foreign(_))) {
                pending.push(id);
            }
        }
    }
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            pending.extend(users.get(&id).into_iter().flatten());
        }
    }
    found
}
