//! What is made of a document before anything is read from it: overlays, then the choice of operations.

use std::fmt;

use crate::deep_stack;
use crate::diagnostics::{Report, Severity};
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
        let edited = self.edit(source);
        match edited.misfits.into_iter().next() {
            Some(misfit) => Err(misfit),
            None => Ok(edited.source),
        }
    }

    /// The document with the changes that fit it, for a look at a document that they were not made for, such as an earlier
    /// one. No client should be made of that: what does not fit is passed over.
    #[must_use]
    pub fn apply_what_fits(&self, source: Source) -> Edited {
        let mut edited = self.edit(source);
        edited.misfits = edited
            .misfits
            .into_iter()
            .map(EditError::into_warnings)
            .collect();
        edited
    }

    fn edit(&self, source: Source) -> Edited {
        if self.overlays.is_empty() && self.operations.is_empty() {
            return Edited {
                source,
                misfits: Vec::new(),
            };
        }
        deep_stack::with_deep_stack(|| self.edit_here(source.clone())).unwrap_or_else(|error| {
            let report = deep_stack::no_thread(&error);
            Edited {
                source: source.clone(),
                misfits: vec![EditError::refused(source.clone(), report)],
            }
        })
    }

    fn edit_here(&self, mut source: Source) -> Edited {
        let mut misfits = Vec::new();
        for overlay in &self.overlays {
            let (edited, misfit) = overlay.apply(source);
            source = edited;
            misfits.extend(misfit);
        }
        let (source, misfit) = self.operations.apply(source);
        misfits.extend(misfit);
        Edited { source, misfits }
    }
}

/// A document with the changes that fit it.
#[derive(Debug, Clone)]
pub struct Edited {
    /// The document.
    pub source: Source,
    /// What did not fit, as warnings.
    pub misfits: Vec<EditError>,
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

    fn into_warnings(mut self) -> Self {
        if let Self::Refused { report, .. } = &mut self {
            for finding in &mut report.diagnostics {
                finding.severity = Severity::Warning;
            }
        }
        self
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
