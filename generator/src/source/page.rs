//! Finds the OpenAPI document in a documentation page.

use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, Event, Options, Parser, Tag, TagEnd};
use serde_json::Value;

use super::{
    FilePlace, Position, SourceError,
    text::{Text, is_openapi},
};
use crate::diagnostics::Pointer;

/// A documentation page in Markdown.
pub(super) struct Page<'text> {
    name: &'text str,
    text: &'text str,
    blocks: Vec<Block>,
}

/// A fenced code block.
struct Block {
    /// Where in the page it is, with its fences.
    range: Range<usize>,
    /// Whether it has a closing fence; Markdown lets a block end with the page.
    closed: bool,
    content: Text,
}

impl<'text> Page<'text> {
    /// Finds the fenced code blocks of `text`.
    pub(super) fn new(name: &'text str, text: &'text str) -> Self {
        let lines = LineStarts::new(text);
        let mut blocks = Vec::new();
        let mut open: Option<OpenBlock> = None;
        for (event, range) in Parser::new_ext(text, Options::empty()).into_offset_iter() {
            match event {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(_))) => {
                    open = Some(OpenBlock {
                        range,
                        content: String::new(),
                        pieces: Vec::new(),
                    });
                }
                Event::Text(piece) => {
                    if let Some(open) = &mut open {
                        open.pieces.push((open.content.len(), range));
                        open.content.push_str(&piece);
                    }
                }
                Event::End(TagEnd::CodeBlock) => {
                    blocks.extend(open.take().map(|open| open.close(name, text, &lines)));
                }
                _ => {}
            }
        }
        Self { name, text, blocks }
    }

    pub(super) fn is_without_blocks(&self) -> bool {
        self.blocks.is_empty()
    }

    /// The lines of the page that no code block holds.
    pub(super) fn lines_outside_blocks(&self) -> impl Iterator<Item = &'text str> {
        let starts = std::iter::once(0).chain(self.blocks.iter().map(|block| block.range.end));
        let ends = self.blocks.iter().map(|block| block.range.start);
        starts
            .zip(ends.chain(std::iter::once(self.text.len())))
            .filter_map(|(start, end)| self.text.get(start..end))
            .flat_map(str::lines)
    }

    /// Reads the one block that holds an OpenAPI document.
    pub(super) fn into_document(self) -> Result<(Text, Value), SourceError> {
        let name = self.name;
        let count = self.blocks.len();
        let unclosed = self.blocks.iter().find(|block| !block.closed);
        let unclosed = unclosed.map(|block| block.unclosed(name, self.text));
        let mut documents = self.blocks.into_iter().filter_map(|mut block| {
            let document = block.document()?;
            Some((block, document))
        });
        let Some((block, document)) = documents.next() else {
            return Err(match (unclosed, count) {
                (Some(error), _) => error,
                (None, 0) => SourceError::Unrecognized {
                    name: name.to_owned(),
                },
                (None, blocks) => SourceError::NoDocumentInPage {
                    name: name.to_owned(),
                    blocks,
                },
            });
        };
        if let Some((second, _)) = documents.next() {
            return Err(SourceError::SeveralDocumentsInPage {
                places: Box::new([
                    block.opening(name, self.text),
                    second.opening(name, self.text),
                ]),
            });
        }
        if !block.closed {
            return Err(block.unclosed(name, self.text));
        }
        Ok((block.content, document?))
    }
}

impl Block {
    /// What the block holds if it is meant as an OpenAPI document, be it a broken one.
    fn document(&mut self) -> Option<Result<Value, SourceError>> {
        let parsed = self.content.parse();
        let is_meant = match &parsed {
            Ok(value) => is_openapi(value),
            // The index of positions reaches as far as the text is sound.
            Err(_) => ["openapi", "swagger"]
                .iter()
                .any(|key| self.content.find(&Pointer::root().join(key)).is_some()),
        };
        is_meant.then_some(parsed)
    }

    /// The place of its first fence in the page, which is `text`.
    fn opening(&self, name: &str, text: &str) -> FilePlace {
        FilePlace::in_text(name, text, self.range.start)
    }

    fn unclosed(&self, name: &str, text: &str) -> SourceError {
        SourceError::UnclosedBlock {
            place: self.opening(name, text),
        }
    }
}

/// A fenced code block whose end has not come.
struct OpenBlock {
    range: Range<usize>,
    content: String,
    /// Where the pieces of the content begin in it, and where they are in the page: what a quotation or a list puts
    /// before each line is no part of the content.
    pieces: Vec<(usize, Range<usize>)>,
}

impl OpenBlock {
    fn close(self, name: &str, text: &str, page: &LineStarts<'_>) -> Block {
        let mut start = 0;
        let mut lines = Vec::new();
        for line in self.content.split_inclusive('\n') {
            lines.push(page.position(self.in_page(start)));
            start += line.len();
        }
        Block {
            closed: self.has_closing_fence(text),
            content: Text::block(name, &self.content, lines),
            range: self.range,
        }
    }

    /// The offset in the page of an offset in the content.
    fn in_page(&self, offset: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= offset);
        match after.checked_sub(1).and_then(|last| self.pieces.get(last)) {
            Some((start, range)) => range.start + (offset - start),
            None => self.range.start,
        }
    }

    /// Whether a line follows the content that is not merely what a quotation puts there.
    fn has_closing_fence(&self, text: &str) -> bool {
        let block = text.get(self.range.clone()).unwrap_or_default();
        let after = match self.pieces.last() {
            Some((_, range)) => text.get(range.end..self.range.end),
            None => block.split_once('\n').map(|(_, after)| after),
        };
        after.is_some_and(|after| after.contains(['`', '~']))
    }
}

/// Turns offsets in a text into positions.
struct LineStarts<'text> {
    text: &'text str,
    starts: Vec<usize>,
}

impl<'text> LineStarts<'text> {
    fn new(text: &'text str) -> Self {
        let breaks = text.match_indices('\n').map(|(offset, _)| offset + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(breaks).collect(),
        }
    }

    fn position(&self, offset: usize) -> Position {
        let line = self.starts.partition_point(|start| *start <= offset);
        let start = line.checked_sub(1).and_then(|index| self.starts.get(index));
        let before = start.and_then(|start| self.text.get(*start..offset));
        Position {
            line,
            column: before.unwrap_or_default().chars().count() + 1,
        }
    }
}

/// Whether `line` is where an OpenAPI document in YAML names its version. Pages use the same key for other things.
pub(super) fn declares_version(line: &str) -> bool {
    let quotes = ['"', '\''];
    let line = line.trim_start_matches(quotes);
    let rest = ["openapi", "swagger"]
        .iter()
        .find_map(|key| line.strip_prefix(key));
    rest.and_then(|rest| rest.trim_start_matches(quotes).strip_prefix(':'))
        .is_some_and(|version| {
            version
                .trim_start()
                .trim_start_matches(quotes)
                .starts_with(|first: char| first.is_ascii_digit())
        })
}

#[cfg(test)]
mod tests;
