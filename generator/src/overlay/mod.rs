//! Overlays: documents that say what is to be changed in another one (Overlay Specification 1.0.0).

mod apply;
mod read;

use serde_json::Value;
use serde_json_path::JsonPath;

use crate::diagnostics::{Code, Pointer, Report};
use crate::edits::EditError;
use crate::source::Source;

/// An overlay in memory.
#[derive(Debug, Clone)]
pub struct Overlay {
    /// The file, for its places.
    source: Source,
    /// What document it is for, as it says.
    extends: Option<String>,
    actions: Vec<Action>,
}

/// One change (Overlay Specification 1.0.0, section 4.4.3).
#[derive(Debug, Clone)]
struct Action {
    /// Where the overlay has it.
    pointer: Pointer,
    /// What is to be changed.
    target: JsonPath,
    /// The target as the overlay writes it.
    written: String,
    change: Change,
}

#[derive(Debug, Clone)]
enum Change {
    /// Is merged into what the target finds.
    Update(Value),
    Remove,
}

impl Change {
    /// The key that an overlay has it under.
    fn key(&self) -> &'static str {
        match self {
            Self::Update(_) => "update",
            Self::Remove => "remove",
        }
    }
}

impl Overlay {
    /// Reads an overlay from JSON or YAML. `name` stands for the file in messages.
    ///
    /// # Errors
    ///
    /// The bytes are no JSON or YAML, or something other than an Overlay 1.0 document: every action needs a target,
    /// which is a JSONPath query (RFC 9535), and `update` or `remove`.
    pub fn read(name: impl Into<String>, bytes: &[u8]) -> Result<Self, EditError> {
        read::read(Source::read_part(name, bytes).map_err(EditError::Unreadable)?)
    }

    /// The file, for the places of findings about the overlay.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What there is to say about an overlay that is for another document than the one with these names: paths or URLs.
    /// Only names of files can be compared, because the document may have been copied from where the overlay has it.
    pub fn warnings(&self, names: &[&str]) -> Report {
        let mut report = Report::default();
        if let Some(extends) = &self.extends
            && url::Url::parse(extends).is_err()
            && !names
                .iter()
                .any(|name| file_name(name) == file_name(extends))
        {
            let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            report.warn(
                Code::Overlay,
                &Pointer::root().join("extends"),
                format!(
                    "the overlay is for `{extends}`, and is applied to {}",
                    names.join(", ")
                ),
            );
        }
        report
    }

    /// The document with the changes that fit it, and which do not. Actions see what those before them did.
    pub(crate) fn apply(&self, document: Source) -> (Source, Option<EditError>) {
        apply::apply(self, document)
    }
}

/// What a path or a URL ends with.
fn file_name(path: &str) -> &str {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    path.rsplit(['/', '\\']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests;
