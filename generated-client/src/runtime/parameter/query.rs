// @generated as a copy of the generator's runtime; changes by hand are lost.

//! Queries, and what forms and cookies share with them: pairs of names and values.

use serde_json::Value;

use super::percent::{encode, encode_allowing_reserved};
use super::shape::{Shape, text};
use super::{Encoding, Style};
use crate::runtime::error::InputError;

/// One name and its value, not yet encoded.
pub(super) struct Pair {
    pub(super) name: String,
    /// One, or the items of a list.
    pub(super) items: Vec<String>,
    /// What joins a list, even one of a single item.
    pub(super) delimiter: Option<Delimiter>,
}

/// What stands between the items of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    Comma,
    /// Encoded, as any space in a URL, so that no item can have one.
    Space,
    /// Encoded, as any pipe in a URL, so that no item can have one.
    Pipe,
}

impl Pair {
    fn new(name: &str, value: String) -> Self {
        Self {
            name: name.to_owned(),
            items: vec![value],
            delimiter: None,
        }
    }
}

/// Adds a parameter to a query, or a property to a form.
///
/// Everything but unreserved characters is percent-encoded, a space as `%20`; the commas between items are not.
pub(in crate::runtime) fn write(
    query: &mut String,
    name: &str,
    encoding: Encoding,
    value: &Value,
) -> Result<(), InputError> {
    let (pairs, allow_reserved) = match encoding {
        Encoding::Json => (vec![Pair::new(name, value.to_string())], false),
        Encoding::Style {
            style,
            explode,
            allow_reserved,
        } => (pairs(name, value, style, explode)?, allow_reserved),
    };
    for pair in &pairs {
        if !query.is_empty() {
            query.push('&');
        }
        write_pair(query, pair, allow_reserved);
    }
    Ok(())
}

fn write_pair(query: &mut String, pair: &Pair, allow_reserved: bool) {
    let is_list = pair.delimiter.is_some();
    let items: Vec<String> = pair
        .items
        .iter()
        .map(|item| match allow_reserved {
            true => encode_allowing_reserved(item, is_list),
            false => encode(item),
        })
        .collect();
    query.push_str(&encode(&pair.name));
    query.push('=');
    query.push_str(&items.join(match pair.delimiter {
        Some(Delimiter::Comma) => ",",
        Some(Delimiter::Space) => "%20",
        Some(Delimiter::Pipe) => "%7C",
        None => "",
    }));
}

/// The pairs that a value is by its style; the styles of paths are as `form`.
pub(super) fn pairs(
    name: &str,
    value: &Value,
    style: Style,
    explode: bool,
) -> Result<Vec<Pair>, InputError> {
    let mut pairs = Vec::new();
    match (style, explode) {
        (Style::DeepObject, _) => deep(&mut pairs, name, name, value)?,
        (_, true) => exploded(&mut pairs, name, value),
        (Style::SpaceDelimited, false) => delimited(&mut pairs, name, value, Delimiter::Space)?,
        (Style::PipeDelimited, false) => delimited(&mut pairs, name, value, Delimiter::Pipe)?,
        (_, false) => delimited(&mut pairs, name, value, Delimiter::Comma)?,
    }
    Ok(pairs)
}

/// Each item and each property is a parameter of its own, and so an array in a property is repeated.
fn exploded(pairs: &mut Vec<Pair>, name: &str, value: &Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                each(pairs, name, member);
            }
        }
        other => each(pairs, name, other),
    }
}

fn each(pairs: &mut Vec<Pair>, name: &str, value: &Value) {
    match value {
        Value::Null => pairs.push(Pair::new(name, String::new())),
        Value::Array(items) => pairs.extend(
            items
                .iter()
                .filter(|item| !item.is_null())
                .map(|item| Pair::new(name, text(item))),
        ),
        other => pairs.push(Pair::new(name, text(other))),
    }
}

fn delimited(
    pairs: &mut Vec<Pair>,
    name: &str,
    value: &Value,
    delimiter: Delimiter,
) -> Result<(), InputError> {
    let items = match Shape::of(value) {
        Shape::Null | Shape::Text(_) => {
            each(pairs, name, value);
            return Ok(());
        }
        Shape::Array(items) => items,
        Shape::Object(members) => members
            .into_iter()
            .flat_map(|(name, value)| [name, value])
            .collect(),
    };
    let splits = match delimiter {
        Delimiter::Comma => None,
        Delimiter::Space => Some(' '),
        Delimiter::Pipe => Some('|'),
    };
    if let Some(splits) = splits
        && items.iter().any(|item| item.contains(splits))
    {
        return Err(InputError::InvalidParameter {
            name: name.to_owned(),
            reason: format!("an item has a `{splits}`, which would end it"),
        });
    }
    if !items.is_empty() {
        pairs.push(Pair {
            name: name.to_owned(),
            items,
            delimiter: Some(delimiter),
        });
    }
    Ok(())
}

/// Style `deepObject`, nested as deep as the value is.
///
/// The specification leaves arrays and objects in it open. The readers of this form in the field (Rails, PHP, `qs` of
/// Node, Stripe's API) agree on `filter[a][b]=c` for objects and on `filter[tags][]=x` for arrays of primitive values.
/// An item that is itself several pairs gets its index, `filter[items][0][name]=x`, because empty brackets do not tell
/// where one item ends: PHP begins a new item at each pair. `jQuery.param` decides so too. Rails reads an index as a
/// key, which its nested attributes expect.
fn deep(
    pairs: &mut Vec<Pair>,
    parameter: &str,
    name: &str,
    value: &Value,
) -> Result<(), InputError> {
    match value {
        Value::Object(members) => {
            for (key, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                if key.is_empty() || key.contains(['[', ']']) {
                    return Err(InputError::InvalidParameter {
                        name: parameter.to_owned(),
                        reason: format!(
                            "the property {key:?} cannot stand in brackets, which write its name"
                        ),
                    });
                }
                deep(pairs, parameter, &format!("{name}[{key}]"), member)?;
            }
        }
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            for (index, item) in items.enumerate() {
                let name = match item {
                    Value::Array(_) | Value::Object(_) => format!("{name}[{index}]"),
                    _ => format!("{name}[]"),
                };
                deep(pairs, parameter, &name, item)?;
            }
        }
        primitive => pairs.push(Pair::new(name, text(primitive))),
    }
    Ok(())
}
