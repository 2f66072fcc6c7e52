//! CHANGELOG.md of the generated crate, in the style of <https://keepachangelog.com>.
//!
//! The file belongs to people. Of each version, `regen --bump` writes what stands between two marks, and nothing else.

use std::fmt::Write as _;
use std::ops::Range;

use generator::{Change, Comparison, Rule};

use super::number::Version;
use crate::comparison::{self, escaped};

const HEAD: &str = "\
# Changelog

What changed for callers, by version. The form is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/); versions
follow [Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html).
";

const BEGIN: &str = "<!-- cargo xtask regen writes from here -->";
const END: &str = "<!-- to here -->";

/// With more changes than this in a section, it tells the first ones. Those that break come first.
const SHOWN_CHANGES: usize = 100;

/// With more items than this, a change names the first ones.
const SHOWN_ITEMS: usize = 4;

/// What is to stand under a version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) version: Version,
    /// The version before. An entry for a version between the two is one that this one replaces.
    pub(crate) released: Option<Version>,
    pub(crate) date: &'a str,
    pub(crate) text: &'a str,
}

/// The text under the first version of a crate.
pub(crate) fn first() -> String {
    "### Added\n\n- The first version.\n".to_owned()
}

/// The text under a version that follows these changes.
pub(crate) fn text(comparison: &Comparison) -> String {
    let mut text = format!("{}.\n", capital(&comparison::summary(comparison)));
    for section in ["Removed", "Changed", "Deprecated", "Added"] {
        let of_section = |change: &&Change| section_of(change.rule) == section;
        let changes: Vec<&Change> = comparison.changes.iter().filter(of_section).collect();
        if changes.is_empty() {
            continue;
        }
        // Writing to a String cannot fail.
        let _ = writeln!(text, "\n### {section}\n");
        for change in changes.iter().take(SHOWN_CHANGES) {
            let _ = writeln!(text, "- {}", line(change));
        }
        let more = changes.len().saturating_sub(SHOWN_CHANGES);
        if more > 0 {
            let _ = writeln!(text, "- … and {more} more");
        }
    }
    text
}

fn section_of(rule: Rule) -> &'static str {
    match rule.code().rsplit('-').next() {
        Some("added") => "Added",
        Some("removed") => "Removed",
        Some("deprecated") => "Deprecated",
        _ => "Changed",
    }
}

fn line(change: &Change) -> String {
    let mut line = format!("{} {}", escaped(&change.subject), escaped(&change.message));
    if super::breaks(change.wire(), change.source()) {
        let _ = write!(line, " – **{}**", comparison::verdict(change));
    }
    let mut separator = ": ";
    for item in change.items.iter().take(SHOWN_ITEMS) {
        let path = item.path.trim_start_matches("types::").replace('`', "'");
        let _ = write!(line, "{separator}`{path}`");
        separator = ", ";
    }
    if change.items.len() > SHOWN_ITEMS {
        line.push_str(", …");
    }
    line
}

fn capital(text: &str) -> String {
    let mut chars = text.chars();
    let first = chars.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + chars.as_str()
}

/// The file with the entry in it, and all that people wrote.
pub(crate) fn with_entry(file: Option<&str>, entry: Entry<'_>) -> String {
    let file = file.filter(|file| !file.trim().is_empty()).unwrap_or(HEAD);
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let sections = sections(&lines);
    let same = sections.iter().find(|it| it.version == entry.version);
    let replaced = sections
        .iter()
        .find(|it| Some(it.version) > entry.released.or(Some(it.version)) && it.marks.is_some());
    match (same, replaced) {
        (Some(section), _) => section.write(&mut lines, entry),
        (None, Some(section)) => {
            section.write(&mut lines, entry);
            lines.splice(section.heading..=section.heading, [heading(entry)]);
        }
        (None, None) => {
            let place = sections.first().map_or(lines.len(), |it| it.heading);
            let before = lines.get(..place).and_then(<[String]>::last);
            let mut new = Vec::new();
            if before.is_some_and(|line| !line.trim().is_empty()) {
                new.push(String::new());
            }
            new.extend([heading(entry), String::new()]);
            new.extend(block(entry));
            if place < lines.len() {
                new.push(String::new());
            }
            lines.splice(place..place, new);
        }
    }
    lines.join("\n") + "\n"
}

fn heading(entry: Entry<'_>) -> String {
    format!("## [{}] - {}", entry.version, entry.date)
}

fn block(entry: Entry<'_>) -> Vec<String> {
    let text = entry.text.lines().map(str::to_owned);
    let mut block = vec![BEGIN.to_owned(), String::new()];
    block.extend(text);
    block.extend([String::new(), END.to_owned()]);
    block
}

/// What stands under a version.
#[derive(Debug)]
struct Section {
    version: Version,
    /// The line of its heading.
    heading: usize,
    /// The lines from one mark to the other.
    marks: Option<Range<usize>>,
}

impl Section {
    /// Puts the text of the entry between the marks, or with marks under the heading.
    fn write(&self, lines: &mut Vec<String>, entry: Entry<'_>) {
        match self.marks.clone() {
            Some(marks) => drop(lines.splice(marks, block(entry))),
            None => {
                let mut new = vec![String::new()];
                new.extend(block(entry));
                let below = self.heading + 1;
                drop(lines.splice(below..below, new));
            }
        }
    }
}

fn sections(lines: &[String]) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut is_in_version = false;
    let mut is_code = false;
    for (index, line) in lines.iter().enumerate() {
        is_code ^= line.starts_with("```");
        if is_code {
            continue;
        }
        if let Some(title) = line.strip_prefix("## ") {
            let version = version(title);
            is_in_version = version.is_some();
            sections.extend(version.map(|version| Section {
                version,
                heading: index,
                marks: None,
            }));
        }
        let Some(section) = sections.last_mut().filter(|_| is_in_version) else {
            continue;
        };
        match (line.as_str(), &mut section.marks) {
            // Without an end, the mark alone is replaced.
            (BEGIN, marks @ None) => *marks = Some(index..index + 1),
            (END, Some(marks)) if marks.len() == 1 => marks.end = index + 1,
            _ => {}
        }
    }
    sections
}

/// The version of a heading such as `[1.2.0] - 2026-01-31`.
fn version(title: &str) -> Option<Version> {
    let title = title.trim_start().trim_start_matches(['[', 'v']);
    let end = title.find(|c: char| c == ']' || c.is_whitespace());
    Version::parse(title.get(..end.unwrap_or(title.len()))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry<'a>(version: &str, released: &str, date: &'a str, text: &'a str) -> Entry<'a> {
        Entry {
            version: Version::parse(version).unwrap(),
            released: Version::parse(released),
            date,
            text,
        }
    }

    #[track_caller]
    fn written(file: Option<&str>, entry: Entry<'_>) -> String {
        let once = with_entry(file, entry);
        assert_eq!(with_entry(Some(&once), entry), once, "twice is not once");
        once
    }

    #[test]
    fn a_file_begins_with_its_first_entry() {
        let first = entry("0.1.0", "", "2026-01-31", "- One.");
        let file = written(None, first);
        let expected = format!("{HEAD}\n## [0.1.0] - 2026-01-31\n\n{BEGIN}\n\n- One.\n\n{END}\n");
        assert_eq!(file, expected);
        assert_eq!(written(Some("\n"), first), expected);
        let file = written(Some(&file), entry("0.2.0", "0.1.0", "2026-02-28", "- Two."));
        let second = format!("## [0.2.0] - 2026-02-28\n\n{BEGIN}\n\n- Two.\n\n{END}\n");
        assert_eq!(
            file,
            expected.replace("## [0.1.0]", &format!("{second}\n## [0.1.0]"))
        );
    }

    #[test]
    fn what_people_wrote_stays() {
        let people = "# Ours\n\n## [Unreleased]\n\n- Soon.\n\n## [0.1.0] - 2026-01-31\n\nWords.\n\n```\n## [0.1.1]\n```\n\n[0.1.0]: https://example.com\n";
        let new = entry("0.1.1", "0.1.0", "2026-02-28", "- One.");
        let file = written(Some(people), new);
        let added = format!("## [0.1.1] - 2026-02-28\n\n{BEGIN}\n\n- One.\n\n{END}\n\n");
        assert_eq!(
            file,
            people.replacen("## [0.1.0]", &format!("{added}## [0.1.0]"), 1)
        );
        let around = file
            .replace(BEGIN, &format!("Before.\n\n{BEGIN}"))
            .replace(END, &format!("{END}\n\nAfter."));
        let again = entry("0.1.1", "0.1.0", "2026-03-31", "- One.\n- Two.");
        assert_eq!(
            written(Some(&around), again),
            around.replace("- One.", "- One.\n- Two.")
        );
    }

    #[test]
    fn an_entry_that_was_not_released_moves_to_the_version_that_is() {
        let file = written(None, entry("0.1.0", "", "2026-01-31", "- One."));
        let file = written(Some(&file), entry("0.1.1", "0.1.0", "2026-02-28", "- Two."));
        let file = file.replace(
            "- Two.\n\n<!-- to here -->",
            "- Two.\n\n<!-- to here -->\n\nWords.",
        );
        let moved = written(
            Some(&file),
            entry("0.2.0", "0.1.0", "2026-03-31", "- Three."),
        );
        assert_eq!(
            moved,
            file.replace("## [0.1.1] - 2026-02-28", "## [0.2.0] - 2026-03-31")
                .replace("- Two.", "- Three.")
        );
    }

    #[test]
    fn an_entry_of_people_for_the_version_gets_the_changes_under_its_heading() {
        let file = "# Ours\n\n## 1.0.0\n\nAt last.\n";
        let file = written(Some(file), entry("1.0.0", "0.9.0", "2026-01-31", "- One."));
        assert_eq!(
            file,
            format!("# Ours\n\n## 1.0.0\n\n{BEGIN}\n\n- One.\n\n{END}\n\nAt last.\n")
        );
    }

    #[test]
    fn a_mark_without_its_end_takes_nothing_with_it() {
        let file = format!("## [0.2.0]\n\n{BEGIN}\n\nWords.\n\n## [0.1.0]\n\n{END}\n");
        let file = written(Some(&file), entry("0.2.0", "0.1.0", "2026-01-31", "- One."));
        assert!(
            file.contains("Words.") && file.contains("## [0.1.0]"),
            "{file}"
        );
    }

    #[test]
    fn changes_stand_in_the_sections_of_keep_a_changelog() {
        assert_eq!(section_of(Rule::OperationAdded), "Added");
        assert_eq!(section_of(Rule::RequestPropertyRemoved), "Removed");
        assert_eq!(section_of(Rule::TypeDeprecated), "Deprecated");
        assert_eq!(section_of(Rule::ParameterBecameRequired), "Changed");
        assert_eq!(section_of(Rule::Documentation), "Changed");
    }
}
