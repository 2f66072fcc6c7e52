//! Tells the files that the generator wrote from those of people.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use crate::crate_files::{self, unreadable};
use crate::failure::Failure;

/// The one generated file outside of the sources.
pub(crate) const MANIFEST: &str = "Cargo.toml";

/// The folder that belongs to the generator, apart from files without the marker.
const SOURCES: &str = "src";

/// The folders of the tests that a crate can carry; their programs stand beside them, with the ending of Rust files.
const TESTS: [&str; 2] = ["tests/operations", "tests/wire"];

/// The data of the tests. JSON has no comments and so no place for the marker.
const CASES: &str = "tests/wire/cases.json";

/// How the data begins: with a case, or with the end of an empty list.
const STARTS_OF_CASES: [&str; 2] = ["[\n{\"schema\":", "[\n\n]"];

/// Enough of a file to see the marker.
const START: u64 = 64;

/// The generated files of the crate in `folder` other than its manifest: those that a regeneration may delete.
/// Hidden files and folders are not searched, and symbolic links not followed.
pub(crate) fn find(folder: &Path) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    let mut waiting = Vec::new();
    for below in [SOURCES].into_iter().chain(TESTS) {
        if is_real_folder(folder, below) {
            waiting.push(below.to_owned());
        }
    }
    for tests in TESTS {
        found.extend(program(folder, tests)?);
    }
    while let Some(below) = waiting.pop() {
        for (name, is_folder) in entries(&folder.join(&below))? {
            let path = format!("{below}/{name}");
            if is_folder {
                waiting.push(path);
            } else if can_be_generated(&path) {
                let file = folder.join(&path);
                let start = start(&file).map_err(|error| unreadable(&file, &error))?;
                if is_generated(&path, &start) {
                    found.push(path);
                }
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether the crate in `folder` carries generated tests.
pub(crate) fn has_tests(folder: &Path) -> Result<bool, Failure> {
    for tests in TESTS {
        if program(folder, tests)?.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The path of the generated program of some tests, if it is there.
fn program(folder: &Path, tests: &str) -> Result<Option<String>, Failure> {
    let path = format!("{tests}.rs");
    let file = folder.join(&path);
    let is_file = fs::symlink_metadata(&file).is_ok_and(|found| found.is_file());
    if !is_file || !is_real_folder(folder, "tests") {
        return Ok(None);
    }
    let start = start(&file).map_err(|error| unreadable(&file, &error))?;
    Ok(is_generated(&path, &start).then_some(path))
}

/// Whether `below` is a folder in `folder`, and no part of the way a link, which may lead into another crate.
fn is_real_folder(folder: &Path, below: &str) -> bool {
    let mut way = folder.to_owned();
    below.split('/').all(|part| {
        way.push(part);
        fs::symlink_metadata(&way).is_ok_and(|found| found.is_dir())
    })
}

/// Names of the files and folders in `folder`, with whether each is a folder.
fn entries(folder: &Path) -> Result<Vec<(String, bool)>, Failure> {
    let read = || -> io::Result<Vec<(String, bool)>> {
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            // No generated path is hidden or anything but Unicode.
            if let Ok(name) = entry.file_name().into_string()
                && !name.starts_with('.')
                && (kind.is_dir() || kind.is_file())
            {
                entries.push((name, kind.is_dir()));
            }
        }
        Ok(entries)
    };
    read().map_err(|error| unreadable(folder, &error))
}

fn start(path: &Path) -> io::Result<Vec<u8>> {
    let mut start = Vec::new();
    File::open(path)?.take(START).read_to_end(&mut start)?;
    Ok(start)
}

/// Whether `path` below the folder of a crate is one of those that the generator keeps to.
pub(crate) fn can_be_generated(path: &str) -> bool {
    let below = |folder: &str| {
        path.strip_prefix(folder)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    let is_program = path
        .strip_suffix(".rs")
        .is_some_and(|path| TESTS.contains(&path));
    let is_rust = path.ends_with(".rs") && [SOURCES].into_iter().chain(TESTS).any(below);
    path == MANIFEST || path == CASES || is_program || is_rust
}

/// Whether the generator wrote the file at `path` that starts with `bytes`.
///
/// The marker has to stand where the generator puts it: people write about generated code, too.
pub(crate) fn is_generated(path: &str, bytes: &[u8]) -> bool {
    if path == CASES {
        let start = crate_files::text(bytes);
        return STARTS_OF_CASES.iter().any(|form| start.starts_with(form));
    }
    let comment = if path == MANIFEST { "#" } else { "//" };
    let marker = format!("{comment} {} ", generator::MARKER);
    can_be_generated(path) && bytes.starts_with(marker.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: &str = "// @generated by a test\n";

    #[test]
    fn only_marked_rust_files_below_the_sources_are_found() {
        let folder = tempfile::tempdir().unwrap();
        for path in [
            "src/a.rs",
            "src/b/c/d.rs",
            "src/notes.md",
            "src/.hidden.rs",
            "src/.hidden/a.rs",
            "build.rs",
            "Cargo.toml",
            "README.md",
            ".a.rs",
            "examples/a.rs",
            "tests/a.rs",
            "target/a.rs",
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, MARKED).unwrap();
        }
        fs::write(folder.path().join("src/empty.rs"), "").unwrap();
        fs::write(folder.path().join("src/mine.rs"), "// mine\n").unwrap();
        assert_eq!(find(folder.path()).unwrap(), ["src/a.rs", "src/b/c/d.rs"]);
    }

    #[test]
    fn a_marker_counts_only_in_the_form_that_the_generator_writes() {
        assert!(is_generated("src/a.rs", MARKED.as_bytes()));
        assert!(is_generated("Cargo.toml", b"# @generated by a test\n"));
        for (path, start) in [
            ("src/a.rs", "// build helper; writes @generated code\n"),
            ("src/a.rs", "// the word stands below\n// @generated x\n"),
            ("src/a.rs", "//! @generated code is tested here.\n"),
            ("src/a.rs", "// @generated-code is tested here.\n"),
            ("src/a.rs", "# @generated x\n"),
            ("src/a.rs", "// @generated"),
            ("src/a.rs", ""),
            ("Cargo.toml", MARKED),
            ("build.rs", MARKED),
            ("src/notes.md", MARKED),
            (
                "Cargo.lock",
                "# This file is automatically @generated by Cargo.\n",
            ),
            ("rustfmt.toml", "# @generated files are left alone\n"),
        ] {
            assert!(!is_generated(path, start.as_bytes()), "{path}: {start}");
        }
    }

    #[test]
    fn the_tests_are_found_and_others_beside_them_are_not() {
        let folder = tempfile::tempdir().unwrap();
        let cases = "[\n{\"schema\":\"/a\"}\n]\n";
        for (path, contents) in [
            ("tests/wire.rs", MARKED),
            ("tests/wire/cases.json", cases),
            ("tests/wire/support.rs", MARKED),
            ("tests/operations.rs", MARKED),
            ("tests/operations/support.rs", MARKED),
            ("tests/operations/mine.rs", "// mine\n"),
            ("tests/wire/mine.rs", "// mine\n"),
            ("tests/wire/more.json", cases),
            ("tests/cases.json", cases),
            ("tests/other.rs", MARKED),
        ] {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, contents).unwrap();
        }
        let all = [
            "tests/operations.rs",
            "tests/operations/support.rs",
            "tests/wire.rs",
            "tests/wire/cases.json",
            "tests/wire/support.rs",
        ];
        assert_eq!(find(folder.path()).unwrap(), all);
        assert!(has_tests(folder.path()).unwrap());

        fs::write(folder.path().join("tests/wire/cases.json"), "[]\n").unwrap();
        fs::write(folder.path().join("tests/wire.rs"), "// mine\n").unwrap();
        let rest = [
            "tests/operations.rs",
            "tests/operations/support.rs",
            "tests/wire/support.rs",
        ];
        assert_eq!(find(folder.path()).unwrap(), rest);
        assert!(has_tests(folder.path()).unwrap());

        fs::remove_file(folder.path().join("tests/operations.rs")).unwrap();
        assert!(!has_tests(folder.path()).unwrap());
    }

    #[test]
    fn a_folder_that_does_not_exist_has_none() {
        let folder = tempfile::tempdir().unwrap();
        assert!(find(&folder.path().join("new")).unwrap().is_empty());
    }
}
