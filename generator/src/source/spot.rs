//! A place in a document, with the line that it is in.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use super::{Position, text::Text};

/// A place in one of the files of a document.
#[derive(Debug, Clone, Copy)]
pub struct Spot<'source> {
    text: &'source Text,
    /// The position in the text, which is another one in a page that has the text as a code block.
    position: Position,
}

/// A place in a file that is kept when the file is not, such as one that could not be read as a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilePlace {
    /// How messages call the file.
    pub name: String,
    /// Where in the file it is, if that is known.
    pub position: Option<Position>,
    /// The line that it is in, if there is one.
    pub excerpt: Option<Box<Excerpt<'static>>>,
}

/// The line of a place, for showing it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excerpt<'source> {
    /// The line without its end. A whole document can be one line.
    pub line: Cow<'source, str>,
    /// The bytes of the line that stand there: a key, a text, the first character of anything else. Empty at the end
    /// of the line.
    pub mark: Range<usize>,
}

impl<'source> Spot<'source> {
    pub(super) fn new(text: &'source Text, position: Position) -> Self {
        Self { text, position }
    }

    /// How messages call the file.
    #[must_use]
    pub fn name(&self) -> &'source str {
        self.text.name()
    }

    /// Where in the file it is.
    #[must_use]
    pub fn position(&self) -> Position {
        self.text.in_source(self.position)
    }

    /// The line that it is in. `None` for a position behind the last line.
    #[must_use]
    pub fn excerpt(&self) -> Option<Excerpt<'source>> {
        let line = self.text.line(self.position.line)?;
        Excerpt::of(line, self.position.column)
    }
}

impl<'source> Excerpt<'source> {
    /// The line, with what begins at the column marked.
    fn of(line: &'source str, column: usize) -> Option<Self> {
        let start = byte_of_column(line, column);
        let length = token_length(line.get(start..)?);
        Some(Self {
            line: Cow::Borrowed(line),
            mark: start..start + length,
        })
    }

    fn into_owned(self) -> Excerpt<'static> {
        Excerpt {
            line: Cow::Owned(self.line.into_owned()),
            mark: self.mark,
        }
    }
}

impl FilePlace {
    /// A file of which no more is known.
    pub(super) fn file(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            position: None,
            excerpt: None,
        }
    }

    /// The place of the byte `offset` in `text`, all that stands in the file of that name.
    #[must_use]
    pub fn in_text(name: impl Into<String>, text: &str, offset: usize) -> Self {
        let before = text.get(..offset).unwrap_or(text);
        let position = before.bytes().fold(Position::START, Position::after);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = text.get(start..).and_then(|rest| rest.lines().next());
        let excerpt = Excerpt::of(line.unwrap_or_default(), position.column);
        Self {
            name: name.into(),
            position: Some(position),
            excerpt: excerpt.map(|excerpt| Box::new(excerpt.into_owned())),
        }
    }
}

impl From<Spot<'_>> for FilePlace {
    fn from(spot: Spot<'_>) -> Self {
        let excerpt = spot.excerpt();
        Self {
            name: spot.name().to_owned(),
            position: Some(spot.position()),
            excerpt: excerpt.map(|excerpt| Box::new(excerpt.into_owned())),
        }
    }
}

/// `name:line:column`, or the name where no position is known.
impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.position {
            Some(position) => write!(f, "{}:{position}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

fn byte_of_column(line: &str, column: usize) -> usize {
    let characters = column.saturating_sub(1);
    // Lines of megabytes exist, and nearly all of them are ASCII.
    if line.is_ascii() {
        return characters.min(line.len());
    }
    line.char_indices()
        .nth(characters)
        .map_or(line.len(), |(at, _)| at)
}

/// How many bytes the key, or the value, that `text` begins with has.
fn token_length(text: &str) -> usize {
    let Some(first) = text.chars().next() else {
        return 0;
    };
    match first {
        '"' => quoted(text, '"', true),
        '\'' => quoted(text, '\'', false),
        '{' | '[' | '&' | '*' | '|' | '>' => first.len_utf8(),
        _ => plain(text),
    }
}

/// Up to the closing quote, or all of it if that is in another line.
fn quoted(text: &str, quote: char, has_escapes: bool) -> usize {
    let mut escaped = false;
    for (at, character) in text.char_indices().skip(1) {
        if escaped {
            escaped = false;
        } else if has_escapes && character == '\\' {
            escaped = true;
        } else if character == quote {
            return at + character.len_utf8();
        }
    }
    text.len()
}

/// Up to what ends a plain key or a short value; at least one character.
fn plain(text: &str) -> usize {
    let ends = |character: char| matches!(character, ',' | '}' | ']') || character.is_whitespace();
    let mut rest = text.char_indices().skip(1).peekable();
    while let Some((at, character)) = rest.next() {
        let next = rest.peek().map(|(_, character)| *character);
        if ends(character) || (character == ':' && next.is_none_or(ends)) {
            return at;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use crate::{Pointer, Source};

    /// What the excerpt of `pointer` marks, and the line.
    #[track_caller]
    fn marked(document: &str, pointer: &str) -> (String, String) {
        let source = Source::read("a", document.as_bytes()).unwrap();
        let excerpt = source.spot(&Pointer::from(pointer)).unwrap().excerpt();
        let excerpt = excerpt.unwrap();
        (
            excerpt.line[excerpt.mark.clone()].to_owned(),
            excerpt.line.into_owned(),
        )
    }

    #[test]
    fn the_key_or_the_start_of_an_element_is_marked() {
        let json = "{\"openapi\": \"3.0.0\", \"a \\\" b\": [true, {\"c\": 1}, \"x, y\"]}";
        for (pointer, expected) in [
            ("", "{"),
            ("/openapi", "\"openapi\""),
            ("/a \" b", "\"a \\\" b\""),
            ("/a \" b/0", "true"),
            ("/a \" b/1", "{"),
            ("/a \" b/2", "\"x, y\""),
        ] {
            assert_eq!(marked(json, pointer).0, expected, "{pointer}");
        }
        let yaml = "openapi: 3.0.0\nhttp://x/y: 1\n'it''s': 2\nlist:\n- é: ü\n- |\n  text\n";
        for (pointer, expected) in [
            ("/openapi", "openapi"),
            ("/http:~1~1x~1y", "http://x/y"),
            ("/list/0", "é"),
            ("/list/1", "text"),
        ] {
            assert_eq!(marked(yaml, pointer).0, expected, "{pointer}");
        }
    }

    #[test]
    fn lines_end_as_the_format_says_and_the_end_is_no_part_of_them() {
        for end in ["\n", "\r\n", "\r"] {
            let yaml = ["openapi: 3.0.0", "ä: ö", "paths:", "  /ü: {b: 1}", ""].join(end);
            let (mark, line) = marked(&yaml, "/paths/~1ü/b");
            assert_eq!(
                (mark.as_str(), line.as_str()),
                ("b", "  /ü: {b: 1}"),
                "{end:?}"
            );
        }
        let json = "{\r\n\t\"openapi\": \"3.0.0\",\r\n\t\"ü\": {\"b\": 1}\r\n}";
        assert_eq!(marked(json, "/ü/b").1, "\t\"ü\": {\"b\": 1}");
    }

    #[test]
    fn a_code_block_of_a_page_shows_its_line_and_tells_that_of_the_page() {
        let page = "# API\n\n> ```json\n> {\"openapi\": \"3.0.0\",\n>  \"x\": 1}\n> ```\n";
        let source = Source::read("a.md", page.as_bytes()).unwrap();
        let spot = source.spot(&Pointer::from("/x")).unwrap();
        assert_eq!(spot.position().to_string(), "5:4");
        let excerpt = spot.excerpt().unwrap();
        assert_eq!(&excerpt.line[excerpt.mark], "\"x\"");
    }
}
