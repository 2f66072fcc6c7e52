//! One regeneration at a time in a folder: another one would take the first one's staging folder for a leftover.

use std::fs::{self, File, Metadata, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// How often the folder may vanish while its lock is waited for: other runs remove what they created in vain.
const TRIES: usize = 1000;

/// The lock of a folder, until it is dropped or the process ends in whatever way.
///
/// It is on the folder itself: a file for it would have to stand in the crate, or in a place that all runs agree on.
#[derive(Debug)]
pub(crate) struct FolderLock {
    /// Also keeps the lock; `None` on systems or disks that cannot lock folders.
    handle: Option<File>,
    created: Vec<PathBuf>,
}

impl FolderLock {
    /// Creates `folder` if need be and waits, after a call of `on_wait`, until no other run holds its lock.
    pub(crate) fn acquire(folder: &Path, on_wait: &dyn Fn()) -> Result<Self, Failure> {
        let mut lock = Self {
            handle: None,
            created: Vec::new(),
        };
        let mut tries_left = TRIES;
        loop {
            tries_left -= 1;
            match lock.try_acquire(folder, on_wait) {
                Ok(()) => return Ok(lock),
                // The run that held the lock has removed the folder, which it had created in vain.
                Err(error) if error.kind() == io::ErrorKind::NotFound && tries_left > 0 => {}
                Err(error) => {
                    return Err(Failure::unusable(format!(
                        "{} cannot be written: {error}; nothing was changed",
                        folder.display()
                    )));
                }
            }
        }
    }

    /// Whether no other run can be at work. Where folders cannot be locked (Windows, some network disks), nobody knows.
    pub(crate) fn is_exclusive(&self) -> bool {
        self.handle.is_some()
    }

    fn try_acquire(&mut self, folder: &Path, on_wait: &dyn Fn()) -> io::Result<()> {
        self.create(folder)?;
        let handle = match File::open(folder) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(error),
            // A folder that cannot be opened like a file cannot be locked.
            Err(_) => return Ok(()),
            Ok(handle) => handle,
        };
        match handle.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                on_wait();
                handle.lock()?;
            }
            // This system or disk does not lock folders.
            Err(TryLockError::Error(_)) => return Ok(()),
        }
        if !same_folder(&handle.metadata()?, &fs::metadata(folder)?) {
            return Err(io::ErrorKind::NotFound.into());
        }
        self.handle = Some(handle);
        Ok(())
    }

    fn create(&mut self, folder: &Path) -> io::Result<()> {
        let mut missing: Vec<&Path> = folder
            .ancestors()
            .take_while(|ancestor| !ancestor.as_os_str().is_empty() && !ancestor.is_dir())
            .collect();
        while let Some(folder) = missing.pop() {
            match fs::create_dir(folder) {
                Ok(()) => self.created.push(folder.to_owned()),
                // Another run was faster.
                Err(_) if folder.is_dir() => {}
                // It was, and has removed the folder again.
                Err(error)
                    if error.kind() == io::ErrorKind::AlreadyExists
                        && fs::symlink_metadata(folder).is_err() =>
                {
                    return Err(io::ErrorKind::NotFound.into());
                }
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

impl Drop for FolderLock {
    /// Removes folders that were created in vain, while the lock is still held.
    fn drop(&mut self) {
        while let Some(folder) = self.created.pop() {
            // Only an empty folder can be removed like this.
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(unix)]
fn same_folder(a: &Metadata, b: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    (a.dev(), a.ino()) == (b.dev(), b.ino())
}

/// Elsewhere a folder that is open cannot be removed.
#[cfg(not(unix))]
fn same_folder(_: &Metadata, _: &Metadata) -> bool {
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acquire(folder: &Path) -> FolderLock {
        FolderLock::acquire(folder, &|| {}).unwrap()
    }

    #[test]
    fn a_folder_that_was_created_in_vain_is_removed() {
        let parent = tempfile::tempdir().unwrap();
        let folder = parent.path().join("a/b");
        let lock = acquire(&folder);
        assert!(folder.is_dir());
        drop(lock);
        assert_eq!(fs::read_dir(parent.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_was_there_or_is_in_use_stays() {
        let parent = tempfile::tempdir().unwrap();
        let used = parent.path().join("a/b");
        let lock = acquire(&used);
        fs::write(used.join("file"), "").unwrap();
        drop(lock);
        assert!(used.join("file").exists());

        let empty = parent.path().join("empty");
        fs::create_dir(&empty).unwrap();
        drop(acquire(&empty));
        assert!(empty.exists());
    }

    #[test]
    fn a_folder_that_cannot_be_created_is_a_failure() {
        let parent = tempfile::tempdir().unwrap();
        fs::write(parent.path().join("file"), "").unwrap();
        let failure = FolderLock::acquire(&parent.path().join("file/a"), &|| {}).unwrap_err();
        assert!(
            failure.to_string().contains("file/a cannot be written: "),
            "{failure}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_lock_ends_where_the_next_one_begins() {
        use std::sync::atomic::{AtomicBool, Ordering};

        let parent = tempfile::tempdir().unwrap();
        // Created and removed over and over, so that some threads wait for a folder that is gone.
        let folder = parent.path().join("a/b");
        let at_work = AtomicBool::new(false);
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        let lock = acquire(&folder);
                        assert!(lock.is_exclusive());
                        assert!(folder.is_dir());
                        assert!(!at_work.swap(true, Ordering::SeqCst), "two at once");
                        std::thread::yield_now();
                        at_work.store(false, Ordering::SeqCst);
                    }
                });
            }
        });
    }
}
