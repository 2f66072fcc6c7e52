//! What of a changelog stands under which version, in whatever form people write it.

use std::ops::Range;

use super::number::Version;

/// Begins what stands under a version that follows from the changes.
pub(super) const BEGIN: &str = "<!-- cargo xtask regen writes from here -->";
/// Begins what stands under a version that people chose.
pub(super) const BEGIN_CHOSEN: &str =
    "<!-- cargo xtask regen writes from here; the version is yours -->";
pub(super) const END: &str = "<!-- to here -->";

/// What stands under a version.
#[derive(Debug)]
pub(super) struct Section {
    /// `None` for a pre-release.
    pub(super) version: Option<Version>,
    pub(super) level: usize,
    /// The lines of its heading.
    pub(super) heading: Range<usize>,
    /// The lines from one mark to the other.
    pub(super) marks: Option<Range<usize>>,
    /// Where the next section begins.
    end: usize,
}

impl Section {
    /// Whether all of it was written by `regen`, the version as well.
    pub(super) fn is_ours(&self, lines: &[String]) -> bool {
        let Some(marks) = &self.marks else {
            return false;
        };
        let text = |index: usize| lines.get(index).map_or("", String::as_str);
        let is_closed = marks.len() > 1 && text(marks.start) == BEGIN;
        let is_nobodys = |index: usize| text(index).trim().is_empty() || is_link(text(index));
        let mut around = (self.heading.end..self.end).filter(|index| !marks.contains(index));
        is_closed && around.all(is_nobodys)
    }
}

/// The sections of versions, and where the newest one belongs if there is none.
pub(super) fn sections(lines: &[String]) -> (Vec<Section>, usize) {
    let mut sections: Vec<Section> = Vec::new();
    let mut links = lines.len();
    while let Some(line) = links.checked_sub(1).and_then(|last| lines.get(last)) {
        if !line.trim().is_empty() && !is_link(line) {
            break;
        }
        links -= 1;
    }
    // Where the section of what is not released yet ends, once it has begun.
    let mut unreleased = None;
    let mut place = None;
    let mut is_open = false;
    for heading in headings(lines) {
        let version = version(heading.title);
        if version.is_some() || sections.last().is_some_and(|it| heading.level <= it.level) {
            if let Some(last) = sections.last_mut().filter(|_| is_open) {
                last.end = heading.lines.start;
            }
            is_open = version.is_some();
        }
        if unreleased.is_some_and(|level| heading.level <= level) {
            place = place.or(Some(heading.lines.start));
        }
        let words = heading.title.trim_matches(['[', ']', ' ']);
        if words.eq_ignore_ascii_case("unreleased") {
            unreleased = Some(heading.level);
        }
        sections.extend(version.map(|version| Section {
            version,
            level: heading.level,
            heading: heading.lines,
            marks: None,
            end: lines.len(),
        }));
    }
    for section in &mut sections {
        section.marks = marks(lines, section.heading.end..section.end);
    }
    (sections, place.unwrap_or(links))
}

/// Without an end, the mark alone.
fn marks(lines: &[String], section: Range<usize>) -> Option<Range<usize>> {
    let find = |from: usize, wanted: &[&str]| {
        let mut rest = (from..section.end).zip(lines.get(from..section.end)?);
        let found = rest.find(|(_, line)| wanted.contains(&line.as_str()))?;
        Some(found.0)
    };
    let start = find(section.start, &[BEGIN, BEGIN_CHOSEN])?;
    let end = find(start, &[END]).unwrap_or(start);
    Some(start..end + 1)
}

struct Heading<'a> {
    level: usize,
    title: &'a str,
    lines: Range<usize>,
}

/// The headings outside of code, in both forms of Markdown.
fn headings(lines: &[String]) -> Vec<Heading<'_>> {
    let mut headings = Vec::new();
    let mut fence: Option<&str> = None;
    for (index, line) in lines.iter().enumerate() {
        let begins = ["```", "~~~"].into_iter().find(|it| line.starts_with(it));
        match (fence, begins) {
            (None, Some(_)) => fence = begins,
            (Some(open), Some(other)) if open == other => fence = None,
            _ => {}
        }
        if fence.is_some() {
            continue;
        }
        let title = line.trim_start_matches('#');
        let level = line.len() - title.len();
        if (1..=6).contains(&level) && title.starts_with(' ') {
            headings.push(Heading {
                level,
                title: title.trim(),
                lines: index..index + 1,
            });
            continue;
        }
        let under = lines.get(index + 1).map_or("", |line| line.trim_end());
        let is_line_of = |mark: char| !under.is_empty() && under.chars().all(|it| it == mark);
        let level = match (is_line_of('='), is_line_of('-')) {
            (true, _) => 1,
            (_, true) => 2,
            _ => continue,
        };
        // Below an empty line, it is a line across the page.
        if !line.trim().is_empty() {
            headings.push(Heading {
                level,
                title: line.trim(),
                lines: index..index + 2,
            });
        }
    }
    headings
}

/// Whether a line says where links lead: `[1.2.0]: https://…`.
fn is_link(line: &str) -> bool {
    line.starts_with('[') && line.contains("]: ")
}

/// The version of a heading such as `[1.2.0] - 2026-01-31` or `Version 1.2.0`; that of a pre-release is none that counts.
fn version(title: &str) -> Option<Option<Version>> {
    let title = match title.split_once(' ') {
        Some((word, rest)) if word.eq_ignore_ascii_case("version") => rest,
        _ => title,
    };
    let title = title.trim_start_matches(['[', 'v', ' ']);
    let end = title.find(|c: char| c == ']' || c.is_whitespace());
    let text = title.get(..end.unwrap_or(title.len()))?;
    let numbers = text.split(['-', '+']).next().unwrap_or_default();
    let version = Version::parse(numbers)?;
    Some((numbers == text).then_some(version))
}
