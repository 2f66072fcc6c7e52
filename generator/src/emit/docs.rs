//! Text of the document as doc comments. It is CommonMark of somebody else: nothing in it may become a doc test,
//! HTML on a page, or the end of a comment.

use proc_macro2::TokenStream;
use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag};
use quote::quote;
use std::ops::Range;

/// The width to which long lines are wrapped, without the comment's own signs.
const WIDTH: usize = 96;

/// How often a text is looked at again after it was made safe: making one thing safe can lay another open.
const MOST_ROUNDS: usize = 4;

/// Doc attributes of `text`; `fallback`, which is ours, where there is none.
pub(super) fn attributes(text: Option<&str>, fallback: &str) -> TokenStream {
    let lines = match text.map(lines) {
        Some(lines) if !lines.is_empty() => lines,
        _ => vec![fallback.to_owned()],
    };
    line_attributes(&lines)
}

/// Doc attributes of lines that are safe already.
pub(super) fn line_attributes(lines: &[String]) -> TokenStream {
    let attributes = lines.iter().map(|line| {
        let line = if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        };
        quote!(#[doc = #line])
    });
    quote!(#(#attributes)*)
}

/// Several texts as paragraphs.
pub(super) fn paragraphs<'a>(texts: impl IntoIterator<Item = &'a str>) -> Vec<String> {
    let mut all = Vec::new();
    for text in texts {
        let lines = lines(text);
        if !lines.is_empty() && !all.is_empty() {
            all.push(String::new());
        }
        all.extend(lines);
    }
    all
}

/// The lines of a text, safe and wrapped.
pub(super) fn lines(text: &str) -> Vec<String> {
    // Trimmed first: taking white space from the front of a safe text could make another text of it.
    let text = plain_characters(text);
    let text = text.trim();
    let wrapped = wrapped(&safe(text));
    if edits(&wrapped.join("\n")).is_empty() {
        wrapped
    } else {
        escaped(text).lines().map(str::to_owned).collect()
    }
}

fn wrapped(text: &str) -> Vec<String> {
    let mut wrapped = Vec::new();
    let mut in_code = false;
    for line in text.trim_end().lines() {
        let line = line.trim_end();
        let is_fence = is_fence(line);
        in_code ^= is_fence;
        if in_code || is_fence {
            wrapped.push(line.to_owned());
        } else {
            wrap(line, &mut wrapped);
        }
    }
    wrapped
}

/// The first line of a text, for a place that has one line; empty where a code block comes first.
pub(super) fn first_line(text: &str) -> String {
    let first = lines(text).into_iter().next().unwrap_or_default();
    if is_fence(&first) {
        String::new()
    } else {
        first
    }
}

fn is_fence(line: &str) -> bool {
    let line = line.trim_start();
    line.starts_with("```") || line.starts_with("~~~")
}

/// A text for a code span: no line breaks, no backticks.
pub(super) fn code(text: &str) -> String {
    let one_line: String = plain_characters(text)
        .chars()
        .map(|c| if c == '\n' || c == '\t' { ' ' } else { c })
        .map(|c| if c == '`' { '\'' } else { c })
        .collect();
    let one_line = one_line.trim();
    if one_line.is_empty() {
        "`\"\"`".to_owned()
    } else {
        format!("`{one_line}`")
    }
}

/// The text without control characters, and without those that change the direction of writing, which can make code
/// read as what it is not.
fn plain_characters(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .map(|c| {
            if c.is_control() && c != '\n' && c != '\t' {
                ' '
            } else {
                c
            }
        })
        .collect()
}

/// What rustdoc reads beyond CommonMark. It has to be the same here, or a text could be one thing to us and another
/// to rustdoc.
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION
}

fn safe(text: &str) -> String {
    let mut text = text.to_owned();
    for _ in 0..MOST_ROUNDS {
        let edits = edits(&text);
        if edits.is_empty() {
            return text;
        }
        for (range, replacement) in edits.into_iter().rev() {
            if text.get(range.clone()).is_some() {
                text.replace_range(range, &replacement);
            }
        }
    }
    escaped(&text)
}

/// What makes a text safe, in order and without overlaps.
fn edits(text: &str) -> Vec<(Range<usize>, String)> {
    let mut edits: Vec<(Range<usize>, String)> = Vec::new();
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let parser = Parser::new_ext(text, options());
    for (event, range) in parser.into_offset_iter() {
        let slice = text.get(range.clone()).unwrap_or_default();
        match event {
            Event::Html(_) | Event::InlineHtml(_) => {
                for (at, _) in slice.match_indices('<') {
                    let at = range.start + at;
                    edits.push((at..at, "\\".to_owned()));
                }
            }
            // Inside a footnote, what looks like a paragraph can be a code block.
            Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
                edits.push((range.start..range.start, "\\".to_owned()));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                blocks.push(range.clone());
                if info.trim() != "text" {
                    edits.push(info_string(slice, range.start));
                }
                edits.extend(closing_fence(slice, range.end));
            }
            Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => {
                blocks.push(range.clone());
                edits.push(indented_code(text, &range));
            }
            _ => {}
        }
    }
    edits.extend(stray_fences(text, &blocks));
    edits.sort_by_key(|(range, _)| range.start);
    edits
}

/// Runs of signs that would be a fence if they stood elsewhere: no reader is to take one for the start of a block.
fn stray_fences(text: &str, blocks: &[Range<usize>]) -> Vec<(Range<usize>, String)> {
    let mut edits = Vec::new();
    for sign in ["```", "~~~"] {
        for (at, _) in text.match_indices(sign) {
            let is_escaped = text.get(..at).is_some_and(|before| before.ends_with('\\'));
            if !is_escaped && !blocks.iter().any(|block| block.contains(&at)) {
                let escaped: String = sign.chars().flat_map(|c| ['\\', c]).collect();
                edits.push((at..at + sign.len(), escaped));
            }
        }
    }
    edits
}

/// Rustdoc runs code blocks that do not say what they are.
fn info_string(block: &str, start: usize) -> (Range<usize>, String) {
    let first = block.lines().next().unwrap_or_default();
    let fence = fence(first);
    (start + fence.len()..start + first.len(), "text".to_owned())
}

/// A block without an end would swallow what we write after the text.
fn closing_fence(block: &str, end: usize) -> Option<(Range<usize>, String)> {
    let fence = fence(block.lines().next().unwrap_or_default());
    let last = block.trim_end().lines().skip(1).last().unwrap_or_default();
    let last = last.trim_start_matches([' ', '\t', '>']);
    let is_closed = last.starts_with(fence) && last.chars().all(|c| fence.starts_with(c));
    let newline = if block.ends_with('\n') { "" } else { "\n" };
    (!is_closed).then(|| (end..end, format!("{newline}{fence}\n")))
}

fn fence(line: &str) -> &str {
    let sign = line.chars().next().unwrap_or('`');
    let rest = line.trim_start_matches(sign);
    line.get(..line.len() - rest.len()).unwrap_or_default()
}

/// Four spaces make a code block, which rustdoc would run; a fence says what it is.
fn indented_code(text: &str, range: &Range<usize>) -> (Range<usize>, String) {
    let before = text.get(..range.start).unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let indent = before.get(line_start..).unwrap_or_default();
    let (start, indent) = if indent.trim().is_empty() {
        (line_start, indent)
    } else {
        (range.start, "")
    };
    let block = text.get(start..range.end).unwrap_or_default();
    let outer = indent.get(4..).unwrap_or_default();
    let mut fenced = format!("{outer}```text\n");
    for line in block.lines() {
        let line = line.strip_prefix(indent).unwrap_or(line).trim_end();
        fenced.push_str(&format!("{outer}{}\n", line.replace("```", "'''")));
    }
    fenced.push_str(&format!("{outer}```\n"));
    (start..range.end, fenced)
}

/// The last resort: no character means anything.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for line in text.lines() {
        for c in line.trim().chars() {
            if c.is_ascii_punctuation() {
                escaped.push('\\');
            }
            escaped.push(c);
        }
        escaped.push('\n');
    }
    escaped
}

/// Wraps a line of a paragraph where no sign at the start of the next line could mean something else.
fn wrap(line: &str, wrapped: &mut Vec<String>) {
    let is_prose = line.starts_with(|c: char| c.is_alphabetic() || c == '`') && !line.contains('|');
    if !is_prose || line.chars().count() <= WIDTH {
        wrapped.push(line.to_owned());
        return;
    }
    let mut current = String::new();
    for word in line.split(' ') {
        let fits = current.chars().count() + 1 + word.chars().count() <= WIDTH;
        if current.is_empty() {
            current.push_str(word);
        } else if fits || !word.starts_with(|c: char| c.is_alphabetic()) {
            current.push(' ');
            current.push_str(word);
        } else {
            wrapped.push(std::mem::replace(&mut current, word.to_owned()));
        }
    }
    wrapped.push(current);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_code_block_is_text_whatever_it_says() {
        assert_eq!(
            lines("```\nlet x = 1;\n```"),
            ["```text", "let x = 1;", "```"]
        );
        assert_eq!(lines("~~~rust,no_run\nx\n~~~"), ["~~~text", "x", "~~~"]);
        assert_eq!(
            lines("a\n\n    let x;\n\nb"),
            ["a", "", "```text", "let x;", "```", "", "b"]
        );
        assert_eq!(
            lines("- a\n\n  ```sh\n  x\n  ```"),
            ["- a", "", "  ```text", "  x", "  ```"]
        );
    }

    #[test]
    fn a_code_block_without_an_end_is_ended() {
        assert_eq!(lines("```json\n{"), ["```text", "{", "```"]);
    }

    #[test]
    fn html_is_shown_and_not_executed() {
        assert_eq!(
            lines("<script>alert(1)</script>"),
            ["\\<script>alert(1)\\</script>"]
        );
        assert_eq!(lines("a <b>c</b>"), ["a \\<b>c\\</b>"]);
        assert_eq!(lines("`Vec<T>` is < 3"), ["`Vec<T>` is < 3"]);
    }

    #[test]
    fn a_code_block_hidden_in_html_does_not_come_to_life() {
        let hidden = lines("<pre>\n```rust\npanic!()\n```\n</pre>").join("\n");
        assert!(!hidden.contains("```rust"), "{hidden}");
    }

    #[test]
    fn a_code_block_hidden_in_a_footnote_does_not_come_to_life() {
        let hidden = lines("[^a]: ```\n    panic!(\"pwned\");\n    ```\n\nsee [^a]").join("\n");
        assert_eq!(
            hidden,
            "\\[^a]: \\`\\`\\`text\n    panic!(\"pwned\");\n    \\`\\`\\`\n\nsee \\[^a]"
        );
    }

    #[test]
    fn characters_that_turn_the_direction_of_text_are_dropped() {
        assert_eq!(lines("a\u{202E}b\u{0}c\rd"), ["ab c d"]);
    }

    #[test]
    fn long_lines_are_wrapped_and_tables_are_not() {
        let long = "word ".repeat(40);
        assert!(lines(&long).iter().all(|line| line.len() <= WIDTH));
        let table = format!("| {long} |");
        assert_eq!(lines(&table).len(), 1);
    }

    proptest! {
        #[test]
        fn no_text_becomes_a_doc_test_or_html(text in "([ \\t>*-]{0,6}(```|~~~|<pre>|</pre>|<!--|\\[\\^a\\]:|\\[\\^a\\]|\\[ \\]|rust|x|\\\\| ){0,4}\\n){0,8}") {
            let lines = lines(&text).join("\n");
            for (event, _) in Parser::new_ext(&lines, options()).into_offset_iter() {
                let is_safe = match &event {
                    Event::Html(_) | Event::InlineHtml(_) => false,
                    Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => info.trim() == "text",
                    Event::Start(Tag::CodeBlock(CodeBlockKind::Indented)) => false,
                    _ => true,
                };
                prop_assert!(is_safe, "{:?} in {:?}", event, lines);
            }
        }
    }
}
