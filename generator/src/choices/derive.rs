use std::collections::BTreeSet;

use crate::config::Choices;
use crate::diagnostics::{Pointer, Report};
use crate::model::{Api, Declaration, EnumRepr, ExtraDerive, Kind, Type, TypeId};
use crate::pattern::matches;
use crate::similar::did_you_mean;

use super::path::{NoPath, RustPath};
use super::{Plain, refuse, setting};

const DERIVE: &str = "derive";

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

/// Crates whose traits those are, or whose macros derive them.
const OF_USUAL: [&str; 5] = ["alloc", "core", "serde", "serde_derive", "std"];

/// Adds traits to types, and to those inside of them, which need them as well.
pub(super) fn add(api: &mut Api, plain: &Plain, choices: &Choices, report: &mut Report) {
    for (pattern, traits) in &choices.derives {
        let choice = setting("derive", pattern);
        let found: Vec<TypeId> = plain
            .types
            .iter()
            .filter(|(name, id)| matches(pattern, name) && is_item(plain, choices, **id))
            .map(|(_, id)| *id)
            .collect();
        if found.is_empty() {
            refuse_pattern(pattern, plain, choices, report);
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
                    "`{path}`, which `{DERIVE}` has for `{pattern}`, cannot be derived: something in it has no order"
                );
                let help = "numbers have no total order; untyped JSON, unions, files and types of your own have none at all";
                refuse(report, &choice, plain.pointer(*id), message, help);
                continue;
            }
            for id in with_parts(plain, choices, selected) {
                if let Some(declaration) = api.types.get_mut(id) {
                    declaration.add_derive(&derive);
                }
            }
        }
    }
}

/// Says why a pattern finds nothing that could derive a trait.
fn refuse_pattern(pattern: &str, plain: &Plain, choices: &Choices, report: &mut Report) {
    let choice = setting(DERIVE, pattern);
    let id = plain.types.get(pattern).copied();
    let pointer = id.and_then(|id| plain.pointer(id));
    if let Some(path) = choices.replacements.get(pattern) {
        let message = format!("`{pattern}` in `{DERIVE}` is `{path}` by `replace`");
        refuse(
            report,
            &choice,
            pointer,
            message,
            "derive the trait where that type is defined",
        );
        return;
    }
    let items = plain.types.iter();
    let items = items.filter(|(_, id)| is_item(plain, choices, **id));
    if let Some(id) = id {
        let declared = Type::Declared(id);
        let target = plain.api.types.resolve(&declared);
        let mut names = items.filter(|(_, id)| *target == Type::Declared(**id));
        let message = format!("`{pattern}` in `{DERIVE}` is an alias, which derives nothing");
        let help = match names.next() {
            Some((name, _)) => format!("name the type that it stands for: `{name}`"),
            None => "leave it out: it stands for no struct or enum of the crate".to_owned(),
        };
        refuse(report, &choice, pointer, message, help);
        return;
    }
    let help = did_you_mean(
        pattern,
        items.map(|(name, _)| name.as_str()),
        "types are named as the crate has them without renames; `*` stands for any text",
    );
    let message = format!("`{pattern}` in `{DERIVE}` finds no struct or enum of the crate");
    refuse(report, &choice, None, message, help);
}

/// The types and all that are inside of them, at any depth, but not inside of what is replaced.
fn with_parts(plain: &Plain, choices: &Choices, mut pending: Vec<TypeId>) -> BTreeSet<TypeId> {
    let mut found = BTreeSet::new();
    while let Some(id) = pending.pop() {
        if !plain.is_replaced(id, choices) && found.insert(id) {
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
        let is_replaced = plain.is_replaced(id, choices);
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

/// Whether it is a struct or an enum of the crate, and stays one.
fn is_item(plain: &Plain, choices: &Choices, id: TypeId) -> bool {
    let declaration = plain.api.types.get(id);
    declaration.is_some_and(|it| !matches!(it.kind, Kind::Alias(_)))
        && !plain.is_replaced(id, choices)
}

fn read(
    written: &str,
    pattern: &str,
    choice: &Pointer,
    report: &mut Report,
) -> Option<ExtraDerive> {
    let path = RustPath::parse(written);
    let message = |what: &str| format!("`{written}`, which `{DERIVE}` has for `{pattern}`, {what}");
    match path {
        Ok(path) if !path.has_crate() || OF_USUAL.contains(&path.first()) => match path.last() {
            "PartialOrd" => return Some(ExtraDerive::PartialOrd),
            "Ord" => return Some(ExtraDerive::Ord),
            last if USUAL.contains(&last) => {
                let message = message("is there already wherever it can be");
                refuse(report, choice, None, message, "leave it out");
                return None;
            }
            _ => {}
        },
        Ok(path) => return Some(ExtraDerive::Other(path.text())),
        Err(NoPath::Generic) => {
            let message = message("has arguments, which derives do not take");
            refuse(
                report,
                choice,
                None,
                message,
                "leave out what stands in angle brackets",
            );
            return None;
        }
        Err(NoPath::Other) => {}
    }
    refuse(
        report,
        choice,
        None,
        message("is no trait that can be derived"),
        "write `PartialOrd`, `Ord`, or the path of a derive macro, such as `schemars::JsonSchema`",
    );
    None
}
