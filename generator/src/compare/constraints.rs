//! Limits of values, such as `maxLength`. The models do not hold them, because clients do not check them: servers do.
//!
//! They are compared where both documents have a schema in the same place.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use crate::diagnostics::Pointer;
use crate::model::{Access, Home, Kind};

use super::finding::Direction;
use super::rule::Rule;
use super::side::Side;
use super::walk::{Place, Walk};

/// What a schema can limit, each by the keywords for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Limit {
    /// Not more than this.
    Upper(&'static str),
    /// Not less than this.
    Lower(&'static str),
    /// Numbers up to one: the keyword for one that is in, and for one that is not.
    Maximum,
    Minimum,
    /// A pattern, or something else that is there or not.
    Other(&'static str),
}

const LIMITS: &[Limit] = &[
    Limit::Upper("maxItems"),
    Limit::Upper("maxLength"),
    Limit::Upper("maxProperties"),
    Limit::Lower("minItems"),
    Limit::Lower("minLength"),
    Limit::Lower("minProperties"),
    Limit::Maximum,
    Limit::Minimum,
    Limit::Other("multipleOf"),
    Limit::Other("pattern"),
    Limit::Other("uniqueItems"),
];

/// A limit that a schema sets.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Constraint<'a> {
    keyword: &'static str,
    value: &'a Value,
}

impl Constraint<'_> {
    fn told(self) -> String {
        format!("`{}` {}", self.keyword, self.value)
    }
}

/// Members whose own members are names, not keywords.
const NAMES: &[&str] = &[
    "$defs",
    "callbacks",
    "content",
    "definitions",
    "headers",
    "parameters",
    "paths",
    "patternProperties",
    "properties",
    "requestBodies",
    "responses",
    "schemas",
    "webhooks",
];

/// Members that hold values, not schemas.
const VALUES: &[&str] = &["const", "default", "enum", "example", "examples"];

/// An object in the same place of both documents.
struct Both<'a> {
    old: (&'a Map<String, Value>, Pointer),
    new: (&'a Map<String, Value>, Pointer),
}

impl Walk<'_> {
    /// Compares the limits of all schemas of the two documents.
    pub(super) fn constraints(&mut self, old: &Value, new: &Value) {
        let mut changed = Vec::new();
        let roots = [(old, Pointer::root()), (new, Pointer::root())];
        collect(roots, Members::Keywords, &mut changed);
        let known = KnownPlaces::new(self.old);
        for both in changed {
            let mut place = None;
            for limit in LIMITS {
                let (before, after) = (limit.of(both.old.0), limit.of(both.new.0));
                let message = match (before, after) {
                    (before, after) if before == after => continue,
                    (Some(before), Some(after)) => {
                        format!("has {} now, had {}", after.told(), before.told())
                    }
                    (Some(before), None) => format!("has no {} any more", before.told()),
                    (None, Some(after)) => format!("has {} now", after.told()),
                    (None, None) => continue,
                };
                let (direction, place) = place.get_or_insert_with(|| {
                    let (direction, subject) = known.place(&both.old.1, old);
                    let place = Place {
                        subject,
                        old: both.old.1.clone(),
                        new: both.new.1.clone(),
                        items: Vec::new(),
                    };
                    (direction, place)
                });
                let rule = match direction {
                    Direction::Response => Rule::ResponseConstraintChanged,
                    Direction::Request if limit.is_stricter(before, after) => {
                        Rule::RequestConstraintTightened
                    }
                    Direction::Request => Rule::RequestConstraintLoosened,
                };
                self.findings
                    .add(limit.keyword(), place.finding(rule, message));
            }
        }
    }
}

impl Limit {
    /// The limit that a schema sets, unless all values keep it.
    fn of(self, schema: &Map<String, Value>) -> Option<Constraint<'_>> {
        let constraint = |keyword: &'static str| {
            let value = schema.get(keyword)?;
            Some(Constraint { keyword, value })
        };
        let number = |keyword| constraint(keyword).filter(|it| it.value.is_number());
        let bound = |inclusive, exclusive, is_tighter: fn(f64, f64) -> bool| {
            let (within, beyond) = (number(inclusive), number(exclusive));
            // In OpenAPI 3.0, a boolean says that the other keyword's value is not allowed itself.
            if schema.get(exclusive) == Some(&Value::Bool(true)) {
                let value = within?.value;
                return Some(Constraint {
                    keyword: exclusive,
                    value,
                });
            }
            match (within, beyond) {
                (Some(within), Some(beyond)) => {
                    let of = |it: Constraint<'_>| it.value.as_f64().unwrap_or_default();
                    let is_within = is_tighter(of(within), of(beyond));
                    Some(if is_within { within } else { beyond })
                }
                (within, beyond) => within.or(beyond),
            }
        };
        match self {
            Self::Upper(keyword) => number(keyword),
            Self::Lower(keyword) => number(keyword).filter(|it| it.value.as_f64() > Some(0.0)),
            Self::Maximum => bound("maximum", "exclusiveMaximum", |one, two| one < two),
            Self::Minimum => bound("minimum", "exclusiveMinimum", |one, two| one > two),
            Self::Other(keyword) => constraint(keyword)
                .filter(|it| !it.value.is_object() && *it.value != Value::Bool(false)),
        }
    }

    fn keyword(self) -> &'static str {
        match self {
            Self::Upper(keyword) | Self::Lower(keyword) | Self::Other(keyword) => keyword,
            Self::Maximum => "maximum",
            Self::Minimum => "minimum",
        }
    }

    /// Whether something that keeps the old limit may not keep the new one.
    fn is_stricter(self, old: Option<Constraint<'_>>, new: Option<Constraint<'_>>) -> bool {
        let (Some(old), Some(new)) = (old, new) else {
            return new.is_some();
        };
        let (Some(before), Some(after)) = (old.value.as_f64(), new.value.as_f64()) else {
            return true;
        };
        let excludes = new.keyword.starts_with("exclusive") && old.keyword != new.keyword;
        match self {
            Self::Upper(_) | Self::Maximum => after < before || after == before && excludes,
            Self::Lower(_) | Self::Minimum => after > before || after == before && excludes,
            // Multiples of ten are multiples of five.
            Self::Other(_) => before % after != 0.0,
        }
    }
}

/// What the members of an object are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Members {
    Keywords,
    /// Named by the author of the document.
    Named,
}

/// The objects in the same place of both documents that are not the same.
fn collect<'a>(
    [(old, old_at), (new, new_at)]: [(&'a Value, Pointer); 2],
    members: Members,
    changed: &mut Vec<Both<'a>>,
) {
    if old == new {
        return;
    }
    match (old, new) {
        (Value::Object(old), Value::Object(new)) => {
            for (name, one) in old {
                let is_keyword = members == Members::Keywords;
                if is_keyword && (VALUES.contains(&name.as_str()) || name.starts_with("x-")) {
                    continue;
                }
                let Some(two) = new.get(name) else { continue };
                let inner = match is_keyword && NAMES.contains(&name.as_str()) {
                    true => Members::Named,
                    false => Members::Keywords,
                };
                let both = [(one, old_at.join(name)), (two, new_at.join(name))];
                collect(both, inner, changed);
            }
            if members == Members::Keywords {
                changed.push(Both {
                    old: (old, old_at),
                    new: (new, new_at),
                });
            }
        }
        (Value::Array(old), Value::Array(new)) => {
            for (index, one) in old.iter().enumerate() {
                // The place of a parameter among others says nothing.
                let place = match parameter(one) {
                    Some(name) => new.iter().position(|two| parameter(two) == Some(name)),
                    None => Some(index).filter(|_| old.len() == new.len()),
                };
                let Some((place, two)) = place.and_then(|it| Some((it, new.get(it)?))) else {
                    continue;
                };
                let both = [(one, old_at.join(index)), (two, new_at.join(place))];
                collect(both, Members::Keywords, changed);
            }
        }
        _ => {}
    }
}

/// Place and name of a parameter.
fn parameter(value: &Value) -> Option<(&str, &str)> {
    Some((value.get("in")?.as_str()?, value.get("name")?.as_str()?))
}

/// From where the types of a document are reached, and what people call them, by the places of their schemas.
struct KnownPlaces(BTreeMap<Pointer, (Direction, String)>);

impl KnownPlaces {
    fn new(side: &Side) -> Self {
        let mut known = Self(BTreeMap::new());
        for (id, declaration) in side.api.types.iter() {
            // What stands in others by `allOf` alone is known by the properties of these.
            if declaration.home == Home::NoOperation {
                continue;
            }
            let is_sent = declaration.reach.request;
            let subject = format!("`{}`", side.types.get(id));
            if let Kind::Struct(item) = &declaration.kind {
                for field in &item.fields {
                    let is_sent = is_sent && field.access != Access::ReadOnly;
                    let subject = format!("{subject}, property `{}`", field.name);
                    known.add(&field.pointer, is_sent, subject);
                }
            }
            known.add(&declaration.pointer, is_sent, subject);
        }
        known
    }

    /// Of two types with the same schema, one that is sent is told.
    fn add(&mut self, pointer: &Pointer, is_sent: bool, subject: String) {
        let direction = match is_sent {
            true => Direction::Request,
            false => Direction::Response,
        };
        let known = self.0.get(pointer);
        if known.is_none_or(|(known, _)| direction < *known) {
            self.0.insert(pointer.clone(), (direction, subject));
        }
    }

    /// Who reads what the schema at `at` describes, and what people call it.
    fn place(&self, at: &Pointer, document: &Value) -> (Direction, String) {
        let mut around = Some(at.clone());
        while let Some(place) = around {
            if let Some((direction, subject)) = self.0.get(&place) {
                let subject = format!("{subject}{}", parts_below(&place, at, document));
                return (*direction, subject);
            }
            around = place.parent();
        }
        place_by_tokens(at, document)
    }
}

/// The same for what has no type around it.
fn place_by_tokens(at: &Pointer, document: &Value) -> (Direction, String) {
    let tokens: Vec<String> = at.tokens().collect();
    let tokens: Vec<&str> = tokens.iter().map(String::as_str).collect();
    let mut directions = tokens.iter().map(|token| match *token {
        "webhooks" | "callbacks" | "responses" | "headers" => Some(Direction::Response),
        "parameters" | "requestBody" | "requestBodies" => Some(Direction::Request),
        _ => None,
    });
    // Nothing reaches a schema that none of these are around.
    let direction = directions.find_map(|it| it).unwrap_or(Direction::Response);
    let root = Pointer::root();
    let (subject, above) = match tokens.as_slice() {
        ["paths", path, "parameters", ..] => ((*path).to_owned(), root.join_all(["paths", path])),
        ["paths", path, method, ..] => {
            let label = format!("{} {path}", method.to_uppercase());
            (label, root.join_all(["paths", path, method]))
        }
        ["components", kind, name, ..] => (
            format!("`{name}`"),
            root.join_all(["components", kind, name]),
        ),
        _ => ("the document".to_owned(), root),
    };
    (direction, subject + &parts_below(&above, at, document))
}

/// What people call the parts between two places.
fn parts_below(above: &Pointer, at: &Pointer, document: &Value) -> String {
    let mut text = String::new();
    let mut place = above.clone();
    let mut tokens = at.tokens().skip(above.tokens().count());
    while let Some(token) = tokens.next() {
        place = place.join(&token);
        let mut named = |what: &str| {
            let name = tokens.next().unwrap_or_default();
            place = place.join(&name);
            format!("{what} `{name}`")
        };
        let part = match token.as_str() {
            "items" => "the items".to_owned(),
            "additionalProperties" => "the values".to_owned(),
            "requestBody" => "the body".to_owned(),
            "properties" => named("property"),
            "headers" => named("header"),
            "responses" => named("the answer"),
            "parameters" => {
                named("");
                match document.pointer(place.as_str()).and_then(parameter) {
                    Some((kind, name)) => format!("{kind} parameter `{name}`"),
                    None => continue,
                }
            }
            _ => continue,
        };
        text.push_str(", ");
        text.push_str(&part);
    }
    text
}
