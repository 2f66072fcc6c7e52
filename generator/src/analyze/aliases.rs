use std::collections::BTreeSet;

use crate::diagnostics::{Code, Report};
use crate::model::{Kind, Type, TypeId, Types};

/// Makes an alias that leads back to itself untyped JSON: Rust has no such type.
pub(super) fn break_circles(types: &mut Types, report: &mut Report) {
    for id in types.ids() {
        if !leads_to(types, id, id, &mut BTreeSet::new()) {
            continue;
        }
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

/// Whether the alias `from` mentions `goal`, directly or through other aliases.
fn leads_to(types: &Types, from: TypeId, goal: TypeId, seen: &mut BTreeSet<TypeId>) -> bool {
    let Some(Kind::Alias(target)) = types.get(from).map(|declaration| &declaration.kind) else {
        return false;
    };
    let mut mentioned = Vec::new();
    target.visit_declared(&mut |id| mentioned.push(id));
    mentioned
        .into_iter()
        .any(|next| next == goal || (seen.insert(next) && leads_to(types, next, goal, seen)))
}
