//! Text of the document as doc comments. It is Markdown of somebody else: nothing in it may become a doc test, HTML on
//! a page, or a link that runs code.
//!
//! Parsers of Markdown differ, and rustdoc's is not ours to choose. So nothing here depends on how a text is parsed: the
//! rules below leave no way to write a code block but our own fence at the start of a line, no raw `<`, and no span
//! of code that goes on in the next line.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::model::Operation;

/// The width to which long lines are wrapped, without the comment's own signs.
const WIDTH: usize = 96;

/// From this indentation on, Markdown takes a line for code.
const CODE_INDENT: usize = 4;

/// Doc attributes of `text`; `fallback`, which is ours, where there is none.
pub(super) fn attributes(text: Option<&str>, fallback: &str) -> TokenStream {
    let lines = match text.map(lines) {
        Some(lines) if !lines.is_empty() => lines,
        _ if fallback.is_empty() => Vec::new(),
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

/// A block of code that the text has opened.
enum Block {
    Fenced { sign: char, length: usize },
    Indented,
}

/// The lines of a text, safe and wrapped. What its author broke into lines is one paragraph again before that.
pub(super) fn lines(text: &str) -> Vec<String> {
    let mut reader = Reader::default();
    for line in plain_characters(text).lines() {
        if !reader.goes_on_with_block(line) {
            reader.line(line);
        }
    }
    reader.end()
}

/// What has been read of a text.
struct Reader {
    lines: Vec<String>,
    paragraph: Paragraph,
    block: Option<Block>,
    after_blank: bool,
    in_list: bool,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            lines: Vec::new(),
            paragraph: Paragraph::default(),
            block: None,
            // An indented block may begin the text.
            after_blank: true,
            in_list: false,
        }
    }
}

impl Reader {
    /// Takes a line that belongs to the block of code that is open; one that is indented ends where another line comes.
    fn goes_on_with_block(&mut self, line: &str) -> bool {
        let trimmed = line.trim();
        match &self.block {
            None => false,
            Some(Block::Fenced { sign, length }) if closes(trimmed, *sign, *length) => {
                self.end_block();
                true
            }
            Some(Block::Fenced { .. }) => {
                self.lines.push(code_line(line));
                true
            }
            Some(Block::Indented) if trimmed.is_empty() || indent(line) >= CODE_INDENT => {
                self.push_indented(line);
                true
            }
            Some(Block::Indented) => {
                self.end_block();
                false
            }
        }
    }

    /// Takes a line outside of blocks of code, or the first of one.
    fn line(&mut self, line: &str) {
        let trimmed = line.trim();
        let is_indented = indent(line) >= CODE_INDENT && !trimmed.is_empty();
        if let Some((sign, length)) = opening_fence(trimmed) {
            self.begin_block(Block::Fenced { sign, length });
        } else if is_indented && self.after_blank && !self.in_list {
            self.begin_block(Block::Indented);
            self.push_indented(line);
        } else {
            self.text(line);
        }
        self.after_blank = trimmed.is_empty();
    }

    /// Takes a line that is no code.
    fn text(&mut self, line: &str) {
        let trimmed = line.trim();
        let ends_list = self.after_blank && indent(line) == 0 && !trimmed.is_empty();
        self.in_list = without_marker(trimmed).is_some() || (self.in_list && !ends_list);
        let indent = indent(line).min(CODE_INDENT - 1);
        if !is_plain(trimmed) || !self.paragraph.goes_on_at(indent) {
            self.paragraph.end(&mut self.lines);
        }
        if !trimmed.is_empty() {
            self.paragraph.add(indent, &inline(trimmed));
        } else if !self.after_blank {
            self.lines.push(String::new());
        }
        // Two spaces or a backslash at its end break a line.
        if !is_plain(trimmed) || line.ends_with("  ") || trimmed.ends_with('\\') {
            self.paragraph.end(&mut self.lines);
        }
    }

    fn begin_block(&mut self, block: Block) {
        self.paragraph.end(&mut self.lines);
        self.lines.push("```text".to_owned());
        self.block = Some(block);
    }

    fn push_indented(&mut self, line: &str) {
        let code = line.get(CODE_INDENT..).unwrap_or_default();
        self.lines.push(code_line(code));
    }

    fn end_block(&mut self) {
        if self.block.take().is_some() {
            self.lines.push("```".to_owned());
        }
    }

    fn end(mut self) -> Vec<String> {
        self.paragraph.end(&mut self.lines);
        self.end_block();
        without_blank_ends(self.lines)
    }
}

/// How many spaces a line begins with.
fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Lines that follow each other and mean one.
#[derive(Default)]
struct Paragraph {
    indent: usize,
    text: String,
}

impl Paragraph {
    fn goes_on_at(&self, indent: usize) -> bool {
        self.text.is_empty() || self.indent == indent
    }

    fn add(&mut self, indent: usize, line: &str) {
        if self.text.is_empty() {
            self.indent = indent;
        } else {
            self.text.push(' ');
        }
        self.text.push_str(line);
    }

    fn end(&mut self, lines: &mut Vec<String>) {
        if !self.text.is_empty() {
            let indent = " ".repeat(self.indent);
            wrap(&format!("{indent}{}", self.text), lines);
            self.text.clear();
        }
    }
}

/// Whether a line is nothing but a part of a paragraph: no heading or its underline, item, quote or row of a table.
fn is_plain(line: &str) -> bool {
    let is_underline = line
        .chars()
        .all(|c| matches!(c, '=' | '-' | '*' | '_' | ' '));
    !is_underline
        && !line.starts_with(['#', '|', '<', ':'])
        && !line.contains('|')
        && without_marker(line).is_none()
}

/// The first line of a text within a line of ours; empty where a code block comes first.
pub(super) fn first_line(text: &str) -> String {
    let text = plain_characters(text);
    let first = text.lines().map(str::trim).find(|line| !line.is_empty());
    match first {
        Some(line) if opening_fence(line).is_none() => inline(line),
        _ => String::new(),
    }
}

/// A text within a line of ours: one line, safe.
pub(super) fn inline(text: &str) -> String {
    let text = plain_characters(text);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // A table splits its cells before it looks for code, so that no span in it is sure to stay one.
    let in_table = text.contains('|');
    let mut safe = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        // Of other signs, no more than one counts; a text of nothing but one would be looked through for each of its signs.
        let run = match c {
            '`' | '~' => rest.len() - rest.trim_start_matches(c).len(),
            _ => c.len_utf8(),
        };
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let taken = match c {
            '\\' => {
                c.len_utf8()
                    + after
                        .chars()
                        .next()
                        .filter(char::is_ascii_punctuation)
                        .map_or(0, char::len_utf8)
            }
            '`' | '~' if run > 2 => run,
            '`' if !in_table => code_span(rest, run).unwrap_or(run),
            '`' => run,
            _ => c.len_utf8(),
        };
        let token = rest.get(..taken).unwrap_or_default();
        rest = rest.get(taken..).unwrap_or_default();
        let is_harmless = match c {
            '`' => token.len() > run,
            '~' => run < 3,
            '<' => false,
            '!' => !after.starts_with('['),
            '[' => !after.starts_with(['^', '[']),
            ']' => {
                if after.starts_with(':') || (after.starts_with('(') && !is_web_link(after)) {
                    safe.push_str("]\\");
                    continue;
                }
                true
            }
            _ => true,
        };
        if is_harmless {
            safe.push_str(token);
        } else {
            safe.extend(token.chars().flat_map(|c| ['\\', c]));
        }
    }
    safe
}

/// How long the code span is that begins with `run` backticks; `None` where nothing ends it.
fn code_span(text: &str, run: usize) -> Option<usize> {
    let mut at = run;
    loop {
        let rest = text.get(at..)?;
        let start = at + rest.find('`')?;
        let ticks = text.get(start..)?;
        let length = ticks.len() - ticks.trim_start_matches('`').len();
        at = start + length;
        if length == run {
            return Some(at);
        }
    }
}

/// Whether the target in parentheses is one that a reader expects behind a link.
fn is_web_link(target: &str) -> bool {
    ["(http://", "(https://", "(mailto:"].iter().any(|start| {
        target
            .get(..start.len())
            .is_some_and(|found| found.eq_ignore_ascii_case(start))
    })
}

/// The sign and the length of a fence that opens a block, behind markers of lists and quotes or not.
fn opening_fence(line: &str) -> Option<(char, usize)> {
    let mut line = line;
    while let Some(inner) = without_marker(line) {
        line = inner;
    }
    let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let info = line.trim_start_matches(sign);
    let length = line.len() - info.len();
    (length > 2 && !(sign == '`' && info.contains('`'))).then_some((sign, length))
}

fn closes(line: &str, sign: char, length: usize) -> bool {
    let line = line.trim_start_matches(['>', ' ']);
    line.len() >= length && line.chars().all(|c| c == sign)
}

/// What stands behind the marker of a list's item or of a quote.
fn without_marker(line: &str) -> Option<&str> {
    let behind_number = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = if behind_number.len() < line.len() {
        behind_number.strip_prefix(['.', ')'])?
    } else {
        line.strip_prefix(['-', '*', '+', '>'])?
    };
    (rest.is_empty() || rest.starts_with(' ') || line.starts_with('>')).then(|| rest.trim_start())
}

/// A line within a fence of ours, which it must not end.
fn code_line(line: &str) -> String {
    line.trim_end().replace("```", "'''")
}

fn without_blank_ends(mut lines: Vec<String>) -> Vec<String> {
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    let start = lines.iter().take_while(|line| line.is_empty()).count();
    lines.split_off(start)
}

/// A text for a code span: no line breaks, no backticks.
pub(super) fn code(text: &str) -> String {
    let one_line: String = plain_characters(text).replace('\n', " ").replace('`', "'");
    if one_line.trim().is_empty() {
        // Quoted, because Markdown shows no code span of nothing but spaces.
        format!("`\"{one_line}\"`")
    } else {
        format!("`{}`", one_line.trim())
    }
}

/// A place in the document.
pub(super) fn place(pointer: &Pointer) -> String {
    code(&pointer.to_string())
}

/// How an operation is called: `GET /pets`.
pub(super) fn request(operation: &Operation) -> String {
    code(&format!("{} {}", operation.method.as_str(), operation.path))
}

/// The longest value that documentation shows.
const LONGEST_VALUE: usize = 60;

/// A value of the document for a line of documentation; `None` for `null` and what would be too long to read there.
pub(super) fn value(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    (text.chars().count() <= LONGEST_VALUE && !text.contains('\n')).then(|| code(&text))
}

/// The operations that stand in one module, by their tags: "of the tag `Pets`".
pub(super) fn of_tags<'a>(tags: impl Iterator<Item = Option<&'a str>>) -> String {
    let mut words: Vec<String> = Vec::new();
    let mut has_untagged = false;
    for tag in tags {
        match tag.map(code) {
            None => has_untagged = true,
            Some(tag) if !words.contains(&tag) => words.push(tag),
            Some(_) => {}
        }
    }
    let tagged = match words.as_slice() {
        [] => return "without a tag".to_owned(),
        [only] => format!("of the tag {only}"),
        [first @ .., last] => format!("of the tags {} and {last}", first.join(", ")),
    };
    if has_untagged {
        format!("{tagged}, and without a tag")
    } else {
        tagged
    }
}

/// Adds a sentence of ours to the only paragraph of a text, else below it.
pub(super) fn add_sentence(lines: &mut Vec<String>, sentence: &str) {
    let is_paragraph = lines
        .iter()
        .all(|line| line.starts_with(char::is_alphanumeric) && without_marker(line).is_none());
    match lines.last_mut() {
        None => lines.push(sentence.to_owned()),
        Some(last) if is_paragraph => {
            if last.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ')' | '`')) {
                last.push('.');
            }
            if last.len() + sentence.len() < WIDTH {
                last.push(' ');
                last.push_str(sentence);
            } else {
                lines.push(sentence.to_owned());
            }
        }
        Some(_) => lines.extend([String::new(), sentence.to_owned()]),
    }
}

/// The text without tabs and control characters, and without those that change the direction of writing, which can
/// make code read as what it is not.
fn plain_characters(text: &str) -> String {
    text.replace("\r\n", "\n")
        .replace('\t', "    ")
        .chars()
        .filter(|c| !matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
        .map(|c| if c.is_control() && c != '\n' { ' ' } else { c })
        .collect()
}

/// Wraps a line of a paragraph where no sign at the start of the next line could mean something else, and outside of
/// code.
fn wrap(line: &str, wrapped: &mut Vec<String>) {
    let is_prose = line.starts_with(|c: char| c.is_alphabetic() || c == '`') && !line.contains('|');
    if !is_prose || line.chars().count() <= WIDTH {
        wrapped.push(line.to_owned());
        return;
    }
    let mut current = String::new();
    // Counted along the way: a line that can be broken nowhere would be counted anew for each of its words.
    let mut width = 0;
    let mut ticks = 0;
    for word in line.split(' ') {
        let length = word.chars().count();
        let fits = width + 1 + length <= WIDTH;
        let in_code = ticks % 2 == 1;
        if current.is_empty() {
            width = length;
        } else if fits || in_code || !word.starts_with(char::is_alphabetic) {
            current.push(' ');
            width += 1 + length;
        } else {
            wrapped.push(std::mem::take(&mut current));
            width = length;
            ticks = 0;
        }
        current.push_str(word);
        ticks += word.matches('`').count();
    }
    wrapped.push(current);
}

#[cfg(test)]
mod tests;
