//! How a type is written where it is used.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{DateLibrary, IntegerWidth, Kind, Type, Types};
use crate::names::TypeNames;

use super::print::ident;

/// Types as one file writes them.
pub(super) struct TypeTokens<'a> {
    pub(super) types: &'a Types,
    pub(super) names: &'a TypeNames,
    /// What stands before the name of a declared type: nothing, or `types::`.
    pub(super) prefix: TokenStream,
}

impl TypeTokens<'_> {
    /// The type.
    pub(super) fn ty(&self, ty: &Type) -> TokenStream {
        match ty {
            Type::Boolean => quote!(bool),
            Type::Integer(width) => integer(*width),
            Type::Number => quote!(f64),
            Type::String => quote!(String),
            Type::Bytes => quote!(bytes::Bytes),
            Type::File => quote!(crate::File),
            Type::Timestamp(DateLibrary::Jiff) => quote!(jiff::Timestamp),
            Type::Timestamp(DateLibrary::Chrono) => quote!(chrono::DateTime<chrono::Utc>),
            Type::Date(DateLibrary::Jiff) => quote!(jiff::civil::Date),
            Type::Date(DateLibrary::Chrono) => quote!(chrono::NaiveDate),
            Type::Uuid => quote!(uuid::Uuid),
            Type::Null => quote!(()),
            Type::Json => quote!(serde_json::Value),
            Type::Array(items) => {
                let items = self.ty(items);
                quote!(Vec<#items>)
            }
            Type::Tuple(places) => {
                let places = places.iter().map(|place| self.ty(place));
                quote!((#(#places,)*))
            }
            Type::Map(values) => {
                let values = self.ty(values);
                quote!(BTreeMap<String, #values>)
            }
            Type::Nullable(inner) => {
                let inner = self.ty(inner);
                quote!(Option<#inner>)
            }
            Type::Declared(id) => {
                let prefix = &self.prefix;
                let name = ident(self.names.get(*id));
                quote!(#prefix #name)
            }
            Type::Foreign(path) => path.parse().unwrap_or_default(),
            Type::Boxed(inner) => {
                let inner = self.ty(inner);
                quote!(Box<#inner>)
            }
        }
    }

    /// How callers hand over a value of `ty`.
    pub(super) fn conversion<'t>(&'t self, ty: &'t Type) -> Conversion<'t> {
        // A type becomes a box of itself by `Into`.
        if matches!(ty, Type::Boxed(_)) || self.converts(ty) {
            return Conversion::Into;
        }
        match self.types.resolve(ty) {
            Type::Array(items) if self.converts(items) => Conversion::EachInto(items),
            Type::Array(items) => Conversion::Each(items),
            _ => Conversion::Value,
        }
    }

    /// The type of an argument that becomes a value of `ty`, and the expression that makes it one.
    pub(super) fn argument(&self, ty: &Type, name: &TokenStream) -> (TokenStream, TokenStream) {
        match self.conversion(ty) {
            Conversion::Value => (self.ty(ty), quote!(#name)),
            Conversion::Into => {
                let ty = self.ty(ty);
                (quote!(impl Into<#ty>), quote!(#name.into()))
            }
            Conversion::Each(items) => {
                let items = self.ty(items);
                (
                    quote!(impl IntoIterator<Item = #items>),
                    quote!(#name.into_iter().collect()),
                )
            }
            Conversion::EachInto(items) => {
                let items = self.ty(items);
                (
                    quote!(impl IntoIterator<Item = impl Into<#items>>),
                    quote!(#name.into_iter().map(Into::into).collect()),
                )
            }
        }
    }

    /// Whether callers usually have something that becomes the type, rather than the type itself.
    fn converts(&self, ty: &Type) -> bool {
        match self.types.resolve(ty) {
            Type::String | Type::Bytes | Type::File => true,
            Type::Declared(id) => self
                .types
                .get(*id)
                .is_some_and(|declaration| matches!(declaration.kind, Kind::Union(_))),
            _ => false,
        }
    }
}

/// How an argument becomes a value.
pub(super) enum Conversion<'a> {
    /// It is one.
    Value,
    /// By `Into`.
    Into,
    /// A list of values.
    Each(&'a Type),
    /// A list of what becomes one by `Into`.
    EachInto(&'a Type),
}

fn integer(width: IntegerWidth) -> TokenStream {
    match width {
        IntegerWidth::I8 => quote!(i8),
        IntegerWidth::I16 => quote!(i16),
        IntegerWidth::I32 => quote!(i32),
        IntegerWidth::I64 => quote!(i64),
        IntegerWidth::U8 => quote!(u8),
        IntegerWidth::U16 => quote!(u16),
        IntegerWidth::U32 => quote!(u32),
        IntegerWidth::U64 => quote!(u64),
    }
}
