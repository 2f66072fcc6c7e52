//! The only place that prints. The macros of std panic when nobody reads any more; these functions do not.

use std::io::{self, IsTerminal as _, Write as _};

use crate::failure::Failure;

/// Prints a result to standard output. Colours in `text` reach terminals only, and none when `NO_COLOR` is set.
///
/// A reader that has seen enough (`… | head`) is no failure; a full disk behind a redirection is.
pub(crate) fn result(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::unusable(format!(
            "standard output cannot be written: {error}"
        ))),
        _ => Ok(()),
    }
}

/// Prints a message to standard error.
pub(crate) fn message(text: &str) {
    // There is no place left to report that standard error is gone.
    let _ = writeln!(anstream::stderr(), "{}", text.trim_end());
}

/// Prints what goes on to standard error if a person may be watching.
pub(crate) fn progress(text: &str) {
    if io::stderr().is_terminal() {
        message(text);
    }
}

/// `1 file`, `2 files`.
pub(crate) fn count(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_noun_has_its_plural_for_every_number_but_one() {
        assert_eq!(count(0, "file"), "0 files");
        assert_eq!(count(1, "file"), "1 file");
        assert_eq!(count(12, "file"), "12 files");
    }
}
