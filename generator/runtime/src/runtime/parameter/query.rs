//! Queries, and what forms and cookies share with them: pairs of names and values.

use serde_json::Value;

use super::percent::{encode, encode_allowing_reserved};
use super::shape::{Shape, text};
use super::{Encoding, Style};
use crate::runtime::error::InputError;

/// One name and its value, not yet encoded.
pub(in crate::runtime) struct Pair<'v> {
    pub(in crate::runtime) name: String,
    pub(in crate::runtime) content: Content<'v>,
}

/// What a pair has as its value.
pub(in crate::runtime) enum Content<'v> {
    One(&'v Value),
    /// The items of a list, which this joins, even if there is one.
    List(Vec<String>, Delimiter),
}

/// What stands between the items of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::runtime) enum Delimiter {
    Comma,
    Space,
    Pipe,
}

impl Delimiter {
    /// As it is where nothing is encoded.
    pub(in crate::runtime) fn text(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Space => " ",
            Self::Pipe => "|",
        }
    }

    /// As it is in a URL, which has spaces and pipes in encoded form only, so that no item can have one.
    fn in_url(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Space => "%20",
            Self::Pipe => "%7C",
        }
    }

    /// Why a list cannot be sent with it.
    pub(in crate::runtime) fn collision(self) -> String {
        format!("an item has a `{}`, which would end it", self.text())
    }
}

impl<'v> Pair<'v> {
    fn new(name: &str, value: &'v Value) -> Self {
        Self {
            name: name.to_owned(),
            content: Content::One(value),
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
    let json;
    let (pairs, allow_reserved) = match encoding {
        Encoding::Json => {
            json = Value::from(value.to_string());
            (vec![Pair::new(name, &json)], false)
        }
        Encoding::Style {
            style,
            explode,
            allow_reserved,
        } => (
            pairs(name, value, style, explode, &|_| false)?,
            allow_reserved,
        ),
    };
    for pair in &pairs {
        if !query.is_empty() {
            query.push('&');
        }
        write_pair(query, pair, allow_reserved)?;
    }
    Ok(())
}

fn write_pair(query: &mut String, pair: &Pair, allow_reserved: bool) -> Result<(), InputError> {
    let encode_value = |item: &str, is_in_list: bool| match allow_reserved {
        true => encode_allowing_reserved(item, is_in_list),
        false => encode(item),
    };
    query.push_str(&encode(&pair.name));
    query.push('=');
    match &pair.content {
        Content::One(value) => query.push_str(&encode_value(&text(value), false)),
        Content::List(items, delimiter) => {
            let joint = delimiter.in_url();
            let items: Vec<String> = items.iter().map(|item| encode_value(item, true)).collect();
            if items
                .iter()
                .any(|item| item.to_ascii_uppercase().contains(joint))
            {
                return Err(InputError::InvalidParameter {
                    name: pair.name.clone(),
                    reason: delimiter.collision(),
                });
            }
            query.push_str(&items.join(joint));
        }
    }
    Ok(())
}

/// The pairs that a value is by its style; the styles of paths are as `form`. `is_whole` tells of objects that are no
/// objects to `deepObject`.
pub(in crate::runtime) fn pairs<'v>(
    name: &str,
    value: &'v Value,
    style: Style,
    explode: bool,
    is_whole: &dyn Fn(&Value) -> bool,
) -> Result<Vec<Pair<'v>>, InputError> {
    let mut pairs = Vec::new();
    match (style, explode) {
        (Style::DeepObject, _) => deep(&mut pairs, name, name, value, is_whole)?,
        (_, true) => exploded(&mut pairs, name, value),
        (Style::SpaceDelimited, false) => delimited(&mut pairs, name, value, Delimiter::Space),
        (Style::PipeDelimited, false) => delimited(&mut pairs, name, value, Delimiter::Pipe),
        (_, false) => delimited(&mut pairs, name, value, Delimiter::Comma),
    }
    Ok(pairs)
}

/// Each item and each property is a parameter of its own, and so an array in a property is repeated.
fn exploded<'v>(pairs: &mut Vec<Pair<'v>>, name: &str, value: &'v Value) {
    match value {
        Value::Object(members) => {
            for (name, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                each(pairs, name, member);
            }
        }
        other => each(pairs, name, other),
    }
}

fn each<'v>(pairs: &mut Vec<Pair<'v>>, name: &str, value: &'v Value) {
    static EMPTY: Value = Value::String(String::new());
    match value {
        Value::Null => pairs.push(Pair::new(name, &EMPTY)),
        Value::Array(items) => pairs.extend(
            items
                .iter()
                .filter(|item| !item.is_null())
                .map(|item| Pair::new(name, item)),
        ),
        other => pairs.push(Pair::new(name, other)),
    }
}

fn delimited<'v>(pairs: &mut Vec<Pair<'v>>, name: &str, value: &'v Value, delimiter: Delimiter) {
    let items = match Shape::of(value) {
        Shape::Null | Shape::Text(_) => return each(pairs, name, value),
        Shape::Array(items) => items,
        Shape::Object(members) => members
            .into_iter()
            .flat_map(|(name, value)| [name, value])
            .collect(),
    };
    if !items.is_empty() {
        pairs.push(Pair {
            name: name.to_owned(),
            content: Content::List(items, delimiter),
        });
    }
}

/// Style `deepObject`, nested as deep as the value is.
///
/// The specification leaves arrays and objects in it open. The readers of this form in the field (Rails, PHP, `qs` of
/// Node, Stripe's API) agree on `filter[a][b]=c` for objects and on `filter[tags][]=x` for arrays of primitive values.
/// An item that is itself several pairs gets its index, `filter[items][0][name]=x`, because empty brackets do not tell
/// where one item ends: PHP begins a new item at each pair. `jQuery.param` decides so too. Rails reads an index as a
/// key, which its nested attributes expect.
fn deep<'v>(
    pairs: &mut Vec<Pair<'v>>,
    parameter: &str,
    name: &str,
    value: &'v Value,
    is_whole: &dyn Fn(&Value) -> bool,
) -> Result<(), InputError> {
    match value {
        Value::Object(members) if !is_whole(value) => {
            for (key, member) in members.iter().filter(|(_, member)| !member.is_null()) {
                if key.is_empty() || key.contains(['[', ']']) {
                    return Err(InputError::InvalidParameter {
                        name: parameter.to_owned(),
                        reason: format!(
                            "the property {key:?} cannot stand in brackets, which write its name"
                        ),
                    });
                }
                deep(
                    pairs,
                    parameter,
                    &format!("{name}[{key}]"),
                    member,
                    is_whole,
                )?;
            }
        }
        Value::Array(items) => {
            let items = items.iter().filter(|item| !item.is_null());
            for (index, item) in items.enumerate() {
                let name = match item {
                    Value::Array(_) | Value::Object(_) if !is_whole(item) => {
                        format!("{name}[{index}]")
                    }
                    _ => format!("{name}[]"),
                };
                deep(pairs, parameter, &name, item, is_whole)?;
            }
        }
        primitive => pairs.push(Pair::new(name, primitive)),
    }
    Ok(())
}
