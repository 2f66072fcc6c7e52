use std::collections::BTreeSet;

use crate::config::Choices;
use crate::diagnostics::{Pointer, Report};
use crate::model::{Api, Declaration, EnumRepr, ExtraDerive, Kind, Type, TypeId};
use crate::pattern::matches;
use crate::similar::did_you_mean;

use super::{Plain, refuse, setting};

/// Traits that types derive wherever they can, or implement otherwise.
const USUAL: [&str; 9] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Deserialize",
    "Eq",
    "Hash",
    "PartialEq",
    "Serialize",
];

/// Adds traits to types, and to those inside of them, which need them as well.
pub(super) fn add(api: &mut Api, plain: &Plain, choices: &Choices, report: &mut Report) {
    for (pattern, traits) in &choices.derives {
        let choice = setting("derive", pattern);
        let found: Vec<TypeId> = plain
            .types
            .iter()
            .filter(|(name, id)| matches(pattern, name) && is_item(plain, **id))
            .map(|(_, id)| *id)
            .collect();
        if found.is_empty() {
            refuse(
                report,
                &choice,
                None,
                format!("`{pattern}` in `derive` finds no struct or enum of the crate"),
                did_you_mean(
                    pattern,
                    plain.types.keys().map(String::as_str),
                    "types are named as the crate has them without renames; `*` stands for any text",
                ),
            );
        }
        for (index, path) in traits.iter().enumerate() {
            let choice = choice.join(index);
            let Some(derive) = read(path, pattern, &choice, report) else {
                continue;
            };
            let without = without_order(plain, choices, &derive);
            let mut selected = found.clone();
            if pattern.contains('*') {
                selected.retain(|id| !without.contains(id));
            } else if let Some(id) = found.iter().find(|id| without.contains(id)) {
                let message = format!(
                    "`{path}`, which `derive` has for `{pattern}`, cannot be derived: something in it has no order"
                );
                let help = "numbers have no total order; untyped JSON, unions, files and types of your own have none at all";
                refuse(report, &choice, plain.pointer(*id), message, help);
                continue;
            }
            for id in with_parts(plain, selected) {
                if let Some(declaration) = api.types.get_mut(id) {
                    declaration.add_derive(&derive);
                }
            }
        }
    }
}

/// The types and all that are inside of them, at any depth.
fn with_parts(plain: &Plain, mut pending: Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if found.insert(id) {
            let parts = plain.api.types.get(id).map(|it| it.kind.types());
            for part in parts.into_iter().flatten() {
                part.visit_declared(&mut |id| pending.push(id));
            }
        }
    }
    found
}

/// The types that cannot have a trait because something inside of them has no order.
fn without_order(plain: &Plain, choices: &Choices, derive: &ExtraDerive) -> BTreeSet<TypeId> {
    if matches!(derive, ExtraDerive::Other(_)) {
        return BTreeSet::new();
    }
    let types = &plain.api.types;
    let has_none = |id: TypeId, declaration: &Declaration| {
        // One of the user's own may have an order or not.
        let is_replaced = choices
            .replacements
            .keys()
            .any(|name| plain.types.get(name) == Some(&id));
        let is_unordered = |ty: &Type| matches!(ty, Type::Json | Type::File);
        let mut parts = declaration.kind.types().into_iter();
        // Values that the document does not know are untyped.
        let keeps_json = match &declaration.kind {
            Kind::Union(_) => true,
            Kind::Enum(item) => item.repr() == EnumRepr::Mixed,
            Kind::Struct(_) | Kind::Alias(_) => false,
        };
        let has_no_total_one = *derive == ExtraDerive::Ord && !declaration.derives.eq_and_hash;
        is_replaced || keeps_json || has_no_total_one || parts.any(|ty| ty.any(&is_unordered))
    };
    let mut without: BTreeSet<TypeId> = types
        .iter()
        .filter(|(id, declaration)| has_none(*id, declaration))
        .map(|(id, _)| id)
        .collect();
    loop {
        let more: Vec<TypeId> = types
            .iter()
            .filter(|(id, declaration)| {
                !without.contains(id)
                    && declaration.kind.types().into_iter().any(|ty| {
                        ty.any(&|part| matches!(part, Type::Declared(id) if without.contains(id)))
                    })
            })
            .map(|(id, _)| id)
            .collect();
        if more.is_empty() {
            return without;
        }
        without.extend(more);
    }
}

fn is_item(plain: &Plain, id: TypeId) -> bool {
    let declaration = plain.api.types.get(id);
    declaration.is_some_and(|it| !matches!(it.kind, Kind::Alias(_)))
}

fn read(path: &str, pattern: &str, choice: &Pointer, report: &mut Report) -> Option<ExtraDerive> {
    let last = path.rsplit("::").next().unwrap_or_default();
    let is_of_serde = path.starts_with("serde::") || path.starts_with("::serde::");
    if (USUAL.contains(&path) || is_of_serde) && USUAL.contains(&last) {
        let message = format!(
            "`{path}`, which `derive` has for `{pattern}`, is there already wherever it can be"
        );
        refuse(report, choice, None, message, "leave it out");
        return None;
    }
    match path {
        "PartialOrd" => Some(ExtraDerive::PartialOrd),
        "Ord" => Some(ExtraDerive::Ord),
        _ if path.contains("::") && syn::parse_str::<syn::Path>(path).is_ok() => {
            Some(ExtraDerive::Other(path.to_owned()))
        }
        _ => {
            let message = format!(
                "`{path}`, which `derive` has for `{pattern}`, is no trait that can be derived"
            );
            refuse(
                report,
                choice,
                None,
                message,
                "write `PartialOrd`, `Ord`, or the path of a derive macro, such as `schemars::JsonSchema`",
            );
            None
        }
    }
}
