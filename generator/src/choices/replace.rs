use std::collections::BTreeMap;

use crate::diagnostics::Report;
use crate::model::{Api, Kind, Type};

use super::path::{NoPath, RustPath};
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
        let (what, help) = match read(path) {
            Ok(ty) => {
                if let Some(declaration) = api.types.get_mut(id) {
                    declaration.kind = Kind::Alias(ty);
                }
                continue;
            }
            Err(NoPath::Generic) => (
                "has arguments, and a path stands for one type only",
                "give the type a name in a crate of yours, such as `pub type Prices = Vec<Price>`, and write its path",
            ),
            Err(NoPath::Other) => (
                "is no type that can stand for another one",
                "write the path of a type of a crate of yours, such as `my_types::Money`, `String`, or `serde_json::Value`",
            ),
        };
        let message = format!("`{path}`, which `{REPLACE}` has for `{name}`, {what}");
        let choice = setting(REPLACE, name);
        refuse(report, &choice, plain.pointer(id), message, help);
    }
}

fn read(path: &str) -> Result<Type, NoPath> {
    let path = RustPath::parse(path)?;
    match path.text().as_str() {
        "String" => Ok(Type::String),
        "serde_json::Value" => Ok(Type::Json),
        text if path.has_crate() && !OWN.contains(&path.first()) => Ok(Type::Foreign(text.into())),
        _ => Err(NoPath::Other),
    }
}
