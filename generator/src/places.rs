//! Pointers into the document as it is written.
//!
//! Normalisation writes some of a document in another way (an `enum` of one for a `const`, `anyOf` for several types), and
//! what is lowered from that has pointers that its author would look for in vain.

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::model::{Api, Kind};

/// Has each type, each part of one, each server and each header of an answer point to something that the document has:
/// the nearest around it that is there.
pub(crate) fn settle(api: &mut Api, document: &Value) {
    for server in api.servers.iter_mut().chain(&mut api.operation_servers) {
        settle_one(&mut server.pointer, document);
    }
    for operation in &mut api.operations {
        let answers = operation.successes.iter_mut();
        for answer in answers.chain(&mut operation.failures) {
            for header in &mut answer.headers {
                settle_one(&mut header.pointer, document);
            }
        }
    }
    for declaration in api.types.iter_mut() {
        settle_one(&mut declaration.pointer, document);
        match &mut declaration.kind {
            Kind::Struct(item) => {
                let fields = item.fields.iter_mut().map(|it| &mut it.pointer);
                let additional = item.additional.iter_mut().map(|it| &mut it.pointer);
                for pointer in fields.chain(additional) {
                    settle_one(pointer, document);
                }
            }
            Kind::Enum(item) => {
                for value in &mut item.values {
                    settle_one(&mut value.pointer, document);
                }
            }
            Kind::Union(item) => {
                for branch in &mut item.branches {
                    settle_one(&mut branch.pointer, document);
                }
            }
            Kind::Alias(_) => {}
        }
    }
}

/// The nearest place to a pointer that the document has.
pub(crate) fn nearest(mut pointer: Pointer, document: &Value) -> Pointer {
    if document.pointer(pointer.as_str()).is_none() {
        settle_one(&mut pointer, document);
    }
    pointer
}

/// References are followed where what is looked for does not stand beside them.
fn settle_one(pointer: &mut Pointer, document: &Value) {
    let mut at = Pointer::root();
    let mut value = document;
    let mut is_choice = false;
    for token in pointer.tokens() {
        let token = match value.as_array() {
            Some(branches) if is_choice => with_null_branches(branches, &token),
            _ => token,
        };
        if member(value, &token).is_none()
            && let Some((target, found)) = referred(value, document)
        {
            (at, value) = (target, found);
        }
        let Some(inner) = member(value, &token) else {
            break;
        };
        at = at.join(&token);
        value = inner;
        is_choice = matches!(token.as_str(), "oneOf" | "anyOf");
    }
    *pointer = at;
}

fn member<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(members) => members.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The place of a branch among all, by that among those that are more than `null`: normalisation says it by `nullable`.
fn with_null_branches(branches: &[Value], token: &str) -> String {
    let places = (0..).zip(branches);
    let mut telling = places.filter(|(_, branch)| !is_null(branch));
    let place = token.parse().ok().and_then(|index| telling.nth(index));
    place.map_or_else(
        || token.to_owned(),
        |(place, _): (usize, _)| place.to_string(),
    )
}

/// Whether a schema has no value but `null`.
pub(crate) fn is_null(schema: &Value) -> bool {
    schema.get("type").is_some_and(|it| it == "null") || schema.get("const") == Some(&Value::Null)
}

/// What a reference within the document leads to.
pub(crate) fn referred<'a>(value: &Value, document: &'a Value) -> Option<(Pointer, &'a Value)> {
    let fragment = value.get("$ref")?.as_str()?.strip_prefix('#')?;
    let fragment = percent_decode_str(fragment).decode_utf8().ok()?;
    let target = Pointer::from(fragment.as_ref());
    let found = document.pointer(target.as_str())?;
    Some((target, found))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_place_is_found_behind_references_and_branches_of_null() {
        let document = json!({
            "a": {"oneOf": [{"type": "null"}, {"properties": {"b": {}}}, {"$ref": "#/c%20d"}]},
            "c d": {"required": ["e"]},
        });
        for (normalised, expected) in [
            ("/a/oneOf/0/properties/b", "/a/oneOf/1/properties/b"),
            ("/a/oneOf/1", "/a/oneOf/2"),
            ("/a/oneOf/1/required", "/c d/required"),
            ("/a/oneOf/7", "/a/oneOf"),
            ("/a/not/there", "/a"),
            ("", ""),
        ] {
            let mut pointer = Pointer::from(normalised);
            settle_one(&mut pointer, &document);
            assert_eq!(pointer.as_str(), expected);
        }
    }
}
