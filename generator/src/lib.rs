//! Turns an OpenAPI document into the source files of a Rust client crate.
//!
//! The stages, one type at each boundary:
//!
//! ```text
//! bytes ──source──▶ Source (JSON value and positions) ──overlay, filter──▶ Source
//!       ──normalize──▶ value in OpenAPI 3.0 form ──openapiv3──▶ OpenAPI ──lower──▶ Api
//!       ──choices──▶ Api ──analyze──▶ Api ──names, emit──▶ Vec<OutputFile>
//! ```
//!
//! The second step is [`Edits::apply`], for those who want changes of the document; [`generate`] takes what it gives.
//! Nothing here touches disk or network: [`Source::read`] takes bytes, [`generate`] returns file contents.

#![cfg_attr(
    test,
    allow(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::unwrap_used
    )
)]

mod analyze;
mod calls;
mod choices;
mod compare;
mod config;
mod deep_stack;
mod diagnostics;
mod document_url;
mod edits;
mod emit;
mod explanations;
mod filter;
mod items;
mod lower;
mod model;
mod names;
mod normalize;
mod overlay;
mod pattern;
mod places;
mod similar;
mod source;

use emit::Emitted;
use model::Api;

pub use calls::{CallArgument, CallBody, CallContent, CredentialSetter, OperationCall};
pub use compare::{
    Change, Compared, Comparison, ItemChange, ItemFate, NotComparable, Rule, SourceCode, Wire,
    compare,
};
pub use config::{
    ByteFormat, Choices, Config, CrateRequirement, DateFormat, Formats, InvalidPackageName,
    PackageName, PageSteps, PaginationRule, TagFeatures, UuidFormat,
};
pub use diagnostics::{Code, Diagnostic, Pointer, Related, Report, Severity, Within};
pub use document_url::DocumentUrl;
pub use edits::{EditError, Edited, Edits};
pub use filter::{OperationFilter, OperationPattern};
pub use items::{ItemKind, ItemOrigin, RustItem};
pub use names::{ALL_OPERATIONS, FEATURES};
pub use overlay::Overlay;
pub use similar::similar;
pub use source::{
    Excerpt, FileLocation, FilePlace, Format, Loader, NotOpenApi, Position, ReferenceLimit,
    ReferenceProblem, Source, SourceError, Spot,
};

/// Word that the first line of every generated file carries, by which tools tell it from a hand-written one.
pub const MARKER: &str = "@generated";

/// What [`generate`] made of a document.
#[derive(Debug, Clone)]
pub struct Generated {
    /// The files of the crate, sorted by path.
    pub files: Vec<OutputFile>,
    /// What the document asks for and the crate does not do, and how many types fell back to untyped JSON.
    pub report: Report,
    /// The Rust type of each schema of the document, by its place.
    pub schemas: Vec<SchemaType>,
    /// The operations that the crate can call, in document order.
    pub operations: Vec<OperationCall>,
    /// The credentials that the client's builder can be given.
    pub credentials: Vec<CredentialSetter>,
    /// The Rust items that come from the document, and from where: types, then operations, then the rest. All items of
    /// the crate are in [`Generated::all_items`].
    pub items: Vec<RustItem>,
    /// How many operations of the document the crate cannot call; each has its warning.
    pub skipped_operations: usize,
}

impl Generated {
    /// The items, and behind them those that the generator adds to what comes from the document. The files are read for
    /// them, as a comparison reads them.
    #[must_use]
    pub fn all_items(&self) -> Vec<RustItem> {
        items::complete(&self.items, &self.files)
    }
}

/// A schema of the document and the Rust type that was made of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SchemaType {
    /// The schema.
    pub pointer: Pointer,
    /// The type as code beside the crate's modules writes it: `Vec<types::Pet>`.
    pub rust: String,
    /// Whether requests can have it; `null` and absence differ only there.
    pub sent: bool,
}

/// One file of a generated crate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputFile {
    /// Path below the folder of the crate, with `/` between its parts.
    pub path: String,
    /// The whole text; its first line carries [`MARKER`].
    pub contents: String,
}

/// Generates the client crate of a document.
///
/// # Errors
///
/// The report holds at least one [`Severity::Error`] when no crate can be made of the document: a version of
/// OpenAPI that is not supported, or nothing in it that could be called. Lesser findings come with the result.
pub fn generate(source: &Source, config: &Config) -> Result<Generated, Report> {
    deep_stack::with_deep_stack(|| generate_here(source, config))
        .unwrap_or_else(|error| Err(deep_stack::no_thread(&error)))
}

fn generate_here(source: &Source, config: &Config) -> Result<Generated, Report> {
    let mut report = Report::default();
    let Some(api) = model(source, config, &mut report).filter(|_| !report.has_errors()) else {
        return Err(report);
    };
    let Emitted {
        files,
        schemas,
        operations,
        credentials,
        items,
    } = emit::emit(&api, config);
    Ok(Generated {
        files,
        report,
        schemas,
        operations,
        credentials,
        items,
        skipped_operations: api.uncalled.len(),
    })
}

/// The finished model of a document. Where the report has an error, no crate is to be made of it; `None` where there is not
/// even a model.
fn model(source: &Source, config: &Config, report: &mut Report) -> Option<Api> {
    let openapi = normalize::normalize(source.value(), report)?;
    let mut api = lower::lower(&openapi, config, report);
    choices::apply(&mut api, config, report);
    analyze::analyze(&mut api, &config.pagination, report);
    places::settle(&mut api, source.value());
    if api.operations.is_empty() && api.types.is_empty() {
        let paths = Pointer::root().join("paths");
        let has_paths = source.value().pointer(paths.as_str()).is_some();
        report.error(
            Code::InvalidDocument,
            &if has_paths { paths } else { Pointer::root() },
            "the document has no operation that can be called, and no schema",
            "add an operation to a path; where there are some, the warnings say why they were left out",
        );
    }
    Some(api)
}
