//! Text for people, with the line of the document and the place in it marked.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group as Drawing, Level, Renderer, Snippet};
use anstyle::{AnsiColor, Style};
use generator::{Excerpt, Severity};

use super::{Finding, Group};

/// How many characters of a line are shown before the mark, and from its start on. Documents in one line exist.
const BEFORE: usize = 40;
const FROM_MARK: usize = 60;

/// As the library draws what is beside the lines.
const ARROW: Style = AnsiColor::BrightBlue.on_default().bold();

/// All groups, and how to learn more. Colours reach terminals only, by way of `output`.
pub(super) fn text(groups: &[Group<'_, '_>]) -> String {
    let renderer = Renderer::styled();
    let mut text = String::new();
    for group in groups {
        for finding in &group.shown {
            text.push_str(&draw(&renderer, finding));
            text.push_str("\n\n");
        }
        if let Some(rest) = group.rest() {
            text.push_str(&format!("{rest}; `--all` shows all\n\n"));
        }
    }
    let codes = groups.iter().filter_map(|group| group.shown.first());
    if let Some(first) = codes.map(|first| first.code()).next() {
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

fn draw(renderer: &Renderer, finding: &Finding<'_>) -> String {
    let level = match finding.diagnostic.severity {
        Severity::Warning => Level::WARNING,
        Severity::Error => Level::ERROR,
    };
    let mut drawing: Drawing<'_> = Drawing::with_title(
        level
            .primary_title(printable(&finding.diagnostic.message))
            .id(finding.code()),
    );
    let mut width = 1;
    let excerpt = finding.spot.and_then(|spot| Some((spot, spot.excerpt()?)));
    if let Some((spot, excerpt)) = excerpt {
        let line = spot.position().line;
        width = line.to_string().len();
        let shown = Shown::of(&excerpt);
        let mark = AnnotationKind::Primary.span(shown.mark);
        drawing = drawing.element(
            Snippet::source(shown.text)
                .line_start(line)
                .annotation(mark),
        );
    }
    if let Some(help) = &finding.diagnostic.help {
        drawing = drawing.element(Level::HELP.message(printable(help)));
    }
    // The library would tell the place within the part of the line that it is given, not within the file.
    let drawn = renderer.render(&[drawing]);
    let (title, rest) = drawn.split_once('\n').unwrap_or((&drawn, ""));
    let place = place(finding);
    format!("{title}\n{:width$}{ARROW}-->{ARROW:#} {place}\n{rest}", "")
        .trim_end()
        .to_owned()
}

/// File, line, column and pointer.
fn place(finding: &Finding<'_>) -> String {
    let position = finding.spot.map(|spot| format!(":{}", spot.position()));
    let place = format!(
        "{}{} ({})",
        finding.file,
        position.unwrap_or_default(),
        finding.diagnostic.pointer
    );
    printable(&place)
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
        let line = excerpt.line;
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
