//! `cargo xtask drift`: tells what changed upstream since the document was pinned.

use std::process::ExitCode;

use generator::{Comparison, SourceCode, Wire};

use crate::cli::{ComparisonFormat, DriftOptions};
use crate::comparison::{self, Sides};
use crate::diff::BREAKS;
use crate::failure::Failure;
use crate::root::Root;
use crate::view::View;
use crate::{fetch, output, pinned};

/// What changed, and breaks nobody.
const COMPATIBLE: u8 = 1;

/// Runs the command.
pub(crate) fn run(root: &Root, options: &DriftOptions) -> Result<ExitCode, Failure> {
    let settings = root.settings()?;
    let bytes = pinned::read(root)?.ok_or_else(|| {
        Failure::unusable(format!(
            "{} is not there; `cargo xtask fetch` gets it",
            pinned::PATH
        ))
    })?;
    let view = View::of_now(root, &settings)?;
    let old = view.of(pinned::parse(root, &bytes)?)?;
    let new = view.of(fetch::document(root, &options.upstream, &settings)?)?;
    let sides = Sides {
        old: old.compared(),
        new: new.compared(),
    };
    let comparison = sides.compare(old.settings(), new.settings())?;
    if !options.upstream.allow_shrink {
        pinned::refuse_shrunk(&comparison, sides.new.source)?;
    }
    let (verdict, status) = verdict(&comparison);
    let mut text = comparison::text(&comparison, sides, options.format);
    if options.format == ComparisonFormat::Text {
        text = format!(
            "{verdict}: {} and {}\n{text}",
            sides.old.source.name(),
            sides.new.source.name()
        );
    }
    output::result(&text)?;
    Ok(ExitCode::from(status))
}

fn verdict(comparison: &Comparison) -> (&'static str, u8) {
    if comparison.wire() == Wire::Breaks || comparison.source() == SourceCode::Breaks {
        ("breaking change", BREAKS)
    } else if comparison.changes.is_empty() {
        ("in step", 0)
    } else {
        ("compatible change", COMPATIBLE)
    }
}
