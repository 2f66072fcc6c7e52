//! What there is to say about a document: where, what, and what to do.

use std::collections::BTreeSet;
use std::fmt::{self, Write as _};

use crate::source::{FilePlace, Source};

/// A JSON pointer into the document (RFC 6901).
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pointer(String);

impl Pointer {
    /// The pointer of the whole document.
    #[must_use]
    pub fn root() -> Self {
        Self::default()
    }

    /// The pointer of `token` in the object or array that this pointer names; `~` and `/` are escaped.
    #[must_use]
    pub fn join(&self, token: impl fmt::Display) -> Self {
        let token = token.to_string().replace('~', "~0").replace('/', "~1");
        Self(format!("{}/{token}", self.0))
    }

    /// The pointer of the path of `tokens` below this one.
    #[must_use]
    pub fn join_all<const N: usize>(&self, tokens: [&str; N]) -> Self {
        tokens
            .iter()
            .fold(self.clone(), |pointer, token| pointer.join(token))
    }

    /// The pointer without its last token, `None` for the root.
    #[must_use]
    pub fn parent(&self) -> Option<Self> {
        let (parent, _) = self.0.rsplit_once('/')?;
        Some(Self(parent.to_owned()))
    }

    /// The tokens from the root on, unescaped.
    pub fn tokens(&self) -> impl Iterator<Item = String> {
        self.0
            .split('/')
            .skip(1)
            .map(|token| token.replace("~1", "/").replace("~0", "~"))
    }

    /// The text without the leading `#`, as [`serde_json::Value::pointer`] takes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Takes the text behind the `#` of a reference.
impl From<&str> for Pointer {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl fmt::Display for Pointer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.0)
    }
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The crate is made, without the item that the diagnostic names.
    Warning,
    /// No crate is made.
    Error,
}

/// The kind of a finding: a stable name that scripts can rely on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Code {
    /// The version of OpenAPI is not one that the generator reads.
    UnsupportedVersion,
    /// A part of the document is not what the specification asks for there.
    InvalidDocument,
    /// A reference leads nowhere, or to something of another kind.
    UnresolvedReference,
    /// A schema that the generator cannot express yet; its values are untyped JSON.
    UntypedSchema,
    /// A constraint or a format that the type does not carry; its values are read and written all the same.
    IgnoredKeyword,
    /// An operation that the generator cannot express yet; the crate has no method for it.
    SkippedOperation,
    /// A parameter or an optional body that the generator cannot express yet; the method does not take it.
    SkippedParameter,
    /// A server that has no absolute URL.
    UnusableServer,
    /// A rule for lists that come in pages does not fit the document.
    PaginationRule,
    /// An overlay that is not what the specification asks for, or does not fit the document.
    Overlay,
    /// A choice in the configuration names something that the document has not, or cannot be followed.
    Configuration,
    /// A part of the document is larger than what the generator takes on.
    LimitExceeded,
}

impl Code {
    /// The name that is printed.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UnsupportedVersion => "unsupported-version",
            Self::InvalidDocument => "invalid-document",
            Self::UnresolvedReference => "unresolved-reference",
            Self::UntypedSchema => "untyped-schema",
            Self::IgnoredKeyword => "ignored-keyword",
            Self::SkippedOperation => "skipped-operation",
            Self::SkippedParameter => "skipped-parameter",
            Self::UnusableServer => "unusable-server",
            Self::PaginationRule => "pagination-rule",
            Self::Overlay => "overlay",
            Self::Configuration => "configuration",
            Self::LimitExceeded => "limit-exceeded",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// How bad it is.
    pub severity: Severity,
    /// What kind it is.
    pub code: Code,
    /// Where in the document it is; line and column are looked up when it is printed.
    pub pointer: Pointer,
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub help: Option<String>,
    /// The choice of the configuration that it is about, named as `spec/generate.toml` does: `#/rename/types/Pet`.
    pub setting: Option<Pointer>,
    /// The other places that it is about, such as that of the first of two things that are the same.
    pub related: Vec<Related>,
}

/// Another place that a finding is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where it is, in what [`Related::within`] says.
    pub pointer: Pointer,
    /// What is there, in a few words.
    pub message: String,
    /// What the pointer leads into.
    pub within: Within,
}

/// What a pointer leads into.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Within {
    /// The document that the finding is about.
    Document,
    /// The configuration, as in [`Diagnostic::setting`].
    Configuration,
    /// A file that is neither, and where in it that is.
    File(Box<FilePlace>),
}

/// The findings of one run, in the order of the document as it was walked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    /// The findings.
    pub diagnostics: Vec<Diagnostic>,
    /// What was found already: a schema that several places share is walked once for each of them.
    found: BTreeSet<(Pointer, Code, String)>,
}

impl Report {
    /// Adds a finding that leaves the rest of the document usable.
    pub(crate) fn warn(
        &mut self,
        code: Code,
        pointer: &Pointer,
        message: impl Into<String>,
    ) -> Added<'_> {
        self.add(Severity::Warning, code, pointer, message.into(), None)
    }

    /// Adds a finding that no crate can be made with.
    pub(crate) fn error(
        &mut self,
        code: Code,
        pointer: &Pointer,
        message: impl Into<String>,
        help: impl Into<String>,
    ) -> Added<'_> {
        self.add(
            Severity::Error,
            code,
            pointer,
            message.into(),
            Some(help.into()),
        )
    }

    fn add(
        &mut self,
        severity: Severity,
        code: Code,
        pointer: &Pointer,
        message: String,
        help: Option<String>,
    ) -> Added<'_> {
        if !self.found.insert((pointer.clone(), code, message.clone())) {
            return Added(None);
        }
        self.diagnostics.push(Diagnostic {
            severity,
            code,
            pointer: pointer.clone(),
            message,
            help,
            setting: None,
            related: Vec::new(),
        });
        Added(self.diagnostics.last_mut())
    }

    /// The same findings, for those who want none: each is an error.
    #[must_use]
    pub fn into_strict(mut self) -> Self {
        for diagnostic in &mut self.diagnostics {
            diagnostic.severity = Severity::Error;
        }
        self
    }

    /// Whether there is a finding that no crate can be made with.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.diagnostics
            .iter()
            .any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// How many findings are of `code`.
    #[must_use]
    pub fn count(&self, code: Code) -> usize {
        self.diagnostics
            .iter()
            .filter(|diagnostic| diagnostic.code == code)
            .count()
    }

    /// The findings as text, with the file, line and column that `source` gives for their pointers.
    #[must_use]
    pub fn render(&self, source: &Source) -> String {
        let findings = self.diagnostics.iter();
        findings.map(|finding| finding.render(source)).collect()
    }
}

impl Diagnostic {
    /// The finding as text, with the file, line and column that `source` gives for its pointer.
    #[must_use]
    pub fn render(&self, source: &Source) -> String {
        let severity = match self.severity {
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let mut text = format!(
            "{severity}[{}]: {}\n  --> {} ({})\n",
            self.code.as_str(),
            self.message,
            source.place(&self.pointer),
            self.pointer,
        );
        if let Some(setting) = &self.setting {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "  setting: {setting}");
        }
        for related in &self.related {
            let _ = writeln!(text, "  note: {}", related.message);
            let _ = writeln!(text, "    --> {}", related.place(source));
        }
        if let Some(help) = &self.help {
            let _ = writeln!(text, "  help: {help}");
        }
        text
    }
}

impl Related {
    /// The place in words.
    fn place(&self, source: &Source) -> String {
        let pointer = &self.pointer;
        match &self.within {
            Within::Document => format!("{} ({pointer})", source.place(pointer)),
            Within::Configuration => format!("setting {pointer}"),
            Within::File(place) => format!("{place} ({pointer})"),
        }
    }
}

/// A finding that was just added, for what more there is to say about it.
#[derive(Debug)]
pub(crate) struct Added<'report>(Option<&'report mut Diagnostic>);

impl Added<'_> {
    /// Adds another place of the document that the finding is about.
    pub(crate) fn related(self, pointer: &Pointer, message: impl Into<String>) -> Self {
        self.with(pointer, message, Within::Document)
    }

    /// Adds a choice of the configuration that the finding is about, too.
    pub(crate) fn related_setting(self, setting: &Pointer, message: impl Into<String>) -> Self {
        self.with(setting, message, Within::Configuration)
    }

    /// Adds a place in another file than the finding is about.
    pub(crate) fn related_file(
        self,
        place: FilePlace,
        pointer: &Pointer,
        message: impl Into<String>,
    ) -> Self {
        self.with(pointer, message, Within::File(Box::new(place)))
    }

    /// Says which choice of the configuration the finding is about.
    pub(crate) fn setting(mut self, setting: &Pointer) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.setting = Some(setting.clone());
        }
        self
    }

    fn with(mut self, pointer: &Pointer, message: impl Into<String>, within: Within) -> Self {
        if let Some(diagnostic) = &mut self.0 {
            diagnostic.related.push(Related {
                pointer: pointer.clone(),
                message: message.into(),
                within,
            });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_reported_once_and_strictly_it_is_an_error() {
        let mut report = Report::default();
        for _ in 0..2 {
            report.warn(Code::InvalidDocument, &Pointer::root(), "a slip");
        }
        assert_eq!(report.diagnostics.len(), 1);
        assert!(!report.has_errors());
        assert!(report.into_strict().has_errors());
    }

    #[test]
    fn all_places_of_a_finding_are_in_its_text() {
        let source = Source::read("a.yaml", b"openapi: 3.0.0\ninfo: {}\n").unwrap();
        let mut report = Report::default();
        let pointer = |text: &str| Pointer::from(text);
        report
            .error(Code::Configuration, &pointer("/info"), "no", "do it")
            .setting(&pointer("/rename/types/Pet"))
            .related(&pointer("/openapi"), "there")
            .related_setting(&pointer("/pagination/0"), "the other rule")
            .related_file(
                FilePlace::in_text("b.yaml", "x:\n  y: 1\n", 5),
                &pointer("/x/y"),
                "elsewhere",
            );
        let expected = "\
error[configuration]: no
  --> a.yaml:2:1 (#/info)
  setting: #/rename/types/Pet
  note: there
    --> a.yaml:1:1 (#/openapi)
  note: the other rule
    --> setting #/pagination/0
  note: elsewhere
    --> b.yaml:2:3 (#/x/y)
  help: do it
";
        assert_eq!(report.render(&source), expected);
    }
}
