//! Where the repository is, and how its files are called in messages.

use std::error::Error;
use std::path::{Path, PathBuf};

use generator::{Edits, Overlay};

use crate::cli::Telling;
use crate::effective::refused;
use crate::failure::Failure;
use crate::settings::{self, Settings};

/// The settings, from the root of the repository.
pub(crate) const SETTINGS: &str = settings::PATH;

/// The folder of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Root(PathBuf);

impl Root {
    /// The nearest folder that holds `spec/generate.toml`, from the current one upwards.
    pub(crate) fn find() -> Result<Self, Failure> {
        let current = std::env::current_dir().map_err(|error| {
            Failure::usage(format!("the current folder cannot be used: {error}"))
        })?;
        Self::find_from(&current)
    }

    fn find_from(folder: &Path) -> Result<Self, Failure> {
        folder
            .ancestors()
            .find(|ancestor| ancestor.join(SETTINGS).is_file())
            .map(|ancestor| Self(ancestor.to_owned()))
            .ok_or_else(|| {
                Failure::usage(format!(
                    "neither {} nor a folder above it holds {SETTINGS}; run this inside the repository",
                    folder.display()
                ))
            })
    }

    /// The path of `relative` below the repository.
    pub(crate) fn join(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.0.join(relative)
    }

    /// What `spec/generate.toml` says.
    pub(crate) fn settings(&self) -> Result<Settings, Failure> {
        let text = std::fs::read_to_string(self.join(SETTINGS))
            .map_err(|error| Failure::usage(format!("{SETTINGS} cannot be read: {error}")))?;
        Settings::parse(&text).map_err(|error| Failure::usage(format!("{SETTINGS}: {error}")))
    }

    /// What the settings change of the document.
    pub(crate) fn edits(&self, settings: &Settings, telling: Telling) -> Result<Edits, Failure> {
        let overlays = settings.overlays.iter().map(|path| {
            let bytes = std::fs::read(self.join(path)).map_err(|error| error.to_string());
            overlay(path, bytes, Some(settings), telling)
        });
        Ok(Edits {
            overlays: overlays.collect::<Result<_, Failure>>()?,
            operations: settings.operations.clone(),
        })
    }

    /// Makes `spec/generate.toml` say that the crate carries tests, if it does not.
    pub(crate) fn remember_tests(&self) -> Result<(), Failure> {
        if self.settings()?.tests {
            return Ok(());
        }
        let path = self.join(SETTINGS);
        let remember = || -> Result<(), Box<dyn Error>> {
            let text = settings::with_tests(&std::fs::read_to_string(&path)?)?;
            Ok(std::fs::write(&path, text)?)
        };
        remember()
            .map_err(|error| Failure::unusable(format!("{SETTINGS} cannot be changed: {error}")))
    }
}

/// The overlay that stands in a file; `bytes` are the contents, or why there are none.
pub(crate) fn overlay(
    shown: &str,
    bytes: Result<Vec<u8>, String>,
    settings: Option<&Settings>,
    telling: Telling,
) -> Result<Overlay, Failure> {
    let bytes = bytes.map_err(|why| {
        Failure::usage(format!(
            "the overlay {shown}, which `overlays` in {SETTINGS} names, cannot be read: {why}"
        ))
    })?;
    Overlay::read(shown, &bytes).map_err(|error| {
        let failure = Failure::unusable(format!("{shown} is no overlay that can be applied"));
        refused(error, shown, settings, telling, failure)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_root_is_found_from_a_folder_below_it() {
        let folder = tempfile::tempdir().unwrap();
        let below = folder.path().join("generator/src");
        std::fs::create_dir_all(&below).unwrap();
        std::fs::create_dir(folder.path().join("spec")).unwrap();
        std::fs::write(folder.path().join(SETTINGS), "").unwrap();
        assert_eq!(
            Root::find_from(&below).unwrap(),
            Root(folder.path().to_owned())
        );
    }

    #[test]
    fn outside_of_a_repository_the_message_names_the_file_that_is_missing() {
        let folder = tempfile::tempdir().unwrap();
        let failure = Root::find_from(folder.path()).unwrap_err();
        assert!(failure.is_usage());
        assert!(
            failure.to_string().contains("spec/generate.toml"),
            "{failure}"
        );
    }
}
