//! The last release of the generated crate, as Git has it: the state of the repository at the last commit that changed the
//! version or the name of the package.
//!
//! Nothing has to be kept beside the history for that, and what was merged without a new version since then is counted.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use super::number::Version;
use crate::root::Root;
use crate::{manifest, pinned};

const MANIFEST: &str = "./generated-client/Cargo.toml";

/// What there is to know about it.
#[derive(Debug)]
pub(crate) struct Release {
    /// The commit, short as people write it.
    pub(crate) commit: String,
    pub(crate) version: Version,
    /// What stood in spec/openapi.json.
    pub(crate) document: Vec<u8>,
}

/// What Git has of a package.
#[derive(Debug)]
pub(crate) enum Last {
    /// Its last release.
    Release(Release),
    /// The last release is one of another package, whose version this was.
    OfAnother(String),
    /// No release of any.
    None,
}

/// The last release of `package`. An error is a sentence on why that cannot be told.
pub(crate) fn last(root: &Root, package: &str) -> Result<Last, String> {
    let git = Git(root.join(""));
    git.text(&["rev-parse", "--git-dir"])?;
    // Before the first commit.
    if git
        .optional(&["rev-parse", "--verify", "--quiet", "HEAD"])
        .is_none()
    {
        return Ok(Last::None);
    }
    // Merges count as the one step that they are for those who follow the branch.
    let commits = git.text(&[
        "log",
        "--first-parent",
        "-m",
        "--format=%H",
        "-G(version|name)",
        "--",
        MANIFEST,
    ])?;
    for commit in commits.lines() {
        let here = git.package(commit);
        let parent = format!("{commit}^");
        let is_first = git
            .optional(&["rev-parse", "--verify", "--quiet", &parent])
            .is_none();
        if is_first && git.text(&["rev-parse", "--is-shallow-repository"])?.trim() == "true" {
            return Err(
                "the history is cut off before it; `git fetch --unshallow` gets all of it"
                    .to_owned(),
            );
        }
        if is_first || git.package(&parent) != here {
            return match here {
                Some((name, version)) if name == package => {
                    git.release(commit, &version).map(Last::Release)
                }
                Some((_, version)) => Ok(Last::OfAnother(version)),
                None => Ok(Last::None),
            };
        }
    }
    Ok(Last::None)
}

/// Git, in the folder of the repository, which can be a part of one of Git's.
struct Git(PathBuf);

impl Git {
    fn release(&self, commit: &str, version: &str) -> Result<Release, String> {
        let version = Version::parse(version).ok_or_else(|| {
            format!(
                "it was {version} at {commit}, and only three numbers have a next version; commit one of three numbers in {MANIFEST}"
            )
        })?;
        let short = self.text(&["rev-parse", "--short", commit])?;
        let file = |path: &str| self.bytes(&["show", &format!("{commit}:./{path}")]);
        Ok(Release {
            commit: short.trim().to_owned(),
            version,
            document: file(pinned::PATH)?,
        })
    }

    /// The name and the version of the package at a revision.
    fn package(&self, revision: &str) -> Option<(String, String)> {
        let text = self.optional(&["show", &format!("{revision}:{MANIFEST}")])?;
        Some((manifest::package_name(&text)?, manifest::version(&text)?))
    }

    fn optional(&self, arguments: &[&str]) -> Option<String> {
        self.text(arguments).ok()
    }

    fn text(&self, arguments: &[&str]) -> Result<String, String> {
        let bytes = self.bytes(arguments)?;
        Ok(String::from_utf8_lossy(&bytes).into_owned())
    }

    fn bytes(&self, arguments: &[&str]) -> Result<Vec<u8>, String> {
        let output = Command::new("git")
            .args(arguments)
            .current_dir(&self.0)
            .stdin(Stdio::null())
            .output()
            .map_err(|error| format!("git cannot be run: {error}"))?;
        if output.status.success() {
            return Ok(output.stdout);
        }
        let said = String::from_utf8_lossy(&output.stderr);
        let said = said.lines().next().unwrap_or("no reason");
        Err(format!("git tells {said}"))
    }
}
