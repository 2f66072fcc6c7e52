use std::collections::{BTreeMap, BTreeSet};

use crate::config::Choices;
use crate::diagnostics::{Pointer, Report};
use crate::lower::is_taken_setter;
use crate::model::{Api, Field, Kind, Operation, Struct, Type, TypeId};
use crate::names;
use crate::similar::did_you_mean;

use super::{Plain, name, refuse, setting};

const TYPES: &str = "rename.types";
const PROPERTIES: &str = "rename.properties";
const OPERATIONS: &str = "rename.operations";

/// New names by old ones.
type Names = BTreeMap<String, String>;

/// Names types.
pub(super) fn types(api: &mut Api, plain: &Plain, wanted: &Names, report: &mut Report) {
    let kept: BTreeSet<&str> = plain.types.keys().map(String::as_str).collect();
    let kept = &kept - &wanted.keys().map(String::as_str).collect();
    let mut given: BTreeMap<&str, &str> = BTreeMap::new();
    for (old, new) in wanted {
        let Some(id) = plain.ty(old, TYPES, report) else {
            continue;
        };
        let pointer = plain.pointer(id);
        let choice = &setting(TYPES, old);
        if !name::is_type(new) {
            let message =
                format!("`{new}`, which `{TYPES}` has for `{old}`, can be no name of a type");
            let help = "write a name such as `PetKind`";
            refuse(report, choice, pointer, message, help);
            continue;
        }
        let other = given.get(new.as_str());
        if other.is_none() && !kept.contains(new.as_str()) && !names::is_taken_type(new) {
            given.insert(new, old);
            api.types.chosen.types.insert(id, new.clone());
            continue;
        }
        let message =
            format!("`{new}`, which `{TYPES}` has for `{old}`, is the name of another type");
        let help = "choose another name, or rename the other type, too";
        let refused = refuse(report, choice, pointer, message, help);
        let kept = plain.types.get(new).and_then(|id| plain.pointer(*id));
        if let Some(other) = other {
            let message = format!("`{other}` has that name here");
            refused.related_setting(&setting(TYPES, other), message);
        } else if let Some(kept) = kept {
            refused.related(kept, format!("`{new}` is made of this"));
        }
    }
}

/// Names fields. Of types that share one struct, each is named, or they would share it no longer.
pub(super) fn fields(api: &mut Api, plain: &Plain, choices: &Choices, report: &mut Report) {
    // What is changed, and the last of the choices that change it.
    let mut changed: BTreeMap<TypeId, &str> = BTreeMap::new();
    let mut named: BTreeMap<(Vec<TypeId>, String), &str> = BTreeMap::new();
    for (place, new) in &choices.field_names {
        let Some((id, property)) = property(place, plain, choices, report) else {
            continue;
        };
        let same = plain.same(id);
        if let Some(other) = named.insert((same.clone(), property.clone()), place) {
            refuse_second(
                PROPERTIES,
                other,
                place,
                "property",
                plain.pointer(id),
                report,
            );
            continue;
        }
        if !name::is_value(new) {
            let message = format!(
                "`{new}`, which `{PROPERTIES}` has for `{place}`, can be no name of a field"
            );
            refuse(
                report,
                &setting(PROPERTIES, place),
                plain.pointer(id),
                message,
                "write a name such as `pet_kind`",
            );
            continue;
        }
        for id in same {
            if let Some(Kind::Struct(item)) = api.types.get_mut(id).map(|it| &mut it.kind) {
                rename_field(item, &property, new);
                changed.insert(id, place);
            }
        }
    }
    for (id, place) in changed {
        let Some(declaration) = api.types.get(id) else {
            continue;
        };
        if let Kind::Struct(item) = &declaration.kind
            && let Some(twice) = twice(item)
        {
            let message =
                format!("`{PROPERTIES}` makes two fields or setters of one type `{twice}`");
            let mut refused = refuse(
                report,
                &setting(PROPERTIES, place),
                Some(&declaration.pointer),
                message,
                "choose another name, or rename the other property, too",
            );
            let is_one = |field: &&Field| field.ident == twice || field.setter == twice;
            for field in item.fields.iter().filter(is_one) {
                refused = refused.related(&field.pointer, format!("`{}` is here", field.name));
            }
        }
    }
}

/// Says that two entries of a table name one item, of which neither can win.
fn refuse_second(
    table: &str,
    first: &str,
    second: &str,
    item: &str,
    pointer: Option<&Pointer>,
    report: &mut Report,
) {
    let message = format!("`{first}` and `{second}` in `{table}` are one {item}");
    let help = "leave one of them out";
    refuse(report, &setting(table, second), pointer, message, help)
        .related_setting(&setting(table, first), "the other one is here");
}

/// The struct and the property that `Type.property` names.
fn property(
    place: &str,
    plain: &Plain,
    choices: &Choices,
    report: &mut Report,
) -> Option<(TypeId, String)> {
    let choice = setting(PROPERTIES, place);
    let Some((ty, property)) = place.split_once('.') else {
        let message = format!("`{place}` in `{PROPERTIES}` names no property");
        refuse(
            report,
            &choice,
            None,
            message,
            "write the type, a dot and the property: `Pet.petKind`",
        );
        return None;
    };
    let id = plain.ty_of(ty, PROPERTIES, &choice, report)?;
    let types = &plain.api.types;
    let target = match types.resolve(&Type::Declared(id)) {
        Type::Declared(target) => Some(*target),
        _ => None,
    };
    if [Some(id), target]
        .into_iter()
        .flatten()
        .any(|id| plain.is_replaced(id, choices))
    {
        let message = format!("`{place}` in `{PROPERTIES}` is of a type that `replace` replaces");
        let help = "leave one of the two out";
        refuse(report, &choice, plain.pointer(id), message, help)
            .related_setting(&setting("replace", ty), "it is replaced here");
        return None;
    }
    let declaration = target.and_then(|target| types.get(target));
    let Some(Kind::Struct(item)) = declaration.map(|declaration| &declaration.kind) else {
        let message = format!("`{ty}` in `{PROPERTIES}` is no struct");
        refuse(
            report,
            &choice,
            plain.pointer(id),
            message,
            "only properties of structs have names",
        );
        return None;
    };
    if item.fields.iter().any(|field| field.name == property) {
        return Some((id, property.to_owned()));
    }
    let message = if item.tags.iter().any(|tag| tag.name == property) {
        format!(
            "`{property}` in `{PROPERTIES}` is no field of `{ty}`, because it has one value only"
        )
    } else {
        format!("`{ty}` has no property `{property}`, which `{PROPERTIES}` names")
    };
    let names = item.fields.iter().map(|field| field.name.as_str());
    let help = did_you_mean(
        property,
        names,
        "properties are named as the document has them",
    );
    refuse(report, &choice, plain.pointer(id), message, help);
    None
}

fn rename_field(item: &mut Struct, property: &str, new: &str) {
    for field in item.fields.iter_mut().filter(|it| it.name == property) {
        new.clone_into(&mut field.ident);
        field.setter = if is_taken_setter(new) {
            format!("set_{new}")
        } else {
            new.to_owned()
        };
    }
}

/// A name that two fields, or two setters, have.
fn twice(item: &Struct) -> Option<&str> {
    let additional = item.additional.iter().map(|it| it.ident.as_str());
    let mut idents = BTreeSet::new();
    let mut setters = BTreeSet::new();
    let mut fields = item.fields.iter();
    fields
        .find_map(|field| {
            let is_new =
                idents.insert(field.ident.as_str()) && setters.insert(field.setter.as_str());
            (!is_new).then_some(field.ident.as_str())
        })
        .or_else(|| additional.into_iter().find(|ident| !idents.insert(ident)))
}

/// Names methods, and with them what is named after their operations.
pub(super) fn methods(api: &mut Api, plain: &Plain, wanted: &Names, report: &mut Report) {
    let renamed = renamed(&api.operations, plain, wanted, report);
    let mut taken: BTreeMap<&str, Option<&Pointer>> = names::TAKEN_METHODS
        .iter()
        .map(|name| (*name, None))
        .collect();
    let kept = api.operations.iter().zip(&plain.operations);
    taken.extend(
        kept.filter(|(operation, _)| !renamed.contains_key(operation.id.as_str()))
            .map(|(operation, names)| (names.method.as_str(), Some(&operation.pointer))),
    );
    for operation in &api.operations {
        let Some((key, new)) = renamed.get(operation.id.as_str()) else {
            continue;
        };
        let Some(other) = taken.insert(new, Some(&operation.pointer)) else {
            let chosen = &mut api.types.chosen.methods;
            chosen.insert(operation.id.clone(), (*new).to_owned());
            continue;
        };
        let message = format!(
            "`{new}`, which `{OPERATIONS}` has for `{}`, is the name of another method",
            operation.id
        );
        let refused = refuse(
            report,
            &setting(OPERATIONS, key),
            Some(&operation.pointer),
            message,
            "choose another name, or rename the other operation, too",
        );
        if let Some(other) = other {
            refused.related(other, format!("`{new}` is made of this"));
        }
    }
}

/// The key and the new name of each choice that names an operation, by the ids of these.
fn renamed<'a>(
    operations: &'a [Operation],
    plain: &Plain,
    wanted: &'a Names,
    report: &mut Report,
) -> BTreeMap<&'a str, (&'a str, &'a str)> {
    let mut renamed: BTreeMap<&str, (&str, &str)> = BTreeMap::new();
    let mut named: BTreeMap<&str, &str> = BTreeMap::new();
    for (key, new) in wanted {
        let Some(operation) = operations.iter().find(|it| is_called(it, key)) else {
            refuse_operation(key, plain, report);
            continue;
        };
        if let Some(other) = named.insert(&operation.id, key) {
            let pointer = Some(&operation.pointer);
            refuse_second(OPERATIONS, other, key, "operation", pointer, report);
        } else if !name::is_value(new) {
            let message = format!(
                "`{new}`, which `{OPERATIONS}` has for `{key}`, can be no name of a method"
            );
            refuse(
                report,
                &setting(OPERATIONS, key),
                Some(&operation.pointer),
                message,
                "write a name such as `list_pets`",
            );
        } else {
            renamed.insert(&operation.id, (key, new));
        }
    }
    renamed
}

/// Says that an entry names no operation.
fn refuse_operation(key: &str, plain: &Plain, report: &mut Report) {
    let operations = plain.api.operations.iter();
    let names: Vec<String> = match key.split_once(' ') {
        Some(_) => operations.map(method_and_path).collect(),
        None => operations.map(|it| it.id.clone()).collect(),
    };
    let help = did_you_mean(
        key,
        names.iter().map(String::as_str),
        "operations are named by their ids, or by `METHOD /path`",
    );
    let message = format!("`{key}` in `{OPERATIONS}` is no operation that can be called");
    refuse(report, &setting(OPERATIONS, key), None, message, help);
}

fn is_called(operation: &Operation, key: &str) -> bool {
    // As `operations` reads it, methods can be written in either case.
    let is_its_path = key.split_once(' ').is_some_and(|(method, path)| {
        method.eq_ignore_ascii_case(operation.method.as_str()) && path == operation.path
    });
    operation.id == key || is_its_path
}

fn method_and_path(operation: &Operation) -> String {
    format!("{} {}", operation.method.as_str(), operation.path)
}
