use std::collections::BTreeMap;

use crate::model::{Api, Home, Type, TypeId, Types};

/// Marks the types that only the operations of one tag reach, and those that no operation reaches. What a shared type
/// mentions is shared.
pub(super) fn mark(api: &mut Api) {
    let mut homes = Homes::default();
    for operation in &api.operations {
        let home = Home::Tag(operation.tag.clone());
        for ty in operation.types() {
            homes.reach(&api.types, ty, &home);
        }
    }
    let uncalled = api
        .uncalled
        .iter()
        .flat_map(|exchanged| exchanged.requests.iter().chain(&exchanged.responses));
    let received = api.webhooks.iter().filter_map(|it| it.body.as_ref());
    for ty in uncalled.chain(received) {
        homes.reach(&api.types, ty, &Home::NoOperation);
    }
    let unreached: Vec<TypeId> = api
        .types
        .ids()
        .into_iter()
        .filter(|id| !homes.0.contains_key(id))
        .collect();
    for id in unreached {
        homes.reach(&api.types, &Type::Declared(id), &Home::NoOperation);
    }
    for (id, home) in homes.0 {
        if let Some(declaration) = api.types.get_mut(id) {
            declaration.home = home;
        }
    }
}

/// What is known so far.
#[derive(Default)]
struct Homes(BTreeMap<TypeId, Home>);

impl Homes {
    /// Notes that `ty` is reached from `home`, and with it all that it mentions, at any depth. A type changes twice at
    /// most, from unknown to one home and from there to shared, so this ends soon.
    fn reach(&mut self, types: &Types, ty: &Type, home: &Home) {
        let mut pending = Vec::new();
        ty.visit_declared(&mut |id| pending.push((id, home.clone())));
        while let Some((id, home)) = pending.pop() {
            let home = match self.0.get(&id) {
                None => home,
                Some(known) if *known == home || *known == Home::Shared => continue,
                Some(_) => Home::Shared,
            };
            let parts = types.get(id).map(|item| item.kind.types());
            for part in parts.into_iter().flatten() {
                part.visit_declared(&mut |id| pending.push((id, home.clone())));
            }
            self.0.insert(id, home);
        }
    }
}
