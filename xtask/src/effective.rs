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
    let sources = settings.source.iter().map(String::as_str);
    let names: Vec<&str> = [document.as_str()].into_iter().chain(sources).collect();
    for overlay in &edits.overlays {
        let told = overlay.warnings(&names);
        if !told.diagnostics.is_empty() {
            output::message(told.render(overlay.source()).trim_end());
        }
    }
    edits.apply(source).map_err(|error| {
        let what = match &error {
            EditError::Refused { source, .. } if source.name() != document => {
                format!("the overlay {} does not fit {document}", source.name())
            }
            _ => format!("the choice of operations does not fit {document}"),
        };
        output::message(&error.to_string());
        Failure::unusable(format!("{what}; nothing was written"))
    })
}
