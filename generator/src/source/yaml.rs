//! Reads YAML into a JSON value.
//!
//! The value is built directly, not by way of `serde_yaml::Value`: keys keep the text that the document has for them
//! (`200`, `1.10`), and the size that aliases unfold to is watched while it grows.

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};
use serde_json::{Map, Number, Value};

use super::{
    MAX_DEPTH, Position,
    positions::{self, MERGE_KEY},
    text::Fault,
    yaml_nesting, yaml_tabs,
};
use crate::diagnostics::Pointer;

/// How much larger than its text a document may become by its aliases; see [`Reader::spend`] for the unit.
const ALIAS_ALLOWANCE: usize = 1_000_000;

/// How many bytes of text weigh as much as a value.
const BYTES_PER_UNIT: usize = 16;

const TOO_MANY_ALIASES: &str = "the aliases unfold to too large a document";

const DUPLICATE: &str = "a key is already there in this mapping";

/// Reads a YAML text that holds one document.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    yaml_nesting::check(text)?;
    let mut reader = Reader {
        path: Vec::new(),
        remaining: text.len() + ALIAS_ALLOWANCE,
        problem: None,
    };
    let parsed = ValueSeed(&mut reader).deserialize(serde_yaml::Deserializer::from_str(text));
    parsed.map_err(|error| match reader.problem {
        Some(message) => {
            let positions = positions::yaml::scan(text);
            let pointer = reader
                .path
                .iter()
                .fold(Pointer::root(), |pointer, token| pointer.join(token));
            let position = positions.find(&pointer);
            match positions.into_duplicate() {
                Some(duplicate) if message == DUPLICATE => duplicate.fault("mapping"),
                _ => Fault {
                    message,
                    position,
                    earlier: None,
                    truncated: false,
                },
            }
        }
        None => fault(&error, text),
    })
}

/// The error of the library, without the positions in its text: they would be wrong for a code block of a page.
fn fault(error: &serde_yaml::Error, document: &str) -> Fault {
    let text = error.to_string();
    let end = [" at line ", " at position ", ", while "]
        .iter()
        .filter_map(|mark| text.find(mark))
        .min();
    let message = end.and_then(|end| text.get(..end)).unwrap_or(&text);
    let offset = offset(error, &text);
    Fault {
        earlier: None,
        message: match message {
            "found character that cannot start any token"
            | "found a tab character that violates indentation"
            | "found a tab character where an indentation space is expected"
                if offset.is_some_and(|offset| yaml_tabs::indents_at(document, offset)) =>
            {
                "there is a tab in the indentation, where YAML has nothing but spaces".to_owned()
            }
            "repetition limit exceeded" => TOO_MANY_ALIASES.to_owned(),
            "deserializing from YAML containing more than one document is not supported" => {
                "there is more than one document".to_owned()
            }
            _ => message.to_owned(),
        },
        position: offset.map(|offset| {
            // Some errors at the end are placed behind it.
            let before = document.get(..offset).unwrap_or(document);
            before.bytes().fold(Position::START, Position::after)
        }),
        truncated: offset.is_some_and(|offset| offset >= document.trim_end().len()),
    }
}

/// The byte at which the error is. Line and column of the library are of no use: it takes rare characters for line
/// breaks.
fn offset(error: &serde_yaml::Error, message: &str) -> Option<usize> {
    // Characters that YAML forbids are found before there are locations.
    let forbidden = message.split_once(" at position ").and_then(|(_, rest)| {
        let digits = rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(rest.len());
        rest.get(..digits)?.parse().ok()
    });
    forbidden.or_else(|| Some(error.location()?.index()))
}

/// What is known while values are read.
struct Reader {
    /// The way to the value that is being read.
    path: Vec<String>,
    /// What may still be spent.
    remaining: usize,
    /// What is wrong with the value at `path`; the library's own errors have no room for the place.
    problem: Option<String>,
}

impl Reader {
    /// Pays for a key or a value. A document without aliases never spends more than the length of its text.
    fn spend<E: Error>(&mut self, bytes: usize) -> Result<(), E> {
        match self.remaining.checked_sub(1 + bytes / BYTES_PER_UNIT) {
            Some(remaining) => {
                self.remaining = remaining;
                Ok(())
            }
            None => Err(self.fail(TOO_MANY_ALIASES)),
        }
    }

    /// Enters a list or a mapping.
    fn enter<E: Error>(&mut self) -> Result<(), E> {
        if self.path.len() < MAX_DEPTH {
            self.spend(0)
        } else {
            Err(self.fail(yaml_nesting::TOO_DEEP))
        }
    }

    fn fail<E: Error>(&mut self, message: impl Into<String>) -> E {
        let message = message.into();
        let error = E::custom(&message);
        self.problem = Some(message);
        error
    }

    /// Adds the members of a merge key; those that the mapping has itself, and earlier ones, win.
    fn merge<E: Error>(
        &mut self,
        members: &mut Map<String, Value>,
        merged: Value,
    ) -> Result<(), E> {
        let mappings = match merged {
            Value::Array(mappings) => mappings,
            mapping => vec![mapping],
        };
        for mapping in mappings {
            let Value::Object(mapping) = mapping else {
                self.path.push(MERGE_KEY.to_owned());
                return Err(self.fail("what `<<` merges must be a mapping, or a list of mappings"));
            };
            for (key, value) in mapping {
                members.entry(key).or_insert(value);
            }
        }
        Ok(())
    }
}

struct ValueSeed<'reader>(&'reader mut Reader);

impl<'de> DeserializeSeed<'de> for ValueSeed<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Value, E> {
        self.visit_unit()
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.0.spend(0)?;
        Ok(Value::from(value))
    }

    // Integers beyond 64 bits become floating-point numbers, as they do when JSON is read.
    fn visit_i128<E: Error>(self, value: i128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_u128<E: Error>(self, value: u128) -> Result<Value, E> {
        self.visit_f64(value as f64)
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.0.spend(0)?;
        match Number::from_f64(value) {
            Some(number) => Ok(Value::Number(number)),
            None => Err(self
                .0
                .fail("infinity and `.nan` are no numbers in JSON; quote the value if it is text")),
        }
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        self.0.spend(value.len())?;
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let Self(reader) = self;
        reader.enter()?;
        let mut elements = Vec::new();
        loop {
            reader.path.push(elements.len().to_string());
            let element = access.next_element_seed(ValueSeed(reader))?;
            reader.path.pop();
            match element {
                Some(element) => elements.push(element),
                None => return Ok(Value::Array(elements)),
            }
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let Self(reader) = self;
        reader.enter()?;
        let mut members = Map::new();
        let mut merged = None;
        // Read as text, a key of any type is the text that stands in the document.
        while let Some(key) = access.next_key::<String>()? {
            reader.path.push(key.clone());
            reader.spend(key.len())?;
            let is_merge = key == MERGE_KEY;
            if members.contains_key(&key) || (is_merge && merged.is_some()) {
                return Err(reader.fail(DUPLICATE));
            }
            let value = access.next_value_seed(ValueSeed(reader))?;
            reader.path.pop();
            if is_merge {
                merged = Some(value);
            } else {
                members.insert(key, value);
            }
        }
        if let Some(merged) = merged {
            reader.merge(&mut members, merged)?;
        }
        Ok(Value::Object(members))
    }

    /// A value with a tag of the document's own; JSON has nothing like it.
    fn visit_enum<A: EnumAccess<'de>>(self, access: A) -> Result<Value, A::Error> {
        let (IgnoredAny, value) = access.variant()?;
        value.newtype_variant_seed(self)
    }
}

#[cfg(test)]
mod tests;
