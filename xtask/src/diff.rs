//! `cargo xtask diff`: compares two documents.

use std::path::Path;
use std::process::ExitCode;

use generator::{SourceCode, Wire};

use crate::cli::DiffOptions;
use crate::comparison::{self, Sides};
use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::output;
use crate::root::Root;
use crate::settings::Settings;
use crate::view::View;

/// What breaks somebody.
pub(crate) const BREAKS: u8 = 4;

/// Runs the command.
pub(crate) fn run(root: &Root, options: &DiffOptions) -> Result<ExitCode, Failure> {
    let settings = root.settings()?;
    let reader = Reader {
        allow_remote_references: options.references.allow_remote_references,
        settings: Some(&settings),
        ..Reader::default()
    };
    let [old, new] = [&options.old, &options.new].map(|text| Location::parse(text, Path::new("")));
    let (old, new) = (old?, new?);
    let view = |location| match options.plain {
        true => Ok(View::plain(&settings.name)),
        false => view(root, &settings, location),
    };
    let (old_view, new_view) = (view(&old)?, view(&new)?);
    let old = old_view.of(reader.read(&old)?)?;
    let new = new_view.of(reader.read(&new)?)?;
    let sides = Sides {
        old: old.compared(),
        new: new.compared(),
    };
    let comparison = sides.compare(old.settings(), new.settings())?;
    output::result(&comparison::text(&comparison, sides, options.format))?;
    let breaks = comparison.wire() == Wire::Breaks || comparison.source() == SourceCode::Breaks;
    Ok(if breaks {
        ExitCode::from(BREAKS)
    } else {
        ExitCode::SUCCESS
    })
}

/// A document of an earlier commit is seen by the settings of that commit: those of now can be for what came later.
fn view(root: &Root, settings: &Settings, location: &Location) -> Result<View, Failure> {
    match location {
        Location::Git { revision, .. } => View::of_revision(root, settings, revision),
        Location::File { .. } | Location::Url(_) => View::of_now(root, settings),
    }
}
