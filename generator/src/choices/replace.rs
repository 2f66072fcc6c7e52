use std::collections::BTreeMap;

use crate::diagnostics::Report;
use crate::model::{Api, Kind, Type};

use super::{Plain, refuse, setting};

const REPLACE: &str = "replace";

/// Crates whose types the runtime has ways of its own for, and those that no other crate can be.
const OWN: [&str; 11] = [
    "alloc",
    "bytes",
    "chrono",
    "core",
    "crate",
    "jiff",
    "self",
    "serde_json",
    "std",
    "super",
    "uuid",
];

/// Makes other names of the user's own types out of types of the document.
pub(super) fn replace(
    api: &mut Api,
    plain: &Plain,
    wanted: &BTreeMap<String, String>,
    report: &mut Report,
) {
    for (name, path) in wanted {
        let Some(id) = plain.ty(name, REPLACE, report) else {
            continue;
        };
        let Some(ty) = read(path) else {
            let message = format!(
                "`{path}`, which `{REPLACE}` has for `{name}`, is no type that can stand for another one"
            );
            refuse(
                report,
                &setting(REPLACE, name),
                plain.pointer(id),
                message,
                "write the path of a type of a crate of yours, such as `my_types::Money`, `String`, or `serde_json::Value`",
            );
            continue;
        };
        if let Some(declaration) = api.types.get_mut(id) {
            declaration.kind = Kind::Alias(ty);
        }
    }
}

fn read(path: &str) -> Option<Type> {
    match path {
        "String" => return Some(Type::String),
        "serde_json::Value" => return Some(Type::Json),
        _ => {}
    }
    let parsed: syn::Path = syn::parse_str(path).ok()?;
    let first = parsed.segments.first()?.ident.to_string();
    let is_plain = parsed.segments.iter().all(|it| it.arguments.is_none());
    let is_foreign = parsed.segments.len() > 1 && !OWN.contains(&first.as_str());
    (is_plain && is_foreign).then(|| Type::Foreign(path.into()))
}
