//! `cargo xtask document`: prints the document as the generator sees it, with overlays and without the operations that
//! are left out.

use std::process::ExitCode;

use generator::{EditError, Source};

use crate::cli::{DocumentOptions, Target, Telling};
use crate::failure::Failure;
use crate::findings::Told;
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
    let source = effective(root, &settings, document.source, Telling::default())?;
    output::result(&source.to_canonical_json())?;
    Ok(ExitCode::SUCCESS)
}

/// What the settings make of a document.
pub(crate) fn effective(
    root: &Root,
    settings: &Settings,
    source: Source,
    telling: Telling,
) -> Result<Source, Failure> {
    let document = source.name().to_owned();
    let edits = root.edits(settings, telling)?;
    let sources = settings.source.iter().map(String::as_str);
    let names: Vec<&str> = [document.as_str()].into_iter().chain(sources).collect();
    for overlay in &edits.overlays {
        let told = overlay.warnings(&names);
        // As text: programs get one result, with the findings about the document.
        Told::new(&told, overlay.source(), Some(settings), Telling::default()).print()?;
    }
    edits.apply(source).map_err(|error| {
        let what = match &error {
            EditError::Refused { source, .. } if source.name() != document => {
                format!("the overlay {} does not fit {document}", source.name())
            }
            _ => format!("the choice of operations does not fit {document}"),
        };
        refused(
            error,
            &document,
            Some(settings),
            telling,
            Failure::unusable(what),
        )
    })
}

/// Tells why a document, or the overlay in `file`, cannot be changed or applied, and gives `failure` where there is no more
/// to say than the findings do.
pub(crate) fn refused(
    error: EditError,
    file: &str,
    settings: Option<&Settings>,
    telling: Telling,
    failure: Failure,
) -> Failure {
    let (told, failure) = match error {
        EditError::Refused { source, report } => {
            let told = Told::new(&report, &source, settings, telling);
            (told, failure)
        }
        EditError::Unreadable(error) => {
            let failure = Failure::unreadable(error);
            (Told::unreadable(file, &failure, telling), failure)
        }
    };
    told.print().err().unwrap_or(failure)
}
