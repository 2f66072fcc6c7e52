//! Why a command ends early, with the exit status that tells the kind to scripts.

use std::fmt;
use std::process::ExitCode;

/// A message for the user (what, where, what to do) and the exit status that goes with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Failure {
    kind: Kind,
    message: String,
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
        }
    }

    /// The document cannot be used or the disk refuses, and nothing was written (exit status 3).
    pub(crate) fn unusable(message: impl Into<String>) -> Self {
        Self {
            kind: Kind::Unusable,
            message: message.into(),
        }
    }

    /// The same failure with a last line on what was left as it is.
    pub(crate) fn with_note(mut self, note: &str) -> Self {
        self.message = format!("{}\n  {note}", self.message.trim_end());
        self
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
        f.write_str(&self.message)
    }
}
