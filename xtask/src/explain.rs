//! `cargo xtask explain`: tells at length what a code in a message means.

use std::fmt::Write as _;
use std::process::ExitCode;

use generator::Code;
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

fn list() -> String {
    let width = Code::ALL.iter().map(|code| code.as_str().len()).max();
    let width = width.unwrap_or_default();
    let mut text = String::new();
    for code in Code::ALL {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{:width$}  {}", code.as_str(), code.summary());
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
    match Code::ALL.into_iter().find(|code| code.as_str() == name) {
        Some(code) => Ok(format!("{}\n\n{}", code.as_str(), code.explanation())),
        None => Err(Failure::usage(format!(
            "there is no code `{}`; {}",
            text.escape_debug(),
            match nearest(&name) {
                Some(code) => format!("did you mean `{}`?", code.as_str()),
                None => "`cargo xtask explain` lists them".to_owned(),
            }
        ))),
    }
}

/// The code that `name` is most likely a slip of.
fn nearest(name: &str) -> Option<Code> {
    let alike = |code: Code| TextDiff::from_chars(name, code.as_str()).ratio();
    Code::ALL
        .into_iter()
        .map(|code| (alike(code), code))
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
            ("E0308", "`cargo xtask explain` lists them"),
            ("", "`cargo xtask explain` lists them"),
        ] {
            let failure = explanation(text).unwrap_err();
            assert!(failure.is_usage());
            assert!(failure.to_string().ends_with(proposed), "{failure}");
        }
    }

    #[test]
    fn the_list_has_a_line_for_each_code() {
        assert_eq!(list().lines().count(), Code::ALL.len());
    }
}
