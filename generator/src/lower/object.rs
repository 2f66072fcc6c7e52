//! Objects: with named properties a struct, without them a map.

use openapiv3::{
    AdditionalProperties, ObjectType, ReferenceOr, Schema, SchemaData, SchemaKind,
    Type as SchemaType,
};

use crate::diagnostics::Code;
use crate::model::{Field, Kind, Presence, Step, Struct, Tag, Type, TypeId};
use crate::names::{Scope, snake_case};

use super::{Lowering, Place};

/// Names that a chained setter must not have, because the type has them already.
const TAKEN_SETTERS: &[&str] = &["new", "clone", "default", "eq", "fmt", "from", "into"];

/// Whether an object is a struct: it has properties, or can have none at all.
pub(super) fn is_struct(object: &ObjectType) -> bool {
    let closed = matches!(
        object.additional_properties,
        Some(AdditionalProperties::Any(false))
    );
    !object.properties.is_empty() || closed
}

impl<'a> Lowering<'a> {
    pub(super) fn object(
        &mut self,
        id: TypeId,
        object: &'a ObjectType,
        data: &SchemaData,
        place: &Place,
    ) {
        let mut item = Struct {
            tags: Vec::new(),
            fields: Vec::new(),
        };
        let property_names: Vec<&str> = object.properties.keys().map(String::as_str).collect();
        let idents = Scope::default().claim_all(&property_names, snake_case);
        let mut setters = Scope::with_taken(TAKEN_SETTERS);
        let inside = place.inside(id);
        for ((name, schema), ident) in object.properties.iter().zip(idents) {
            let required = object.required.contains(name);
            let place = inside.below(["properties", name], Step::Property(name.clone()));
            let schema_data = self.resolved(schema).map(|schema| &schema.schema_data);
            let description = schema_data.and_then(|data| data.description.clone());
            let deprecated = schema_data.is_some_and(|data| data.deprecated);
            if schema_data.is_some_and(|data| data.read_only || data.write_only) {
                self.ignored(
                    &place,
                    "`readOnly` and `writeOnly`: requests and responses share it",
                );
            }
            if let (true, Some(value)) = (required, self.constant(schema)) {
                item.tags.push(Tag {
                    name: name.clone(),
                    value,
                });
                continue;
            }
            let ty = self.schema(schema, &place);
            item.fields.push(Field {
                name: name.clone(),
                setter: setters.claim([
                    ident.clone(),
                    format!("set_{}", ident.trim_start_matches("r#")),
                ]),
                ident,
                description,
                deprecated,
                ty,
                presence: if required {
                    Presence::Required
                } else {
                    Presence::Optional
                },
            });
        }
        self.check_object(object, data, place);
        self.define(id, place, data, Kind::Struct(item));
    }

    /// Tells of what a struct does not carry.
    fn check_object(&mut self, object: &ObjectType, data: &SchemaData, place: &Place) {
        if data.discriminator.is_some() {
            self.ignored(place, "a `discriminator` without `oneOf` or `anyOf`");
        }
        for name in &object.required {
            if !object.properties.contains_key(name) {
                self.report.warn(
                    Code::IgnoredKeyword,
                    &place.pointer.join("required"),
                    format!("`{name}` is required, but it is no property of the schema"),
                );
            }
        }
        if let Some(AdditionalProperties::Any(true) | AdditionalProperties::Schema(_)) =
            object.additional_properties
        {
            self.ignored(
                place,
                "properties beyond the named ones (`additionalProperties` beside `properties`)",
            );
        }
    }

    /// An object without named properties.
    pub(super) fn map(&mut self, object: &'a ObjectType, place: &Place) -> Type {
        let values = match &object.additional_properties {
            Some(AdditionalProperties::Schema(schema)) => {
                let place = place.below(["additionalProperties"], Step::Values);
                self.schema(schema, &place)
            }
            Some(AdditionalProperties::Any(_)) | None => Type::Json,
        };
        Type::Map(Box::new(values))
    }

    /// The one string that a schema allows.
    pub(super) fn constant(&self, schema: &'a ReferenceOr<Box<Schema>>) -> Option<String> {
        let schema = self.resolved(schema)?;
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::String(string)) if !schema.schema_data.nullable => {
                match string.enumeration.as_slice() {
                    [Some(only)] => Some(only.clone()),
                    _ => None,
                }
            }
            _ => None,
        }
    }
}
