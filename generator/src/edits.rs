//! What is made of a document before anything is read from it: overlays, then the choice of operations.

use std::fmt;

use crate::deep_stack;
use crate::diagnostics::Report;
use crate::filter::OperationFilter;
use crate::overlay::Overlay;
use crate::source::{Source, SourceError};

/// Changes of a document that its user wants.
///
/// They turn one [`Source`] into another, so that everything that takes one sees the same document, and its places are
/// those where each part came from: the document, or an overlay.
#[derive(Debug, Clone, Default)]
pub struct Edits {
    /// In the order in which they are applied.
    pub overlays: Vec<Overlay>,
    /// Which operations are kept; applied after the overlays.
    pub operations: OperationFilter,
}

impl Edits {
    /// The document with the changes.
    ///
    /// # Errors
    ///
    /// [`EditError::Refused`] when a target of an overlay or a pattern of the filter finds nothing, or what it finds
    /// cannot be changed like that.
    pub fn apply(&self, source: Source) -> Result<Source, EditError> {
        if self.overlays.is_empty() && self.operations.is_empty() {
            return Ok(source);
        }
        deep_stack::with_deep_stack(|| self.apply_here(source.clone())).unwrap_or_else(|error| {
            Err(EditError::Refused {
                source: Box::new(source.clone()),
                report: deep_stack::no_thread(&error),
            })
        })
    }

    fn apply_here(&self, mut source: Source) -> Result<Source, EditError> {
        for overlay in &self.overlays {
            source = overlay.apply(source)?;
        }
        self.operations.apply(source)
    }
}

/// Why a document could not be changed.
#[derive(Debug, Clone)]
pub enum EditError {
    /// The file of an overlay cannot be read.
    Unreadable(SourceError),
    /// What is wrong, and the file whose places the findings have: an overlay, or the document.
    Refused {
        /// The file.
        source: Box<Source>,
        /// The findings, at least one.
        report: Report,
    },
}

impl EditError {
    pub(crate) fn refused(source: Source, report: Report) -> Self {
        Self::Refused {
            source: Box::new(source),
            report,
        }
    }
}

/// As text, with file, line and column.
impl fmt::Display for EditError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Refused { source, report } => f.write_str(report.render(source).trim_end()),
        }
    }
}

impl std::error::Error for EditError {}
