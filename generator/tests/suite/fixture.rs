//! Documents of the test folders, and what the generator makes of them.

use std::fs;
use std::path::{Path, PathBuf};

use generator::{
    Config, DocumentUrl, Generated, OutputFile, PackageName, Report, Source, TagFeatures,
};

use crate::configured;

/// A document on disk.
pub(crate) struct Fixture {
    pub(crate) name: String,
    path: PathBuf,
    pub(crate) text: String,
}

impl Fixture {
    /// All documents of a folder below `tests/`, sorted by name.
    pub(crate) fn all(folder: &str) -> Vec<Self> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(folder);
        let mut fixtures: Vec<Self> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| {
                path.extension()
                    .is_some_and(|it| it == "yaml" || it == "json")
            })
            .map(|path| Self {
                name: path.file_stem().unwrap().to_str().unwrap().to_owned(),
                text: fs::read_to_string(&path).unwrap(),
                path,
            })
            .collect();
        fixtures.sort_by(|left, right| left.name.cmp(&right.name));
        assert!(!fixtures.is_empty(), "no documents found");
        fixtures
    }

    /// The document beside which what is expected stands, with another extension.
    pub(crate) fn expected_path(&self, extension: &str) -> PathBuf {
        self.path.with_extension(extension)
    }

    /// The name of the document as findings print it.
    pub(crate) fn file_name(&self) -> &str {
        self.path.file_name().unwrap().to_str().unwrap()
    }

    pub(crate) fn source(&self) -> Source {
        let source = Source::read(self.file_name(), self.text.as_bytes())
            .unwrap_or_else(|error| panic!("{}: {error}", self.file_name()));
        let edits = configured::edits(self);
        edits
            .apply(source)
            .unwrap_or_else(|error| panic!("{}: {error}", self.file_name()))
    }

    /// The crate of the document.
    pub(crate) fn generate(&self) -> Result<Generated, Report> {
        let tag_features = if self.has_tag_features() {
            TagFeatures::Always
        } else {
            TagFeatures::Auto
        };
        let (formats, choices) = configured::choices(&self.name);
        let config = Config {
            tag_features,
            formats,
            choices,
            document_url: self.document_url(),
            ..config(&self.package())
        };
        generator::generate(&self.source(), &config)
    }

    /// Where one of the first two lines says that the document is served.
    fn document_url(&self) -> Option<DocumentUrl> {
        let mut lines = self.text.lines().take(2);
        let text = lines.find_map(|line| line.strip_prefix("# document-url: "))?;
        Some(DocumentUrl::new(text).unwrap())
    }

    /// The crate of a document that is known to give one.
    pub(crate) fn generated(&self) -> Generated {
        self.generate().unwrap_or_else(|report| {
            panic!("{}:\n{}", self.file_name(), report.render(&self.source()))
        })
    }

    /// Whether the second line of the document asks for features of its tags.
    pub(crate) fn has_tag_features(&self) -> bool {
        self.text.lines().nth(1) == Some("# tag-features: always")
    }

    /// A package name of its own, so that all crates fit into one workspace.
    pub(crate) fn package(&self) -> String {
        format!("fixture-{}", self.name)
    }
}

/// A configuration with nothing but a name.
pub(crate) fn config(package: &str) -> Config {
    Config::new(PackageName::new(package).unwrap())
}

/// One file of a crate.
pub(crate) fn file<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let paths = || {
        files
            .iter()
            .map(|file| file.path.as_str())
            .collect::<Vec<_>>()
    };
    files
        .iter()
        .find(|file| file.path == path)
        .map(|file| file.contents.as_str())
        .unwrap_or_else(|| panic!("no {path} among {:#?}", paths()))
}

/// Whether a file was written for this document, rather than copied from the runtime.
pub(crate) fn is_own(file: &OutputFile) -> bool {
    file.path.ends_with(".rs") && !file.path.starts_with("src/runtime/")
}
