//! `src/lib.rs`: the front page of the crate and what it exports.

use crate::OutputFile;
use crate::model::{Api, Kind, Presence};
use crate::names::{ALL_OPERATIONS, OTHER_TYPES};

use super::docs;
use super::manifest::{has_chrono, has_dates, has_uuids};
use super::runtime::{has_multipart, has_oauth2, has_pages, has_streams};
use super::structs::has_setter;
use super::{CrateModel, quick_start, servers, source_file};

use super::print::LONGEST_LINE;

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let items = r#"
#![allow(
    clippy::large_enum_variant,
    rustdoc::bare_urls,
    rustdoc::broken_intra_doc_links,
    rustdoc::private_intra_doc_links,
    rustdoc::redundant_explicit_links
)]

#[rustfmt::skip]
mod client;
OPERATIONS#[allow(unused, reason = "no API needs all of it")]
mod runtime;
SERVERSALLOW_DEPRECATED#[rustfmt::skip]
pub mod types;

EXPORT_BASE_URLpub use runtime::{
RUNTIME_ITEMS;
// Their types are part of this crate's.
pub use {RE_EXPORTS};

/// A client whose calls are futures. Cloning it is cheap, and the clones share their connections.
pub type Client = runtime::Client<Async>;

/// Settings of a [`Client`] that is to be.
pub type ClientBuilder = runtime::ClientBuilder<Async>;

/// The types behind [`Client`] and [`ClientBuilder`], generic over how calls are made.
pub mod generic {
    pub use crate::runtime::{Client, ClientBuilder};
}

/// The client whose calls wait for their answers, on the thread that makes them.
#[cfg(feature = "blocking")]
pub mod blocking {
    pub use crate::runtime::{Blocking, BodyReader};

    /// A client whose calls wait for their answers. Cloning it is cheap, and the clones share their connections.
    pub type Client = crate::runtime::Client<Blocking>;

    /// Settings of a [`Client`] that is to be.
    pub type ClientBuilder = crate::runtime::ClientBuilder<Blocking>;
}
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
        ("chrono", has_chrono(model.api)),
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
    let export_base_url = if model.api.servers.is_empty() {
        ""
    } else {
        "pub use client::BASE_URL;\n"
    };
    let servers = if servers::all(model.api).next().is_some() {
        "#[rustfmt::skip]\npub mod servers;\n"
    } else {
        ""
    };
    let items = items
        .trim_start()
        .replace("EXPORT_BASE_URL", export_base_url)
        .replace("OPERATIONS", operations)
        .replace("SERVERS", servers)
        .replace("RUNTIME_ITEMS", &exports(model.api))
        .replace("ALLOW_DEPRECATED", allow_deprecated)
        .replace("RE_EXPORTS", &re_exports.join(", "));
    source_file("src/lib.rs", &[crate_docs(model), items])
}

/// What users need of the runtime, as rustfmt would write it between braces, with the closing one.
fn exports(api: &Api) -> String {
    let mut names = vec![
        "AnyRequest",
        "Async",
        "Body",
        "BodyError",
        "BodyProblem",
        "BoxFuture",
        "Call",
        "Chunks",
        "CredentialContext",
        "CredentialError",
        "CredentialProvider",
        "Error",
        "Failure",
        "Header",
        "InputError",
        "InvalidHeader",
        "Operation",
        "Request",
        "ReqwestTransport",
        "Response",
        "RetryPolicy",
        "Secret",
        "SecretSource",
        "Sending",
        "Transport",
        "TransportError",
        "TransportErrorKind",
    ];
    if has_multipart(api) {
        names.push("File");
    }
    if has_nullable_setters(api) {
        names.push("IntoNullable");
    }
    if has_oauth2(api) {
        names.extend(["ClientCredentials", "RefreshToken", "TokenError"]);
    }
    if has_pages(api) {
        names.extend(["PageItems", "Pages", "Paginated"]);
    }
    if has_streams(api) {
        names.extend(["Event", "Events", "JsonLines", "StreamError"]);
    }
    names.sort_unstable();
    let mut text = String::new();
    let mut line = String::from("   ");
    for name in names {
        if line.len() + name.len() + 2 > LONGEST_LINE {
            text.push_str(&line);
            text.push('\n');
            line = String::from("   ");
        }
        line.push_str(&format!(" {name},"));
    }
    format!("{text}{line}\n}}")
}

/// Whether callers set properties that may be `null`.
fn has_nullable_setters(api: &Api) -> bool {
    api.types.iter().any(|(_, declaration)| {
        let Kind::Struct(item) = &declaration.kind else {
            return false;
        };
        let mut fields = item.fields.iter();
        declaration.reach.request
            && fields.any(|it| it.presence == Presence::OptionalNullable && has_setter(it))
    })
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
            "The methods of [`Client`](generic::Client) prepare a [`Call`]; [`Call::send`] gives the body of the answer,",
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
