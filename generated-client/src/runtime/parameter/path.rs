// @generated as a copy of the generator's runtime; changes by hand are lost.

use serde_json::Value;

use super::percent::encode;
use super::shape::Shape;
use super::{Encoding, Parameter, Style};
use crate::runtime::error::InputError;

/// Puts arguments into a path template such as `/sessions/{sessionId}/messages`, each as one segment or a part of one.
pub(super) fn expand<'a>(
    template: &str,
    argument: impl Fn(&str) -> Option<(&'a Parameter, &'a Value)>,
) -> Result<String, InputError> {
    let mut path = String::with_capacity(template.len());
    for segment in template.split('/').skip(1) {
        path.push('/');
        path.push_str(&expand_segment(segment, &argument)?);
    }
    Ok(path)
}

fn expand_segment<'a>(
    segment: &str,
    argument: impl Fn(&str) -> Option<(&'a Parameter, &'a Value)>,
) -> Result<String, InputError> {
    let mut expanded = String::new();
    let mut rest = segment;
    let mut last = None;
    while let Some((before, placeholder)) = rest.split_once('{') {
        expanded.push_str(before);
        let found = placeholder
            .split_once('}')
            .and_then(|(name, after)| Some((argument(name)?, after)));
        let Some(((parameter, value), after)) = found else {
            expanded.push('{');
            rest = placeholder;
            continue;
        };
        expanded.push_str(&expand_value(parameter, value)?);
        last = Some(parameter.name);
        rest = after;
    }
    expanded.push_str(rest);
    match last {
        Some(name) if expanded == "." || expanded == ".." => Err(InputError::DotSegment {
            name: name.to_owned(),
        }),
        _ => Ok(expanded),
    }
}

fn expand_value(parameter: &Parameter, value: &Value) -> Result<String, InputError> {
    let expanded = match parameter.encoding {
        Encoding::Json => encode(&value.to_string()),
        Encoding::Style {
            style: Style::Matrix,
            explode,
            ..
        } => matrix(parameter.name, Shape::of(value), explode),
        Encoding::Style {
            style: Style::Label,
            explode,
            ..
        } => label(parameter.name, Shape::of(value), explode)?,
        Encoding::Style { explode, .. } => simple(Shape::of(value), explode),
    };
    if expanded.is_empty() {
        return Err(InputError::EmptyPathParameter {
            name: parameter.name.to_owned(),
        });
    }
    Ok(expanded)
}

/// Style `simple` (RFC 6570, section 3.2.2).
fn simple(shape: Shape, explode: bool) -> String {
    match (shape, explode) {
        (Shape::Object(members), true) => join(",", members.iter().map(member)),
        (shape, _) => list(shape),
    }
}

/// Style `label` (RFC 6570, section 3.2.5).
fn label(name: &str, shape: Shape, explode: bool) -> Result<String, InputError> {
    let expanded = match (shape, explode) {
        (Shape::Array(items), true) => join(".", undotted(name, items.iter().map(|i| encode(i)))?),
        (Shape::Object(members), true) => join(".", undotted(name, members.iter().map(member))?),
        (shape, _) => list(shape),
    };
    Ok(format!(".{expanded}"))
}

/// An exploded label is split at its dots, and URLs have no other way to write one (RFC 3986, section 2.3).
fn undotted(
    name: &str,
    pieces: impl Iterator<Item = String>,
) -> Result<impl Iterator<Item = String>, InputError> {
    let pieces: Vec<String> = pieces.collect();
    if pieces.iter().any(|piece| piece.contains('.')) {
        return Err(InputError::InvalidParameter {
            name: name.to_owned(),
            reason: "an item has a dot, which would end it".to_owned(),
        });
    }
    Ok(pieces.into_iter())
}

/// Style `matrix`, where an empty value has no `=` (RFC 6570, section 3.2.7).
fn matrix(name: &str, shape: Shape, explode: bool) -> String {
    let name = encode(name);
    let pair = |name: &str, value: &str| match value {
        "" => format!(";{name}"),
        value => format!(";{name}={value}"),
    };
    match (shape, explode) {
        (Shape::Array(items), true) if !items.is_empty() => items
            .iter()
            .map(|item| pair(&name, &encode(item)))
            .collect(),
        (Shape::Object(members), true) if !members.is_empty() => members
            .iter()
            .map(|(name, value)| pair(&encode(name), &encode(value)))
            .collect(),
        (shape, _) => pair(&name, &list(shape)),
    }
}

/// What all styles of paths have in common: a value that is not exploded.
fn list(shape: Shape) -> String {
    match shape {
        Shape::Null => String::new(),
        Shape::Text(text) => encode(&text),
        Shape::Array(items) => join(",", items.iter().map(|item| encode(item))),
        Shape::Object(members) => join(
            ",",
            members
                .iter()
                .flat_map(|(name, value)| [encode(name), encode(value)]),
        ),
    }
}

fn member((name, value): &(String, String)) -> String {
    format!("{}={}", encode(name), encode(value))
}

fn join(separator: &str, pieces: impl Iterator<Item = String>) -> String {
    pieces.collect::<Vec<_>>().join(separator)
}
