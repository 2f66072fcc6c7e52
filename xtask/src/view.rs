//! What the settings make of documents that are compared: those of now, or those of an earlier commit.
//!
//! A comparison is no place to insist that all of the settings fits: what finds nothing in one of two documents is told and
//! passed over there. `regen` insists.

use generator::{Compared, Config, EditError, Edits, PackageName, Source};

use crate::cli::Telling;
use crate::failure::Failure;
use crate::fetch::http::Limits;
use crate::findings::Told;
use crate::root::{self, Root, SETTINGS};
use crate::settings::Settings;
use crate::{git, output};

/// Settings, with what stands in the files that they name.
#[derive(Debug, Clone)]
pub(crate) struct View {
    /// What the choices are from; `None` without any.
    settings: Option<Settings>,
    config: Config,
    edits: Edits,
}

impl View {
    /// Documents as they are.
    pub(crate) fn plain(name: &PackageName) -> Self {
        Self {
            settings: None,
            config: Config::new(name.clone()),
            edits: Edits::default(),
        }
    }

    /// By the settings that the repository has now.
    pub(crate) fn of_now(root: &Root, settings: &Settings) -> Result<Self, Failure> {
        Ok(Self {
            settings: Some(settings.clone()),
            config: settings.config(),
            edits: root.edits(settings, Telling::default())?,
        })
    }

    /// By the settings that the repository had at a revision. What cannot be read there is told: in place of the settings
    /// are those of now, an overlay is left out.
    pub(crate) fn of_revision(
        root: &Root,
        settings: &Settings,
        revision: &str,
    ) -> Result<Self, Failure> {
        let show = |path: &str| {
            // From the root of the repository, which can be a part of one of Git's.
            git::show(
                &root.join(""),
                revision,
                &format!("./{path}"),
                Limits::default(),
            )
        };
        let then = show(SETTINGS)
            .and_then(|bytes| Settings::parse(&String::from_utf8_lossy(&bytes)))
            .map_err(|why| why.trim_end().to_owned());
        let then = match then {
            Ok(then) => then,
            Err(why) => {
                output::message(&format!(
                    "warning: {SETTINGS} of {revision} cannot be used, so that the one of now stands in for it: {why}"
                ));
                return Self::of_now(root, settings);
            }
        };
        let overlays = then.overlays.iter().filter_map(|path| {
            let shown = format!("git:{revision}:{path}");
            root::overlay(&shown, show(path), None, Telling::default())
                .inspect_err(|failure| output::message(&format!("warning: {failure}")))
                .ok()
        });
        Ok(Self {
            edits: Edits {
                overlays: overlays.collect(),
                operations: then.operations.clone(),
            },
            config: then.config(),
            settings: Some(then),
        })
    }

    /// What is made of a document.
    pub(crate) fn of(&self, source: Source) -> Result<Viewed<'_>, Failure> {
        let edited = self.edits.apply_what_fits(source);
        for misfit in &edited.misfits {
            if let EditError::Refused { source, report } = misfit {
                let settings = self.settings.as_ref();
                Told::new(report, source, settings, Telling::default()).print()?;
            }
        }
        Ok(Viewed {
            source: edited.source,
            view: self,
        })
    }
}

/// A document, and what is chosen for its client.
#[derive(Debug)]
pub(crate) struct Viewed<'a> {
    source: Source,
    view: &'a View,
}

impl Viewed<'_> {
    pub(crate) fn compared(&self) -> Compared<'_> {
        Compared {
            source: &self.source,
            config: &self.view.config,
        }
    }

    /// What its choices are from.
    pub(crate) fn settings(&self) -> Option<&Settings> {
        self.view.settings.as_ref()
    }
}
