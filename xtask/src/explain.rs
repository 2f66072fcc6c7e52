//! `cargo xtask explain`: tells at length what a code in a message means.

use std::fmt::Write as _;
use std::process::ExitCode;

use generator::{Code, Rule};
use similar::TextDiff;

use crate::cli::ExplainOptions;
use crate::failure::Failure;
use crate::output;

/// How alike a wrong code and a right one must be for the one to be a slip of the other: from 0, nothing in common, to 1.
const ALIKE: f32 = 0.6;

/// Runs the command.
pub(crate) fn run(options: &ExplainOptions) -> Result<ExitCode, Failure> {
    output::result(&match &options.code {
        Some(text) => explanation(text)?,
        None => list(),
    })?;
    Ok(ExitCode::SUCCESS)
}

/// What a code stands for.
struct Topic {
    code: &'static str,
    summary: &'static str,
    explanation: String,
}

/// What findings about a document have in brackets, then what changes between two documents have.
fn topics() -> [(&'static str, Vec<Topic>); 2] {
    let findings = Code::ALL.into_iter().map(|code| Topic {
        code: code.as_str(),
        summary: code.summary(),
        explanation: code.explanation().to_owned(),
    });
    let changes = Rule::ALL.iter().map(|rule| Topic {
        code: rule.code(),
        summary: rule.summary(),
        explanation: rule.explanation(),
    });
    [
        ("Findings about a document:", findings.collect()),
        ("Changes between two documents:", changes.collect()),
    ]
}

fn list() -> String {
    let groups = topics();
    let all = groups.iter().flat_map(|(_, topics)| topics);
    let width = all.map(|topic| topic.code.len()).max();
    let width = width.unwrap_or_default();
    let mut text = String::new();
    for (index, (title, topics)) in groups.iter().enumerate() {
        let gap = if index == 0 { "" } else { "\n" };
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{gap}{title}");
        for topic in topics {
            let _ = writeln!(text, "  {:width$}  {}", topic.code, topic.summary);
        }
    }
    text
}

fn explanation(text: &str) -> Result<String, Failure> {
    // As it is copied out of a message, `warning[invalid-document]`.
    let (_, bare) = text.split_once('[').unwrap_or(("", text));
    let name = bare
        .trim()
        .trim_end_matches([':', ']'])
        .to_ascii_lowercase()
        .replace('_', "-");
    let topics: Vec<Topic> = topics().into_iter().flat_map(|(_, them)| them).collect();
    match topics.iter().find(|topic| topic.code == name) {
        Some(topic) => Ok(format!("{}\n\n{}", topic.code, topic.explanation)),
        None => Err(Failure::usage(format!(
            "there is no code `{}`; {}",
            text.escape_debug(),
            match nearest(&name, &topics) {
                Some(code) => format!("did you mean `{code}`?"),
                None => "`cargo xtask explain` lists them".to_owned(),
            }
        ))),
    }
}

/// The code that `name` is most likely a slip of.
fn nearest(name: &str, topics: &[Topic]) -> Option<&'static str> {
    let alike = |code: &str| TextDiff::from_chars(name, code).ratio();
    topics
        .iter()
        .map(|topic| (alike(topic.code), topic.code))
        .filter(|(ratio, _)| *ratio >= ALIKE)
        .max_by(|(left, _), (right, _)| left.total_cmp(right))
        .map(|(_, code)| code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_explained_however_it_is_copied() {
        let expected = format!(
            "invalid-document\n\n{}",
            Code::InvalidDocument.explanation()
        );
        for text in [
            "invalid-document",
            "Invalid_Document",
            "[invalid-document]",
            "warning[invalid-document]:",
        ] {
            assert_eq!(explanation(text).unwrap(), expected, "{text}");
        }
    }

    #[test]
    fn an_unknown_code_is_wrong_use_and_the_nearest_one_is_proposed() {
        for (text, proposed) in [
            ("invalid-documents", "did you mean `invalid-document`?"),
            ("skiped-operation", "did you mean `skipped-operation`?"),
            (
                "request-property-became-require",
                "did you mean `request-property-became-required`?",
            ),
            ("E0308", "`cargo xtask explain` lists them"),
            ("", "`cargo xtask explain` lists them"),
        ] {
            let failure = explanation(text).unwrap_err();
            assert!(failure.is_usage());
            assert!(failure.to_string().ends_with(proposed), "{failure}");
        }
    }

    #[test]
    fn the_rule_of_a_change_is_explained_as_well() {
        let text = explanation("[request-property-became-required]").unwrap();
        let start = "request-property-became-required\n\nA property of what is sent has to be there now.\n\n";
        assert!(text.starts_with(start), "{text}");
    }

    #[test]
    fn the_list_has_a_line_for_each_code_and_each_rule() {
        let list = list();
        let lines = list.lines().filter(|line| line.starts_with("  "));
        assert_eq!(lines.count(), Code::ALL.len() + Rule::ALL.len());
    }
}
