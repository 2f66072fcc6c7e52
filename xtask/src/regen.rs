//! `cargo xtask regen`: writes the crate.

use std::fmt::Write as _;
use std::process::ExitCode;

use crate::cli::RegenOptions;
use crate::crate_files::Change;
use crate::failure::Failure;
use crate::lock::FolderLock;
use crate::regeneration::{Choices, CrateFolder, Regeneration};
use crate::root::Root;
use crate::version::Proposal;
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
    let version = version(root, options, &regeneration)?;
    if lock.is_exclusive() {
        write::remove_stale(&folder.path);
    }
    let changes = version.over(&regeneration.plan.changes);
    if !changes.is_empty() {
        write::apply(&folder.path, &changes)
            .map_err(|error| Failure::unusable(error.to_string()))?;
    }
    if options.with_tests && options.target.out.is_none() {
        root.remember_tests()?;
    }
    let told = format!("{}{}", told(&regeneration), version.told);
    regeneration.told.print_beside(&told)?;
    Ok(ExitCode::SUCCESS)
}

/// What becomes of the version.
#[derive(Debug, Default)]
struct VersionStep {
    changes: Vec<Change>,
    told: String,
}

impl VersionStep {
    /// All changes together: those of the crate, and these in place of those to the same file.
    fn over(&self, changes: &[Change]) -> Vec<Change> {
        let is_replaced =
            |change: &&Change| self.changes.iter().any(|it| it.path() == change.path());
        let kept = changes.iter().filter(|it| !is_replaced(it));
        kept.chain(&self.changes).cloned().collect()
    }
}

/// The version belongs to a crate that the repository holds with its document; of others, nobody knows what was before.
fn version(
    root: &Root,
    options: &RegenOptions,
    regeneration: &Regeneration,
) -> Result<VersionStep, Failure> {
    if options.target.spec.is_some() || options.target.out.is_some() {
        return Ok(VersionStep::default());
    }
    let settings = root.settings()?;
    let proposal = match Proposal::find(root, &settings, regeneration) {
        Ok(proposal) => proposal,
        Err(why) if options.bump => {
            return Err(Failure::unusable(format!(
                "the next version cannot be told: {why}; nothing was written"
            )));
        }
        Err(why) => {
            return Ok(VersionStep {
                told: format!("version: the next one cannot be told: {why}\n"),
                ..VersionStep::default()
            });
        }
    };
    let mut step = VersionStep::default();
    if options.bump {
        step.changes = proposal.changes(root, regeneration)?;
        for change in &step.changes {
            let path = match change.path().strip_prefix("../") {
                Some(path) => path.to_owned(),
                None => regeneration.shown_path(change),
            };
            // Writing to a String cannot fail.
            let _ = writeln!(step.told, "wrote {path}");
        }
    }
    step.told.push_str(&proposal.told(options.bump));
    Ok(step)
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
