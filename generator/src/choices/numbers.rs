use crate::diagnostics::{Pointer, Report};

use super::{Plain, refuse, setting};

const HELP: &str = "choose another name, or rename what has it, too";

/// Refuses choices by which two items are made to have one name, so that one gets a number.
pub(super) fn check(plain: &Plain, chosen: &Plain, report: &mut Report) {
    check_types(plain, chosen, report);
    check_operations(plain, chosen, report);
}

fn check_types(plain: &Plain, chosen: &Plain, report: &mut Report) {
    for id in chosen.api.types.ids() {
        let Some(name) = chosen.type_names.without_number(id) else {
            continue;
        };
        if plain.type_names.without_number(id).is_some() {
            continue;
        }
        let own = plain.type_names.get(id);
        let (other, taken) = match chosen.types.get(name).map(|id| plain.type_names.get(*id)) {
            Some(other) => (other, format!("`{other}` has it")),
            None => (own, "it means something else in Rust".to_owned()),
        };
        let message = format!("`rename` makes `{name}` of `{own}`, but {taken}");
        let choice = setting("rename.types", other);
        refuse(report, &choice, chosen.pointer(id), message, HELP);
    }
}

fn check_operations(plain: &Plain, chosen: &Plain, report: &mut Report) {
    let operations = chosen.api.operations.iter();
    let both = plain.operations.iter().zip(&chosen.operations);
    for (operation, (before, after)) in operations.zip(both) {
        for (old, new) in before.types().zip(after.types()) {
            let Some(name) = chosen.numbered.get(new) else {
                continue;
            };
            if !plain.numbered.contains_key(old) {
                refuse_type(name, &operation.id, &operation.pointer, chosen, report);
            }
        }
    }
}

/// Says that a type of an operation cannot have its name.
fn refuse_type(name: &str, id: &str, pointer: &Pointer, chosen: &Plain, report: &mut Report) {
    let mut operations = chosen.api.operations.iter().zip(&chosen.operations);
    let other = operations.find(|(_, names)| names.types().any(|other| other == name));
    let taken = match other {
        Some((other, _)) => format!("the operation `{}` has it", other.id),
        None => "the client uses it for something else".to_owned(),
    };
    let message =
        format!("`rename.operations` makes `{name}` the name of a type of `{id}`, but {taken}");
    let choice = setting("rename.operations", id);
    refuse(report, &choice, Some(pointer), message, HELP);
}
