//! `cargo xtask regen`: writes the crate.

use std::fmt::Write as _;
use std::process::ExitCode;

use crate::cli::RegenOptions;
use crate::crate_files::Change;
use crate::failure::Failure;
use crate::lock::FolderLock;
use crate::regeneration::{Choices, CrateFolder, Regeneration};
use crate::root::Root;
use crate::{output, write};

/// Runs the command.
pub(crate) fn run(root: &Root, options: &RegenOptions) -> Result<ExitCode, Failure> {
    let folder = CrateFolder::find(root, &options.target)?;
    // Before the first look at the folder: a plan for files that another run is about to change would be worthless.
    let lock = FolderLock::acquire(&folder.path, &|| {
        output::message(&format!(
            "another regen is at work in {}; waiting for it",
            folder.shown
        ));
    })?;
    let choices = Choices {
        name: options.name.as_deref(),
        with_tests: options.with_tests,
    };
    let regeneration = Regeneration::compute(root, &options.target, choices, options.telling)?;
    if !regeneration.plan.obstacles.is_empty() {
        return Err(Failure::usage(format!(
            "{}\n  nothing was written",
            regeneration.plan.obstacles.join("\n")
        )));
    }
    regeneration.print_diagnostics()?;
    if lock.is_exclusive() {
        write::remove_stale(&folder.path);
    }
    if !regeneration.plan.changes.is_empty() {
        write::apply(&folder.path, &regeneration.plan.changes)
            .map_err(|error| Failure::unusable(error.to_string()))?;
    }
    if options.with_tests && options.target.out.is_none() {
        root.remember_tests()?;
    }
    regeneration.told.print_beside(&told(&regeneration))?;
    Ok(ExitCode::SUCCESS)
}

fn told(regeneration: &Regeneration) -> String {
    let mut text = String::new();
    let mut deleted = 0;
    for change in &regeneration.plan.changes {
        let verb = match change {
            Change::Create { .. } | Change::Update { .. } => "wrote",
            Change::Delete { .. } => {
                deleted += 1;
                "deleted"
            }
        };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{verb} {}", regeneration.shown_path(change));
    }
    let written = regeneration.plan.changes.len() - deleted;
    let summary = if regeneration.plan.changes.is_empty() {
        format!(
            "{} in step, nothing written",
            output::count(regeneration.files, "file")
        )
    } else {
        format!(
            "{} written, {deleted} deleted, {} unchanged",
            output::count(written, "file"),
            regeneration.files - written
        )
    };
    let _ = writeln!(
        text,
        "{}: {summary}, {}",
        regeneration.shown, regeneration.findings
    );
    text
}
