use crate::diagnostics::{Code, Report};
use crate::model::{Additional, Kind, Struct, Type, TypeId, Types};

use super::graph::Circles;

/// Makes an alias that leads back to itself something that Rust has: a map is a struct of nothing but a map, and what is
/// left is untyped JSON.
pub(super) fn break_circles(types: &mut Types, report: &mut Report) {
    let circles = Circles::find(types, |id| aliased(types, id));
    for id in types.ids().into_iter().filter(|id| circles.contain(*id)) {
        if let Some(declaration) = types.get_mut(id)
            && let Kind::Alias(Type::Map(values)) = &declaration.kind
        {
            declaration.kind = Kind::Struct(Struct {
                tags: Vec::new(),
                fields: Vec::new(),
                additional: Some(Additional {
                    pointer: declaration.pointer.join("additionalProperties"),
                    ident: "additional_properties".to_owned(),
                    ty: values.as_ref().clone(),
                    description: None,
                }),
            });
        }
    }
    let circles = Circles::find(types, |id| aliased(types, id));
    for id in types.ids().into_iter().filter(|id| circles.contain(*id)) {
        if let Some(declaration) = types.get_mut(id) {
            declaration.kind = Kind::Alias(Type::Json);
            report.warn(
                Code::UntypedSchema,
                &declaration.pointer,
                "a schema that only refers back to itself has no type in Rust; its values are untyped JSON",
            );
        }
    }
}

/// The types that an alias mentions; nothing for other items.
fn aliased(types: &Types, id: TypeId) -> Vec<TypeId> {
    let mut mentioned = Vec::new();
    if let Some(Kind::Alias(target)) = types.get(id).map(|declaration| &declaration.kind) {
        target.visit_declared(&mut |id| mentioned.push(id));
    }
    mentioned
}
