use quote::quote;

use crate::model::{Constant, Declaration, Enum, EnumRepr};

use super::docs;
use super::print::{ident, item, literal, table};
use super::ty::TypeTokens;
use super::types::{declaration_docs, deprecated, derives, enum_macro};

/// An enum and its table. It is open where a response can bring a value that the document does not know, and where
/// the document itself allows any.
pub(super) fn parts(
    name: &str,
    declaration: &Declaration,
    item: &Enum,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    let is_open = declaration.reach.response || item.open;
    vec![
        definition(name, declaration, item, is_open, tokens),
        wire_table(name, item, is_open),
    ]
}

fn definition(
    name: &str,
    declaration: &Declaration,
    enumeration: &Enum,
    is_open: bool,
    tokens: &TypeTokens<'_>,
) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let derives = derives(declaration);
    let name = ident(name);
    let variants = enumeration.values.iter().map(|it| {
        let docs = docs::attributes(
            it.description.as_deref(),
            &format!("The value {}.", docs::code(&it.value.to_string())),
        );
        let deprecated = deprecated(it.deprecated);
        let is_default = enumeration.default.as_ref() == Some(&it.variant);
        let default = is_default.then(|| quote!(#[default]));
        let variant = ident(&it.variant);
        quote!(#docs #deprecated #default #variant)
    });
    let unknown = is_open.then(|| {
        let unknown = ident(&enumeration.unknown);
        let value = match enumeration.repr() {
            EnumRepr::Text => quote!(String),
            EnumRepr::Integer => quote!(i64),
            EnumRepr::Mixed => quote!(serde_json::Value),
        };
        quote! {
            /// A value that the document does not know.
            #unknown(#value)
        }
    });
    let variants = variants.chain(unknown);
    item(&quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name { #(#variants),* }
    })
}

fn wire_table(name: &str, enumeration: &Enum, is_open: bool) -> String {
    let repr = enumeration.repr();
    let rows: Vec<String> = enumeration
        .values
        .iter()
        .map(|it| {
            let value = constant(&it.value, repr);
            format!("{value} => {},", it.variant)
        })
        .collect();
    let tail = if is_open {
        format!(" else {}", enumeration.unknown)
    } else {
        String::new()
    };
    table(enum_macro(repr), name, &rows, &tail)
}

/// A constant as a literal of Rust, with its type where the compiler would take it for a smaller one.
fn constant(value: &Constant, repr: EnumRepr) -> String {
    let Constant::Number(number) = value else {
        return match value {
            Constant::Text(text) => literal(text),
            other => other.to_string(),
        };
    };
    let is_small = number.as_i64().is_some_and(|it| i32::try_from(it).is_ok());
    if repr == EnumRepr::Integer || is_small {
        number.to_string()
    } else if number.is_i64() {
        format!("{number}_i64")
    } else if number.is_u64() {
        format!("{number}_u64")
    } else {
        format!("{:?}_f64", number.as_f64().unwrap_or_default())
    }
}
