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

/// Text of a document in a cell: no end of the cell or of the line, no markup of its own but for code.
pub(crate) fn escaped(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    let mut escaped = String::with_capacity(text.len());
    for (index, part) in parts.iter().enumerate() {
        if index > 0 {
            escaped.push('`');
        }
        // Code is what has a sign on both sides; in it, a backslash is one, but for the end of a cell.
        let is_code = index % 2 == 1 && index + 1 < parts.len();
        for c in part.chars() {
            match c {
                '\n' | '\r' => escaped.push(' '),
                '|' => escaped.push_str("\\|"),
                '<' | '*' | '_' | '[' | '@' if !is_code => {
                    escaped.push('\\');
                    escaped.push(c);
                }
                c => escaped.push(c),
            }
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_has_no_markup_of_its_own_but_for_code() {
        for (text, expected) in [
            ("`a_b` was a_b", "`a_b` was a\\_b"),
            ("`a|b`\nc", "`a\\|b` c"),
            ("`@all", "`\\@all"),
            ("a`b`@all", "a`b`\\@all"),
            ("[x](y) <b> *c*", "\\[x](y) \\<b> \\*c\\*"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
