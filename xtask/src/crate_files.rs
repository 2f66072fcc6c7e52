//! What has to change on disk for a folder to hold exactly the generated files: a plan, nothing is written here.

use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use generator::OutputFile;

use crate::failure::Failure;
use crate::marked_files;

/// One file that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    Create {
        path: String,
        after: String,
    },
    Update {
        path: String,
        before: String,
        after: String,
    },
    Delete {
        path: String,
        before: String,
    },
}

impl Change {
    /// The change that makes a file with the bytes `before` (if there is one) one with the text `after`.
    pub(crate) fn new(path: &str, before: Option<&[u8]>, after: String) -> Self {
        let path = path.to_owned();
        match before.map(text) {
            None => Self::Create { path, after },
            Some(before) => Self::Update {
                path,
                before,
                after,
            },
        }
    }

    /// Path below the folder, with `/` between its parts.
    pub(crate) fn path(&self) -> &str {
        match self {
            Self::Create { path, .. } | Self::Update { path, .. } | Self::Delete { path, .. } => {
                path
            }
        }
    }
}

/// What a regeneration has to do in a folder.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    /// New files, then different ones, then those to delete: a program that is ended between two of these steps leaves
    /// no file without the modules that it names.
    pub(crate) changes: Vec<Change>,
    /// Why the changes must not be made: what people put in the way, one sentence each.
    pub(crate) obstacles: Vec<String>,
}

/// The changes that make `folder` hold `files`.
pub(crate) fn plan(folder: &Path, files: &[OutputFile]) -> Result<Plan, Failure> {
    let mut plan = Plan::default();
    let mut updates = Vec::new();
    for file in files {
        let path = folder.join(&file.path);
        let mut before = None;
        if let Some(obstacle) = obstacle(folder, &file.path)? {
            plan.obstacles.push(obstacle);
        } else if let Some(bytes) = read(&path)? {
            if !marked_files::is_generated(&file.path, &bytes) {
                plan.obstacles.push(format!(
                    "{} is not a generated file; move it away or choose another --out",
                    path.display()
                ));
            }
            before = Some(bytes);
        }
        match Change::new(&file.path, before.as_deref(), file.contents.clone()) {
            Change::Update { before, after, .. } if before == after => {}
            update @ Change::Update { .. } => updates.push(update),
            change => plan.changes.push(change),
        }
    }
    plan.changes.append(&mut updates);
    for path in marked_files::find(folder)? {
        if !files.iter().any(|file| file.path == path) {
            let before = read(&folder.join(&path))?.unwrap_or_default();
            plan.changes.push(Change::Delete {
                before: text(&before),
                path,
            });
        }
    }
    Ok(plan)
}

/// Text as the generator writes it: a checkout may have turned its line ends into those of Windows.
pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).replace("\r\n", "\n")
}

/// What makes it wrong to write to `path` below `folder`: a symbolic link, which can lead anywhere, or a file for a
/// folder, or a folder for a file.
fn obstacle(folder: &Path, path: &str) -> Result<Option<String>, Failure> {
    let mut parts = Path::new(path).components().peekable();
    let stays_inside = parts
        .clone()
        .all(|part| matches!(part, Component::Normal(_)));
    if !stays_inside || !marked_files::can_be_generated(path) {
        return Err(Failure::unusable(format!(
            "the generated path `{path}` is not one that a generated crate can have; this is a bug of the generator"
        )));
    }
    let mut way = PathBuf::from(folder);
    while let Some(part) = parts.next() {
        way.push(part);
        let kind = match fs::symlink_metadata(&way) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(&way, &error)),
            Ok(found) if found.is_symlink() => "a symbolic link",
            Ok(found) if found.is_dir() && parts.peek().is_none() => "a folder",
            Ok(found) if !found.is_dir() && parts.peek().is_some() => "not a folder",
            Ok(_) => continue,
        };
        return Ok(Some(format!(
            "{} is {kind}; move it away or choose another --out",
            way.display()
        )));
    }
    Ok(None)
}

/// The contents of a file, `None` when there is none.
fn read(path: &Path) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(unreadable(path, &error)),
    }
}

pub(crate) fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::unusable(format!("{} cannot be read: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARKED: &str = "// @generated by a test\n";

    fn output(path: &str) -> OutputFile {
        OutputFile {
            path: path.to_owned(),
            contents: MARKED.to_owned(),
        }
    }

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (path, contents) in files {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, contents).unwrap();
        }
        folder
    }

    fn told(folder: &Path, files: &[OutputFile]) -> Vec<String> {
        let told = |change: &Change| match change {
            Change::Create { path, .. } => format!("+{path}"),
            Change::Update { path, .. } => format!("~{path}"),
            Change::Delete { path, .. } => format!("-{path}"),
        };
        let plan = plan(folder, files).unwrap();
        assert!(plan.obstacles.is_empty());
        plan.changes.iter().map(told).collect()
    }

    #[test]
    fn missing_different_and_left_over_files_are_found() {
        let folder = folder(&[
            ("src/a.rs", MARKED),
            ("src/b.rs", "// @generated by a test\nedited"),
            ("src/old/c.rs", MARKED),
        ]);
        let files = [output("src/a.rs"), output("src/b.rs"), output("src/d/e.rs")];
        assert_eq!(
            told(folder.path(), &files),
            ["+src/d/e.rs", "~src/b.rs", "-src/old/c.rs"]
        );
    }

    #[test]
    fn a_folder_that_does_not_exist_lacks_every_file() {
        let folder = folder(&[]);
        assert_eq!(
            told(&folder.path().join("new"), &[output("src/a.rs")]),
            ["+src/a.rs"]
        );
    }

    #[test]
    fn line_ends_of_windows_are_no_difference() {
        let folder = folder(&[("src/a.rs", "// @generated by a test\r\n")]);
        assert!(told(folder.path(), &[output("src/a.rs")]).is_empty());
    }

    #[test]
    fn what_people_put_in_the_way_is_refused() {
        let folder = folder(&[
            ("src/lib.rs", "fn main() {}"),
            ("src/folder.rs/a.rs", MARKED),
            ("src/file", MARKED),
        ]);
        let cases = [
            (
                "src/lib.rs",
                "src/lib.rs is not a generated file; move it away or choose another --out",
            ),
            ("src/folder.rs", "src/folder.rs is a folder"),
            ("src/file/a.rs", "src/file is not a folder"),
        ];
        for (path, expected) in cases {
            let plan = plan(folder.path(), &[output(path)]).unwrap();
            assert_eq!(plan.obstacles.len(), 1);
            assert!(plan.obstacles[0].contains(expected), "{:?}", plan.obstacles);
        }
    }

    #[test]
    fn a_path_that_the_generator_does_not_own_is_refused() {
        let folder = folder(&[]);
        for path in [
            "../a.rs",
            "/a.rs",
            "src/../../a.rs",
            "build.rs",
            "src/notes.md",
            "examples/a.rs",
        ] {
            assert!(plan(folder.path(), &[output(path)]).is_err(), "{path}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_are_not_followed() {
        let elsewhere = folder(&[("a.rs", MARKED)]);
        let folder = folder(&[]);
        std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("src")).unwrap();
        assert!(told(folder.path(), &[]).is_empty());
        let plan = plan(folder.path(), &[output("src/b.rs")]).unwrap();
        assert!(plan.obstacles[0].contains("src is a symbolic link"));
    }
}
