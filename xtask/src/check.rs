//! `cargo xtask check`: tells whether the crate on disk is the one that `regen` would write.

use std::fmt::Write as _;
use std::process::ExitCode;
use std::time::Duration;

use anstyle::{AnsiColor, Style};
use similar::{ChangeTag, TextDiff};

use crate::cli::CheckOptions;
use crate::crate_files::Change;
use crate::failure::Failure;
use crate::output;
use crate::regeneration::{Choices, Regeneration};
use crate::root::Root;

/// Two files without anything in common would take long to compare; a coarser difference does for them.
const TIME_FOR_ONE_DIFF: Duration = Duration::from_secs(5);

const HEADER: Style = Style::new().bold();
const HUNK: Style = AnsiColor::Cyan.on_default();
const ADDED: Style = AnsiColor::Green.on_default();
const REMOVED: Style = AnsiColor::Red.on_default();

/// Runs the command.
pub(crate) fn run(root: &Root, options: &CheckOptions) -> Result<ExitCode, Failure> {
    let regeneration =
        Regeneration::compute(root, &options.target, Choices::default(), options.telling)?;
    regeneration.print_diagnostics()?;
    let mut text = String::new();
    for change in &regeneration.plan.changes {
        let path = regeneration.shown_path(change);
        match change {
            Change::Create { after, .. } => {
                let _ = writeln!(text, "missing: {path}");
                diff(
                    &mut text,
                    "/dev/null",
                    "",
                    &format!("regenerated {path}"),
                    after,
                );
            }
            Change::Update { before, after, .. } => {
                let old = format!("committed {path}");
                diff(
                    &mut text,
                    &old,
                    before,
                    &format!("regenerated {path}"),
                    after,
                );
            }
            Change::Delete { before, .. } => {
                let _ = writeln!(text, "no longer generated: {path}");
                diff(
                    &mut text,
                    &format!("committed {path}"),
                    before,
                    "/dev/null",
                    "",
                );
            }
        }
    }
    regeneration.told.print_beside(&text)?;
    if regeneration.plan.changes.is_empty() {
        return Ok(ExitCode::SUCCESS);
    }
    for obstacle in &regeneration.plan.obstacles {
        output::message(&format!("before `cargo xtask regen`: {obstacle}"));
    }
    output::message(&match regeneration.plan.changes.len() {
        1 => "1 file differs: run `cargo xtask regen` and commit the result".to_owned(),
        n => format!("{n} files differ: run `cargo xtask regen` and commit the result"),
    });
    Ok(ExitCode::from(1))
}

/// Adds the difference of two files to `text`, in the unified form with three lines of context.
fn diff(text: &mut String, old_name: &str, old: &str, new_name: &str, new: &str) {
    let diff = TextDiff::configure()
        .timeout(TIME_FOR_ONE_DIFF)
        .diff_lines(old, new);
    // Writing to a String cannot fail.
    let _ = writeln!(text, "{HEADER}--- {old_name}{HEADER:#}");
    let _ = writeln!(text, "{HEADER}+++ {new_name}{HEADER:#}");
    for hunk in diff.unified_diff().context_radius(3).iter_hunks() {
        let _ = writeln!(text, "{HUNK}{}{HUNK:#}", hunk.header());
        for change in hunk.iter_changes() {
            let (sign, style) = match change.tag() {
                ChangeTag::Delete => ('-', REMOVED),
                ChangeTag::Insert => ('+', ADDED),
                ChangeTag::Equal => (' ', Style::new()),
            };
            let line = change.value();
            let line = line.strip_suffix('\n').unwrap_or(line);
            let _ = writeln!(text, "{style}{sign}{line}{style:#}");
            if change.missing_newline() {
                let _ = writeln!(text, "\\ No newline at end of file");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain_diff(old: &str, new: &str) -> String {
        let mut text = String::new();
        diff(&mut text, "committed a", old, "regenerated a", new);
        anstream::adapter::strip_str(&text).to_string()
    }

    #[test]
    fn a_difference_has_three_lines_around_it() {
        let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        let expected = "--- committed a\n+++ regenerated a\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n";
        assert_eq!(plain_diff(old, &old.replace('5', "five")), expected);
    }

    #[test]
    fn a_file_that_appears_is_all_new_lines() {
        let expected = "--- committed a\n+++ regenerated a\n@@ -0,0 +1,2 @@\n+1\n+2\n";
        assert_eq!(plain_diff("", "1\n2\n"), expected);
    }

    #[test]
    fn a_missing_line_end_is_told() {
        assert!(plain_diff("1\n", "1").ends_with("-1\n+1\n\\ No newline at end of file\n"));
    }
}
