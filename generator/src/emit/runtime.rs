//! `src/runtime/`: the hand-written part, copied without its tests.

use crate::MARKER;
use crate::OutputFile;
use crate::model::{
    AnswerFormat, Api, BodyFormat, DateLibrary, EnumRepr, Kind, SecurityKind, Type,
};

use super::manifest::{has as mentions, has_chrono, has_dates, has_uuids};

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
    part!("beside.rs"),
    part!("blocking.rs"),
    part!("body.rs"),
    part!("body_reader.rs"),
    part!("body_source.rs"),
    part!("call.rs"),
    part!("client.rs"),
    part!("clock.rs"),
    part!("clock/browser.rs"),
    part!("clock/native.rs"),
    part!("content.rs"),
    part!("credentials/basic.rs", |api| has_scheme(api, |kind| {
        *kind == SecurityKind::Basic
    })),
    part!("credentials/mod.rs"),
    part!("credentials/place.rs"),
    part!("credentials/provider.rs"),
    part!("credentials/secret.rs"),
    part!("error.rs"),
    part!("exchange.rs"),
    part!("file.rs", has_multipart),
    part!("form.rs", |api| has_body(api, |format| matches!(
        format,
        BodyFormat::Form(..)
    ))),
    part!("header.rs"),
    part!("idempotency.rs", has_idempotency_keys),
    part!("media_type.rs"),
    part!("mod.rs"),
    part!("mode.rs"),
    part!("multipart.rs", has_multipart),
    part!("oauth2.rs", has_oauth2),
    part!("oauth2/cache.rs", has_oauth2),
    part!("oauth2/endpoint.rs", has_oauth2),
    part!("operation.rs"),
    part!("pages.rs", has_pages),
    part!("pages/course.rs", has_pages),
    part!("pages/guard.rs", has_pages),
    part!("pages/link.rs", has_pages),
    part!("parameter/argument.rs"),
    part!("parameter/arguments.rs"),
    part!("parameter/cookie.rs"),
    part!("parameter/header.rs"),
    part!("parameter/mod.rs"),
    part!("parameter/path.rs"),
    part!("parameter/percent.rs"),
    part!("parameter/query.rs"),
    part!("parameter/read_header.rs"),
    part!("parameter/shape.rs"),
    part!("redirect.rs"),
    part!("request.rs"),
    part!("reqwest_transport.rs"),
    part!("reqwest_transport/browser.rs"),
    part!("reqwest_transport/native.rs"),
    part!("response.rs"),
    part!("retry.rs"),
    part!("stream/error.rs", has_streams),
    part!("stream/event.rs", has_streams),
    part!("stream/events.rs", has_streams),
    part!("stream/items.rs", has_streams),
    part!("stream/json_lines.rs", has_streams),
    part!("stream/lines.rs", has_streams),
    part!("stream/mod.rs", has_streams),
    part!("tables.rs"),
    part!("trace.rs"),
    part!("trace/silent.rs"),
    part!("trace/spans.rs"),
    part!("transport.rs"),
    part!("tries.rs"),
    part!("wire/base64.rs", |api| mentions(api, &Type::Bytes)),
    part!("wire/candidate.rs", has_unions),
    part!("wire/collections.rs"),
    part!("wire/constant.rs"),
    part!("wire/context.rs"),
    part!("wire/chrono_date.rs", |api| mentions(
        api,
        &Type::Date(DateLibrary::Chrono)
    )),
    part!("wire/chrono_timestamp.rs", |api| mentions(
        api,
        &Type::Timestamp(DateLibrary::Chrono)
    )),
    part!("wire/date.rs", |api| mentions(
        api,
        &Type::Date(DateLibrary::Jiff)
    )),
    part!("wire/foreign.rs", has_foreign),
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
        || has_chrono(api)
        || has_uuids(api)
        || mentions(api, &Type::Bytes)),
    part!("wire/timestamp.rs", |api| mentions(
        api,
        &Type::Timestamp(DateLibrary::Jiff)
    )),
    part!("wire/tuple.rs", |api| api
        .mentions(&|ty| matches!(ty, Type::Tuple(_)))),
    part!("wire/union.rs", has_unions),
    part!("wire/uuid.rs", has_uuids),
    part!("wire/value_enum.rs", |api| has_enums(api, EnumRepr::Mixed)),
    part!("wire/weigh.rs", has_unions),
];

/// Whether a request has a body of such a format.
fn has_body(api: &Api, holds: impl Fn(&BodyFormat) -> bool) -> bool {
    let bodies = api.operations.iter().filter_map(|it| it.body.as_ref());
    bodies
        .flat_map(|body| &body.contents)
        .any(|content| holds(&content.format))
}

fn has_scheme(api: &Api, holds: impl Fn(&SecurityKind) -> bool) -> bool {
    api.security_schemes
        .iter()
        .any(|scheme| holds(&scheme.kind))
}

/// Whether requests have bodies with files or parts.
pub(super) fn has_multipart(api: &Api) -> bool {
    has_body(api, |format| matches!(format, BodyFormat::Multipart(..)))
        || mentions(api, &Type::File)
}

/// Whether the client gets tokens by itself.
pub(super) fn has_oauth2(api: &Api) -> bool {
    has_scheme(api, |kind| {
        matches!(
            kind,
            SecurityKind::OAuth2 {
                client_credentials: Some(_),
                ..
            } | SecurityKind::OAuth2 {
                refresh: Some(_),
                ..
            }
        )
    })
}

/// Whether the client makes keys for requests that may be sent again.
pub(super) fn has_idempotency_keys(api: &Api) -> bool {
    api.operations
        .iter()
        .any(|operation| super::operations::idempotency_key(operation).is_some())
}

/// Whether answers are read item by item.
pub(super) fn has_streams(api: &Api) -> bool {
    api.operations
        .iter()
        .flat_map(|operation| operation.successes.iter())
        .flat_map(|answer| &answer.contents)
        .any(|content| {
            matches!(
                content.format,
                AnswerFormat::Events(..) | AnswerFormat::JsonLines(_)
            )
        })
}

/// Whether lists come in pages.
pub(super) fn has_pages(api: &Api) -> bool {
    api.operations
        .iter()
        .any(|operation| operation.pagination.is_some())
}

/// Whether anything is written or read as base64.
pub(super) fn has_base64(api: &Api) -> bool {
    mentions(api, &Type::Bytes)
        || has_oauth2(api)
        || has_scheme(api, |kind| *kind == SecurityKind::Basic)
}

fn has_foreign(api: &Api) -> bool {
    api.mentions(&|ty| matches!(ty, Type::Foreign(_)))
}

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
        .filter_map(|part| {
            let name = part.path.strip_prefix(folder)?;
            name.strip_suffix("/mod.rs").or(name.strip_suffix(".rs"))
        })
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

#[cfg(test)]
mod tests {
    use super::*;

    /// The methods of blocks whose header begins like this.
    fn methods(headers: &[&str]) -> Vec<String> {
        let mut names = Vec::new();
        for part in PARTS {
            let mut is_inside = false;
            for line in without_tests(part.text).lines() {
                if line.starts_with("impl") {
                    is_inside = headers.iter().any(|header| line.starts_with(header));
                }
                let name = line.split_once("fn ").filter(|_| is_inside);
                if let Some((_, rest)) = name
                    && line.starts_with("    ")
                    && !line.starts_with("     ")
                {
                    let end = rest.find(['(', '<']).unwrap_or(rest.len());
                    names.push(rest[..end].to_owned());
                }
            }
        }
        names
    }

    #[test]
    fn no_parameter_is_named_like_a_method_that_every_call_has() {
        let methods = methods(&["impl<O, M> Call<O, M>", "impl<O: Operation> Call<O"]);
        assert!(methods.contains(&"send_with_metadata".to_owned()));
        for name in methods {
            assert!(
                crate::lower::TAKEN_SETTERS.contains(&name.as_str()),
                "{name}"
            );
        }
    }

    #[test]
    fn no_operation_is_named_like_a_method_that_every_client_has() {
        for name in methods(&["impl<M> Client<M>"]) {
            assert!(
                crate::names::TAKEN_METHODS.contains(&name.as_str()),
                "{name}"
            );
        }
    }

    #[test]
    fn no_credential_is_named_like_a_method_that_every_builder_has() {
        for name in methods(&["impl<M> ClientBuilder<M>"]) {
            assert!(
                crate::lower::TAKEN_BUILDER_METHODS.contains(&name.as_str()),
                "{name}"
            );
        }
    }
}
