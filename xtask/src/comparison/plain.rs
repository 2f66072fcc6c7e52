use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use generator::{Change, Comparison, SourceCode, Wire};

use super::{Sides, item, summary, verdict};

const BREAKS: Style = AnsiColor::Red.on_default().bold();
const ADDS: Style = AnsiColor::Green.on_default();
const QUIET: Style = Style::new().dimmed();

/// With more items than this, a change names the first ones.
const SHOWN_ITEMS: usize = 8;

/// A line for what it is all about, a line for each change, then each change with its places and items.
pub(super) fn text(comparison: &Comparison, sides: Sides<'_>) -> String {
    let mut text = format!("{}\n", summary(comparison));
    for change in &comparison.changes {
        let style = style(change);
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "  {style}{:<26}{style:#} {} {} {QUIET}[{}]{QUIET:#}",
            verdict(change),
            shown(&change.subject),
            shown(&change.message),
            change.rule
        );
    }
    for change in &comparison.changes {
        let _ = writeln!(
            text,
            "\n{} {}",
            shown(&change.subject),
            shown(&change.message)
        );
        let _ = writeln!(
            text,
            "  {}: {}",
            verdict(change),
            one_line(change.rule.about())
        );
        for place in sides.places(change) {
            let _ = writeln!(text, "  {QUIET}{}{QUIET:#}", shown(&place));
        }
        for changed in change.items.iter().take(SHOWN_ITEMS) {
            let _ = writeln!(text, "  {}", shown(&item(changed)));
        }
        if let Some(more) = change
            .items
            .len()
            .checked_sub(SHOWN_ITEMS)
            .filter(|it| *it > 0)
        {
            let _ = writeln!(text, "  … and {more} more items");
        }
    }
    text
}

fn one_line(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

fn style(change: &Change) -> Style {
    match (change.wire(), change.source()) {
        (Wire::Breaks, _) | (_, SourceCode::Breaks) => BREAKS,
        (_, SourceCode::Adds) => ADDS,
        (_, SourceCode::Same) => QUIET,
    }
}

/// The text without characters that a terminal would obey: documents are of others.
fn shown(text: &str) -> String {
    let escaped = |c: char| match c.is_control() {
        true => c.escape_default().to_string(),
        false => c.to_string(),
    };
    text.chars().map(escaped).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_obeys_nothing_of_a_document() {
        assert_eq!(shown("a\u{1b}[2J\rä\u{9b}"), "a\\u{1b}[2J\\rä\\u{9b}");
    }
}
