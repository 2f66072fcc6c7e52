//! Why a command ends early, with the exit status that tells the kind to scripts.

use std::fmt;
use std::process::ExitCode;

use generator::SourceError;

/// A message for the user (what, where, what to do) and the exit status that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    kind: Kind,
    message: String,
    /// Why the document cannot be read, which the message says in one line.
    source_error: Option<Box<SourceError>>,
    /// What was left as it is.
    note: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Usage,
    Unusable,
}

impl Failure {
    /// The command was called wrongly, or for a place where it must not work (exit status 2).
    pub(crate) fn usage(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Usage,
            message: message.into(),
            source_error: None,
            note: None,
        }
    }

    /// The document cannot be used or the disk refuses, and nothing was written (exit status 3).
    pub(crate) fn unusable(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Unusable,
            message: message.into(),
            source_error: None,
            note: None,
        }
    }

    /// The document cannot be read (exit status 3).
    pub(crate) fn unreadable(error: SourceError) -> Self {
        Self {
            source_error: Some(Box::new(error)),
            ..Self::unusable(String::new())
        }
    }

    /// The same failure with a last line on what was left as it is.
    pub(crate) fn with_note(mut self, note: &str) -> Self {
        self.note = Some(format!("  {note}"));
        self
    }

    /// Why the document cannot be read, if that is the reason.
    pub(crate) fn source_error(&self) -> Option<&SourceError> {
        self.source_error.as_deref()
    }

    /// The last line.
    pub(crate) fn note(&self) -> Option<&str> {
        self.note.as_deref()
    }

    pub(crate) fn exit_code(&self) -> ExitCode {
        match self.kind {
            Kind::Usage => ExitCode::from(2),
            Kind::Unusable => ExitCode::from(3),
        }
    }

    #[cfg(test)]
    pub(crate) fn is_usage(&self) -> bool {
        self.kind == Kind::Usage
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.source_error {
            Some(error) => error.fmt(f)?,
            None => f.write_str(self.message.trim_end())?,
        }
        match &self.note {
            Some(note) => write!(f, "\n{note}"),
            None => Ok(()),
        }
    }
}
