use serde_json::{Map, Value};

use crate::diagnostics::{Code, Pointer, Report};

use super::grammar::{Holds, Kind, holds, section};
use super::walk::{At, Visitor, visit, walk};

/// The JSON type that a member must have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expected {
    Text,
    Boolean,
    Number,
    /// A whole number from zero on.
    Count,
    Object,
    ObjectOrBoolean,
    List,
    Texts,
}

/// Gives each member of the document the JSON type that it must have, or takes it out: a slip in a member must not
/// cost what is around it.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    walk(document, &mut Members { report });
}

/// The same for an item that was no part of the document until now.
pub(super) fn mend_item(kind: Kind, item: &mut Value, report: &mut Report) {
    let place = At::Place(Pointer::root());
    visit(kind, item, &place, &mut Members { report });
}

struct Members<'a> {
    report: &'a mut Report,
}

impl Visitor for Members<'_> {
    fn enter(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        let Value::Object(members) = item else {
            return;
        };
        // What stands beside a reference counts in schemas only.
        let is_reference = members.get("$ref").is_some_and(Value::is_string)
            && section(kind).is_some()
            && kind != Kind::Schema;
        if is_reference {
            return;
        }
        let mut wrong = Vec::new();
        for (name, value) in members.iter_mut() {
            let Some(expected) = expected(kind, name) else {
                continue;
            };
            // A property that says of itself that it is required is read later.
            if kind == Kind::Schema && name == "required" && value.is_boolean() {
                continue;
            }
            match expected.mend(value) {
                Mended::Fits => {}
                Mended::Now(message) => {
                    let message = format!("`{name}` is {message}");
                    self.report
                        .warn(Code::InvalidDocument, &at.join(name), message);
                }
                Mended::Not => wrong.push((name.clone(), expected)),
            }
        }
        for (name, expected) in wrong {
            self.take_out(members, &name, expected, at);
        }
    }
}

impl Members<'_> {
    fn take_out(
        &mut self,
        members: &mut Map<String, Value>,
        name: &str,
        expected: Expected,
        at: &At<'_>,
    ) {
        let message = format!("`{name}` is not {}; left out", expected.noun());
        self.report
            .warn(Code::InvalidDocument, &at.join(name), message);
        members.shift_remove(name);
    }
}

/// What became of a value.
enum Mended {
    Fits,
    /// It fits now; what it was and how it is read.
    Now(String),
    Not,
}

impl Expected {
    fn noun(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Boolean => "a boolean",
            Self::Number => "a number",
            Self::Count => "a whole number",
            Self::Object => "an object",
            Self::ObjectOrBoolean => "an object or a boolean",
            Self::List => "a list",
            Self::Texts => "a list of texts",
        }
    }

    fn mend(self, value: &mut Value) -> Mended {
        let (mended, was) = match (self, &*value) {
            (Self::Text, Value::String(_))
            | (Self::Boolean | Self::ObjectOrBoolean, Value::Bool(_))
            | (Self::Number, Value::Number(_))
            | (Self::Object | Self::ObjectOrBoolean, Value::Object(_))
            | (Self::List, Value::Array(_)) => return Mended::Fits,
            (Self::Texts, Value::Array(items)) if items.iter().all(Value::is_string) => {
                return Mended::Fits;
            }
            (Self::Count, Value::Number(number)) if is_count(number.as_u64()) => {
                return Mended::Fits;
            }
            (Self::Text, Value::Number(_)) => (as_text(value), "a number"),
            (Self::Text, Value::Bool(_)) => (as_text(value), "a boolean"),
            (Self::Boolean, Value::String(text)) => (text.parse().ok().map(Value::Bool), "text"),
            (Self::Number, Value::String(text)) => (number(text), "text"),
            (Self::Count, Value::String(text)) => (number(text).as_ref().and_then(count), "text"),
            // A whole number, with a point.
            (Self::Count, Value::Number(_)) => {
                let Some(whole) = count(value) else {
                    return Mended::Not;
                };
                *value = whole;
                return Mended::Fits;
            }
            // What PHP writes for an object without members.
            (Self::Object | Self::ObjectOrBoolean, Value::Array(items)) if items.is_empty() => {
                (Some(Value::Object(Map::new())), "an empty list")
            }
            (Self::List, Value::Object(_)) => {
                (Some(Value::Array(vec![value.clone()])), "a single object")
            }
            (Self::Texts, Value::String(_)) => {
                (Some(Value::Array(vec![value.clone()])), "a single text")
            }
            (Self::Texts, Value::Array(items)) => (
                Some(items.iter().filter_map(as_text).collect()),
                "a list of more than texts",
            ),
            _ => (None, ""),
        };
        let Some(mended) = mended else {
            return Mended::Not;
        };
        let message = format!("{was}; read as {}", short(&mended));
        *value = mended;
        Mended::Now(message)
    }
}

/// A value as it stands in a message.
fn short(value: &Value) -> String {
    match value {
        Value::String(text) => format!("the text `{text}`"),
        Value::Array(items) => {
            let of_objects = items.iter().any(Value::is_object);
            let noun = if of_objects { "it" } else { "its texts" };
            format!("a list of {noun}")
        }
        Value::Object(_) => "an object without members".to_owned(),
        other => format!("`{other}`"),
    }
}

/// The text of a value that YAML made another type of; `None` where it has none.
pub(super) fn as_text(value: &Value) -> Option<Value> {
    match value {
        Value::String(_) => Some(value.clone()),
        Value::Number(_) | Value::Bool(_) => Some(Value::String(value.to_string())),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

/// The number that a text spells.
pub(super) fn number(text: &str) -> Option<Value> {
    let value: Value = serde_json::from_str(text.trim()).ok()?;
    value.is_number().then_some(value)
}

fn is_count(value: Option<u64>) -> bool {
    value.is_some_and(|value| usize::try_from(value).is_ok())
}

fn count(value: &Value) -> Option<Value> {
    let whole = value.as_u64().or_else(|| {
        let value = value.as_f64()?;
        // The cast is exact for what passes the test.
        let is_whole = value.fract() == 0.0 && (0.0..9e15).contains(&value);
        is_whole.then_some(value as u64)
    });
    is_count(whole).then_some(Value::from(whole?))
}

/// The JSON type of a member; `None` where it can be of any, or another pass looks after it.
fn expected(kind: Kind, name: &str) -> Option<Expected> {
    if let Some(expected) = data(kind, name) {
        return Some(expected);
    }
    match holds(kind, name)? {
        Holds::List(_) => Some(Expected::List),
        Holds::Named(_) => Some(Expected::Object),
        Holds::One(Kind::Schema) => Some(Expected::ObjectOrBoolean),
        // A tuple in the spelling before JSON Schema 2020-12, or the name alone, as in Swagger 2.0.
        Holds::OneOrBoolean(_) if name == "items" => None,
        Holds::One(Kind::Discriminator) => None,
        Holds::OneOrBoolean(_) => Some(Expected::ObjectOrBoolean),
        // Where the document needs it and it has the wrong type, there is nothing to mend.
        Holds::One(Kind::Info | Kind::Paths) => None,
        // Where one is null, an empty one is meant.
        Holds::One(Kind::Response | Kind::PathItem) => None,
        Holds::One(_) => Some(Expected::Object),
    }
}

/// The JSON type of a member that holds no items.
fn data(kind: Kind, name: &str) -> Option<Expected> {
    use Expected::{Boolean, Count, List, Number, Object, Text, Texts};
    if kind == Kind::Schema {
        return Some(match name {
            "title" | "description" | "format" | "pattern" | "contentEncoding"
            | "contentMediaType" | "$ref" => Text,
            "deprecated" | "readOnly" | "writeOnly" | "nullable" | "uniqueItems" => Boolean,
            "minimum" | "maximum" | "multipleOf" => Number,
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" => Count,
            "enum" => List,
            "required" => Texts,
            _ => return None,
        });
    }
    Some(match (kind, name) {
        (Kind::Document | Kind::Components | Kind::Paths | Kind::Responses | Kind::Callback, _) => {
            return None;
        }
        (Kind::Discriminator, "propertyName") => Text,
        (Kind::Discriminator, "mapping") => Object,
        (_, "description" | "summary") => Text,
        (
            Kind::Info
            | Kind::Parameter
            | Kind::Server
            | Kind::Tag
            | Kind::SecurityScheme
            | Kind::ExternalDocumentation,
            "title" | "version" | "termsOfService" | "name" | "in" | "url" | "style" | "type"
            | "scheme" | "bearerFormat" | "openIdConnectUrl",
        ) => Text,
        (Kind::Operation, "operationId") => Text,
        (Kind::Operation, "tags") => Texts,
        (Kind::Operation | Kind::Parameter | Kind::Header, "deprecated") => Boolean,
        (Kind::Parameter | Kind::Header | Kind::RequestBody, "required") => Boolean,
        (
            Kind::Parameter | Kind::Header | Kind::Encoding,
            "explode" | "allowReserved" | "allowEmptyValue",
        ) => Boolean,
        (Kind::Header | Kind::Encoding, "style" | "contentType") => Text,
        (Kind::ServerVariable, "default") => Text,
        (Kind::ServerVariable, "enum") => Texts,
        (Kind::Operation, "security") => List,
        (Kind::SecurityScheme, "flows") | (Kind::Info, "contact" | "license") => Object,
        (Kind::Example, "externalValue") => Text,
        _ => return None,
    })
}
