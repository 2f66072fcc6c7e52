//! Workflow commands of GitHub Actions, which become annotations of the files in a pull request
//! (<https://docs.github.com/actions/reference/workflow-commands-for-github-actions>).

use std::fmt::Write as _;

use super::Group;
use super::finding::Finding;

/// A line for each finding. GitHub shows no more than ten warnings and ten errors of a step.
pub(super) fn text(groups: &[Group<'_, '_>]) -> String {
    let mut text = String::new();
    for group in groups {
        for finding in &group.shown {
            command(&mut text, finding);
        }
        if let Some(rest) = group.rest() {
            // Writing to a String cannot fail.
            let _ = writeln!(text, "::notice::{}", data(&rest));
        }
    }
    text
}

fn command(text: &mut String, finding: &Finding<'_>) {
    let _ = write!(
        text,
        "::{} file={}",
        finding.severity(),
        property(finding.place.file())
    );
    if let Some(position) = finding.place.position() {
        let _ = write!(text, ",line={},col={}", position.line, position.column);
    }
    let pointer = finding.setting.unwrap_or(&finding.pointer);
    let mut message = format!("{} ({pointer})", finding.message_with_help());
    for note in &finding.notes {
        let place = note.place.shown();
        let _ = write!(message, "\nnote: {}: {place}", note.message);
    }
    let _ = writeln!(
        text,
        ",title={}::{}",
        property(finding.code.as_str()),
        data(&message)
    );
}

/// What is behind the second `::`. A line end in it would be the end of the command, and what follows it another one.
fn data(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// The value of a parameter.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
