//! The keywords of a schema in one shape: openapiv3 has another type for each combination of them.

use std::borrow::Borrow;

use indexmap::IndexMap;
use openapiv3::{
    AdditionalProperties, AnySchema, IntegerFormat, NumberFormat, ReferenceOr, Schema, SchemaKind,
    StringFormat, Type as SchemaType, VariantOrUnknownOrEmpty,
};
use serde_json::{Number, Value};

use crate::model::{Constant, JsonType};

/// A schema or a reference to one, whatever openapiv3 has around it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum SchemaRef<'a> {
    Reference(&'a str),
    /// A component, by its key.
    Component(&'a str),
    Item(&'a Schema),
}

impl<'a> SchemaRef<'a> {
    pub(super) fn new(schema: &'a ReferenceOr<impl Borrow<Schema>>) -> Self {
        match schema {
            ReferenceOr::Reference { reference } => Self::Reference(reference),
            ReferenceOr::Item(schema) => Self::Item(schema.borrow()),
        }
    }
}

/// The keywords that make a type; what is absent is empty.
#[derive(Debug, Default)]
pub(super) struct Keywords<'a> {
    pub(super) json_type: Option<JsonType>,
    pub(super) format: Option<&'a str>,
    pub(super) minimum: Option<f64>,
    pub(super) maximum: Option<f64>,
    pub(super) enumeration: Vec<Value>,
    pub(super) properties: Vec<(&'a str, SchemaRef<'a>)>,
    pub(super) required: &'a [String],
    pub(super) additional: Option<&'a AdditionalProperties>,
    pub(super) items: Option<SchemaRef<'a>>,
    pub(super) all_of: &'a [ReferenceOr<Schema>],
    pub(super) one_of: &'a [ReferenceOr<Schema>],
    pub(super) any_of: &'a [ReferenceOr<Schema>],
    pub(super) has_not: bool,
}

impl<'a> Keywords<'a> {
    pub(super) fn of(schema: &'a Schema) -> Self {
        match &schema.schema_kind {
            SchemaKind::Type(ty) => Self::of_type(ty),
            SchemaKind::OneOf { one_of } => Self {
                one_of,
                ..Self::default()
            },
            SchemaKind::AllOf { all_of } => Self {
                all_of,
                ..Self::default()
            },
            SchemaKind::AnyOf { any_of } => Self {
                any_of,
                ..Self::default()
            },
            SchemaKind::Not { .. } => Self {
                has_not: true,
                ..Self::default()
            },
            SchemaKind::Any(any) => Self::of_any(any),
        }
    }

    fn of_any(any: &'a AnySchema) -> Self {
        Self {
            json_type: any.typ.as_deref().and_then(JsonType::from_name),
            format: any.format.as_deref(),
            minimum: any.minimum,
            maximum: any.maximum,
            enumeration: any.enumeration.clone(),
            properties: schemas(&any.properties),
            required: &any.required,
            additional: any.additional_properties.as_ref(),
            items: any.items.as_ref().map(SchemaRef::new),
            all_of: &any.all_of,
            one_of: &any.one_of,
            any_of: &any.any_of,
            has_not: any.not.is_some(),
        }
    }

    fn of_type(ty: &'a SchemaType) -> Self {
        let mut keywords = Self::default();
        keywords.json_type = Some(match ty {
            SchemaType::String(it) => {
                keywords.format = string_format(&it.format);
                keywords.enumeration = values(&it.enumeration, |it| it.clone().into());
                JsonType::String
            }
            SchemaType::Number(it) => {
                keywords.format = number_format(&it.format);
                keywords.minimum = it.minimum;
                keywords.maximum = it.maximum;
                keywords.enumeration = values(&it.enumeration, |it| number(*it));
                JsonType::Number
            }
            SchemaType::Integer(it) => {
                keywords.format = integer_format(&it.format);
                keywords.minimum = it.minimum.map(approximate);
                keywords.maximum = it.maximum.map(approximate);
                keywords.enumeration = values(&it.enumeration, |it| (*it).into());
                JsonType::Integer
            }
            SchemaType::Boolean(it) => {
                keywords.enumeration = values(&it.enumeration, |it| (*it).into());
                JsonType::Boolean
            }
            SchemaType::Object(it) => {
                keywords.properties = schemas(&it.properties);
                keywords.required = &it.required;
                keywords.additional = it.additional_properties.as_ref();
                JsonType::Object
            }
            SchemaType::Array(it) => {
                keywords.items = it.items.as_ref().map(SchemaRef::new);
                JsonType::Array
            }
        });
        keywords
    }

    /// The constants of `enum`; `None` where one of its values is an array or an object.
    pub(super) fn constants(&self) -> Option<Vec<Constant>> {
        self.enumeration
            .iter()
            .filter(|value| !value.is_null())
            .map(Constant::from_json)
            .collect()
    }

    /// Whether a value of any type and content is valid, as far as types can tell.
    pub(super) fn is_free(&self) -> bool {
        self.json_type.is_none() && self.is_only_required() && self.required.is_empty()
    }

    /// Whether nothing but `required`, `not` and constraints is there, so that it tells nothing about types.
    pub(super) fn is_only_required(&self) -> bool {
        self.json_type.is_none_or(|it| it == JsonType::Object)
            && self.enumeration.is_empty()
            && self.properties.is_empty()
            && self.additional.is_none()
            && self.items.is_none()
            && self.all_of.is_empty()
            && self.one_of.is_empty()
            && self.any_of.is_empty()
    }
}

fn schemas(properties: &IndexMap<String, ReferenceOr<Box<Schema>>>) -> Vec<(&str, SchemaRef<'_>)> {
    properties
        .iter()
        .map(|(name, schema)| (name.as_str(), SchemaRef::new(schema)))
        .collect()
}

fn values<T>(enumeration: &[Option<T>], value: impl Fn(&T) -> Value) -> Vec<Value> {
    enumeration
        .iter()
        .map(|item| item.as_ref().map_or(Value::Null, &value))
        .collect()
}

/// A number as JSON writes it: a whole one without a fraction.
fn number(value: f64) -> Value {
    let text = value.to_string();
    text.parse::<i64>()
        .map(Number::from)
        .ok()
        .or_else(|| Number::from_f64(value))
        .map_or(Value::Null, Value::Number)
}

#[allow(
    clippy::cast_precision_loss,
    reason = "bounds only decide between widths, which are powers of two apart"
)]
fn approximate(bound: i64) -> f64 {
    bound as f64
}

fn string_format(format: &VariantOrUnknownOrEmpty<StringFormat>) -> Option<&str> {
    Some(match format {
        VariantOrUnknownOrEmpty::Item(StringFormat::Date) => "date",
        VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => "date-time",
        VariantOrUnknownOrEmpty::Item(StringFormat::Password) => "password",
        VariantOrUnknownOrEmpty::Item(StringFormat::Byte) => "byte",
        VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => "binary",
        VariantOrUnknownOrEmpty::Unknown(format) => format,
        VariantOrUnknownOrEmpty::Empty => return None,
    })
}

fn number_format(format: &VariantOrUnknownOrEmpty<NumberFormat>) -> Option<&str> {
    Some(match format {
        VariantOrUnknownOrEmpty::Item(NumberFormat::Float) => "float",
        VariantOrUnknownOrEmpty::Item(NumberFormat::Double) => "double",
        VariantOrUnknownOrEmpty::Unknown(format) => format,
        VariantOrUnknownOrEmpty::Empty => return None,
    })
}

fn integer_format(format: &VariantOrUnknownOrEmpty<IntegerFormat>) -> Option<&str> {
    Some(match format {
        VariantOrUnknownOrEmpty::Item(IntegerFormat::Int32) => "int32",
        VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64) => "int64",
        VariantOrUnknownOrEmpty::Unknown(format) => format,
        VariantOrUnknownOrEmpty::Empty => return None,
    })
}
