//! Which value a parameter or a body gets.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::check::Checker;
use crate::document::{Document, join};
use crate::make::Maker;
use crate::schemas::Schemas;

/// How much a value should hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    /// The document's own example, or else the least.
    Plain,
    /// As much as can be, within reason.
    Full,
}

pub(super) struct Values<'v> {
    pub(super) document: &'v Document<'v>,
    pub(super) schemas: &'v Schemas<'v>,
    pub(super) checker: &'v Checker,
    pub(super) maker: Maker<'v>,
    /// Pointers of objects with a schema to those of their schemas.
    pub(super) places: &'v BTreeMap<String, String>,
}

impl Values<'_> {
    /// A valid value of the Parameter or Media Type Object at `pointer`.
    pub(super) fn of(&mut self, pointer: &str, wanted: Wanted) -> Result<Value, String> {
        let Some(schema) = self.places.get(pointer) else {
            return Ok("text".into());
        };
        let number = self
            .schemas
            .find(schema)
            .ok_or_else(|| "its schema is not there".to_owned())?;
        let example = self.example(pointer, schema, number);
        let made = match (wanted, example) {
            (Wanted::Plain, Some(example)) => return Ok(example),
            (Wanted::Plain, None) => self.maker.least(number),
            (Wanted::Full, example) => match (self.maker.fullest(number), example) {
                (Err(_), Some(example)) => return Ok(example),
                (made, _) => made,
            },
        };
        let value = made?;
        match self.checker.check(number, &value) {
            Ok(()) => Ok(value),
            Err((_, reason)) => Err(reason),
        }
    }

    /// The first valid example of an object, or of its schema.
    fn example(&self, pointer: &str, schema: &str, number: usize) -> Option<Value> {
        let (place, object) = self.document.resolve(pointer)?;
        let named = object.get("examples").and_then(Value::as_object);
        let named = named.into_iter().flat_map(|named| named.keys());
        let named = named.filter_map(|name| {
            let (_, example) = self
                .document
                .resolve(&join(&join(&place, "examples"), name))?;
            example.get("value")
        });
        let of_schema = self.document.resolve(schema).map(|(_, schema)| schema);
        let of_schema = of_schema.into_iter().flat_map(|schema| {
            let several = schema.get("examples").and_then(Value::as_array);
            schema
                .get("example")
                .into_iter()
                .chain(several.into_iter().flatten())
        });
        object
            .get("example")
            .into_iter()
            .chain(named)
            .chain(of_schema)
            // An example of nothing says nothing, and an empty text is no segment of a path.
            .find(|example| *example != "" && self.checker.check(number, example).is_ok())
            .cloned()
    }
}
