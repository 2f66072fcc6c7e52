use crate::model::{Access, Field, Kind, Presence, Reach, Type, Types};

/// Decides what `null` means for optional properties whose type is nullable, directly or through an alias: a state of
/// its own where requests reach them, the same as absence where only responses do. A required property that only the
/// other side has is optional in a type that both sides share.
pub(super) fn decide(types: &mut Types) {
    for id in types.ids() {
        let Some(declaration) = types.get(id) else {
            continue;
        };
        let Kind::Struct(item) = &declaration.kind else {
            continue;
        };
        let matters = declaration.reach.request;
        let decided: Vec<(Type, Presence)> = item
            .fields
            .iter()
            .map(
                |field| match (presence(field, declaration.reach), types.resolve(&field.ty)) {
                    (Presence::Optional, nullable @ Type::Nullable(_)) if matters => {
                        (nullable.clone(), Presence::OptionalNullable)
                    }
                    (Presence::Optional, Type::Json) if matters => {
                        (field.ty.clone(), Presence::OptionalOfAny)
                    }
                    (Presence::Optional, Type::Null) => (field.ty.clone(), Presence::OptionalOfAny),
                    (Presence::Optional, Type::Nullable(inner)) => {
                        (inner.as_ref().clone(), Presence::Optional)
                    }
                    (presence, _) => (field.ty.clone(), presence),
                },
            )
            .collect();
        if let Some(declaration) = types.get_mut(id)
            && let Kind::Struct(item) = &mut declaration.kind
        {
            for (field, (ty, presence)) in item.fields.iter_mut().zip(decided) {
                field.ty = ty;
                field.presence = presence;
            }
        }
    }
}

/// Whether a property has to be there, on the sides that a type is reached from (`readOnly` and `writeOnly`, Schema
/// Object, OpenAPI Specification 3.0.4, section 4.7.24).
fn presence(field: &Field, reach: Reach) -> Presence {
    match field.access {
        Access::ReadOnly if reach.request => Presence::Optional,
        Access::WriteOnly if reach.response => Presence::Optional,
        _ => field.presence,
    }
}
