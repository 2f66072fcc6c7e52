use quote::quote;

use crate::model::{Constant, Declaration, JsonType, Look, Tag, Type, TypeId, Union, UnionBranch};

use super::docs;
use super::print::{ident, item, literal, table, type_text};
use super::ty::TypeTokens;
use super::types::{declaration_docs, derives};

/// An enum of the branches, and its wire format.
pub(super) fn parts(
    id: TypeId,
    declaration: &Declaration,
    union: &Union,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    vec![
        definition(id, declaration, union, tokens),
        wire_table(id, union, tokens),
    ]
}

fn definition(
    id: TypeId,
    declaration: &Declaration,
    union: &Union,
    tokens: &TypeTokens<'_>,
) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let derives = derives(declaration);
    let name = ident(tokens.names.get(id));
    let variants = union.branches.iter().map(|branch| {
        let docs = docs::attributes(branch.description.as_deref(), &look_docs(branch));
        let variant = ident(&branch.variant);
        let ty = tokens.ty(&branch.ty);
        quote!(#docs #variant(#ty))
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

/// What a value of a branch looks like, for a branch of which the document says nothing.
fn look_docs(branch: &UnionBranch) -> String {
    let seen: Vec<String> = branch
        .looks
        .iter()
        .filter_map(|look| match look {
            Look::Constant { name, values } => {
                let values: Vec<String> = values
                    .iter()
                    .map(|value| docs::code(&value.to_string()))
                    .collect();
                Some(format!("{} is {}", docs::code(name), values.join(" or ")))
            }
            Look::Added { name, value } => Some(format!(
                "{} is {}",
                docs::code(name),
                docs::code(&value.to_string())
            )),
            Look::Has(name) => Some(format!("it has {}", docs::code(name))),
            Look::Json(_) => None,
        })
        .collect();
    if seen.is_empty() {
        return String::new();
    }
    let mut sentence = seen.join(", ");
    if sentence.starts_with("it has") {
        sentence.replace_range(..1, "I");
    }
    format!("{sentence}.")
}

/// A row for each branch. It can be made from its type where no other branch has the same.
fn wire_table(id: TypeId, union: &Union, tokens: &TypeTokens<'_>) -> String {
    let resolved: Vec<Type> = union
        .branches
        .iter()
        .map(|branch| tokens.types.resolve_parts(unboxed(&branch.ty)))
        .collect();
    let rows: Vec<String> = union
        .branches
        .iter()
        .zip(&resolved)
        .map(|(branch, ty)| {
            let is_only = resolved.iter().filter(|other| *other == ty).count() == 1;
            let is_itself = *ty == Type::Declared(id);
            let from = if is_only && !is_itself && !matches!(branch.ty, Type::Boxed(_)) {
                format!(" from {}", type_text(&tokens.ty(&branch.ty)))
            } else {
                String::new()
            };
            let looks: Vec<String> = branch.looks.iter().map(look).collect();
            if looks.is_empty() {
                format!("{}{from} {{}},", branch.variant)
            } else {
                format!("{}{from} {{ {} }},", branch.variant, looks.join(", "))
            }
        })
        .collect();
    table(
        "wire_union",
        tokens.names.get(id),
        &rows,
        &format!(" else {}", union.unknown),
    )
}

fn unboxed(ty: &Type) -> &Type {
    match ty {
        Type::Boxed(inner) => inner,
        ty => ty,
    }
}

/// A look as a table writes it.
fn look(look: &Look) -> String {
    match look {
        Look::Constant { name, values } => {
            let values: Vec<String> = values.iter().map(constant).collect();
            format!("{} = {}", literal(name), values.join(" | "))
        }
        Look::Added { name, value } => format!("adds {} = {}", literal(name), constant(value)),
        Look::Has(name) => format!("has {}", literal(name)),
        Look::Json(types) => {
            let types: Vec<&str> = types.iter().copied().map(JsonType::as_str).collect();
            types.join(" | ")
        }
    }
}

/// Constants as a table writes them.
pub(super) fn tag_list(tags: &[Tag]) -> String {
    let tags: Vec<String> = tags
        .iter()
        .map(|tag| format!("{} = {}", literal(&tag.name), constant(&tag.value)))
        .collect();
    tags.join(", ")
}

/// A constant with the word that tells its type; text needs none.
fn constant(value: &Constant) -> String {
    match value {
        Constant::Text(text) => literal(text),
        Constant::Number(number) => match value.as_integer() {
            Some(integer) => format!("integer {integer}"),
            None => format!("number {:?}", number.as_f64().unwrap_or_default()),
        },
        Constant::Boolean(boolean) => format!("boolean {boolean}"),
    }
}
