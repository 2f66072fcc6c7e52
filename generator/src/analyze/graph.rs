//! Questions about how types contain each other, answered once for all of them.

use std::collections::BTreeMap;

use petgraph::algo::kosaraju_scc;
use petgraph::graphmap::DiGraphMap;

use crate::model::{TypeId, Types};

/// The circles that types stand in.
pub(super) struct Circles(BTreeMap<TypeId, usize>);

impl Circles {
    /// Finds the circles, where `mentioned` gives the types that a type leads to.
    pub(super) fn find(types: &Types, mentioned: impl Fn(TypeId) -> Vec<TypeId>) -> Self {
        let mut graph = DiGraphMap::<TypeId, ()>::new();
        for id in types.ids() {
            for next in mentioned(id) {
                graph.add_edge(id, next, ());
            }
        }
        let circles = kosaraju_scc(&graph)
            .into_iter()
            .enumerate()
            .filter(|(_, members)| match members.as_slice() {
                [only] => graph.contains_edge(*only, *only),
                _ => true,
            })
            .flat_map(|(circle, members)| members.into_iter().map(move |id| (id, circle)))
            .collect();
        Self(circles)
    }

    /// Whether a type leads back to itself.
    pub(super) fn contain(&self, id: TypeId) -> bool {
        self.0.contains_key(&id)
    }

    /// Whether two types stand in the same circle.
    pub(super) fn join(&self, one: TypeId, other: TypeId) -> bool {
        self.0
            .get(&one)
            .is_some_and(|circle| self.0.get(&other) == Some(circle))
    }
}
