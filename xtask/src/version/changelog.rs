//! CHANGELOG.md of the generated crate, in the style of <https://keepachangelog.com>.
//!
//! The file belongs to people. Of each version, `regen --bump` writes what stands between two marks, and nothing else.

use std::fmt::Write as _;

use generator::{Change, Comparison, Rule};

use super::number::Version;
use super::sections::{BEGIN, BEGIN_CHOSEN, END, Section, sections};
use crate::comparison::{self, escaped};

const HEAD: &str = "\
# Changelog

What changed for callers, by version. The form is that of [Keep a Changelog](https://keepachangelog.com/en/1.1.0/); versions
follow [Cargo's rules](https://doc.rust-lang.org/cargo/reference/semver.html).
";

/// With more changes than this in a section, it tells the first ones. Those that break come first.
const SHOWN_CHANGES: usize = 100;

/// With more items than this, a change names the first ones.
const SHOWN_ITEMS: usize = 4;

/// What is to stand under a version.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Entry<'a> {
    pub(crate) version: Version,
    /// Whether people chose it, so that it stays whatever the changes come to.
    pub(crate) is_chosen: bool,
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
    let (sections, place) = sections(&lines);
    let same = sections.iter().find(|it| it.version == Some(entry.version));
    let is_newer = |version: Version| entry.released.is_some_and(|it| version > it);
    let replaced = sections
        .iter()
        .find(|it| it.version.is_some_and(is_newer) && it.marks.is_some());
    match (same, replaced) {
        (Some(section), _) => write(section, &mut lines, entry),
        (None, Some(section)) => {
            write(section, &mut lines, entry);
            lines.splice(section.heading.clone(), [heading(section.level, entry)]);
        }
        (None, None) => {
            let first = sections.first();
            let place = first.map_or(place, |it| it.heading.start);
            let before = lines.get(..place).and_then(<[String]>::last);
            let mut new = Vec::new();
            if before.is_some_and(|line| !line.trim().is_empty()) {
                new.push(String::new());
            }
            let level = first.map_or(2, |it| it.level);
            new.extend([heading(level, entry), String::new()]);
            new.extend(block(entry));
            if lines.get(place).is_some_and(|line| !line.is_empty()) {
                new.push(String::new());
            }
            lines.splice(place..place, new);
        }
    }
    lines.join("\n") + "\n"
}

/// Whether nobody but `regen` wrote what stands under a version.
pub(crate) fn is_ours(file: &str, version: Version) -> bool {
    let lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let (sections, _) = sections(&lines);
    let found = sections.iter().find(|it| it.version == Some(version));
    found.is_some_and(|it| it.is_ours(&lines))
}

/// The file without what stands under a version; `None` where `regen` wrote all of the rest, too.
pub(crate) fn without_entry(file: &str, version: Version) -> Option<String> {
    let mut lines: Vec<String> = file.lines().map(str::to_owned).collect();
    let (sections, _) = sections(&lines);
    if let Some(section) = sections.iter().find(|it| it.version == Some(version))
        && let Some(marks) = &section.marks
    {
        let is_empty = |line: &&String| line.trim().is_empty();
        let below = lines.iter().skip(marks.end).take_while(is_empty).count();
        lines.drain(section.heading.start..marks.end + below);
    }
    let text = lines.join("\n");
    let text = text.trim_end();
    (text != HEAD.trim_end()).then(|| format!("{text}\n"))
}

fn heading(level: usize, entry: Entry<'_>) -> String {
    format!("{} [{}] - {}", "#".repeat(level), entry.version, entry.date)
}

fn block(entry: Entry<'_>) -> Vec<String> {
    let begin = if entry.is_chosen { BEGIN_CHOSEN } else { BEGIN };
    let text = entry.text.lines().map(str::to_owned);
    let mut block = vec![begin.to_owned(), String::new()];
    block.extend(text);
    block.extend([String::new(), END.to_owned()]);
    block
}

/// Puts the text of the entry between the marks, or with marks under the heading.
fn write(section: &Section, lines: &mut Vec<String>, entry: Entry<'_>) {
    match section.marks.clone() {
        Some(marks) => drop(lines.splice(marks, block(entry))),
        None => {
            let mut new = vec![String::new()];
            new.extend(block(entry));
            let below = section.heading.end;
            drop(lines.splice(below..below, new));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry<'a>(version: &str, released: &str, date: &'a str, text: &'a str) -> Entry<'a> {
        Entry {
            version: Version::parse(version).unwrap(),
            is_chosen: false,
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

    /// Where an entry for 1.1.0 goes: the line before it that is not empty, and the one behind it.
    fn neighbours(file: &str) -> (String, String) {
        let file = written(Some(file), entry("1.1.0", "1.0.0", "2026-01-31", "- New."));
        let lines: Vec<&str> = file.lines().filter(|line| !line.is_empty()).collect();
        let is_new = |line: &&str| line.contains("[1.1.0] - 2026-01-31");
        let place = lines.iter().position(is_new).unwrap();
        let end = lines.iter().position(|line| *line == END).unwrap();
        let behind = lines.get(end + 1).copied().unwrap_or_default();
        (lines[place - 1].to_owned(), behind.to_owned())
    }

    #[test]
    fn the_newest_entry_stands_above_older_ones_however_people_write_them() {
        for older in [
            "# 1.0.0",
            "### [1.0.0]",
            "## Version 1.0.0",
            "## v1.0.0 (2025)",
            "## [1.0.0-rc.1]",
            "1.0.0\n-----",
            "Version 1.0.0\n=====",
        ] {
            let file = format!("# Ours\n\n~~~\n## 9.0.0\n```\n~~~\n\n{older}\n\n- Old.\n");
            let first = older.lines().next().unwrap();
            let expected = ("~~~".to_owned(), first.to_owned());
            assert_eq!(neighbours(&file), expected, "{older}");
        }
    }

    #[test]
    fn without_older_ones_it_stands_below_what_is_not_released_and_above_where_links_lead() {
        let links = "[Unreleased]: https://example.com\n[one]: https://example.com/1\n";
        for (file, expected) in [
            ("# Ours\n\nWords.\n".to_owned(), ("Words.", "")),
            (
                format!("# Ours\n\n## [Unreleased]\n\n### Added\n\n- Soon.\n\n{links}"),
                ("- Soon.", "[Unreleased]: https://example.com"),
            ),
            (
                "# Ours\n\n## Unreleased\n\n- Soon.\n\n## Older\n".to_owned(),
                ("- Soon.", "## Older"),
            ),
        ] {
            let (before, behind) = neighbours(&file);
            assert_eq!((before.as_str(), behind.as_str()), expected, "{file}");
        }
    }

    #[test]
    fn an_entry_that_nobody_touched_can_be_taken_out() {
        let version = |text| Version::parse(text).unwrap();
        let one = written(None, entry("0.1.0", "", "2026-01-31", "- One."));
        let new = entry("0.2.0", "0.1.0", "2026-02-28", "- Two.");
        let two = written(Some(&one), new);
        assert!(is_ours(&two, version("0.2.0")));
        assert_eq!(without_entry(&two, version("0.2.0")), Some(one.clone()));
        assert_eq!(without_entry(&one, version("0.1.0")), None);
        assert!(!is_ours(&two, version("0.3.0")));
        let touched = two.replacen(END, &format!("{END}\n\nWords."), 1);
        assert!(!is_ours(&touched, version("0.2.0")));
        let new = Entry {
            is_chosen: true,
            ..new
        };
        assert!(!is_ours(&written(Some(&one), new), version("0.2.0")));
    }
}
