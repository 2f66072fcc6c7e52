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

/// Whether a type is one that the generator made: a text that is read as `String` proves nothing.
pub(crate) fn is_made(schema: &Schema) -> bool {
    schema.rust.contains("types::")
}

/// The pointers from a schema outwards to the one whose type the generator made, or else to the first with any type;
/// both ends included, empty if there is none.
pub(crate) fn way(document: &Document<'_>, typed: &Typed<'_>, pointer: &str) -> Vec<String> {
    let mut way = Vec::new();
    // How much of the way leads to the first type.
    let mut fallback = 0;
    let mut place = pointer.to_owned();
    loop {
        way.push(place.clone());
        if let Some(schema) = typed.get(place.as_str()) {
            if is_made(schema) {
                return way;
            }
            if fallback == 0 {
                fallback = way.len();
            }
        }
        // A bare reference has the type of its target.
        if way.len() == 1
            && let Some((target, _)) = document.resolve(&place)
            && target != place
            && typed
                .get(target.as_str())
                .is_some_and(|schema| is_made(schema))
        {
            way.push(target);
            return way;
        }
        match around(&place) {
            // A property may be called `properties` or `items`: what is around must be an object at least.
            Some((parent, _)) if document.at(parent).is_some_and(Value::is_object) => {
                place = parent.to_owned();
            }
            _ => break,
        }
    }
    way.truncate(fallback);
    way
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
