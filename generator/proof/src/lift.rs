//! Examples of a part of a schema, as examples of the schema that has a Rust type.

use serde_json::{Value, json};
use std::collections::BTreeMap;

use crate::Schema;
use crate::document::{Document, split};
use crate::make::Maker;
use crate::schemas::Schemas;

/// The schemas with a type, by pointer.
pub(crate) type Typed<'s> = BTreeMap<&'s str, &'s Schema>;

/// One step from a part to the schema around it.
enum Step {
    Property(String),
    Item,
    Additional,
    /// The part describes the same value.
    Same,
}

/// The schema around the one at `pointer`.
fn around(pointer: &str) -> Option<(&str, Step)> {
    let (parent, token) = split(pointer)?;
    match token.as_str() {
        "items" => return Some((parent, Step::Item)),
        "additionalProperties" | "unevaluatedProperties" => {
            return Some((parent, Step::Additional));
        }
        _ => {}
    }
    let (schema, keyword) = split(parent)?;
    match keyword.as_str() {
        "properties" => Some((schema, Step::Property(token))),
        "allOf" | "anyOf" | "oneOf" => Some((schema, Step::Same)),
        _ => None,
    }
}

/// The pointers from a schema outwards to the one with a type, both included; empty if none has one.
pub(crate) fn way(document: &Document<'_>, typed: &Typed<'_>, pointer: &str) -> Vec<String> {
    let mut way = Vec::new();
    let mut place = pointer.to_owned();
    loop {
        way.push(place.clone());
        if typed.contains_key(place.as_str()) {
            return way;
        }
        // A bare reference has the type of its target.
        if way.len() == 1
            && let Some((target, _)) = document.resolve(&place)
            && target != place
            && typed.contains_key(target.as_str())
        {
            way.push(target);
            return way;
        }
        // `properties/properties` would mislead a look at the last tokens alone: the parent must be a schema.
        match around(&place) {
            Some((parent, _)) if document.at(parent).is_some_and(Value::is_object) => {
                place = parent.to_owned();
            }
            _ => return Vec::new(),
        }
    }
}

/// Sets a value of the first schema of a way into the least instances of the others.
pub(crate) fn lift(
    schemas: &Schemas<'_>,
    maker: &mut Maker<'_>,
    way: &[String],
    value: &Value,
) -> Result<Value, String> {
    let mut value = value.clone();
    for (inner, outer) in way.iter().zip(way.iter().skip(1)) {
        let step = match around(inner) {
            Some((parent, step)) if parent == outer => step,
            _ => continue,
        };
        let least = |maker: &mut Maker<'_>| match schemas.find(outer) {
            Some(number) => maker.least(number),
            None => Err("the schema around it is not known".to_owned()),
        };
        value = match step {
            Step::Item => json!([value]),
            Step::Property(name) => {
                let mut object = least(maker)?;
                if let Value::Object(members) = &mut object {
                    members.insert(name, value);
                }
                object
            }
            Step::Additional => {
                let mut object = least(maker)?;
                if let Value::Object(members) = &mut object {
                    members.insert("additionalKey".to_owned(), value);
                }
                object
            }
            Step::Same => match (value, least(maker)) {
                (Value::Object(members), Ok(Value::Object(mut object))) => {
                    object.extend(members);
                    Value::Object(object)
                }
                (value, _) => value,
            },
        };
    }
    Ok(value)
}
