//! Positions in JSON.
//!
//! `serde_json` tells no positions, and readers of YAML stumble over JSON's surrogate escapes.

use super::{Positions, builder::Builder};
use crate::source::Position;

/// Indexes `text`, which may break off or be wrong; what stands before the first mistake is found.
pub(in crate::source) fn scan(text: &str) -> Positions {
    let mut builder = Builder::new();
    let mut cursor = Cursor {
        text,
        offset: 0,
        position: Position::START,
    };
    while let Some(byte) = cursor.peek() {
        let position = cursor.position;
        match byte {
            b'{' => {
                builder.begin_object(position);
                cursor.advance();
            }
            b'[' => {
                builder.begin_array(position);
                cursor.advance();
            }
            b'}' | b']' => {
                builder.end();
                cursor.advance();
            }
            b'"' => {
                let quoted = cursor.string();
                if builder.expects_key() {
                    builder.scalar(unquote(quoted), position);
                } else {
                    builder.scalar("", position);
                }
            }
            b',' | b':' | b' ' | b'\t' | b'\n' | b'\r' => cursor.advance(),
            _ => {
                cursor.literal();
                builder.scalar("", position);
            }
        }
    }
    builder.finish()
}

/// The text that `quoted` stands for; a wrong escape makes it no key of the value, so any text will do.
fn unquote(quoted: &str) -> String {
    if quoted.contains('\\') {
        serde_json::from_str(quoted).unwrap_or_default()
    } else {
        quoted.trim_matches('"').to_owned()
    }
}

struct Cursor<'text> {
    text: &'text str,
    offset: usize,
    position: Position,
}

impl<'text> Cursor<'text> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.offset).copied()
    }

    fn advance(&mut self) {
        if let Some(byte) = self.peek() {
            self.offset += 1;
            self.position = self.position.after(byte);
        }
    }

    /// Takes a string and returns it with its quotes.
    fn string(&mut self) -> &'text str {
        let start = self.offset;
        self.advance();
        while let Some(byte) = self.peek() {
            self.advance();
            match byte {
                b'\\' => self.advance(),
                b'"' => break,
                _ => {}
            }
        }
        self.text.get(start..self.offset).unwrap_or_default()
    }

    /// Takes a number, `true`, `false` or `null`.
    fn literal(&mut self) {
        while let Some(byte) = self.peek() {
            if matches!(
                byte,
                b',' | b':' | b'{' | b'}' | b'[' | b']' | b'"' | b' ' | b'\t' | b'\n' | b'\r'
            ) {
                break;
            }
            self.advance();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Pointer;

    fn place(text: &str, pointer: &str) -> Option<String> {
        scan(text)
            .find(&Pointer::from(pointer))
            .map(|position| position.to_string())
    }

    #[test]
    fn tabs_and_surrogate_escapes_do_not_move_positions() {
        let text = "\n\t{\"a\":\t\"\\ud83d\\ude00\",\r\n\t\"\\ud83d\\ude00\" : [1,\t\"é\", \"}\\\"\", {}]}";
        assert_eq!(place(text, "").unwrap(), "2:2");
        assert_eq!(place(text, "/a").unwrap(), "2:3");
        assert_eq!(place(text, "/\u{1F600}").unwrap(), "3:2");
        assert_eq!(place(text, "/\u{1F600}/0").unwrap(), "3:20");
        assert_eq!(place(text, "/\u{1F600}/1").unwrap(), "3:23");
        assert_eq!(place(text, "/\u{1F600}/3").unwrap(), "3:35");
        assert_eq!(place(text, "/\u{1F600}/4"), None);
    }

    #[test]
    fn keys_are_unescaped_as_pointers_are() {
        let text = r#"{"/a~b": {"\"": 1, "": 2}}"#;
        assert_eq!(place(text, "/~1a~0b").unwrap(), "1:2");
        assert_eq!(place(text, "/~1a~0b/\"").unwrap(), "1:11");
        assert_eq!(place(text, "/~1a~0b/").unwrap(), "1:20");
    }

    #[test]
    fn the_last_of_equal_keys_is_found() {
        assert_eq!(
            place(r#"{"a": {"b": 1}, "a": {"c": 1}}"#, "/a").unwrap(),
            "1:17"
        );
        assert_eq!(place(r#"{"a": {"b": 1}, "a": {"c": 1}}"#, "/a/b"), None);
    }

    #[test]
    fn what_breaks_off_keeps_the_positions_before() {
        for text in [
            "{\"a\": [\"",
            "{\"a\"",
            "{\"a\": {\"b\\",
            "[[[",
            "]]}",
            "{\"a\": ]",
        ] {
            scan(text);
        }
        assert_eq!(place("{\"a\": [1, \"", "/a/1").unwrap(), "1:11");
        assert_eq!(scan(&"[".repeat(1_000_000)).nodes.len(), 1_000_001);
    }
}
