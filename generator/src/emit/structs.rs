use proc_macro2::TokenStream;
use quote::quote;

use crate::model::{Access, Declaration, Field, Presence, Struct, Type};

use super::docs;
use super::print::{ident, impl_block, item, literal, table, type_text};
use super::ty::{Conversion, TypeTokens};
use super::types::{declaration_docs, deprecated, derives};

/// With more arguments than this, Clippy asks for another shape; required properties are what they are.
pub(super) const MOST_ARGUMENTS: usize = 7;

/// A struct, its constructor and setters where requests reach it, and its wire format.
pub(super) fn parts(
    name: &str,
    declaration: &Declaration,
    item: &Struct,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    let mut parts = vec![definition(name, declaration, item, tokens)];
    if declaration.reach.request {
        let name_token = ident(name);
        let constructor = constructor(declaration, item, tokens);
        parts.push(impl_block(&quote!(impl #name_token), &[constructor]));
        parts.push(setter_table(name, item, tokens));
    }
    parts.push(wire_table(name, item));
    parts
}

fn definition(
    name: &str,
    declaration: &Declaration,
    struct_item: &Struct,
    tokens: &TypeTokens<'_>,
) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let derives = derives(declaration);
    let name = ident(name);
    let fields = struct_item.fields.iter().map(|field| {
        let docs = field_docs(field);
        let name = ident(&field.ident);
        let ty = field_type(field, tokens);
        quote!(#docs pub #name: #ty)
    });
    let additional = struct_item.additional.iter().map(|additional| {
        let docs = docs::attributes(
            additional.description.as_deref(),
            "All properties beside those above.",
        );
        let name = ident(&additional.ident);
        let ty = tokens.ty(&additional.ty);
        quote!(#docs pub #name: BTreeMap<String, #ty>)
    });
    let fields = fields.chain(additional);
    item(&quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub struct #name { #(#fields),* }
    })
}

/// What the document says of a property; nothing where it says nothing, because the name says the rest.
fn field_docs(field: &Field) -> TokenStream {
    let mut lines = docs::paragraphs(field.description.as_deref());
    let values = [("Default", &field.default), ("Example", &field.example)];
    let values: Vec<String> = values
        .into_iter()
        .filter_map(|(label, value)| Some(format!("{label}: {}.", docs::value(value.as_ref()?)?)))
        .collect();
    if !values.is_empty() {
        docs::add_sentence(&mut lines, &values.join(" "));
    }
    let docs = docs::line_attributes(&lines);
    let deprecated = deprecated(field.deprecated);
    quote!(#docs #deprecated)
}

fn field_type(field: &Field, tokens: &TypeTokens<'_>) -> TokenStream {
    let ty = tokens.ty(&field.ty);
    match field.presence {
        Presence::Required => ty,
        // Of a nullable type, this is the outer of two.
        Presence::Optional | Presence::OptionalNullable | Presence::OptionalOfAny => {
            quote!(Option<#ty>)
        }
    }
}

fn constructor(declaration: &Declaration, item: &Struct, tokens: &TypeTokens<'_>) -> TokenStream {
    if declaration.derives.default {
        return quote! {
            /// A value without any of its optional properties.
            pub fn new() -> Self {
                Self::default()
            }
        };
    }
    let mut arguments = Vec::new();
    let mut values: Vec<TokenStream> = item
        .fields
        .iter()
        .map(|field| {
            let name = ident(&field.ident);
            if field.presence != Presence::Required {
                return quote!(#name: None);
            }
            let (ty, value) = tokens.argument(&field.ty, &quote!(#name));
            arguments.push(quote!(#name: #ty));
            if name == value.to_string() {
                quote!(#name)
            } else {
                quote!(#name: #value)
            }
        })
        .collect();
    values.extend(item.additional.iter().map(|additional| {
        let name = ident(&additional.ident);
        quote!(#name: BTreeMap::new())
    }));
    let allow = (arguments.len() > MOST_ARGUMENTS).then(|| {
        quote!(#[allow(clippy::too_many_arguments, reason = "the API requires as many properties")])
    });
    let doc = if arguments.len() == item.fields.len() {
        " A value with these properties."
    } else {
        " A value with its required properties; setters add the optional ones."
    };
    quote! {
        #[doc = #doc]
        #allow
        pub fn new(#(#arguments),*) -> Self {
            Self { #(#values),* }
        }
    }
}

/// A row for each optional property; nothing where there is none.
fn setter_table(name: &str, item: &Struct, tokens: &TypeTokens<'_>) -> String {
    let rows: Vec<String> = item
        .fields
        .iter()
        .filter(|field| has_setter(field))
        .map(|field| setter_row(field, tokens))
        .collect();
    if rows.is_empty() {
        String::new()
    } else {
        table("setters", name, &rows, "")
    }
}

/// Whether a chained setter sets a property: an optional one that requests have.
pub(super) fn has_setter(field: &Field) -> bool {
    field.presence != Presence::Required && field.access != Access::ReadOnly
}

fn setter_row(field: &Field, tokens: &TypeTokens<'_>) -> String {
    let (how, ty) = match (field.presence, tokens.conversion(&field.ty)) {
        (Presence::OptionalNullable, _) => match &field.ty {
            Type::Nullable(inner) => ("nullable", inner.as_ref()),
            other => ("value", other),
        },
        (_, Conversion::Value) => ("value", &field.ty),
        (_, Conversion::Into) => ("into", &field.ty),
        (_, Conversion::Each(items)) => ("each", items),
        (_, Conversion::EachInto(items)) => ("each_into", items),
    };
    let renamed = if field.setter == field.ident {
        String::new()
    } else {
        format!(" as {}", field.setter)
    };
    let attribute = if field.deprecated {
        "#[deprecated] "
    } else {
        ""
    };
    format!(
        "{attribute}{}{renamed}: {how} {},",
        field.ident,
        type_text(&tokens.ty(ty))
    )
}

fn wire_table(name: &str, item: &Struct) -> String {
    let mut rows = Vec::new();
    if !item.tags.is_empty() {
        rows.push(format!("tags {{ {} }}", super::union::tag_list(&item.tags)));
    }
    rows.extend(item.fields.iter().map(|field| {
        let presence = match field.presence {
            Presence::Required => "required",
            Presence::Optional => "optional",
            Presence::OptionalNullable => "nullable",
            Presence::OptionalOfAny => "any",
        };
        format!("{} => {}: {presence},", literal(&field.name), field.ident)
    }));
    rows.extend(
        item.additional
            .iter()
            .map(|additional| format!(".. => {},", additional.ident)),
    );
    table("wire_struct", name, &rows, "")
}
