//! Text for people, with the line of the document and the place in it marked.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group as Drawing, Level, Renderer, Snippet, Title};
use anstyle::{AnsiColor, Style};
use generator::{Excerpt, Severity};

use super::Group;
use super::finding::{Finding, Place};

/// How many characters of a line are shown before the mark, and from its start on. Documents in one line exist.
const BEFORE: usize = 40;
const FROM_MARK: usize = 60;

/// As the library draws what is beside the lines.
const ARROW: Style = AnsiColor::BrightBlue.on_default().bold();

/// All groups, and how to learn more. Colours reach terminals only, by way of `output`.
pub(super) fn text(groups: &[Group<'_, '_>]) -> String {
    let mut text = String::new();
    for group in groups {
        for finding in &group.shown {
            text.push_str(&draw(finding));
            text.push_str("\n\n");
        }
        if let Some(rest) = group.rest() {
            text.push_str(&format!("{rest}; `--all` shows all\n\n"));
        }
    }
    let codes = groups.iter().filter_map(|group| group.shown.first());
    if let Some(first) = codes.map(|first| first.code.as_str()).next() {
        text.push_str(&format!(
            "`cargo xtask explain {first}` tells what it means and what to do{}\n",
            if groups.len() > 1 {
                ", and so for the others"
            } else {
                ""
            }
        ));
    }
    text
}

/// A finding, and below it the other places that it is about.
pub(super) fn draw(finding: &Finding<'_>) -> String {
    let level = match finding.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let title = level
        .primary_title(printable(&finding.message))
        .id(finding.code.as_str());
    let mut drawn = draw_place(title, &finding.place, finding.help);
    for note in &finding.notes {
        let title = Level::NOTE.secondary_title(printable(&note.message));
        drawn.push('\n');
        drawn.push_str(&draw_place(title, &note.place, None));
    }
    drawn
}

fn draw_place(title: Title<'_>, place: &Place<'_>, help: Option<&str>) -> String {
    let mut drawing: Drawing<'_> = Drawing::with_title(title);
    let mut width = 1;
    let excerpt = place.position().zip(place.excerpt());
    if let Some((position, excerpt)) = excerpt {
        width = position.line.to_string().len();
        let shown = Shown::of(&excerpt);
        let mark = AnnotationKind::Primary.span(shown.mark);
        drawing = drawing.element(
            Snippet::source(shown.text)
                .line_start(position.line)
                .annotation(mark),
        );
    }
    if let Some(help) = help {
        drawing = drawing.element(Level::HELP.message(printable(help)));
    }
    // The library would tell the place within the part of the line that it is given, not within the file.
    let drawn = Renderer::styled().render(&[drawing]);
    let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    let place = printable(&place.shown());
    format!("{title}\n{:width$}{ARROW}-->{ARROW:#} {place}\n{rest}", "")
        .trim_end()
        .to_owned()
}

/// Messages and pointers quote the document, in which anything can stand: they stay one line, and no terminal is told
/// what to do.
fn printable(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() {
                ' '
            } else {
                character
            }
        })
        .collect()
}

/// The part of a line around its mark.
#[derive(Debug, PartialEq, Eq)]
struct Shown {
    text: String,
    mark: Range<usize>,
}

impl Shown {
    fn of(excerpt: &Excerpt<'_>) -> Self {
        let line = &*excerpt.line;
        let (before, from) = line
            .split_at_checked(excerpt.mark.start)
            .unwrap_or((line, ""));
        let start = before.char_indices().rev().take(BEFORE).last();
        let before = start.map_or("", |(at, _)| before.get(at..).unwrap_or_default());
        let end = from.char_indices().nth(FROM_MARK).map(|(at, _)| at);
        let shown = end.and_then(|end| from.get(..end)).unwrap_or(from);
        let cut_before = if before.len() < excerpt.mark.start {
            "…"
        } else {
            ""
        };
        let cut_after = if end.is_some() { "…" } else { "" };
        let mark_start = cut_before.len() + before.len();
        Self {
            text: format!("{cut_before}{before}{shown}{cut_after}"),
            mark: mark_start..mark_start + excerpt.mark.len().min(shown.len()),
        }
    }
}
