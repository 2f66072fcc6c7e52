//! Reads JSON.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value, error::Category};

use super::{Position, positions, text::Fault, yaml_nesting};

const DUPLICATE: &str = "a key is there twice";

/// What `serde_json` says about a number that no `f64` is large enough for.
const OUT_OF_RANGE: &str = "number out of range";

/// [`f64::MAX`] and [`f64::MIN`].
const MAX: &str = "1.7976931348623157e308";
const MIN: &str = "-1.7976931348623157e308";

/// Reads a JSON text. Two equal keys in an object are refused, because nobody can tell which of them is meant.
pub(super) fn parse(text: &str) -> Result<Value, Fault> {
    match read(text) {
        Err(error) if message(&error) == OUT_OF_RANGE => {
            read(&with_finite_numbers(text)).map_err(|error| fault(&error, text))
        }
        read => read.map_err(|error| fault(&error, text)),
    }
}

fn read(text: &str) -> Result<Value, serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = ValueSeed.deserialize(&mut deserializer)?;
    deserializer.end()?;
    Ok(value)
}

fn fault(error: &serde_json::Error, text: &str) -> Fault {
    let message = message(error);
    if message == DUPLICATE
        && let Some(duplicate) = positions::json::scan(text).into_duplicate()
    {
        return duplicate.fault("object");
    }
    Fault {
        message,
        position: Some(position(text, error.line(), error.column())),
        earlier: None,
        truncated: error.classify() == Category::Eof,
    }
}

/// The text with the largest or smallest `f64` instead of numbers beyond them: documents mean "no bound" by them.
fn with_finite_numbers(text: &str) -> String {
    let mut finite = String::with_capacity(text.len());
    let mut literal = String::new();
    let mut in_string = false;
    let mut escaped = false;
    for c in text.chars() {
        if !in_string && (c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')) {
            literal.push(c);
            continue;
        }
        push_finite(&mut finite, &literal);
        literal.clear();
        finite.push(c);
        if c == '"' && !escaped {
            in_string = !in_string;
        }
        escaped = in_string && c == '\\' && !escaped;
    }
    push_finite(&mut finite, &literal);
    finite
}

fn push_finite(text: &mut String, literal: &str) {
    match literal.parse::<f64>() {
        Ok(value) if value.is_infinite() && literal.ends_with(|c: char| c.is_ascii_digit()) => {
            text.push_str(if value > 0.0 { MAX } else { MIN });
        }
        _ => text.push_str(literal),
    }
}

struct ValueSeed;

impl<'de> DeserializeSeed<'de> for ValueSeed {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for ValueSeed {
    type Value = Value;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("any JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_string<E: Error>(self, value: String) -> Result<Value, E> {
        Ok(Value::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = access.next_element_seed(ValueSeed)? {
            elements.push(element);
        }
        Ok(Value::Array(elements))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Value, A::Error> {
        let mut members = Map::new();
        while let Some(key) = access.next_key::<String>()? {
            let value = access.next_value_seed(ValueSeed)?;
            if members.insert(key, value).is_some() {
                return Err(Error::custom(DUPLICATE));
            }
        }
        Ok(Value::Object(members))
    }
}

/// What the error says without its position, which counts bytes.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let position = format!(" at line {} column {}", error.line(), error.column());
    match text.strip_suffix(&position).unwrap_or(&text) {
        "recursion limit exceeded" => yaml_nesting::TOO_DEEP.to_owned(),
        other => other.to_owned(),
    }
}

/// The character that the `bytes`-th byte of a line belongs to; an error at a line break has no byte there.
fn position(text: &str, line: usize, bytes: usize) -> Position {
    let content = text.split('\n').nth(line.saturating_sub(1));
    let after = content
        .unwrap_or_default()
        .bytes()
        .take(bytes)
        .fold(Position::START, Position::after);
    Position {
        line,
        column: after.column.saturating_sub(1).max(1),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fault(text: &str) -> (String, String, bool) {
        let fault = parse(text).unwrap_err();
        (
            fault.position.unwrap().to_string(),
            fault.message,
            fault.truncated,
        )
    }

    #[test]
    fn a_mistake_is_told_with_line_and_character() {
        assert_eq!(
            fault("{\n  \"ü\": 1 x\n}"),
            ("2:10".into(), "expected `,` or `}`".into(), false)
        );
        assert_eq!(
            fault("{} {}"),
            ("1:4".into(), "trailing characters".into(), false)
        );
    }

    #[test]
    fn a_text_that_ends_too_early_is_told_as_such() {
        assert_eq!(
            fault("{\"a\":\n"),
            ("2:1".into(), "EOF while parsing a value".into(), true)
        );
        assert_eq!(
            fault("{\"a\": \"üb"),
            ("1:9".into(), "EOF while parsing a string".into(), true)
        );
    }

    #[test]
    fn numbers_beyond_64_bits_become_the_nearest_floating_point_number() {
        let digits = "1".repeat(400);
        let text = format!(
            r#"{{"a 1e999": [1e400,-1e400 , {digits}], "\"1e400 ": "1e999, \" 1e400,", "b":-{digits}, "c": 18446744073709551616, "d": 1e-400}}"#
        );
        let max = f64::MAX;
        assert_eq!(
            parse(&text).unwrap(),
            json!({"a 1e999": [max, -max, max], "\"1e400 ": "1e999, \" 1e400,", "b": -max, "c": 18_446_744_073_709_551_616.0, "d": 0.0})
        );
    }

    #[test]
    fn two_equal_keys_are_refused_with_both_places() {
        let fault = parse("{\n \"a\": [{\"b\": {}, \"c\": 1,\n  \"\\u0062\": 2}]}").unwrap_err();
        assert_eq!(fault.message, "the key `b` is already there in this object");
        assert_eq!(fault.position.unwrap().to_string(), "3:3");
        assert_eq!(fault.earlier.unwrap().to_string(), "2:9");
    }

    #[test]
    fn deep_nesting_is_refused() {
        let nested = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(parse(&nested(super::super::MAX_DEPTH)).is_ok());
        assert_eq!(
            fault(&nested(super::super::MAX_DEPTH + 1)),
            ("1:128".into(), yaml_nesting::TOO_DEEP.into(), false)
        );
        assert_eq!(fault(&"[".repeat(1_000_000)).1, yaml_nesting::TOO_DEEP);
    }
}
