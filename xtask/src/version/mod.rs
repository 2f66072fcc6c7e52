//! A version that tells the truth: what the next one of the generated crate has to be, after what the document, the
//! overlays and the settings brought since the last release.
//!
//! What another generator does to callers is not compared, and neither is what `[dependencies]` asks for.

mod changelog;
mod number;
mod release;

use std::{fs, io};

use generator::{Compared, Comparison, Source, SourceCode, Wire};

use crate::comparison::{self, Sides};
use crate::crate_files::{self, Change};
use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::marked_files::MANIFEST;
use crate::regeneration::Regeneration;
use crate::root::Root;
use crate::settings::Settings;
use crate::view::View;
use crate::{manifest, pinned};

use changelog::Entry;
use number::{Effect, Version};
use release::Release;

const CHANGELOG: &str = "CHANGELOG.md";

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
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    /// There is no release of a package of this name.
    First,
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
        let current = manifest::version(text)
            .ok_or("the manifest does not say it itself")
            .and_then(|version| {
                Version::parse(&version).ok_or("only three numbers have a next version")
            })?;
        let kind = match release::last(root, &package)? {
            None => Kind::First,
            Some(release) => match compare(root, &release, &regeneration.source, settings)? {
                comparison if comparison.changes.is_empty() => Kind::Unchanged(release),
                comparison => Kind::Changed(release, comparison),
            },
        };
        Ok(Self {
            package,
            current,
            kind,
        })
    }

    /// The version that the crate has to have: never a lower one than people chose.
    fn next(&self) -> Version {
        match &self.kind {
            Kind::First | Kind::Unchanged(_) => self.current,
            Kind::Changed(release, comparison) => {
                let next = release.version.next(Effect::of(comparison));
                next.max(self.current)
            }
        }
    }

    /// One line about it.
    pub(crate) fn told(&self, is_written: bool) -> String {
        let (current, next) = (self.current, self.next());
        let mut text = match &self.kind {
            Kind::First => format!("version: {current}, the first of {}", self.package),
            Kind::Unchanged(release) => format!(
                "version: {current}; the document is the one of {} ({})",
                release.version, release.commit
            ),
            Kind::Changed(release, comparison) => {
                let what = match (next == current, is_written) {
                    (true, _) => format!("{current} is right"),
                    (false, true) => format!("{next} in place of {current}"),
                    (false, false) => {
                        format!(
                            "{next} has to follow {current}, `cargo xtask regen --bump` writes it"
                        )
                    }
                };
                format!(
                    "version: {what}; since {} ({}), {}{}",
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
            Kind::Unchanged(_) => return Ok(Vec::new()),
            Kind::First => (None, changelog::first()),
            Kind::Changed(release, comparison) => {
                (Some(release.version), changelog::text(comparison))
            }
        };
        let version = self.next().to_string();
        let today = jiff::Timestamp::now().to_string();
        let entry = Entry {
            version: self.next(),
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
                Kind::First if file.is_some() => Ok(None),
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
        let old = view.of(Reader::default().parse(&location, &release.document)?);
        let new = Compared {
            source: new,
            config: &settings.config(),
        };
        let sides = Sides {
            old: old.compared(),
            new,
        };
        sides.compare()
    };
    compare().map_err(|failure| failure.to_string())
}

/// From the text of a file, if there is one, to another one, if there is to be one.
type Edit<'a> = &'a dyn Fn(Option<&str>) -> Result<Option<String>, String>;

/// The change that an edit makes to a file, if it makes any.
fn change(root: &Root, path: &str, edit: Edit<'_>) -> Result<Option<Change>, Failure> {
    let file = root.join(crate::regeneration::OUT).join(path);
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
        .map(|after| Change::new(path, before.as_deref(), after)))
}
