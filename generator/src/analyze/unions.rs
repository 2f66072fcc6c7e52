use crate::diagnostics::{Code, Report};
use crate::model::{Kind, Type, TypeId, Types};

use super::graph::Circles;

/// Takes branches out of unions that lead back to the union without a property or an item in between: whoever read
/// such a value would never be done with it.
pub(super) fn drop_circles(types: &mut Types, report: &mut Report) {
    let circles = Circles::find(types, |id| branches(types, id));
    for id in types.ids().into_iter().filter(|id| circles.contain(*id)) {
        let Some(Kind::Union(item)) = types.get(id).map(|declaration| &declaration.kind) else {
            continue;
        };
        let kept: Vec<bool> = item
            .branches
            .iter()
            .map(|branch| !union(types, &branch.ty).is_some_and(|other| circles.join(id, other)))
            .collect();
        let Some(declaration) = types.get_mut(id) else {
            continue;
        };
        report.warn(
            Code::IgnoredKeyword,
            &declaration.pointer,
            "left out: a branch that is the union itself, at once or by way of another union",
        );
        if let Kind::Union(item) = &mut declaration.kind {
            let mut kept = kept.into_iter();
            item.branches.retain(|_| kept.next().unwrap_or(true));
        }
    }
}

/// The unions that are branches of a union.
fn branches(types: &Types, id: TypeId) -> Vec<TypeId> {
    match types.get(id).map(|declaration| &declaration.kind) {
        Some(Kind::Union(item)) => item
            .branches
            .iter()
            .filter_map(|branch| union(types, &branch.ty))
            .collect(),
        _ => Vec::new(),
    }
}

/// The union that a type is, by alias or `null` beside it.
fn union(types: &Types, ty: &Type) -> Option<TypeId> {
    match types.resolve(ty) {
        Type::Nullable(inner) => union(types, inner),
        Type::Declared(id) => match types.get(*id)?.kind {
            Kind::Union(_) => Some(*id),
            _ => None,
        },
        _ => None,
    }
}
