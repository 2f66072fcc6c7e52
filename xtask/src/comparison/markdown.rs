use std::fmt::Write as _;

use generator::{Change, Comparison, SourceCode, Wire};

use super::{Sides, item, summary};

/// A pull request's description holds 65,536 characters; what comes last is cut.
const LONGEST: usize = 60_000;

/// A summary, a table of what breaks, and everything else folded away.
pub(super) fn text(comparison: &Comparison, sides: Sides<'_>) -> String {
    let mut text = format!("**{}**\n", summary(comparison));
    let breaks =
        |change: &&Change| change.wire() == Wire::Breaks || change.source() == SourceCode::Breaks;
    let breaking: Vec<&Change> = comparison.changes.iter().filter(breaks).collect();
    let others: Vec<&Change> = comparison.changes.iter().filter(|it| !breaks(it)).collect();
    if !breaking.is_empty() {
        text.push_str("\n### What breaks\n\n");
        table(&mut text, &breaking);
    }
    if !others.is_empty() {
        text.push_str("\n### What else changed\n\n");
        table(&mut text, &others);
    }
    text.push_str("\n<details><summary>Places and items of the crate</summary>\n\n");
    let end = "\n</details>\n";
    for change in &comparison.changes {
        let details = details(change, sides);
        if text.len() + details.len() + end.len() > LONGEST {
            text.push_str("- … and more: `cargo xtask diff` tells all of it\n");
            break;
        }
        text.push_str(&details);
    }
    text.push_str(end);
    text
}

fn table(text: &mut String, changes: &[&Change]) {
    text.push_str(
        "| change | running programs | written code | rule |\n| --- | --- | --- | --- |\n",
    );
    for (index, change) in changes.iter().enumerate() {
        if text.len() > LONGEST / 2 {
            let _ = writeln!(text, "| … and {} more | | | |", changes.len() - index);
            return;
        }
        let source = match change.source() {
            SourceCode::Same => "same",
            SourceCode::Adds => "more to use",
            SourceCode::Breaks => "**breaks**",
        };
        let wire = match change.wire() {
            Wire::Works => "work",
            Wire::Breaks => "**break**",
        };
        let _ = writeln!(
            text,
            "| {} {} | {wire} | {source} | {} |",
            escaped(&change.subject),
            escaped(&change.message),
            change.rule
        );
    }
}

fn details(change: &Change, sides: Sides<'_>) -> String {
    let mut text = format!(
        "- {} {}\n",
        escaped(&change.subject),
        escaped(&change.message)
    );
    for place in sides.places(change) {
        let _ = writeln!(text, "  - {}", escaped(&place));
    }
    for changed in &change.items {
        let _ = writeln!(text, "  - `{}`", item(changed).replace('`', "'"));
    }
    text
}

/// How many characters of a text of the document are shown: a path can be longer than a description may be.
const SHOWN: usize = 300;

/// Behind a sign that stands for itself then: GitHub reads `@name` as a mention and `#1` as a link also behind a backslash.
const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// Text of a document in a cell: no end of the cell or of the line, no markup of its own but for code, and cut.
pub(crate) fn escaped(text: &str) -> String {
    let cut = text.char_indices().nth(SHOWN).map(|(at, _)| at);
    let mut rest = cut.and_then(|at| text.get(..at)).unwrap_or(text);
    let mut escaped = String::with_capacity(rest.len());
    while let Some(at) = rest.find('`') {
        let (before, from) = rest.split_at(at);
        escape(before, &mut escaped);
        let after = from.trim_start_matches('`');
        let code = after.split_once('`').filter(|(code, behind)| {
            from.len() - after.len() == 1 && !code.is_empty() && !behind.starts_with('`')
        });
        // What is not one sign on both sides could end or begin code elsewhere.
        rest = match code {
            Some((code, behind)) => {
                let code = code.replace(['\n', '\r'], " ").replace('|', "\\|");
                escaped.extend(["`", &code, "`"]);
                behind
            }
            None => {
                escaped.push('\'');
                after
            }
        };
    }
    escape(rest, &mut escaped);
    if cut.is_some() {
        escaped.push('…');
    }
    escaped
}

/// Text that is no code. A backslash before any sign of ASCII makes it one of text (CommonMark 0.31, section 2.4); the
/// one before a colon keeps URLs from becoming links.
fn escape(text: &str, escaped: &mut String) {
    for c in text.chars() {
        match c {
            '\n' | '\r' => escaped.push(' '),
            '@' | '#' => escaped.extend([c, ZERO_WIDTH_SPACE]),
            '\\' | '<' | '>' | '*' | '_' | '[' | ']' | '|' | '&' | '~' | ':' | '!' => {
                escaped.extend(['\\', c]);
            }
            c => escaped.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{SHOWN, escaped};

    #[test]
    fn text_has_no_markup_of_its_own_but_for_code() {
        for (text, expected) in [
            ("`a_b` was a_b", "`a_b` was a\\_b"),
            ("`a|b`\nc", "`a\\|b` c"),
            ("`@all", "'@\u{200B}all"),
            ("a`b`@all #1", "a`b`@\u{200B}all #\u{200B}1"),
            ("[x](y) <b> *c*", "\\[x\\](y) \\<b\\> \\*c\\*"),
            ("\\[x](y) \\<b> &lt;", "\\\\\\[x\\](y) \\\\\\<b\\> \\&lt;"),
            ("https://a.example", "https\\://a.example"),
            // Signs that do not pair up to one on each side.
            ("`a`` <b> `c`", "'a' \\<b\\> `c`"),
            ("``<b>``", "'\\<b\\>'"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_long_text_is_cut() {
        let shown = escaped(&"x".repeat(70_000));
        assert_eq!(shown.chars().count(), SHOWN + 1);
    }
}
