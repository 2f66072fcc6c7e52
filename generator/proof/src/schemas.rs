//! The document's schemas as JSON Schema 2020-12, one entry for each that something refers to.
//!
//! This is a conversion of its own: what checks the generator must not share its reading of the document.

use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

use crate::Note;
use crate::document::{Dialect, Document, join};
use crate::flat::list;
use crate::formats::integer_width;
use crate::patterns::Patterns;

/// Keyword of ours: the integer type that a number must fit.
pub(crate) const INTEGER: &str = "x-integer";

/// Converted schemas. An entry refers to another by `#/$defs/NUMBER`.
pub(crate) struct Schemas<'d> {
    document: &'d Document<'d>,
    numbers: BTreeMap<String, usize>,
    pointers: Vec<String>,
    entries: Vec<Value>,
    pub(crate) patterns: Patterns,
    /// Keywords that were left out because they do not say what they must.
    pub(crate) notes: Vec<Note>,
}

impl<'d> Schemas<'d> {
    /// The schemas at `roots` and all that they refer to.
    pub(crate) fn new<'r>(
        document: &'d Document<'d>,
        roots: impl IntoIterator<Item = &'r str>,
    ) -> Self {
        let mut schemas = Self {
            document,
            numbers: BTreeMap::new(),
            pointers: Vec::new(),
            entries: Vec::new(),
            patterns: Patterns::default(),
            notes: Vec::new(),
        };
        for root in roots {
            if document.at(root).is_some() {
                schemas.number(root);
            }
        }
        // Converting an entry finds further ones.
        let mut next = 0;
        while let Some(pointer) = schemas.pointers.get(next).cloned() {
            if let Some(value) = document.at(&pointer) {
                let converted = schemas.schema(value, &pointer);
                schemas.set(next, converted);
            }
            next += 1;
        }
        schemas
    }

    /// The entry of the schema at a pointer of the document.
    pub(crate) fn find(&self, pointer: &str) -> Option<usize> {
        self.numbers.get(pointer).copied()
    }

    pub(crate) fn entry(&self, number: usize) -> &Value {
        self.entries.get(number).unwrap_or(&Value::Bool(true))
    }

    pub(crate) fn entries(&self) -> &[Value] {
        &self.entries
    }

    /// Where the schema of an entry stands in the document.
    pub(crate) fn pointer(&self, number: usize) -> &str {
        self.pointers.get(number).map_or("", String::as_str)
    }

    /// The entry that an entry only refers to, through all references, or itself.
    pub(crate) fn target(&self, number: usize) -> usize {
        let mut target = number;
        // A chain that is longer goes in circles.
        for _ in 0..64 {
            match self.entry(target).as_object() {
                Some(members) if members.len() == 1 => {
                    let Some(next) = referenced(self.entry(target)) else {
                        break;
                    };
                    target = next;
                }
                _ => break,
            }
        }
        target
    }

    /// The name of the component that an entry is.
    pub(crate) fn component(&self, number: usize) -> Option<&str> {
        self.pointer(number)
            .strip_prefix("/components/schemas/")
            .filter(|name| !name.contains('/'))
    }

    fn number(&mut self, pointer: &str) -> usize {
        if let Some(number) = self.numbers.get(pointer) {
            return *number;
        }
        let number = self.entries.len();
        self.numbers.insert(pointer.to_owned(), number);
        self.pointers.push(pointer.to_owned());
        self.entries.push(Value::Bool(true));
        number
    }

    fn set(&mut self, number: usize, schema: Value) {
        if let Some(entry) = self.entries.get_mut(number) {
            *entry = schema;
        }
    }

    fn note(&mut self, pointer: &str, reason: impl Into<String>) {
        self.notes.push(Note {
            pointer: pointer.to_owned(),
            reason: reason.into(),
        });
    }

    fn reference(&mut self, pointer: &str) -> Value {
        json!({"$ref": format!("#/$defs/{}", self.number(pointer))})
    }

    /// A schema within another. One with `oneOf` becomes an entry, so that data can be checked against it alone.
    fn inner(&mut self, value: &Value, pointer: &str) -> Value {
        if value.get("oneOf").is_some() {
            return self.reference(pointer);
        }
        self.schema(value, pointer)
    }

    /// A branch of `anyOf` or `oneOf`: always an entry, for the same reason.
    fn branch(&mut self, value: &Value, pointer: &str) -> Value {
        match value {
            Value::Object(members) if members.len() == 1 && members.contains_key("$ref") => {
                self.schema(value, pointer)
            }
            _ => self.reference(pointer),
        }
    }

    fn schema(&mut self, value: &Value, pointer: &str) -> Value {
        let members = match value {
            Value::Object(members) => members,
            Value::Bool(_) => return value.clone(),
            _ => {
                self.note(pointer, "is no schema");
                return Value::Bool(true);
            }
        };
        let openapi30 = self.document.dialect == Dialect::OpenApi30;
        let mut converted = Map::new();
        for (name, member) in members {
            // OpenAPI 3.0.4, section 4.7.23.1: siblings of a reference shall be ignored.
            if openapi30 && members.contains_key("$ref") && name != "$ref" {
                continue;
            }
            let place = join(pointer, name);
            if let Some(member) = self.keyword(name, member, &place) {
                converted.insert(name.clone(), member);
            }
        }
        exclusive_bounds(&mut converted);
        encoding(&mut converted);
        if let Some(width) = integer_width(&converted) {
            converted.insert(INTEGER.to_owned(), width.into());
        }
        // Beside a reference `nullable` has no meaning by the letter, but its writers mean it; so do those who write
        // `null` into an `enum` of texts.
        let null_value = list(&converted, "enum").contains(&Value::Null);
        if openapi30 && (null_value || members.get("nullable") == Some(&Value::Bool(true))) {
            return self.nullable(converted, pointer);
        }
        Value::Object(converted)
    }

    fn nullable(&mut self, mut schema: Map<String, Value>, pointer: &str) -> Value {
        if let Some(Value::Array(values)) = schema.get_mut("enum")
            && !values.contains(&Value::Null)
        {
            values.push(Value::Null);
        }
        if let Some(types) = schema.get_mut("type") {
            *types = match types.take() {
                Value::Array(mut types) => {
                    types.push("null".into());
                    Value::Array(types)
                }
                one => json!([one, "null"]),
            };
        }
        if ["$ref", "allOf", "anyOf", "oneOf"]
            .iter()
            .any(|name| schema.contains_key(*name))
        {
            let number = self.number(&format!("{pointer} (not null)"));
            self.set(number, Value::Object(schema));
            return json!({"anyOf": [{"$ref": format!("#/$defs/{number}")}, {"type": "null"}]});
        }
        Value::Object(schema)
    }

    /// The value of a keyword in the converted schema, if the keyword matters and its value is what it must be.
    fn keyword(&mut self, name: &str, value: &Value, place: &str) -> Option<Value> {
        let converted = match name {
            "$ref" => self.reference_keyword(value),
            "type" => types(value),
            "enum" => value
                .as_array()
                .filter(|values| !values.is_empty())
                .map(|_| value.clone()),
            "multipleOf" => value.as_f64().filter(|of| *of > 0.0).map(|_| value.clone()),
            "minimum" | "maximum" => value.as_number().map(|_| value.clone()),
            "exclusiveMinimum" | "exclusiveMaximum" => {
                (value.is_number() || value.is_boolean()).then(|| value.clone())
            }
            "minLength" | "maxLength" | "minItems" | "maxItems" | "minProperties"
            | "maxProperties" | "minContains" | "maxContains" => count(value),
            "pattern" => value
                .as_str()
                .filter(|pattern| self.patterns.knows(pattern))
                .map(|_| value.clone()),
            "uniqueItems" => value.as_bool().map(Value::Bool),
            "required" => value.as_array().map(|names| required(names)),
            "dependentRequired" => value.as_object().map(|map| {
                map.iter()
                    .filter_map(|(name, names)| Some((name.clone(), required(names.as_array()?))))
                    .collect()
            }),
            "properties" | "patternProperties" | "dependentSchemas" => {
                self.named(value, place, name == "patternProperties")
            }
            "items"
            | "additionalProperties"
            | "not"
            | "if"
            | "then"
            | "else"
            | "contains"
            | "propertyNames"
            | "unevaluatedItems"
            | "unevaluatedProperties" => {
                (value.is_object() || value.is_boolean()).then(|| self.inner(value, place))
            }
            "allOf" | "anyOf" | "oneOf" | "prefixItems" => self.several(name, value, place),
            "discriminator" => return self.discriminator(value),
            "format" | "contentEncoding" => value.as_str().map(Value::from),
            "const" | "default" | "example" => return Some(value.clone()),
            "examples" => return value.is_array().then(|| value.clone()),
            _ => return None,
        };
        if converted.is_none() {
            self.note(place, format!("cannot be checked: `{name}` is {value:.60}"));
        }
        converted
    }

    fn reference_keyword(&mut self, value: &Value) -> Option<Value> {
        let target = self.document.target(value.as_str()?)?;
        Some(format!("#/$defs/{}", self.number(&target)).into())
    }

    fn named(&mut self, value: &Value, place: &str, patterns: bool) -> Option<Value> {
        let mut converted = Map::new();
        for (name, schema) in value.as_object()? {
            if patterns && !self.patterns.knows(name) {
                self.note(place, "has a pattern that cannot be checked");
                continue;
            }
            let place = join(place, name);
            converted.insert(name.clone(), self.inner(schema, &place));
        }
        Some(Value::Object(converted))
    }

    fn several(&mut self, name: &str, value: &Value, place: &str) -> Option<Value> {
        let schemas = value.as_array().filter(|schemas| !schemas.is_empty())?;
        let converted = schemas.iter().enumerate().map(|(index, schema)| {
            let place = format!("{place}/{index}");
            match name {
                "anyOf" | "oneOf" => self.branch(schema, &place),
                _ => self.inner(schema, &place),
            }
        });
        Some(converted.collect())
    }

    /// `propertyName` stays; `mapping` leads to entries. Only the maker of instances looks at it.
    fn discriminator(&mut self, value: &Value) -> Option<Value> {
        let property = value.get("propertyName")?.as_str()?;
        let mut mapping = Map::new();
        for (tag, target) in value
            .get("mapping")
            .and_then(Value::as_object)
            .into_iter()
            .flatten()
        {
            let Some(target) = target.as_str() else {
                continue;
            };
            // A target may be the bare name of a component (OpenAPI 3.0.4, section 4.7.25).
            let reference = match target.strip_prefix('#') {
                Some(_) => target.to_owned(),
                None => format!("#{}", join("/components/schemas", target)),
            };
            if let Some(pointer) = self.document.target(&reference) {
                mapping.insert(tag.clone(), self.number(&pointer).into());
            }
        }
        Some(json!({"propertyName": property, "mapping": mapping}))
    }
}

/// The number of the entry that `{"$ref": …}` of a converted schema leads to.
pub(crate) fn referenced(schema: &Value) -> Option<usize> {
    schema
        .get("$ref")?
        .as_str()?
        .strip_prefix("#/$defs/")?
        .parse()
        .ok()
}

fn types(value: &Value) -> Option<Value> {
    let known = |value: &Value| {
        value.as_str().is_some_and(|name| {
            [
                "null", "boolean", "integer", "number", "string", "array", "object",
            ]
            .contains(&name)
        })
    };
    let mut distinct: Vec<Value> = Vec::new();
    match value {
        Value::Array(names) if !names.is_empty() && names.iter().all(known) => {
            for name in names {
                if !distinct.contains(name) {
                    distinct.push(name.clone());
                }
            }
            Some(Value::Array(distinct))
        }
        one if known(one) => Some(one.clone()),
        _ => None,
    }
}

fn count(value: &Value) -> Option<Value> {
    if let Some(count) = value.as_u64() {
        return Some(count.into());
    }
    // `1.0` is an integer too; what is beyond 64 bits bounds nothing that we make.
    let number = value.as_f64()?;
    (number.fract() == 0.0 && (0.0..9e15).contains(&number)).then(|| value.clone())
}

fn required(names: &[Value]) -> Value {
    let mut distinct: Vec<Value> = Vec::new();
    for name in names {
        if name.is_string() && !distinct.contains(name) {
            distinct.push(name.clone());
        }
    }
    Value::Array(distinct)
}

/// `minimum: 0, exclusiveMinimum: true` of OpenAPI 3.0 is `exclusiveMinimum: 0`.
fn exclusive_bounds(schema: &mut Map<String, Value>) {
    for (bound, exclusive) in [
        ("minimum", "exclusiveMinimum"),
        ("maximum", "exclusiveMaximum"),
    ] {
        match schema.get(exclusive) {
            Some(Value::Bool(true)) => {
                schema.shift_remove(exclusive);
                if let Some(value) = schema.shift_remove(bound) {
                    schema.insert(exclusive.to_owned(), value);
                }
            }
            Some(Value::Bool(false)) => {
                schema.shift_remove(exclusive);
            }
            _ => {}
        }
    }
}

/// `contentEncoding: base64` says what `format: byte` said before OpenAPI 3.1.
fn encoding(schema: &mut Map<String, Value>) {
    let Some(encoding) = schema.shift_remove("contentEncoding") else {
        return;
    };
    if schema.contains_key("format") {
        return;
    }
    match encoding.as_str() {
        Some("base64") => schema.insert("format".to_owned(), "byte".into()),
        Some("base64url") => schema.insert("format".to_owned(), "base64url".into()),
        _ => None,
    };
}
