use crate::diagnostics::{Code, Report};
use crate::model::{Kind, Type, TypeId, Types};

use super::graph::Circles;

/// Makes an alias that leads back to itself untyped JSON: Rust has no such type.
pub(super) fn break_circles(types: &mut Types, report: &mut Report) {
    let circles = Circles::find(types, |id| aliased(types, id));
    for id in types.ids().into_iter().filter(|id| circles.contain(*id)) {
        if let Some(declaration) = types.get_mut(id) {
            declaration.kind = Kind::Alias(Type::Json);
            report.warn(
                Code::UntypedSchema,
                &declaration.pointer,
                "a schema that only refers back to itself is not supported yet; its values are untyped JSON",
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
