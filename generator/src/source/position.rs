//! A place in a text.

use std::fmt;

/// A line and a column of a text, both counted from 1; columns count characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line.
    pub line: usize,
    /// The character within the line.
    pub column: usize,
}

impl Position {
    /// The first character of a text.
    pub(super) const START: Self = Self { line: 1, column: 1 };

    /// The position behind `byte`, the next one of a UTF-8 text.
    pub(super) fn after(self, byte: u8) -> Self {
        match byte {
            b'\n' => Self {
                line: self.line + 1,
                column: 1,
            },
            // Only the first byte of a character moves the column.
            0x80..=0xBF => self,
            _ => Self {
                column: self.column + 1,
                ..self
            },
        }
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters() {
        let end = "a\nüb\u{1F600}"
            .bytes()
            .fold(Position::START, Position::after);
        assert_eq!(end.to_string(), "2:4");
    }
}
