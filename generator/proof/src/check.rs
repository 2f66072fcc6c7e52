//! Data against the document's own schemas, by the `jsonschema` crate.

use jsonschema::error::ValidationErrorKind;
use jsonschema::paths::Location;
use jsonschema::{Draft, Keyword, ValidationError, Validator};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

use crate::document::Document;
use crate::formats::{NOT_ASSERTED, fits, is_base64};
use crate::schemas::{INTEGER, Schemas};

/// Why data is not what its schema says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Violation {
    /// By a keyword of JSON Schema.
    Schema,
    /// By `format`, or by an integer that fits no type.
    Format,
    /// Not known: the validator refuses the schema.
    Unchecked,
}

/// Whether a value is an instance of the schema at a pointer of the document.
///
/// # Errors
///
/// Where it is none, and why.
pub fn check(document: &Value, schema: &str, value: &Value) -> Result<(), String> {
    let document = Document::new(document);
    let schemas = Schemas::new(&document, [schema]);
    let number = schemas
        .find(schema)
        .ok_or_else(|| format!("nothing stands at {schema}"))?;
    Checker::new(&schemas)
        .check(number, value)
        .map_err(|(_, reason)| reason)
}

/// One validator for all schemas: it takes `{NUMBER: data}`, so each schema is compiled once.
pub(crate) struct Checker {
    validator: Option<Validator>,
    /// Entries that the validator refuses, with its reason.
    refused: BTreeMap<usize, String>,
}

/// How many schemas may be refused before all are.
const REFUSALS: usize = 64;

impl Checker {
    pub(crate) fn new(schemas: &Schemas<'_>) -> Self {
        let mut refused = BTreeMap::new();
        while refused.len() < REFUSALS {
            match options().build(&whole(schemas, &refused)) {
                Ok(validator) => {
                    return Self {
                        validator: Some(validator),
                        refused,
                    };
                }
                Err(error) => {
                    let Some(number) = culprit(&error) else {
                        break;
                    };
                    if refused
                        .insert(number, shortened(&error.to_string()))
                        .is_some()
                    {
                        break;
                    }
                }
            }
        }
        Self {
            validator: None,
            refused,
        }
    }

    /// Entries that nothing can be said about, with the reason.
    pub(crate) fn refused(&self) -> &BTreeMap<usize, String> {
        &self.refused
    }

    /// Whether `data` is an instance of an entry.
    pub(crate) fn check(&self, number: usize, data: &Value) -> Result<(), (Violation, String)> {
        if let Some(reason) = self.refused.get(&number) {
            return Err((Violation::Unchecked, reason.clone()));
        }
        let Some(validator) = &self.validator else {
            let reason = "the validator refuses the document's schemas".to_owned();
            return Err((Violation::Unchecked, reason));
        };
        let wrapped = wrap(number, data);
        validator.validate(&wrapped).map_err(|error| {
            let violation = match error.kind() {
                ValidationErrorKind::Format { .. } | ValidationErrorKind::Custom { .. } => {
                    Violation::Format
                }
                _ => Violation::Schema,
            };
            let path = error.instance_path().as_str();
            let path = path.strip_prefix('/').unwrap_or(path);
            let path = path
                .find('/')
                .and_then(|start| path.get(start..))
                .unwrap_or("");
            (
                violation,
                format!("{path}: {}", shortened(&error.to_string())),
            )
        })
    }

    pub(crate) fn is_valid(&self, number: usize, data: &Value) -> bool {
        match &self.validator {
            Some(validator) => validator.is_valid(&wrap(number, data)),
            None => true,
        }
    }
}

fn wrap(number: usize, data: &Value) -> Value {
    let mut wrapped = Map::new();
    wrapped.insert(number.to_string(), data.clone());
    Value::Object(wrapped)
}

/// A schema that holds all entries.
fn whole(schemas: &Schemas<'_>, refused: &BTreeMap<usize, String>) -> Value {
    let mut definitions = Map::new();
    let mut properties = Map::new();
    for (number, entry) in schemas.entries().iter().enumerate() {
        let name = number.to_string();
        let mut reference = Map::new();
        reference.insert("$ref".to_owned(), format!("#/$defs/{name}").into());
        let entry = if refused.contains_key(&number) {
            Value::Bool(true)
        } else {
            entry.clone()
        };
        definitions.insert(name.clone(), entry);
        properties.insert(name, Value::Object(reference));
    }
    let mut whole = Map::new();
    whole.insert("$defs".to_owned(), Value::Object(definitions));
    whole.insert("properties".to_owned(), Value::Object(properties));
    Value::Object(whole)
}

/// The entry that a failure to compile speaks of.
fn culprit(error: &ValidationError<'_>) -> Option<usize> {
    [error.instance_path().as_str(), error.schema_path().as_str()]
        .iter()
        .find_map(|path| {
            let (_, rest) = path.split_once("/$defs/")?;
            rest.split('/').next()?.parse().ok()
        })
}

fn options() -> jsonschema::ValidationOptions<'static> {
    let mut options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .offline()
        .should_validate_formats(true)
        .with_keyword(INTEGER, integer_keyword)
        .with_format("byte", is_base64);
    for name in NOT_ASSERTED {
        options = options.with_format(name, |_: &str| true);
    }
    options
}

struct Integer(String);

impl<'i> Keyword<'i> for Integer {
    fn validate(&self, instance: &'i Value) -> Result<(), ValidationError<'i>> {
        if Keyword::is_valid(self, instance) {
            return Ok(());
        }
        Err(ValidationError::custom(format!(
            "{instance} does not fit {}",
            self.0
        )))
    }

    fn is_valid(&self, instance: &'i Value) -> bool {
        match instance {
            Value::Number(number) => fits(number, &self.0),
            _ => true,
        }
    }
}

fn integer_keyword<'a>(
    _: &'a Map<String, Value>,
    value: &'a Value,
    _: Location,
) -> Result<Box<dyn for<'i> Keyword<'i>>, ValidationError<'a>> {
    Ok(Box::new(Integer(
        value.as_str().unwrap_or("int64").to_owned(),
    )))
}

/// The start of a message: those about unions repeat the whole data.
pub(crate) fn shortened(text: &str) -> String {
    let one_line = text.replace('\n', " ");
    match one_line.char_indices().nth(160) {
        Some((end, _)) => format!("{}…", one_line.get(..end).unwrap_or_default()),
        None => one_line,
    }
}
