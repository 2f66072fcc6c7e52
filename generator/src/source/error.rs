//! Why bytes are not a document, and why documents do not fit together.

use std::fmt;

use super::{FilePlace, Position};
use crate::diagnostics::Pointer;

/// A format that a document can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JSON.
    Json,
    /// YAML.
    Yaml,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Json => "JSON",
            Self::Yaml => "YAML",
        })
    }
}

/// What well-formed JSON or YAML lacks to be an OpenAPI document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpenApi {
    /// It is an object without `openapi` and `swagger`.
    NoVersion,
    /// It is an array.
    Array,
    /// It is a single number, text, truth value or null.
    Scalar,
}

/// Why there is no document.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SourceError {
    /// There is nothing, or nothing but white space.
    Empty {
        /// The name of the source.
        name: String,
        /// How many bytes there are.
        bytes: usize,
    },
    /// The bytes are not text.
    NotUtf8 {
        /// The name of the source.
        name: String,
        /// How many bytes stand before the first wrong one.
        offset: usize,
    },
    /// The bytes are text in UTF-16.
    Utf16 {
        /// The name of the source.
        name: String,
    },
    /// It is HTML: an error page, or a page that shows the document.
    Html {
        /// The name of the source.
        name: String,
    },
    /// The text breaks the rules of its format, or goes beyond what a JSON value can hold.
    Invalid {
        /// Where.
        place: FilePlace,
        /// The format that the text was read as.
        format: Format,
        /// What is wrong, in one sentence.
        message: String,
        /// Where that is which it contradicts.
        earlier: Option<Box<FilePlace>>,
        /// Whether the text ends before the document does.
        truncated: bool,
    },
    /// It is well-formed, but something else.
    NotOpenApi {
        /// The name of the source.
        name: String,
        /// The format that it is in.
        format: Format,
        /// What it lacks.
        reason: NotOpenApi,
    },
    /// No code block of a documentation page holds an OpenAPI document.
    NoDocumentInPage {
        /// The name of the source.
        name: String,
        /// How many fenced code blocks there are.
        blocks: usize,
    },
    /// Several code blocks of a documentation page hold OpenAPI documents.
    SeveralDocumentsInPage {
        /// Where the first two of those blocks open.
        places: Box<[FilePlace; 2]>,
    },
    /// A documentation page ends inside of its OpenAPI block.
    UnclosedBlock {
        /// Where the block opens.
        place: FilePlace,
    },
    /// It is nothing that could be read.
    Unrecognized {
        /// The name of the source.
        name: String,
    },
    /// [`Source::merge`](super::Source::merge) was given nothing.
    NothingToMerge,
    /// Two documents that are to be merged say different things about one part.
    Conflict {
        /// The part, in the first of the two documents.
        pointer: Pointer,
        /// Where the first document has it, and where the second.
        places: Box<[FilePlace; 2]>,
    },
    /// A reference to another file cannot be followed.
    Reference {
        /// Where the reference is.
        place: FilePlace,
        /// The reference, in the file that it is in.
        pointer: Pointer,
        /// Its text.
        reference: String,
        /// What is wrong with it.
        problem: Box<ReferenceProblem>,
    },
}

/// Why a reference to another file cannot be followed.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReferenceProblem {
    /// It leads out of the folder that the document is in.
    OutsideFolder,
    /// It is a URI that is neither a path nor http nor https.
    UnsupportedScheme,
    /// It is neither a path nor a URL: what is percent-encoded is no text, or holds a separator.
    NoPath,
    /// The file cannot be had.
    Unreadable {
        /// The name of the file.
        name: String,
        /// Why, and what to do.
        reason: String,
    },
    /// The file is neither JSON nor YAML.
    Invalid(Box<SourceError>),
    /// The file has no such part.
    NothingThere {
        /// Where the nearest thing is that there is.
        nearest: FilePlace,
        /// Its name, if that is written like what is asked for.
        alike: Option<String>,
        /// The name of the document, if that one has such a part.
        in_document: Option<String>,
    },
    /// References that have to be replaced by what they refer to lead round in a circle.
    Circle,
    /// There is too much to read.
    Limit(ReferenceLimit),
}

/// What there may not be too much of when references to other files are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReferenceLimit {
    /// More than 10,000 files.
    Files,
    /// Files of more than 64 MiB together.
    Bytes,
    /// Parts of files that become too large when they are put where references stand.
    Size,
    /// Lists and objects nested more than 127 deep when they are put where references stand.
    Depth,
}

impl fmt::Display for SourceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The others name what they are about in their sentence.
        if let Self::Invalid { place, .. }
        | Self::UnclosedBlock { place }
        | Self::Reference { place, .. } = self
        {
            write!(f, "{place}: ")?;
        }
        self.fmt_message(f)
    }
}

impl SourceError {
    /// All but the place before it.
    pub(super) fn fmt_message(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty { name, bytes: 0 } => {
                write!(f, "{name} is empty (zero bytes): fetch or export it again")
            }
            Self::Empty { name, .. } => write!(
                f,
                "{name} is empty (only white space): fetch or export it again"
            ),
            Self::NotUtf8 { name, offset } => write!(
                f,
                "{name} is not UTF-8 text: the first wrong byte is at offset {offset}; save it as UTF-8"
            ),
            Self::Utf16 { name } => write!(f, "{name} is UTF-16 text: save it as UTF-8"),
            Self::Html { name } => write!(
                f,
                "{name} is an HTML page, not an OpenAPI document: use the address of the document itself"
            ),
            Self::Invalid {
                format,
                message,
                earlier,
                truncated,
                ..
            } => {
                write!(f, "not valid {format}: {message}")?;
                let earlier = earlier.as_ref().and_then(|earlier| earlier.position);
                if let Some(earlier) = earlier {
                    write!(f, ", at {earlier}")?;
                }
                if *truncated {
                    f.write_str("; the text seems to be cut off, fetch or export it again")?;
                }
                Ok(())
            }
            Self::NotOpenApi {
                name,
                format,
                reason,
            } => write!(
                f,
                "{name} is {format}, but not an OpenAPI document: {reason}"
            ),
            Self::NoDocumentInPage { .. }
            | Self::SeveralDocumentsInPage { .. }
            | Self::UnclosedBlock { .. } => self.fmt_page(f),
            Self::Unrecognized { name } => write!(
                f,
                "{name} is neither JSON nor YAML nor a documentation page with an OpenAPI block"
            ),
            Self::NothingToMerge => {
                f.write_str("there is no document to merge: name at least one source")
            }
            Self::Conflict { pointer, places } => {
                let [first, second] = &**places;
                write!(
                    f,
                    "{first} and {second} differ in {pointer}: make them equal, or leave one of the sources out"
                )
            }
            Self::Reference {
                pointer,
                reference,
                problem,
                ..
            } => write!(
                f,
                "the reference `{reference}` ({pointer}) {problem}{}",
                if is_like_a_component(reference, problem) {
                    "; to refer to a component, write `#/components/`, its section and its key"
                } else {
                    ""
                }
            ),
        }
    }

    fn fmt_page(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDocumentInPage { name, blocks } => write!(
                f,
                "{name} is a documentation page without an OpenAPI document: fenced code blocks in it: {blocks}, with `openapi` at the top level: 0; use a page that shows the document, or the document itself"
            ),
            Self::SeveralDocumentsInPage { places } => {
                let [first, second] = &**places;
                let line = |place: &FilePlace| place.position.unwrap_or(Position::START).line;
                write!(
                    f,
                    "{} holds several OpenAPI documents, in the code blocks at line {} and at line {}: split it into one source for each",
                    first.name,
                    line(first),
                    line(second)
                )
            }
            Self::UnclosedBlock { .. } => write!(
                f,
                "the code block that opens here is never closed: the page seems to be cut off, fetch or export it again"
            ),
            _ => Ok(()),
        }
    }
}

/// Whether a file is missing because the reference was not meant to be one to a file.
fn is_like_a_component(reference: &str, problem: &ReferenceProblem) -> bool {
    matches!(problem, ReferenceProblem::Unreadable { .. }) && !reference.contains(['.', '/', '#'])
}

/// What follows the words "the reference".
impl fmt::Display for ReferenceProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OutsideFolder => f.write_str(
                "leads out of the folder of the document: move the file into it, or the document to a folder above both",
            ),
            Self::UnsupportedScheme => f.write_str(
                "is neither a path nor an http or https URL: write a path relative to the file that it stands in",
            ),
            Self::NoPath => f.write_str(
                "is not a path: write `%` only before two hexadecimal digits, and none for a slash",
            ),
            Self::Unreadable { name, reason } => write!(f, "needs {name}: {reason}"),
            Self::Invalid(error) => write!(f, "leads to a file that cannot be used: {error}"),
            Self::NothingThere {
                nearest,
                alike,
                in_document,
            } => {
                write!(f, "leads nowhere; what comes nearest is {nearest}: ")?;
                if let (Some(alike), None) = (alike, in_document) {
                    return write!(f, "did you mean `{alike}`?");
                }
                match in_document {
                    Some(name) => write!(
                        f,
                        "`#` stands for the file that the reference is in; to refer to {name}, write its path before the `#`"
                    ),
                    None => f.write_str("correct the reference, or add what it asks for"),
                }
            }
            Self::Circle => f.write_str(
                "leads round in a circle, and what it refers to would have to contain itself: take one of the references of the circle out",
            ),
            Self::Limit(limit) => write!(f, "cannot be followed: {limit}"),
        }
    }
}

impl fmt::Display for ReferenceLimit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Files => "the document needs more than 10,000 files",
            Self::Bytes => "the files that the document needs have more than 64 MiB together",
            Self::Size => {
                "the document becomes too large when references are replaced by what they refer to"
            }
            Self::Depth => {
                "lists and objects are nested more than 127 deep when references are replaced by what they refer to"
            }
        })
    }
}

impl fmt::Display for NotOpenApi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoVersion => "there is no `openapi` at the top level",
            Self::Array => "it is an array, not an object",
            Self::Scalar => "it is a single value, not an object",
        })
    }
}

impl std::error::Error for SourceError {}
