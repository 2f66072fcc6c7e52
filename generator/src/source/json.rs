//! Reads JSON.

use serde_json::{Value, error::Category};

use super::{Position, text::Fault};

/// Reads a JSON text.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    serde_json::from_str(text).map_err(|error| Fault {
        message: message(&error),
        position: Some(position(text, error.line(), error.column())),
        truncated: error.classify() == Category::Eof,
    })
}

/// What the error says without its position, which counts bytes.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    text.strip_suffix(&position).unwrap_or(&text).to_owned()
}

/// The character that the `bytes`-th byte of a line belongs to; an error at a line break has no byte there.
fn position(text: &str, line: usize, bytes: usize) -> Position {
    let content = text.split('\n').nth(line.saturating_sub(1));
    let after = content
        .unwrap_or_default()
        .bytes()
        .take(bytes)
        .fold(Position::START, Position::after);
    Position {
        line,
        column: after.column.saturating_sub(1).max(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(text: &str) -> (String, String, bool) {
        let fault = parse(text).unwrap_err();
        (
            fault.position.unwrap().to_string(),
            fault.message,
            fault.truncated,
        )
    }

    #[test]
    fn a_mistake_is_told_with_line_and_character() {
        assert_eq!(
            fault("{\n  \"ü\": 1 x\n}"),
            ("2:10".into(), "expected `,` or `}`".into(), false)
        );
        assert_eq!(
            fault("{} {}"),
            ("1:4".into(), "trailing characters".into(), false)
        );
    }

    #[test]
    fn a_text_that_ends_too_early_is_told_as_such() {
        assert_eq!(
            fault("{\"a\":\n"),
            ("2:1".into(), "EOF while parsing a value".into(), true)
        );
        assert_eq!(
            fault("{\"a\": \"üb"),
            ("1:9".into(), "EOF while parsing a string".into(), true)
        );
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(super::super::MAX_DEPTH)).is_ok());
        assert_eq!(
            fault(&nested(super::super::MAX_DEPTH + 1)),
            ("1:128".into(), "recursion limit exceeded".into(), false)
        );
        assert_eq!(fault(&"[".repeat(1_000_000)).1, "recursion limit exceeded");
    }
}
