//! What came out, document by document; as JSON it is what `--json` writes.

use serde::Serialize;

use super::generation::{Errors, Generation};
use super::measure::Cost;
use super::rustc::Findings;

/// The results of one run.
#[derive(Debug, Serialize)]
pub(super) struct Results {
    /// How the generator itself was built, which its times depend on.
    pub(super) generator_build: &'static str,
    pub(super) documents: Vec<DocumentResult>,
}

/// The result for one document.
#[derive(Debug, Serialize)]
pub(super) struct DocumentResult {
    /// The name of the file.
    pub(super) document: String,
    /// What the generation cost; `None` if it could not even be tried.
    pub(super) generate: Option<Cost>,
    #[serde(flatten)]
    pub(super) outcome: Outcome,
}

#[derive(Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Outcome {
    Refused { errors: Errors },
    Generated(Box<Built>),
}

/// A crate, and what the compiler says about it.
#[derive(Debug, Serialize)]
pub(super) struct Built {
    #[serde(flatten)]
    pub(super) generation: Generation,
    pub(super) check: Check,
    /// What rustdoc says; `None` if the crate does not compile.
    pub(super) doc: Option<Findings>,
}

/// What `cargo check` of the crate alone says and costs.
#[derive(Debug, Serialize)]
pub(super) struct Check {
    #[serde(flatten)]
    pub(super) findings: Findings,
    /// `None` if Cargo could not build what the crate depends on.
    pub(super) cost: Option<Cost>,
}

impl Results {
    pub(super) fn new() -> Self {
        Self {
            generator_build: if cfg!(debug_assertions) {
                "debug"
            } else {
                "release"
            },
            documents: Vec::new(),
        }
    }

    /// Whether every document passes.
    pub(super) fn pass(&self) -> bool {
        self.documents.iter().all(DocumentResult::passes)
    }
}

impl DocumentResult {
    pub(super) fn passes(&self) -> bool {
        match &self.outcome {
            Outcome::Refused { .. } => false,
            Outcome::Generated(built) => {
                built.check.findings.is_empty()
                    && built.doc.as_ref().is_some_and(Findings::is_empty)
            }
        }
    }
}

impl Check {
    /// Cargo did not come to check the crate.
    pub(super) fn refused(error: &str) -> Self {
        Self {
            findings: Findings::error(error),
            cost: None,
        }
    }
}
