//! `src/runtime/`: the hand-written part, copied without its tests.

use crate::MARKER;
use crate::OutputFile;
use crate::model::{Api, EnumRepr, Kind, Type};

use super::manifest::{has as mentions, has_dates, has_uuids};

/// A file of the runtime.
struct Part {
    path: &'static str,
    text: &'static str,
    /// Whether an API needs it.
    needed: fn(&Api) -> bool,
}

macro_rules! part {
    ($path:literal) => {
        part!($path, |_| true)
    };
    ($path:literal, $needed:expr) => {
        Part {
            path: $path,
            text: include_str!(concat!("../../runtime/src/runtime/", $path)),
            needed: $needed,
        }
    };
}

const PARTS: &[Part] = &[
    part!("call.rs"),
    part!("client.rs"),
    part!("credentials.rs"),
    part!("error.rs"),
    part!("exchange.rs"),
    part!("mod.rs"),
    part!("path.rs"),
    part!("redirect.rs"),
    part!("request.rs"),
    part!("reqwest_transport.rs"),
    part!("response.rs"),
    part!("transport.rs"),
    part!("wire/base64.rs", |api| mentions(api, &Type::Bytes)),
    part!("wire/candidate.rs", has_unions),
    part!("wire/collections.rs"),
    part!("wire/constant.rs"),
    part!("wire/context.rs"),
    part!("wire/date.rs", |api| mentions(api, &Type::Date)),
    part!("wire/integer_enum.rs", |api| has_enums(
        api,
        EnumRepr::Integer
    )),
    part!("wire/look.rs", has_unions),
    part!("wire/mod.rs"),
    part!("wire/object.rs"),
    part!("wire/path.rs"),
    part!("wire/primitive.rs"),
    part!("wire/setters.rs"),
    part!("wire/string_enum.rs", |api| has_enums(api, EnumRepr::Text)),
    part!("wire/text.rs", |api| has_dates(api)
        || has_uuids(api)
        || mentions(api, &Type::Bytes)),
    part!("wire/timestamp.rs", |api| mentions(api, &Type::Timestamp)),
    part!("wire/tuple.rs", |api| api
        .mentions(&|ty| matches!(ty, Type::Tuple(_)))),
    part!("wire/union.rs", has_unions),
    part!("wire/uuid.rs", has_uuids),
    part!("wire/value_enum.rs", |api| has_enums(api, EnumRepr::Mixed)),
    part!("wire/weigh.rs", has_unions),
];

fn has_unions(api: &Api) -> bool {
    has(api, |kind| matches!(kind, Kind::Union(_)))
}

fn has_enums(api: &Api, repr: EnumRepr) -> bool {
    has(
        api,
        |kind| matches!(kind, Kind::Enum(item) if item.repr() == repr),
    )
}

fn has(api: &Api, holds: impl Fn(&Kind) -> bool) -> bool {
    api.types
        .iter()
        .any(|(_, declaration)| holds(&declaration.kind))
}

pub(super) fn files(api: &Api) -> Vec<OutputFile> {
    let (needed, left_out): (Vec<&Part>, Vec<&Part>) =
        PARTS.iter().partition(|part| (part.needed)(api));
    needed
        .into_iter()
        .map(|part| OutputFile {
            path: format!("src/runtime/{}", part.path),
            contents: format!(
                "// {MARKER} as a copy of the generator's runtime; changes by hand are lost.\n\n{}",
                without_modules(without_tests(part.text), part.path, &left_out)
            ),
        })
        .collect()
}

fn without_tests(text: &str) -> &str {
    text.split_once("\n#[cfg(test)]")
        .map_or(text, |(code, _)| code)
}

/// The text of a `mod.rs` without the lines that name modules which are left out.
fn without_modules(text: &str, path: &str, left_out: &[&Part]) -> String {
    let folder = path.strip_suffix("mod.rs").unwrap_or("-");
    let gone: Vec<&str> = left_out
        .iter()
        .filter_map(|part| part.path.strip_prefix(folder)?.strip_suffix(".rs"))
        .collect();
    let names_one = |line: &&str| {
        gone.iter().any(|name| {
            line.ends_with(&format!("mod {name};")) || line.contains(&format!("use {name}::"))
        })
    };
    text.lines()
        .filter(|line| !names_one(line))
        .map(|line| format!("{line}\n"))
        .collect()
}
