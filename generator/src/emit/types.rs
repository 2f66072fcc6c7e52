//! `src/types.rs`: all types of the document.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::OutputFile;
use crate::model::{Declaration, Kind, Origin, Presence, Root, Step, Type, TypeId, Types};
use crate::names::TypeNames;

use super::docs;
use super::print::{ident, item};
use super::ty::TypeTokens;
use super::{CrateModel, source_file, string_enum, structs, union};

pub(super) fn file(model: &CrateModel<'_>) -> OutputFile {
    let tokens = TypeTokens {
        types: &model.api.types,
        names: &model.types,
        prefix: TokenStream::new(),
    };
    let mut parts = vec![
        "//! The types that the API sends and receives.\n".to_owned(),
        imports(model),
    ];
    for (id, declaration) in in_reading_order(&model.api.types) {
        parts.extend(declaration_parts(id, declaration, &tokens));
    }
    source_file("src/types.rs", &parts)
}

/// Each type before those inside it, and those before the next of its neighbours.
fn in_reading_order(types: &Types) -> Vec<(TypeId, &Declaration)> {
    let mut inside: BTreeMap<Option<TypeId>, Vec<TypeId>> = BTreeMap::new();
    for (id, declaration) in types.iter() {
        let outer = match &declaration.origin.root {
            Root::Type(outer) => Some(*outer),
            Root::Component(_) | Root::Operation(_) => None,
        };
        inside.entry(outer).or_default().push(id);
    }
    let take = |inside: &mut BTreeMap<_, Vec<TypeId>>, outer| {
        let mut ids: Vec<TypeId> = inside.remove(&outer).unwrap_or_default();
        ids.reverse();
        ids
    };
    let mut pending = take(&mut inside, None);
    let mut ordered = Vec::new();
    while let Some(id) = pending.pop() {
        ordered.extend(types.get(id).map(|declaration| (id, declaration)));
        pending.extend(take(&mut inside, Some(id)));
    }
    ordered
}

/// The items of one type, and its table.
fn declaration_parts(
    id: TypeId,
    declaration: &Declaration,
    tokens: &TypeTokens<'_>,
) -> Vec<String> {
    let name = tokens.names.get(id);
    match &declaration.kind {
        Kind::Struct(item) => structs::parts(name, declaration, item, tokens),
        Kind::StringEnum(item) => string_enum::parts(name, declaration, item, tokens),
        Kind::Union(item) => union::parts(name, declaration, item, tokens),
        Kind::Alias(target) => vec![alias(name, declaration, target, tokens)],
    }
}

fn alias(name: &str, declaration: &Declaration, target: &Type, tokens: &TypeTokens<'_>) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let name = ident(name);
    let target = tokens.ty(target);
    item(&quote!(#docs pub type #name = #target;))
}

/// The documentation of an item.
pub(super) fn declaration_docs(declaration: &Declaration, names: &TypeNames) -> TokenStream {
    let mut lines = docs::paragraphs(declaration.description.as_deref());
    if lines.is_empty() {
        lines.push(origin_docs(&declaration.origin, names));
    }
    if declaration.deprecated {
        lines.extend([String::new(), "**Deprecated.**".to_owned()]);
    }
    docs::line_attributes(&lines)
}

/// What a type without a description is: the place where it stands.
fn origin_docs(origin: &Origin, names: &TypeNames) -> String {
    let within = match &origin.root {
        Root::Component(key) => return format!("The schema {}.", docs::code(key)),
        Root::Type(outer) => format!("[`{}`]", names.get(*outer)),
        Root::Operation(id) => format!("the operation {}", docs::code(id)),
    };
    match origin.steps.as_slice() {
        [Step::Branch(_)] => format!("A branch of {within}."),
        [Step::Property(name)] => format!("The property {} of {within}.", docs::code(name)),
        [Step::Property(name), Step::Items] => {
            format!("An item of {} in {within}.", docs::code(name))
        }
        [Step::Items] => format!("An item of {within}."),
        [Step::Parameter(name), ..] => format!("The parameter {} of {within}.", docs::code(name)),
        [Step::RequestBody] => format!("The request body of {within}."),
        [Step::Response(status)] => format!("The response body of {within} for status {status}."),
        _ => format!("A part of {within}."),
    }
}

/// The derives of an item: what every type has, and what holds for this one.
pub(super) fn derives(declaration: &Declaration) -> TokenStream {
    let derives = declaration.derives;
    let mut traits = vec![quote!(Debug), quote!(Clone)];
    traits.extend(derives.copy.then(|| quote!(Copy)));
    traits.extend(derives.default.then(|| quote!(Default)));
    traits.push(quote!(PartialEq));
    if derives.eq_and_hash {
        traits.extend([quote!(Eq), quote!(Hash)]);
    }
    quote!(#[derive(#(#traits),*)])
}

/// What the types use, and nothing more.
fn imports(model: &CrateModel<'_>) -> String {
    let mut has_map = false;
    let mut macros: Vec<&str> = Vec::new();
    for (_, declaration) in model.api.types.iter() {
        has_map |= declaration.kind.types().into_iter().any(Type::has_map);
        macros.extend(match &declaration.kind {
            Kind::Struct(_) => Some("wire_struct"),
            Kind::StringEnum(_) => Some("wire_enum"),
            Kind::Union(_) => Some("wire_union"),
            Kind::Alias(_) => None,
        });
        macros.extend(has_setters(declaration).then_some("setters"));
    }
    macros.sort_unstable();
    macros.dedup();
    let mut text = String::new();
    if has_map {
        text.push_str("use std::collections::BTreeMap;\n\n");
    }
    match macros.as_slice() {
        [] => {}
        [one] => text.push_str(&format!("use crate::runtime::wire::{one};\n")),
        several => text.push_str(&format!(
            "use crate::runtime::wire::{{{}}};\n",
            several.join(", ")
        )),
    }
    text
}

fn has_setters(declaration: &Declaration) -> bool {
    let has_optional = match &declaration.kind {
        Kind::Struct(item) => item
            .fields
            .iter()
            .any(|field| field.presence != Presence::Required),
        Kind::StringEnum(_) | Kind::Union(_) | Kind::Alias(_) => false,
    };
    has_optional && declaration.reach.request
}
