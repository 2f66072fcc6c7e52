//! `cargo xtask diff`: compares two documents.

use std::path::Path;
use std::process::ExitCode;

use generator::{Config, SourceCode, Wire};

use crate::cli::{DiffOptions, Telling};
use crate::comparison::{self, Sides};
use crate::document::Reader;
use crate::effective::effective;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::root::Root;
use crate::{output, pinned};

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
    let read = |text: &str| {
        let source = reader.read(&Location::parse(text, Path::new(""))?)?;
        if options.plain {
            Ok(source)
        } else {
            effective(root, &settings, source, Telling::default())
        }
    };
    let (old, new) = (read(&options.old)?, read(&options.new)?);
    let sides = Sides {
        old: &old,
        new: &new,
    };
    let comparison = if options.plain {
        sides.compare(&Config::new(settings.name), None)?
    } else {
        pinned::compare(sides, &settings)?
    };
    output::result(&comparison::text(&comparison, sides, options.format))?;
    let breaks = comparison.wire() == Wire::Breaks || comparison.source() == SourceCode::Breaks;
    Ok(if breaks {
        ExitCode::from(BREAKS)
    } else {
        ExitCode::SUCCESS
    })
}
