use std::collections::BTreeSet;

use crate::model::{Derives, Kind, Presence, Type, TypeId, Types};

/// Marks the traits that each type can derive.
pub(super) fn mark(types: &mut Types) {
    for id in types.ids() {
        let Some(declaration) = types.get(id) else {
            continue;
        };
        let is_open = declaration.reach.response;
        let derives = Derives {
            copy: matches!(declaration.kind, Kind::StringEnum(_)) && !is_open,
            eq_and_hash: !holds_number(types, id, &mut BTreeSet::new()),
            default: match &declaration.kind {
                // With tags, too: they are no fields.
                Kind::Struct(item) => item
                    .fields
                    .iter()
                    .all(|field| field.presence != Presence::Required),
                Kind::StringEnum(_) | Kind::Union(_) | Kind::Alias(_) => false,
            },
        };
        if let Some(declaration) = types.get_mut(id) {
            declaration.derives = derives;
        }
    }
}

/// Whether a type holds a floating-point number, which is neither `Eq` nor `Hash`.
fn holds_number(types: &Types, id: TypeId, seen: &mut BTreeSet<TypeId>) -> bool {
    if !seen.insert(id) {
        return false;
    }
    types.get(id).is_some_and(|item| {
        item.kind
            .types()
            .iter()
            .any(|ty| is_number(types, ty, seen))
    })
}

fn is_number(types: &Types, ty: &Type, seen: &mut BTreeSet<TypeId>) -> bool {
    match ty {
        Type::Number => true,
        Type::Boolean | Type::Integer(_) | Type::String | Type::Json => false,
        Type::Array(inner) | Type::Map(inner) | Type::Nullable(inner) | Type::Boxed(inner) => {
            is_number(types, inner, seen)
        }
        Type::Declared(id) => holds_number(types, *id, seen),
    }
}
