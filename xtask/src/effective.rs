//! `cargo xtask document`: prints the document as the generator sees it, with overlays and without the operations that
//! are left out.

use std::process::ExitCode;

use generator::{EditError, Source};

use crate::cli::{DocumentOptions, Target};
use crate::failure::Failure;
use crate::output;
use crate::regeneration::Document;
use crate::root::Root;
use crate::settings::Settings;

/// Runs the command.
pub(crate) fn run(root: &Root, options: &DocumentOptions) -> Result<ExitCode, Failure> {
    let settings = root.settings()?;
    let target = Target {
        spec: options.spec.clone(),
        references: options.references,
        ..Target::default()
    };
    let document = Document::read(root, &target)?;
    let source = effective(root, &settings, document.source)?;
    output::result(&source.to_canonical_json())?;
    Ok(ExitCode::SUCCESS)
}

/// What the settings make of a document.
pub(crate) fn effective(
    root: &Root,
    settings: &Settings,
    source: Source,
) -> Result<Source, Failure> {
    let document = source.name().to_owned();
    let edits = root.edits(settings)?;
    edits.apply(source).map_err(|error| {
        let what = match &error {
            EditError::Refused { source, .. } if source.name() != document => {
                format!("the overlay {} does not fit {document}", source.name())
            }
            _ => format!("the choice of operations does not fit {document}"),
        };
        output::message(&error.to_string());
        Failure::unusable(what)
    })
}
