//! The documents of a folder, and what their crates are called.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use generator::PackageName;

use crate::failure::Failure;

/// What a file ends with whose contents are a document.
const EXTENSIONS: [&str; 3] = ["json", "yaml", "yml"];

/// One document, of which a crate is made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Document {
    pub(super) path: PathBuf,
    /// The name of the file.
    pub(super) file: String,
    /// The name of the folder of the crate: that of the file without its extension, unless another document has it.
    pub(super) name: String,
    pub(super) package: PackageName,
}

/// The documents in `folder` by name; only those that `only` names unless it is empty.
///
/// Every document gets the same name whatever `only` says.
pub(super) fn find(folder: &Path, only: &[String]) -> Result<Vec<Document>, Failure> {
    let mut documents = Vec::new();
    let mut taken = BTreeSet::from([super::bench::TARGET.to_owned()]);
    for file in files(folder)? {
        let path = folder.join(&file);
        let whole = tidy(&file);
        let stem = file
            .rsplit_once('.')
            .map_or(file.as_str(), |(stem, _)| stem);
        let mut name = tidy(stem);
        let mut tries = 1;
        // Some disks take two names for one that differ in case only.
        while !taken.insert(name.to_ascii_lowercase()) {
            name = match tries {
                1 => whole.clone(),
                _ => format!("{whole}-{tries}"),
            };
            tries += 1;
        }
        documents.push(Document {
            package: package(&name)?,
            path,
            file,
            name,
        });
    }
    if documents.is_empty() {
        return Err(Failure::usage(format!(
            "{} holds no document: no file whose name ends in .json, .yaml or .yml",
            folder.display()
        )));
    }
    for wanted in only {
        if !documents.iter().any(|document| document.is_called(wanted)) {
            return Err(Failure::usage(format!(
                "{} holds no document called {wanted}; there are {}",
                folder.display(),
                names(&documents)
            )));
        }
    }
    documents
        .retain(|document| only.is_empty() || only.iter().any(|wanted| document.is_called(wanted)));
    Ok(documents)
}

impl Document {
    fn is_called(&self, wanted: &str) -> bool {
        let without_extension = Path::new(&self.file).file_stem();
        self.file == wanted
            || self.name == wanted
            || without_extension.is_some_and(|stem| stem == wanted)
    }
}

fn names(documents: &[Document]) -> String {
    let names: Vec<&str> = documents
        .iter()
        .map(|document| document.name.as_str())
        .collect();
    names.join(", ")
}

/// The names of the files that are documents, in order.
fn files(folder: &Path) -> Result<Vec<String>, Failure> {
    let unreadable = |error: std::io::Error| {
        Failure::usage(format!("{} cannot be read: {error}", folder.display()))
    };
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let is_document = path
            .extension()
            .and_then(|extension| extension.to_str())
            .is_some_and(|extension| EXTENSIONS.contains(&extension.to_ascii_lowercase().as_str()));
        if let Some(name) = path.file_name().and_then(|name| name.to_str())
            && is_document
            && !name.starts_with('.')
            && path.is_file()
        {
            files.push(name.to_owned());
        }
    }
    files.sort();
    Ok(files)
}

/// `text` with `-` for all that has no place in the name of a folder.
fn tidy(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' => c,
            _ => '-',
        })
        .collect()
}

/// The package in the folder `name`. The ending keeps it apart from keywords and from crates that it uses.
fn package(name: &str) -> Result<PackageName, Failure> {
    let start = if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        ""
    } else {
        "api-"
    };
    PackageName::new(format!("{start}{name}-client"))
        .map_err(|error| Failure::usage(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            fs::write(folder.path().join(file), "").unwrap();
        }
        folder
    }

    fn told(folder: &Path, only: &[&str]) -> Vec<String> {
        let only: Vec<String> = only.iter().map(|&name| name.to_owned()).collect();
        let documents = find(folder, &only).unwrap();
        let told = |document: &Document| format!("{} {}", document.name, document.package);
        documents.iter().map(told).collect()
    }

    #[test]
    fn documents_are_known_by_what_their_names_end_with() {
        let folder = folder(&[
            "b.yml",
            "a.json",
            "README.md",
            ".hidden.json",
            "c.YAML",
            "d",
        ]);
        fs::create_dir(folder.path().join("e.json")).unwrap();
        assert_eq!(
            told(folder.path(), &[]),
            ["a a-client", "b b-client", "c c-client"]
        );
    }

    #[test]
    fn a_document_is_chosen_by_its_file_with_or_without_the_extension() {
        let folder = folder(&["a-3.1.yaml", "b.json"]);
        for wanted in ["a-3.1", "a-3.1.yaml", "a-3-1"] {
            assert_eq!(told(folder.path(), &[wanted]), ["a-3-1 a-3-1-client"]);
        }
    }

    #[test]
    fn every_name_is_a_package_and_none_is_given_twice() {
        let folder = folder(&[
            "1.json",
            "box.json",
            "github-3.0.json",
            "pet.JSON",
            "pet.json",
            "pet-json.json",
            "pet.yaml",
            "target.json",
        ]);
        assert_eq!(
            told(folder.path(), &[]),
            [
                "1 api-1-client",
                "box box-client",
                "github-3-0 github-3-0-client",
                "pet-json pet-json-client",
                "pet pet-client",
                "pet-json-2 pet-json-2-client",
                "pet-yaml pet-yaml-client",
                "target-json target-json-client",
            ]
        );
    }

    #[test]
    fn some_are_chosen_by_name_or_file() {
        let folder = folder(&["a.json", "b.json", "b.yaml", "c.json"]);
        assert_eq!(
            told(folder.path(), &["b.yaml", "c"]),
            ["b-yaml b-yaml-client", "c c-client"]
        );
        let failure = find(folder.path(), &["d".to_owned()]).unwrap_err();
        assert!(failure.to_string().ends_with("there are a, b, b-yaml, c"));
    }

    #[test]
    fn a_folder_without_documents_is_wrong_use() {
        let empty = folder(&["README.md"]);
        for path in [empty.path().to_owned(), empty.path().join("missing")] {
            assert!(find(&path, &[]).unwrap_err().is_usage());
        }
    }
}
