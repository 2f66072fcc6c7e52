// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::{Map, Value};

use crate::runtime::wire::{self, Wire};

/// Reads a header of an answer: style `simple`, whose text does not tell of which type it is. So it is read as what
/// comes first of: a text, a literal of JSON, an array by commas, an object by commas, each with texts before literals.
///
/// White space around items and empty items mean nothing (RFC 9110, section 5.6.1.2).
pub(crate) fn read_header<T: Wire>(text: &str) -> Result<T, String> {
    let text = text.trim_ascii();
    let not_a_text = match read(&Value::from(text)) {
        Ok(value) => return Ok(value),
        Err(error) => error,
    };
    others(text)
        .iter()
        .find_map(|value| read(value).ok())
        .ok_or(not_a_text)
}

fn read<T: Wire>(value: &Value) -> Result<T, String> {
    wire::read_with_path(value).map_err(|error: serde_json::Error| error.to_string())
}

/// What a text can be when it is no text.
fn others(text: &str) -> Vec<Value> {
    let items: Vec<&str> = text
        .split(',')
        .map(str::trim_ascii)
        .filter(|item| !item.is_empty())
        .collect();
    let exploded = items.iter().map(|item| item.split_once('=')).collect();
    let members: Option<Vec<(&str, &str)>> = match exploded {
        Some(members) => Some(members),
        None => items
            .chunks(2)
            .map(|pair| Some((*pair.first()?, *pair.get(1)?)))
            .collect(),
    };
    let mut others: Vec<Value> = serde_json::from_str(text).into_iter().collect();
    others.push(items.iter().copied().collect());
    others.push(items.iter().map(|item| literal(item)).collect());
    if let Some(members) = members {
        let object = |read: fn(&str) -> Value| {
            let members = members.iter();
            Value::Object(Map::from_iter(
                members.map(|(name, value)| ((*name).to_owned(), read(value))),
            ))
        };
        others.push(object(|text| Value::from(text)));
        others.push(object(literal));
    }
    others
}

/// A number, a boolean or `null`, or else a text.
fn literal(text: &str) -> Value {
    match serde_json::from_str(text) {
        Ok(value @ (Value::Null | Value::Bool(_) | Value::Number(_))) => value,
        _ => Value::from(text),
    }
}
