use quote::quote;

use crate::model::{Declaration, StringEnum};

use super::docs;
use super::print::{ident, item, literal, table};
use super::ty::TypeTokens;
use super::types::{declaration_docs, derives};

/// An enum and its table. It is open where a response can bring a value that the document does not know.
pub(super) fn parts(
    name: &str,
    declaration: &Declaration,
    string_enum: &StringEnum,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    let is_open = declaration.reach.response;
    vec![
        definition(name, declaration, string_enum, is_open, tokens),
        wire_table(name, string_enum, is_open),
    ]
}

fn definition(
    name: &str,
    declaration: &Declaration,
    string_enum: &StringEnum,
    is_open: bool,
    tokens: &TypeTokens<'_>,
) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let derives = derives(declaration);
    let name = ident(name);
    let variants = string_enum.values.iter().map(|(value, variant)| {
        let doc = format!(" The value {}.", docs::code(value));
        let variant = ident(variant);
        quote!(#[doc = #doc] #variant)
    });
    let unknown = is_open.then(|| {
        let unknown = ident(&string_enum.unknown);
        quote! {
            /// A value that the document does not know.
            #unknown(String)
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

fn wire_table(name: &str, string_enum: &StringEnum, is_open: bool) -> String {
    let rows: Vec<String> = string_enum
        .values
        .iter()
        .map(|(value, variant)| format!("{} => {variant},", literal(value)))
        .collect();
    let tail = if is_open {
        format!(" else {}", string_enum.unknown)
    } else {
        String::new()
    };
    table("wire_enum", name, &rows, &tail)
}
