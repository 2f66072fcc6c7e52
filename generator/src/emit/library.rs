//! `src/lib.rs`: the front page of the crate and what it exports.

use crate::OutputFile;

use super::docs;
use super::{CrateModel, quick_start, source_file};

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let items = r#"
#![allow(rustdoc::bare_urls, rustdoc::broken_intra_doc_links)]
#![warn(missing_docs)]

#[rustfmt::skip]
mod client;
#[rustfmt::skip]
pub mod operations;
#[allow(unused, reason = "no API needs all of it")]
mod runtime;
#[rustfmt::skip]
pub mod types;

EXPORT_BASE_URLpub use runtime::{
    Body, BodyError, BodyProblem, BoxFuture, Call, Chunks, Client, ClientBuilder, Error, Failure,
    InputError, Operation, Request, ReqwestTransport, Response, Sending, Transport, TransportError,
    TransportErrorKind,
};
// Their types are part of this crate's.
pub use {bytes, http, serde_json, url};
"#;
    let export_base_url = if model.api.base_url.is_some() {
        "pub use client::BASE_URL;\n"
    } else {
        ""
    };
    let items = items
        .trim_start()
        .replace("EXPORT_BASE_URL", export_base_url);
    source_file("src/lib.rs", &[crate_docs(model), items])
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
    lines
        .iter()
        .map(|line| format!("//! {line}").trim_end().to_owned() + "\n")
        .collect()
}
