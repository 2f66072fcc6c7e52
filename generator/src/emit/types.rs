//! `src/types.rs`: all types of the document. Where tags have features, it is `src/types/mod.rs` and has a module
//! for the types of each tag.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;

use crate::OutputFile;
use crate::SchemaType;
use crate::model::{
    Declaration, EnumRepr, ExtraDerive, Home, Kind, Origin, Root, Step, Type, TypeId, Types,
};
use crate::names::{self, TypeNames};

use super::docs;
use super::print::{ident, item, type_text};
use super::ty::TypeTokens;
use super::{CrateModel, enumeration, source_file, structs, union};

/// A type that has a name.
type Declared<'a> = (TypeId, &'a Declaration);

pub(super) fn files(model: &CrateModel<'_>) -> Vec<OutputFile> {
    let docs = "//! The types that the API sends and receives.\n";
    let types = in_reading_order(&model.api.types);
    if model.features.is_empty() {
        let mut parts = vec![docs.to_owned()];
        parts.extend(items(&types, model));
        parts.push(foreign_types(&model.api.types));
        return vec![source_file("src/types.rs", &parts)];
    }
    let mut shared = Vec::new();
    let mut modules: BTreeMap<String, Vec<Declared<'_>>> = BTreeMap::new();
    for declared in types {
        let module = match &declared.1.home {
            Home::Shared => {
                shared.push(declared);
                continue;
            }
            Home::Tag(tag) => names::module(tag.as_deref()),
            Home::NoOperation => names::OTHER_TYPES_MODULE.to_owned(),
        };
        modules.entry(module).or_default().push(declared);
    }
    let mut parts = vec![docs.to_owned() + SPLIT_DOCS];
    parts.extend(model.modules(modules.keys().map(String::as_str)));
    parts.extend(items(&shared, model));
    parts.push(foreign_types(&model.api.types));
    let mut files = vec![source_file("src/types/mod.rs", &parts)];
    for (module, types) in modules {
        files.push(module_file(&module, &types, model));
    }
    files
}

/// How types of the user's own are read and written: once for each, however many names it has.
fn foreign_types(types: &Types) -> String {
    let paths: BTreeMap<&str, &str> = types
        .iter()
        .filter_map(|(_, declaration)| match &declaration.kind {
            Kind::Alias(Type::Foreign(path)) => {
                Some((path.trim_start_matches("::"), path.as_ref()))
            }
            _ => None,
        })
        .collect();
    let lines = paths.values();
    lines
        .map(|path| format!("crate::runtime::wire::wire_foreign!({path});\n"))
        .collect()
}

/// What there is to know about types in several modules.
const SPLIT_DOCS: &str = "//!
//! Those that only operations of one tag send or receive are there with the feature of that tag, and those of no
//! operation with `other-types`.
";

/// The types of one home. They mention each other, and shared ones.
fn module_file(module: &str, types: &[Declared<'_>], model: &CrateModel<'_>) -> OutputFile {
    let tags: Vec<Option<&str>> = types
        .iter()
        .filter_map(|(_, declaration)| match &declaration.home {
            Home::Tag(tag) => Some(tag.as_deref()),
            Home::Shared | Home::NoOperation => None,
        })
        .collect();
    let docs = if tags.is_empty() {
        "//! Types that no operation sends or receives.\n".to_owned()
    } else {
        let of_tags = docs::of_tags(tags.into_iter());
        format!("//! Types that only operations {of_tags} send or receive.\n")
    };
    let mut parts = vec![docs];
    parts.extend(items(types, model));
    source_file(&format!("src/types/{module}.rs"), &parts)
}

/// What the types of a file use, and their items.
fn items(types: &[Declared<'_>], model: &CrateModel<'_>) -> Vec<String> {
    let tokens = TypeTokens {
        types: &model.api.types,
        names: &model.types,
        prefix: TokenStream::new(),
    };
    let mut parts = vec![imports(types)];
    for (id, declaration) in types {
        parts.extend(declaration_parts(*id, declaration, &tokens));
    }
    parts
}

/// Each type before those inside it, and those before the next of its neighbours.
fn in_reading_order(types: &Types) -> Vec<Declared<'_>> {
    let mut inside: BTreeMap<Option<TypeId>, Vec<TypeId>> = BTreeMap::new();
    for (id, declaration) in types.iter() {
        let outer = match &declaration.origin.root {
            Root::Type(outer) => Some(*outer),
            Root::Component(_) | Root::Shared(_) | Root::Operation(_) => None,
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
        Kind::Enum(item) => enumeration::parts(name, declaration, item, tokens),
        Kind::Union(item) => union::parts(id, declaration, item, tokens),
        Kind::Alias(target) => vec![alias(name, declaration, target, tokens)],
    }
}

fn alias(name: &str, declaration: &Declaration, target: &Type, tokens: &TypeTokens<'_>) -> String {
    let docs = declaration_docs(declaration, tokens.names);
    let name = ident(name);
    let target = tokens.ty(target);
    item(&quote!(#docs pub type #name = #target;))
}

/// The documentation of an item, which ends with its place in the document, and the attribute of a deprecated one.
pub(super) fn declaration_docs(declaration: &Declaration, names: &TypeNames) -> TokenStream {
    let title = telling_title(declaration);
    let texts = title.into_iter().chain(declaration.description.as_deref());
    let mut lines = docs::paragraphs(texts);
    let pointer = docs::code(&declaration.pointer.to_string());
    lines.extend(if lines.is_empty() {
        vec![origin_docs(&declaration.origin, &pointer, names)]
    } else {
        vec![String::new(), pointer]
    });
    let docs = docs::line_attributes(&lines);
    let deprecated = deprecated(declaration.deprecated);
    quote!(#docs #deprecated)
}

/// The title, unless the description begins with the same words.
fn telling_title(declaration: &Declaration) -> Option<&str> {
    let words = |text: &str| -> String {
        let letters = text.chars().filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let title = declaration.title.as_deref()?;
    let description = declaration.description.as_deref().unwrap_or_default();
    (!words(description).starts_with(&words(title))).then_some(title)
}

/// The attribute that warns callers. The crate itself allows their use.
pub(super) fn deprecated(is_deprecated: bool) -> Option<TokenStream> {
    is_deprecated.then(|| quote!(#[deprecated]))
}

/// What a type without a description is: its place, and how that is called, where the place does not say it.
fn origin_docs(origin: &Origin, pointer: &str, names: &TypeNames) -> String {
    let within = match &origin.root {
        Root::Component(_) => return pointer.to_owned(),
        Root::Shared(key) => docs::code(key),
        Root::Type(outer) => format!("[`{}`]", names.get(*outer)),
        Root::Operation(id) => format!("the operation {}", docs::code(id)),
    };
    let what = match origin.steps.as_slice() {
        [Step::Branch(_)] => format!("A branch of {within}"),
        [Step::Value] => format!("What {within} is when it is not `null`"),
        [Step::Property(name)] => format!("The property {} of {within}", docs::code(name)),
        [Step::Property(name), Step::Items] => {
            format!("An item of {} in {within}", docs::code(name))
        }
        [Step::Items] => format!("An item of {within}"),
        [Step::Parameter(name), ..] => format!("The parameter {} of {within}", docs::code(name)),
        [Step::RequestBody] => format!("The request body of {within}"),
        [Step::Response(status)] if status.chars().any(char::is_numeric) => {
            format!("The response body of {within} for status {status}")
        }
        _ => format!("A part of {within}"),
    };
    format!("{what}, {pointer}.")
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
    traits.extend(declaration.extra_derives.iter().map(|it| match it {
        ExtraDerive::PartialOrd => quote!(PartialOrd),
        ExtraDerive::Ord => quote!(Ord),
        ExtraDerive::Other(path) => path.parse().unwrap_or_default(),
    }));
    quote!(#[derive(#(#traits),*)])
}

/// What the types use, and nothing more.
fn imports(types: &[Declared<'_>]) -> String {
    let mut has_map = false;
    let mut macros: Vec<&str> = Vec::new();
    for (_, declaration) in types {
        let is_map = |ty: &Type| matches!(ty, Type::Map(_));
        has_map |= declaration
            .kind
            .types()
            .into_iter()
            .any(|ty| ty.any(&is_map));
        macros.extend(match &declaration.kind {
            Kind::Struct(item) => {
                has_map |= item.additional.is_some();
                Some("wire_struct")
            }
            Kind::Enum(item) => Some(enum_macro(item.repr())),
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
    if mentions_others(types) {
        text.push_str("\nuse super::*;\n");
    }
    text
}

/// Whether any of the types of a file mentions one of another file.
fn mentions_others(types: &[Declared<'_>]) -> bool {
    let own: BTreeSet<TypeId> = types.iter().map(|(id, _)| *id).collect();
    let mut others = false;
    for (_, declaration) in types {
        for ty in declaration.kind.types() {
            ty.visit_declared(&mut |id| others |= !own.contains(&id));
        }
    }
    others
}

/// The table that an enum stands in.
pub(super) fn enum_macro(repr: EnumRepr) -> &'static str {
    match repr {
        EnumRepr::Text => "wire_enum",
        EnumRepr::Integer => "wire_integer_enum",
        EnumRepr::Mixed => "wire_value_enum",
    }
}

fn has_setters(declaration: &Declaration) -> bool {
    let has_optional = match &declaration.kind {
        Kind::Struct(item) => item.fields.iter().any(structs::has_setter),
        Kind::Enum(_) | Kind::Union(_) | Kind::Alias(_) => false,
    };
    has_optional && declaration.reach.request
}

/// The type of each schema of the document, where it is still there and has serde's traits as this crate means them.
pub(super) fn of_schemas(model: &CrateModel<'_>) -> Vec<SchemaType> {
    let types = &model.api.types;
    let tokens = TypeTokens {
        types,
        names: &model.types,
        prefix: quote!(types::),
    };
    let is_there = |ty: &Type| match ty {
        Type::Declared(id) => types.get(*id).is_some(),
        _ => true,
    };
    let is_sent = |ty: &Type| match ty {
        Type::Declared(id) => types.get(*id).is_some_and(|item| item.reach.request),
        _ => true,
    };
    model
        .api
        .schemas
        .iter()
        .filter(|(_, ty)| !ty.any(&|part| !is_there(part)) && !is_foreign(types, ty))
        .map(|(pointer, ty)| SchemaType {
            pointer: pointer.clone(),
            // No type of ours has parameters: this is the map of the standard library.
            rust: type_text(&tokens.ty(ty)).replace("BTreeMap<", "std::collections::BTreeMap<"),
            sent: ty.any(&|part| matches!(part, Type::Declared(_)) && is_sent(part)),
        })
        .collect()
}

/// Whether the type is put together from one of another crate, wherever aliases lead to it: such a type has a form of its
/// own inside of our types, and serde's traits of it are not that form or not there at all.
fn is_foreign(types: &Types, ty: &Type) -> bool {
    let mut waiting = vec![ty];
    let mut seen = BTreeSet::new();
    while let Some(ty) = waiting.pop() {
        waiting.extend(ty.parts());
        match ty {
            Type::Bytes | Type::Timestamp(_) | Type::Date(_) | Type::Uuid | Type::Foreign(_) => {
                return true;
            }
            Type::Declared(id) => {
                if seen.insert(*id)
                    && let Some(Kind::Alias(target)) = types.get(*id).map(|item| &item.kind)
                {
                    waiting.push(target);
                }
            }
            _ => {}
        }
    }
    false
}
