//! `src/lib.rs`: the front page of the crate and what it exports.

use crate::OutputFile;
use crate::model::{Api, Kind};
use crate::names::{ALL_OPERATIONS, OTHER_TYPES};

use super::docs;
use super::manifest::{has_dates, has_uuids};
use super::{CrateModel, quick_start, source_file};

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let items = r#"
#![allow(
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::redundant_explicit_links
)]

#[rustfmt::skip]
mod client;
OPERATIONS#[allow(unused, reason = "no API needs all of it")]
mod runtime;
ALLOW_DEPRECATED#[rustfmt::skip]
pub mod types;

EXPORT_BASE_URLpub use runtime::{
    Body, BodyError, BodyProblem, BoxFuture, Call, Chunks, Client, ClientBuilder, Error, Failure,
    InputError, Operation, Request, ReqwestTransport, Response, Sending, Transport, TransportError,
    TransportErrorKind,
};
// Their types are part of this crate's.
pub use {RE_EXPORTS};
"#;
    let operations = if model.operations.is_empty() {
        ""
    } else {
        "ALLOW_DEPRECATED#[rustfmt::skip]\npub mod operations;\n"
    };
    let allow_deprecated = if has_deprecated(model.api) {
        "#[allow(deprecated, reason = \"only users are to be warned\")]\n"
    } else {
        ""
    };
    let re_exports = [
        ("bytes", true),
        ("http", true),
        ("jiff", has_dates(model.api)),
        ("serde_json", true),
        ("url", true),
        ("uuid", has_uuids(model.api)),
    ];
    let re_exports: Vec<&str> = re_exports
        .into_iter()
        .filter_map(|(name, needed)| needed.then_some(name))
        .collect();
    let export_base_url = if model.api.base_url.is_some() {
        "pub use client::BASE_URL;\n"
    } else {
        ""
    };
    let items = items
        .trim_start()
        .replace("EXPORT_BASE_URL", export_base_url)
        .replace("OPERATIONS", operations)
        .replace("ALLOW_DEPRECATED", allow_deprecated)
        .replace("RE_EXPORTS", &re_exports.join(", "));
    source_file("src/lib.rs", &[crate_docs(model), items])
}

/// Whether the document tells users to move on from anything, which the crate itself still mentions.
fn has_deprecated(api: &Api) -> bool {
    let in_types = api.types.iter().any(|(_, declaration)| {
        declaration.deprecated
            || match &declaration.kind {
                Kind::Struct(item) => item.fields.iter().any(|field| field.deprecated),
                Kind::Enum(item) => item.values.iter().any(|value| value.deprecated),
                Kind::Union(_) | Kind::Alias(_) => false,
            }
    });
    in_types || api.operations.iter().any(|operation| operation.deprecated)
}

fn crate_docs(model: &CrateModel<'_>) -> String {
    let api = model.api;
    let mut lines = vec![format!(
        "A client of the {}, version {}.",
        docs::inline(&api.title),
        docs::inline(&api.version)
    )];
    if let Some(description) = &api.description {
        lines.push(String::new());
        lines.extend(docs::lines(description));
    }
    lines.extend(["", "# Quick start", "", "```no_run"].map(str::to_owned));
    lines.extend(quick_start::lines(model));
    lines.extend(["```", ""].map(str::to_owned));
    lines.extend(
        [
            "The methods of [`Client`] prepare a [`Call`]; [`Call::send`] gives the body of the answer,",
            "[`Call::send_with_metadata`] gives it with status and headers. What can go wrong is an [`Error`].",
        ]
        .map(str::to_owned),
    );
    lines.extend(features_docs(model));
    lines
        .iter()
        .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
        .collect()
}

/// What there is to know about the features of tags, if there are any.
fn features_docs(model: &CrateModel<'_>) -> Vec<String> {
    let Some(first) = model.features.iter().next() else {
        return Vec::new();
    };
    let mut lines = vec![
        String::new(),
        "# Cargo features".to_owned(),
        String::new(),
        "The operations of each tag of the API, with the types that only they have, are there with a feature. All are on by"
            .to_owned(),
        format!("default (`{ALL_OPERATIONS}`); a program that names those it uses instead compiles faster:"),
        format!("`default-features = false, features = [\"rustls\", \"{first}\"]`."),
        String::new(),
    ];
    lines.extend(model.features.iter().map(|name| format!("- `{name}`")));
    if model.has_other_types() {
        lines.push(format!(
            "- `{OTHER_TYPES}`: the types that no operation sends or receives; also on by default"
        ));
    }
    lines
}
