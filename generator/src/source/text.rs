//! The text of one document: a whole source, or a code block of a page.

use std::sync::OnceLock;

use serde_json::Value;

use super::{
    FilePlace, Format, NotOpenApi, Position, SourceError, Spot, json, positions,
    positions::Positions, yaml, yaml_tabs,
};
use crate::diagnostics::Pointer;

/// What is wrong with a text, and where in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) message: String,
    pub(super) position: Option<Position>,
    /// Where what it contradicts is.
    pub(super) earlier: Option<Position>,
    pub(super) truncated: bool,
}

/// The text of one document.
#[derive(Debug, Clone)]
pub(super) struct Text {
    name: String,
    content: String,
    format: Format,
    /// For a code block: where in the page each of its lines begins.
    lines: Option<Vec<Position>>,
    /// Built when a position is asked for: a run without findings needs none.
    positions: OnceLock<Positions>,
    /// Where the lines of the content begin in it; built like the positions.
    starts: OnceLock<Vec<usize>>,
}

impl Text {
    /// A text that is the whole source.
    pub(super) fn whole(name: &str, content: &str) -> Self {
        Self {
            name: name.to_owned(),
            content: content.to_owned(),
            format: format_of(content),
            lines: None,
            positions: OnceLock::new(),
            starts: OnceLock::new(),
        }
    }

    /// A text that is a code block of the source; `lines` tells where its lines begin there.
    pub(super) fn block(name: &str, content: &str, lines: Vec<Position>) -> Self {
        Self {
            lines: Some(lines),
            ..Self::whole(name, content)
        }
    }

    /// Reads the text.
    pub(super) fn parse(&mut self) -> Result<Value, SourceError> {
        let parsed = match self.format {
            Format::Json => json::parse(&self.content),
            Format::Yaml => yaml::parse(&self.content).or_else(|fault| self.without_tabs(fault)),
        };
        parsed.map_err(|fault| SourceError::Invalid {
            place: match fault.position {
                Some(position) => self.place(position),
                None => FilePlace::file(&self.name),
            },
            format: self.format,
            message: fault.message,
            earlier: fault.earlier.map(|earlier| Box::new(self.place(earlier))),
            truncated: fault.truncated,
        })
    }

    fn place(&self, position: Position) -> FilePlace {
        FilePlace::from(Spot::new(self, position))
    }

    /// Reads the text again with spaces for the tabs that YAML 1.2 allows and the library does not. Offsets stay the
    /// same.
    fn without_tabs(&mut self, fault: Fault) -> Result<Value, Fault> {
        let Some(content) = yaml_tabs::replace(&self.content) else {
            return Err(fault);
        };
        // What is still wrong is told about the text as it is.
        let value = yaml::parse(&content).map_err(|_| fault)?;
        self.content = content;
        Ok(value)
    }

    /// Why `value`, which was read from this text, is not an OpenAPI document.
    pub(super) fn not_openapi(&self, value: &Value) -> SourceError {
        // A list in one line can be both.
        let is_json = serde_json::from_str::<serde::de::IgnoredAny>(&self.content).is_ok();
        SourceError::NotOpenApi {
            name: self.name.clone(),
            format: if is_json { Format::Json } else { self.format },
            reason: match value {
                Value::Object(_) => NotOpenApi::NoVersion,
                Value::Array(_) => NotOpenApi::Array,
                _ => NotOpenApi::Scalar,
            },
        }
    }

    /// Where `pointer` is in the text.
    pub(super) fn find(&self, pointer: &Pointer) -> Option<Position> {
        let positions = self.positions.get_or_init(|| match self.format {
            Format::Json => positions::json::scan(&self.content),
            Format::Yaml => positions::yaml::scan(&self.content),
        });
        positions.find(pointer)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The line with this number, counted from 1, without its end.
    pub(super) fn line(&self, number: usize) -> Option<&str> {
        let starts = self.starts.get_or_init(|| self.line_starts());
        let start = *starts.get(number.checked_sub(1)?)?;
        let end = starts.get(number).copied().unwrap_or(self.content.len());
        let line = self.content.get(start..end)?;
        Some(line.trim_end_matches(['\n', '\r']))
    }

    /// In YAML, a carriage return alone ends a line (YAML 1.2.2, section 5.4).
    fn line_starts(&self) -> Vec<usize> {
        let bytes = self.content.as_bytes();
        let ends = bytes.iter().enumerate().filter(|(at, byte)| match byte {
            b'\n' => true,
            b'\r' => self.format == Format::Yaml && bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        std::iter::once(0)
            .chain(ends.map(|(at, _)| at + 1))
            .collect()
    }

    /// Where a position of the text is in the source.
    pub(super) fn in_source(&self, position: Position) -> Position {
        let Some(lines) = &self.lines else {
            return position;
        };
        // An error at the very end of a block has no line of its own.
        let start = lines
            .get(position.line.saturating_sub(1))
            .or(lines.last())
            .copied()
            .unwrap_or(Position::START);
        Position {
            line: start.line,
            column: start.column + position.column - 1,
        }
    }
}

/// The format that a text is meant in. YAML has braces as well, but JSON has nothing but `"` or `}` behind the first.
fn format_of(content: &str) -> Format {
    let after_brace = content.trim_start().strip_prefix('{').map(str::trim_start);
    match after_brace.map(|rest| rest.chars().next()) {
        Some(None | Some('"' | '}')) => Format::Json,
        _ => Format::Yaml,
    }
}

/// Whether `value` is an object that names a version of OpenAPI.
pub(super) fn is_openapi(value: &Value) -> bool {
    value.get("openapi").is_some() || value.get("swagger").is_some()
}
