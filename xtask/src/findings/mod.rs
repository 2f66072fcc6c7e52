//! Tells the findings about a document: as text with excerpts, or in a form for programs, one file each.

mod finding;
mod github;
mod json;
mod sarif;
mod text;

use generator::{Report, Source};

use crate::cli::{FindingFormat, Telling};
use crate::failure::Failure;
use crate::output;
use crate::settings::Settings;

use finding::Finding;

/// How many findings of one code are shown when there are more.
const SHOWN_OF_ONE_CODE: usize = 3;

/// The findings as they are to be printed.
#[derive(Debug)]
pub(crate) struct Told {
    text: String,
    format: FindingFormat,
}

impl Told {
    /// The findings of `report` about `source`, and about the settings that its client is made with.
    pub(crate) fn new(
        report: &Report,
        source: &Source,
        settings: Option<&Settings>,
        telling: Telling,
    ) -> Self {
        let findings: Vec<Finding<'_>> = report
            .diagnostics
            .iter()
            .map(|diagnostic| Finding::new(diagnostic, source, settings))
            .collect();
        Self::of(source.name(), &findings, telling)
    }

    /// A document that cannot be read at all, for programs: `failure` tells it to people.
    pub(crate) fn unreadable(file: &str, failure: &Failure, telling: Telling) -> Self {
        match telling.format {
            FindingFormat::Text => Self::of(file, &[], telling),
            _ => Self::of(file, &[Finding::of_failure(file, failure)], telling),
        }
    }

    fn of(document: &str, findings: &[Finding<'_>], telling: Telling) -> Self {
        let text = match telling.format {
            FindingFormat::Text => text::text(&groups(findings, telling.all)),
            FindingFormat::Github => github::text(&groups(findings, telling.all)),
            FindingFormat::Json => json::text(document, findings),
            FindingFormat::Sarif => sarif::text(findings),
        };
        Self {
            text,
            format: telling.format,
        }
    }

    /// Prints them: for people as messages, for programs as the result of the command.
    pub(crate) fn print(&self) -> Result<(), Failure> {
        match self.format {
            FindingFormat::Text if self.text.is_empty() => Ok(()),
            FindingFormat::Text => {
                output::message(&self.text);
                Ok(())
            }
            _ => output::result(&self.text),
        }
    }

    /// Prints what a command has to say beside the findings. Programs that read those get nothing else.
    pub(crate) fn print_beside(&self, text: &str) -> Result<(), Failure> {
        match self.format {
            FindingFormat::Text => output::result(text),
            _ if text.is_empty() => Ok(()),
            _ => {
                output::message(text);
                Ok(())
            }
        }
    }
}

/// What a command that fails tells people: where there is a place, with its line.
pub(crate) fn of_failure(failure: &Failure) -> String {
    let has_place = failure
        .source_error()
        .and_then(|error| error.place()?.position)
        .is_some();
    if !has_place {
        return format!("error: {failure}");
    }
    let drawn = text::draw(&Finding::of_failure("", failure));
    match failure.note() {
        Some(note) => format!("{drawn}\n\n{note}"),
        None => drawn,
    }
}

/// Findings of one severity and code, as people are shown them.
#[derive(Debug)]
struct Group<'a, 'f> {
    shown: Vec<&'f Finding<'a>>,
    /// How many there are besides.
    more: usize,
}

impl Group<'_, '_> {
    /// `… and 12 more [invalid-document]`, if there are more.
    fn rest(&self) -> Option<String> {
        let first = self.shown.first().filter(|_| self.more > 0)?;
        Some(format!(
            "… and {} more [{}]",
            self.more,
            first.code.as_str()
        ))
    }
}

/// Errors come last, next to what the command says in the end; codes come in the order in which they were found.
fn groups<'a, 'f>(findings: &'f [Finding<'a>], all: bool) -> Vec<Group<'a, 'f>> {
    let mut groups: Vec<Group<'a, 'f>> = Vec::new();
    for finding in findings {
        let kind = |finding: &Finding<'_>| (finding.severity, finding.code);
        let group = groups.iter_mut().find(|group| {
            group
                .shown
                .first()
                .is_some_and(|it| kind(it) == kind(finding))
        });
        match group {
            Some(group) if all || group.shown.len() < SHOWN_OF_ONE_CODE => {
                group.shown.push(finding);
            }
            Some(group) => group.more += 1,
            None => groups.push(Group {
                shown: vec![finding],
                more: 0,
            }),
        }
    }
    groups.sort_by_key(|group| group.shown.first().map(|first| first.severity));
    groups
}

#[cfg(test)]
mod tests;
