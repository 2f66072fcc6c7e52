use quote::quote;

use crate::model::{Declaration, Tag, Type, Union};

use super::docs;
use super::print::{ident, item, literal, table, type_text};
use super::ty::TypeTokens;
use super::types::{declaration_docs, derives};

/// An enum of the branches, and its wire format.
pub(super) fn parts(
    name: &str,
    declaration: &Declaration,
    union: &Union,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    vec![
        definition(name, declaration, union, tokens),
        wire_table(name, union, tokens),
    ]
}

fn definition(
    name: &str,
    declaration: &Declaration,
    union: &Union,
    tokens: &TypeTokens<'_>,
) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let derives = derives(declaration);
    let name = ident(name);
    let variants = union.branches.iter().map(|branch| {
        let constants: Vec<String> = branch
            .tags
            .iter()
            .map(|tag| format!("{} is {}", docs::code(&tag.name), docs::code(&tag.value)))
            .collect();
        let doc = format!(" {}.", constants.join(", "));
        let variant = ident(&branch.variant);
        let ty = tokens.ty(&branch.ty);
        quote!(#[doc = #doc] #variant(#ty))
    });
    let unknown = ident(&union.unknown);
    item(&quote! {
        #docs
        #derives
        #[non_exhaustive]
        pub enum #name {
            #(#variants,)*
            /// What the document does not know, as it came.
            #unknown(serde_json::Value),
        }
    })
}

/// A row for each branch. It can be made from its type where no other branch has the same.
fn wire_table(name: &str, union: &Union, tokens: &TypeTokens<'_>) -> String {
    let resolved: Vec<&Type> = union
        .branches
        .iter()
        .map(|branch| tokens.types.resolve(&branch.ty))
        .collect();
    let rows: Vec<String> = union
        .branches
        .iter()
        .zip(&resolved)
        .map(|(branch, ty)| {
            let is_only = resolved.iter().filter(|other| *other == ty).count() == 1;
            let from = if is_only && !matches!(branch.ty, Type::Boxed(_)) {
                format!(" from {}", type_text(&tokens.ty(&branch.ty)))
            } else {
                String::new()
            };
            format!("{}{from} {{ {} }},", branch.variant, tag_list(&branch.tags))
        })
        .collect();
    table(
        "wire_union",
        name,
        &rows,
        &format!(" else {}", union.unknown),
    )
}

/// Constants as a table writes them.
pub(super) fn tag_list(tags: &[Tag]) -> String {
    let tags: Vec<String> = tags
        .iter()
        .map(|tag| format!("{} = {}", literal(&tag.name), literal(&tag.value)))
        .collect();
    tags.join(", ")
}
