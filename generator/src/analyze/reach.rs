use std::collections::BTreeSet;

use crate::model::{Api, Reach, Root, Type, TypeId, Types};

/// Removes inline types that nothing mentions.
pub(super) fn remove_left_over(api: &mut Api) {
    let mut needed = BTreeSet::new();
    let components: Vec<Type> = api
        .types
        .iter()
        .filter(|(_, declaration)| matches!(declaration.origin.root, Root::Component(_)))
        .map(|(id, _)| Type::Declared(id))
        .collect();
    needed.extend(closure(&api.types, components.iter().collect()));
    let (requests, responses) = roots(api);
    needed.extend(closure(&api.types, requests));
    needed.extend(closure(&api.types, responses));
    for id in api.types.ids() {
        if !needed.contains(&id) {
            api.types.remove(id);
        }
    }
}

/// The types that requests and responses are.
fn roots(api: &Api) -> (Vec<&Type>, Vec<&Type>) {
    let mut requests = Vec::new();
    let mut responses = Vec::new();
    for operation in &api.operations {
        requests.extend(operation.sent());
        responses.extend(operation.received());
    }
    for exchanged in &api.uncalled {
        requests.extend(&exchanged.requests);
        responses.extend(&exchanged.responses);
    }
    responses.extend(api.webhooks.iter().filter_map(|it| it.body.as_ref()));
    (requests, responses)
}

/// Marks from where each type is reached. One that no operation mentions counts as reached from both sides: whoever
/// uses it may read or write it.
pub(super) fn mark(api: &mut Api) {
    let (requests, responses) = roots(api);
    let mut request = closure(&api.types, requests);
    let mut response = closure(&api.types, responses);

    let unreached: Vec<Type> = api
        .types
        .ids()
        .into_iter()
        .filter(|id| !request.contains(id) && !response.contains(id))
        .map(Type::Declared)
        .collect();
    let unreached = closure(&api.types, unreached.iter().collect());
    request.extend(&unreached);
    response.extend(&unreached);

    for id in api.types.ids() {
        if let Some(declaration) = api.types.get_mut(id) {
            declaration.reach = Reach {
                request: request.contains(&id),
                response: response.contains(&id),
            };
        }
    }
}

/// All types that `roots` mention, at any depth.
pub(super) fn closure(types: &Types, roots: Vec<&Type>) -> BTreeSet<TypeId> {
    let mut seen = BTreeSet::new();
    let mut pending = Vec::new();
    for root in roots {
        root.visit_declared(&mut |id| pending.push(id));
    }
    while let Some(id) = pending.pop() {
        if seen.insert(id)
            && let Some(declaration) = types.get(id)
        {
            for ty in declaration.kind.types() {
                ty.visit_declared(&mut |id| pending.push(id));
            }
        }
    }
    seen
}
