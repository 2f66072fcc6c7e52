//! Brings changes to disk so that neither a kill nor a failing disk leaves a file half written.
//!
//! All new contents are staged in a folder beside their targets and renamed into place. When one of the steps fails,
//! those before it are undone.

use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use tempfile::TempDir;

use crate::crate_files::Change;

/// Begin of the name of a staging folder. It is hidden, so that nothing takes it for sources.
const STAGING: &str = ".regen-";

/// What the disk refused.
#[derive(Debug)]
pub(crate) struct WriteError {
    path: PathBuf,
    error: io::Error,
}

impl WriteError {
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.to_owned();
        move |error| Self { path, error }
    }
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} cannot be written: {}; nothing was changed",
            self.path.display(),
            self.error
        )
    }
}

/// Makes the changes below `folder`, which exists: all of them, or none and an error.
pub(crate) fn apply(folder: &Path, changes: &[Change]) -> Result<(), WriteError> {
    let mut done = Done::default();
    // Keeps the old contents, too, and so has to live until all is done or undone.
    let staging = TempDir::with_prefix_in(STAGING, folder).map_err(WriteError::at(folder))?;
    let result = stage_and_rename(folder, staging.path(), changes, &mut done);
    match &result {
        Ok(()) => remove_empty_folders(folder, changes),
        Err(_) => done.undo(),
    }
    result
}

/// Removes what killed runs left in `folder`. No other run may be at work there.
pub(crate) fn remove_stale(folder: &Path) {
    // What cannot be removed does no harm: it is hidden, and the next run tries again.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let stale = entry.file_name().to_string_lossy().starts_with(STAGING)
            && entry.file_type().is_ok_and(|kind| kind.is_dir());
        if stale {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn stage_and_rename(
    folder: &Path,
    staging: &Path,
    changes: &[Change],
    done: &mut Done,
) -> Result<(), WriteError> {
    let new = |index: usize| staging.join(format!("{index}.new"));
    for (index, change) in changes.iter().enumerate() {
        if let Change::Create { after, .. } | Change::Update { after, .. } = change {
            fs::write(new(index), after).map_err(WriteError::at(&folder.join(change.path())))?;
        }
    }
    for (index, change) in changes.iter().enumerate() {
        let target = folder.join(change.path());
        let kept = staging.join(format!("{index}.old"));
        match change {
            Change::Create { .. } => done.create(&new(index), &target),
            Change::Update { .. } => done.update(&new(index), &target, &kept),
            Change::Delete { .. } => done.delete(&target, kept),
        }?;
    }
    Ok(())
}

/// What was done so far, for the case that it has to be undone.
#[derive(Debug, Default)]
struct Done {
    created_folders: Vec<PathBuf>,
    files: Vec<DoneFile>,
}

#[derive(Debug)]
struct DoneFile {
    target: PathBuf,
    /// Where the old contents are kept; `None` for a new file.
    kept: Option<PathBuf>,
}

impl Done {
    fn create_folders(&mut self, folder: &Path) -> Result<(), WriteError> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|ancestor| !ancestor.as_os_str().is_empty() && !ancestor.is_dir())
            .collect();
        while let Some(folder) = missing.pop() {
            fs::create_dir(folder).map_err(WriteError::at(folder))?;
            self.created_folders.push(folder.to_owned());
        }
        Ok(())
    }

    fn create(&mut self, new: &Path, target: &Path) -> Result<(), WriteError> {
        if let Some(folder) = target.parent() {
            self.create_folders(folder)?;
        }
        fs::rename(new, target).map_err(WriteError::at(target))?;
        self.push(target, None);
        Ok(())
    }

    fn update(&mut self, new: &Path, target: &Path, kept: &Path) -> Result<(), WriteError> {
        // A link keeps the old file without a moment in which there is none; some file systems have no links.
        fs::hard_link(target, kept)
            .or_else(|_| fs::copy(target, kept).map(drop))
            .map_err(WriteError::at(target))?;
        fs::rename(new, target).map_err(WriteError::at(target))?;
        self.push(target, Some(kept.to_owned()));
        Ok(())
    }

    fn delete(&mut self, target: &Path, kept: PathBuf) -> Result<(), WriteError> {
        fs::rename(target, &kept).map_err(WriteError::at(target))?;
        self.push(target, Some(kept));
        Ok(())
    }

    fn push(&mut self, target: &Path, kept: Option<PathBuf>) {
        self.files.push(DoneFile {
            target: target.to_owned(),
            kept,
        });
    }

    // A disk that refuses to undo leaves nothing to try; the next run compares with what is there.

    fn undo(&mut self) {
        while let Some(file) = self.files.pop() {
            let _ = match file.kept {
                Some(kept) => fs::rename(kept, file.target),
                None => fs::remove_file(file.target),
            };
        }
        while let Some(folder) = self.created_folders.pop() {
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Removes the folders below `folder` in which a deleted file was the last one.
fn remove_empty_folders(folder: &Path, changes: &[Change]) {
    for change in changes {
        if let Change::Delete { path, .. } = change {
            for parent in Path::new(path).ancestors().skip(1) {
                // Only an empty folder can be removed like this; its parent may be empty then.
                let removed =
                    !parent.as_os_str().is_empty() && fs::remove_dir(folder.join(parent)).is_ok();
                if !removed {
                    break;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn create(path: &str) -> Change {
        Change::new(path, None, "new".to_owned())
    }

    fn update(path: &str) -> Change {
        Change::new(path, Some(b"old"), "new".to_owned())
    }

    fn delete(path: &str) -> Change {
        Change::Delete {
            path: path.to_owned(),
            before: "old".to_owned(),
        }
    }

    /// Every file and folder below `folder`, with the contents of the files.
    fn listing(folder: &Path) -> Vec<String> {
        let mut lines = Vec::new();
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_str().unwrap();
            if path.is_dir() {
                lines.push(format!("{name}/"));
                lines.extend(listing(&path).iter().map(|line| format!("{name}/{line}")));
            } else {
                lines.push(format!("{name}: {}", fs::read_to_string(&path).unwrap()));
            }
        }
        lines.sort();
        lines
    }

    fn folder_with(paths: &[&str]) -> TempDir {
        let folder = tempfile::tempdir().unwrap();
        for path in paths {
            let path = folder.path().join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "old").unwrap();
        }
        folder
    }

    #[test]
    fn files_are_created_changed_and_deleted_and_empty_folders_removed() {
        let folder = folder_with(&["a", "src/b/c/d", "src/e"]);
        apply(
            folder.path(),
            &[create("x/y"), update("a"), delete("src/b/c/d")],
        )
        .unwrap();
        assert_eq!(
            listing(folder.path()),
            ["a: new", "src/", "src/e: old", "x/", "x/y: new"]
        );
    }

    #[test]
    fn a_step_that_fails_undoes_all_before_it() {
        let folder = folder_with(&["a", "b", "in-the-way/file"]);
        let before = listing(folder.path());
        let changes = [
            create("x/y"),
            update("a"),
            delete("b"),
            create("in-the-way"),
        ];
        let error = apply(folder.path(), &changes).unwrap_err().to_string();
        assert!(error.contains("in-the-way cannot be written"), "{error}");
        assert_eq!(listing(folder.path()), before);
    }

    #[test]
    fn what_a_killed_run_left_is_removed() {
        let folder = folder_with(&[".regen-abc/0.new", ".regenerate/file", "a"]);
        remove_stale(folder.path());
        assert_eq!(
            listing(folder.path()),
            [".regenerate/", ".regenerate/file: old", "a: old"]
        );
    }
}
