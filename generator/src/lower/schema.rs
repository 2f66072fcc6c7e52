//! A schema becomes a type: the decision which construct it is.

use std::borrow::Borrow;

use openapiv3::{
    AnySchema, IntegerFormat, IntegerType, ReferenceOr, Schema, SchemaData, SchemaKind,
    StringFormat, StringType, Type as SchemaType, VariantOrUnknownOrEmpty,
};

use crate::diagnostics::{Code, Pointer};
use crate::model::{IntegerWidth, Kind, Step, Type, TypeId};

use super::{Lowering, Place, reference};

impl<'a> Lowering<'a> {
    /// Lowers a component schema to the item `id`.
    pub(super) fn component(&mut self, id: TypeId, schema: &'a ReferenceOr<Schema>, place: &Place) {
        if let ReferenceOr::Item(schema) = schema
            && !schema.schema_data.nullable
            && self.declare(id, schema, place)
        {
            return;
        }
        let inside = place.inside(id);
        let (target, data) = match schema {
            ReferenceOr::Item(schema) => {
                let ty = self.inline(schema, &inside);
                (
                    nullable(&schema.schema_data, ty),
                    schema.schema_data.clone(),
                )
            }
            ReferenceOr::Reference { .. } => (self.schema(schema, &inside), SchemaData::default()),
        };
        self.define(id, place, &data, Kind::Alias(target));
    }

    /// The type of a schema, which openapiv3 has in a box in some places.
    pub(super) fn schema(
        &mut self,
        schema: &'a ReferenceOr<impl Borrow<Schema>>,
        place: &Place,
    ) -> Type {
        match schema {
            ReferenceOr::Reference { reference } => self.reference(reference, &place.pointer),
            ReferenceOr::Item(schema) => {
                let schema = schema.borrow();
                let ty = self.inline(schema, place);
                nullable(&schema.schema_data, ty)
            }
        }
    }

    /// A schema, or the component that it refers to.
    pub(super) fn resolved(
        &self,
        schema: &'a ReferenceOr<impl Borrow<Schema>>,
    ) -> Option<&'a Schema> {
        match schema {
            ReferenceOr::Item(schema) => Some(schema.borrow()),
            ReferenceOr::Reference { reference } => {
                let key = reference::key(reference, "schemas")?;
                self.components.schemas.get(&key)?.as_item()
            }
        }
    }

    fn reference(&mut self, reference: &str, pointer: &Pointer) -> Type {
        let id = reference::key(reference, "schemas")
            .and_then(|key| self.component_ids.get(key.as_str()).copied());
        match id {
            Some(id) => Type::Declared(id),
            None => {
                reference::unresolved(reference, pointer, self.report);
                Type::Json
            }
        }
    }

    /// The type of a schema, without its `nullable`.
    fn inline(&mut self, schema: &'a Schema, place: &Place) -> Type {
        let id = self.types.reserve();
        if self.declare(id, schema, place) {
            return Type::Declared(id);
        }
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::Boolean(boolean)) => {
                if !boolean.enumeration.is_empty() {
                    self.ignored(place, "the values of `enum`");
                }
                Type::Boolean
            }
            SchemaKind::Type(SchemaType::Number(number)) => {
                if !number.enumeration.is_empty() {
                    self.ignored(place, "the values of `enum`");
                }
                Type::Number
            }
            SchemaKind::Type(SchemaType::Integer(integer)) => self.integer(integer, place),
            SchemaKind::Type(SchemaType::String(string)) => self.string(string, place),
            SchemaKind::Type(SchemaType::Array(array)) => match &array.items {
                Some(items) => {
                    let place = place.below(["items"], Step::Items);
                    Type::Array(Box::new(self.schema(items, &place)))
                }
                None => Type::Array(Box::new(Type::Json)),
            },
            SchemaKind::Type(SchemaType::Object(object)) => self.map(object, place),
            SchemaKind::AllOf { all_of } => self.all_of(all_of, place),
            SchemaKind::Any(any) if *any == AnySchema::default() => Type::Json,
            other => self.untyped(place, construct(other)),
        }
    }

    /// Makes the schema an item with a name, where it is one of those constructs.
    fn declare(&mut self, id: TypeId, schema: &'a Schema, place: &Place) -> bool {
        let data = &schema.schema_data;
        match &schema.schema_kind {
            SchemaKind::Type(SchemaType::Object(object)) if super::object::is_struct(object) => {
                self.object(id, object, data, place);
            }
            SchemaKind::Type(SchemaType::String(string))
                if string.enumeration.iter().any(Option::is_some) =>
            {
                self.string_enum(id, string, data, place);
            }
            SchemaKind::OneOf { one_of: branches } => {
                return self.union(id, branches, "oneOf", data, place);
            }
            SchemaKind::AnyOf { any_of: branches } => {
                return self.union(id, branches, "anyOf", data, place);
            }
            _ => return false,
        }
        true
    }

    fn integer(&mut self, integer: &IntegerType, place: &Place) -> Type {
        if !integer.enumeration.is_empty() {
            self.ignored(place, "the values of `enum`");
        }
        let width = match &integer.format {
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int32) => IntegerWidth::I32,
            VariantOrUnknownOrEmpty::Item(IntegerFormat::Int64)
            | VariantOrUnknownOrEmpty::Empty => IntegerWidth::I64,
            VariantOrUnknownOrEmpty::Unknown(format) => match format.as_str() {
                "uint32" => IntegerWidth::U32,
                "uint64" => IntegerWidth::U64,
                _ => {
                    self.ignored(place, &format!("the format `{format}` of an integer"));
                    IntegerWidth::I64
                }
            },
        };
        Type::Integer(width)
    }

    fn string(&mut self, string: &StringType, place: &Place) -> Type {
        if !string.enumeration.is_empty() {
            self.ignored(place, "an `enum` of nothing but `null`");
        }
        let format = match &string.format {
            VariantOrUnknownOrEmpty::Item(StringFormat::Date) => "date",
            VariantOrUnknownOrEmpty::Item(StringFormat::DateTime) => "date-time",
            VariantOrUnknownOrEmpty::Item(StringFormat::Byte) => "byte",
            VariantOrUnknownOrEmpty::Item(StringFormat::Binary) => "binary",
            VariantOrUnknownOrEmpty::Unknown(format) if format == "uuid" => "uuid",
            // Text is what these are.
            VariantOrUnknownOrEmpty::Item(StringFormat::Password)
            | VariantOrUnknownOrEmpty::Unknown(_)
            | VariantOrUnknownOrEmpty::Empty => return Type::String,
        };
        self.ignored(
            place,
            &format!("the format `{format}`: its values stay text"),
        );
        Type::String
    }

    /// Falls back to untyped JSON.
    pub(super) fn untyped(&mut self, place: &Place, construct: &str) -> Type {
        self.report.warn(
            Code::UntypedSchema,
            &place.pointer,
            format!("{construct} is not supported yet; its values are untyped JSON"),
        );
        Type::Json
    }

    /// Tells of a keyword that the type does not carry.
    pub(super) fn ignored(&mut self, place: &Place, what: &str) {
        self.report.warn(
            Code::IgnoredKeyword,
            &place.pointer,
            format!("the type does not carry {what}"),
        );
    }
}

/// `ty` or `null`, where the schema says so.
fn nullable(data: &SchemaData, ty: Type) -> Type {
    match ty {
        // Any JSON value can be null already.
        Type::Json | Type::Nullable(_) => ty,
        ty if data.nullable => Type::Nullable(Box::new(ty)),
        ty => ty,
    }
}

/// What a schema that fell through is, for people.
fn construct(kind: &SchemaKind) -> &'static str {
    match kind {
        SchemaKind::OneOf { .. } => "`oneOf` whose branches no constant property tells apart",
        SchemaKind::AnyOf { .. } => "`anyOf` whose branches no constant property tells apart",
        SchemaKind::Not { .. } => "`not`",
        SchemaKind::Any(any) if !any.enumeration.is_empty() => "an `enum` of mixed or missing type",
        SchemaKind::Any(any) if any.typ.is_none() => "a schema without `type`",
        _ => "this combination of keywords",
    }
}
