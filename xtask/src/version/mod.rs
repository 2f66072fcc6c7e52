//! A version that tells the truth: what the next one of the generated crate has to be, after what the document, the
//! overlays and the settings brought since the last release.
//!
//! What another generator does to callers is not compared, and neither is what `[dependencies]` asks for.

mod changelog;
mod number;
mod release;
mod sections;

use std::{fs, io};

use generator::{Compared, Comparison, Source, SourceCode, Wire};

use crate::comparison::{self, Sides};
use crate::crate_files::{self, Change};
use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::marked_files::MANIFEST;
use crate::regeneration::{OUT, Regeneration};
use crate::root::Root;
use crate::settings::Settings;
use crate::view::View;
use crate::{manifest, pinned};

use changelog::Entry;
use number::{Effect, Version};
use release::{Last, Release};

const CHANGELOG: &str = "CHANGELOG.md";

/// The version with which a package begins.
const FIRST: Version = Version::new(0, 1, 0);

/// From the folder of the crate.
const LOCK: &str = "../Cargo.lock";

/// Whether somebody has to do something about a change.
fn breaks(wire: Wire, source: SourceCode) -> bool {
    wire == Wire::Breaks || source == SourceCode::Breaks
}

/// What there is to say about the version of a crate.
#[derive(Debug)]
pub(crate) struct Proposal {
    package: String,
    /// The one in the manifest.
    current: Version,
    /// Whether an earlier run wrote it, and nobody committed or touched it since. Then it binds nobody.
    is_ours: bool,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// There is no release of a package of this name, which begins with this version.
    First(Version),
    /// The document says the same as it did at the release.
    Unchanged(Release),
    /// It says something else.
    Changed(Release, Comparison),
}

impl Proposal {
    /// Compares the document of the last release with the one of the regeneration. An error is a sentence on why there is
    /// nothing to propose.
    pub(crate) fn find(
        root: &Root,
        settings: &Settings,
        regeneration: &Regeneration,
    ) -> Result<Self, String> {
        let text = &regeneration.manifest;
        let package = manifest::package_name(text).unwrap_or_default();
        let current = current(text)?;
        let kind = match release::last(root, &package)? {
            // Inherited with the rest of a clone, and nobody's choice.
            Last::OfAnother(version) if version == current.to_string() => Kind::First(FIRST),
            Last::OfAnother(_) | Last::None => Kind::First(current),
            Last::Release(release) => {
                match compare(root, &release, &regeneration.source, settings)? {
                    comparison if comparison.changes.is_empty() => Kind::Unchanged(release),
                    comparison => Kind::Changed(release, comparison),
                }
            }
        };
        let is_ours = match &kind {
            Kind::First(_) => false,
            Kind::Unchanged(release) | Kind::Changed(release, _) => {
                let changelog = fs::read_to_string(root.join(OUT).join(CHANGELOG));
                current != release.version
                    && changelog.is_ok_and(|file| changelog::is_ours(&file, current))
            }
        };
        Ok(Self {
            package,
            current,
            is_ours,
            kind,
        })
    }

    /// The version that the crate has to have: never a lower one than people chose.
    fn next(&self) -> Version {
        match &self.kind {
            Kind::First(version) => *version,
            Kind::Unchanged(release) if self.is_ours => release.version,
            Kind::Unchanged(_) => self.current,
            Kind::Changed(release, comparison) => {
                let next = release.version.next(Effect::of(comparison));
                match self.is_ours {
                    true => next,
                    false => next.max(self.current),
                }
            }
        }
    }

    /// One line about it.
    pub(crate) fn told(&self, is_written: bool) -> String {
        let (current, next) = (self.current, self.next());
        let is_step = matches!(self.kind, Kind::Changed(..)) && next > current;
        let what = match (next == current, is_written, is_step) {
            (true, ..) => current.to_string(),
            (false, true, _) => format!("{next} in place of {current}"),
            (false, false, true) => {
                format!("{next} has to follow {current}, `cargo xtask regen --bump` writes it")
            }
            (false, false, false) => {
                format!("{next} in place of {current}, if `cargo xtask regen --bump` writes it")
            }
        };
        let mut text = match &self.kind {
            Kind::First(_) => format!("version: {what}, the first of {}", self.package),
            Kind::Unchanged(release) => format!(
                "version: {what}; the document is the one of {} ({})",
                release.version, release.commit
            ),
            Kind::Changed(release, comparison) => {
                let right = if next == current { " is right" } else { "" };
                format!(
                    "version: {what}{right}; since {} ({}), {}{}",
                    release.version,
                    release.commit,
                    comparison::summary(comparison),
                    why(comparison)
                )
            }
        };
        text.push('\n');
        text
    }

    /// What has to be written in the folder of the crate, whose manifest will be the one of the regeneration.
    pub(crate) fn changes(
        &self,
        root: &Root,
        regeneration: &Regeneration,
    ) -> Result<Vec<Change>, Failure> {
        let (released, text) = match &self.kind {
            Kind::Unchanged(_) if !self.is_ours => return Ok(Vec::new()),
            Kind::Unchanged(release) => (Some(release.version), String::new()),
            Kind::First(_) => (None, changelog::first()),
            Kind::Changed(release, comparison) => {
                (Some(release.version), changelog::text(comparison))
            }
        };
        let version = self.next().to_string();
        let today = jiff::Timestamp::now().to_string();
        let entry = Entry {
            version: self.next(),
            is_chosen: released.is_some_and(|it| self.current != it) && !self.is_ours,
            released,
            date: today.split('T').next().unwrap_or_default(),
            text: &text,
        };
        let edits: [(&str, Edit<'_>); 3] = [
            (MANIFEST, &|_| {
                // Then the regeneration writes it, if need be.
                if self.next() == self.current {
                    return Ok(None);
                }
                let text = manifest::with_version(&regeneration.manifest, &version);
                text.map(Some).map_err(|error| error.to_string())
            }),
            (CHANGELOG, &|file| match &self.kind {
                // It has been begun, and so says what there is to say.
                Kind::First(_) if file.is_some() => Ok(None),
                Kind::Unchanged(_) => {
                    let without = |file| changelog::without_entry(file, self.current);
                    Ok(Some(file.and_then(without).unwrap_or_default()))
                }
                _ => Ok(Some(changelog::with_entry(file, entry))),
            }),
            (LOCK, &|lock| {
                let edit = |lock| manifest::lock_with_version(lock, &self.package, &version);
                lock.map(edit)
                    .transpose()
                    .map_err(|error| error.to_string())
            }),
        ];
        let mut changes = Vec::new();
        for (path, edit) in edits {
            changes.extend(change(root, path, edit)?);
        }
        Ok(changes)
    }
}

/// The version of a manifest.
fn current(manifest: &str) -> Result<Version, String> {
    let version = manifest::version(manifest).ok_or("the manifest does not say it itself")?;
    Version::parse(&version).ok_or_else(|| {
        let numbers = version.split(['-', '+']).next().unwrap_or_default();
        format!(
            "it is {version} now, and only three numbers have a next version; write {numbers} into {OUT}/{MANIFEST} when it is to be released"
        )
    })
}

/// Why a version counts as one that breaks, where the compiler will not tell.
fn why(comparison: &Comparison) -> &'static str {
    match (comparison.wire(), comparison.source()) {
        (Wire::Breaks, SourceCode::Same | SourceCode::Adds) => {
            "; that counts as breaking, because programs take compatible versions unseen"
        }
        _ => "",
    }
}

fn compare(
    root: &Root,
    release: &Release,
    new: &Source,
    settings: &Settings,
) -> Result<Comparison, String> {
    let location = Location::Git {
        revision: release.commit.clone(),
        path: pinned::PATH.to_owned(),
    };
    let compare = || {
        let view = View::of_revision(root, settings, &release.commit)?;
        let old = view.of(Reader::default().parse(&location, &release.document)?)?;
        let new = Compared {
            source: new,
            config: &settings.config(),
        };
        let sides = Sides {
            old: old.compared(),
            new,
        };
        sides.compare(old.settings(), Some(settings))
    };
    compare().map_err(|failure| failure.to_string())
}

/// From the text of a file, if there is one, to another one, if there is to be one. Of an empty one nothing is left.
type Edit<'a> = &'a dyn Fn(Option<&str>) -> Result<Option<String>, String>;

/// The change that an edit makes to a file, if it makes any.
fn change(root: &Root, path: &str, edit: Edit<'_>) -> Result<Option<Change>, Failure> {
    let file = root.join(OUT).join(path);
    let name = path.trim_start_matches("../");
    let refused = |why: &str| Failure::usage(format!("{name} {why}; nothing was written"));
    if fs::symlink_metadata(&file).is_ok_and(|found| !found.is_file()) {
        return Err(refused("is not a file of its own; move it away"));
    }
    let before = match fs::read(&file) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(crate_files::unreadable(&file, &error)),
    };
    if before
        .as_ref()
        .is_some_and(|bytes| str::from_utf8(bytes).is_err())
    {
        return Err(refused("is not UTF-8 text; mend it"));
    }
    let text = before.as_deref().map(crate_files::text);
    let after = edit(text.as_deref()).map_err(|error| refused(&error))?;
    let has_line_ends_of_windows = before
        .as_deref()
        .is_some_and(|before| before.contains(&b'\r'));
    Ok(after
        .filter(|after| text.as_ref() != Some(after))
        .map(|after| match has_line_ends_of_windows {
            true => after.replace('\n', "\r\n"),
            false => after,
        })
        .map(|after| match (after.is_empty(), &text) {
            (true, Some(before)) => Change::Delete {
                path: path.to_owned(),
                before: before.clone(),
            },
            _ => Change::new(path, before.as_deref(), after),
        }))
}
