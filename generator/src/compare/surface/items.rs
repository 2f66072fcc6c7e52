//! The items that Rust itself has: structs, enums, aliases, constants, functions, implementations.

use std::collections::BTreeSet;

use syn::{Attribute, FnArg, ImplItem, Item, ReturnType, Visibility};

use crate::items::ItemKind;

use super::tokens::text;
use super::{Item as SurfaceItem, Shape, Surface, tables};

/// What the items of a file are added to, and with what.
pub(super) struct Collector<'a> {
    /// Before the names of items; empty at the root of the crate.
    module: &'a str,
    feature: Option<&'a str>,
    surface: &'a mut Surface,
}

/// Adds the public items of a file.
pub(super) fn collect(contents: &str, module: &str, feature: Option<&str>, surface: &mut Surface) {
    // What is emitted is Rust; if it were not, rustc would say so.
    let Ok(file) = syn::parse_file(contents) else {
        return;
    };
    let mut collector = Collector {
        module,
        feature,
        surface,
    };
    for item in &file.items {
        collector.item(item);
    }
}

impl Collector<'_> {
    /// The path of a name in the module.
    pub(super) fn path(&self, name: &str) -> String {
        if self.module.is_empty() {
            name.to_owned()
        } else {
            format!("{}::{name}", self.module)
        }
    }

    pub(super) fn add(&mut self, path: String, kind: ItemKind, shape: Shape, deprecated: bool) {
        self.insert(path, Some(kind), shape, deprecated);
    }

    /// Adds an implementation of a trait.
    pub(super) fn add_trait(&mut self, path: String) {
        self.insert(path, None, Shape::Tokens(String::new()), false);
    }

    fn insert(&mut self, path: String, kind: Option<ItemKind>, shape: Shape, deprecated: bool) {
        let item = SurfaceItem {
            kind,
            shape,
            feature: self.feature.map(str::to_owned),
            deprecated,
        };
        self.surface.items.insert(path, item);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Struct(item) if is_public(&item.vis) => {
                let path = self.path(&item.ident.to_string());
                for field in item.fields.iter().filter(|field| is_public(&field.vis)) {
                    if let Some(name) = &field.ident {
                        let shape = Shape::Tokens(text(&field.ty));
                        self.add(
                            format!("{path}::{name}"),
                            ItemKind::Field,
                            shape,
                            is_deprecated(&field.attrs),
                        );
                    }
                }
                self.add(
                    path,
                    ItemKind::Struct,
                    derived(&item.attrs),
                    is_deprecated(&item.attrs),
                );
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let path = self.path(&item.ident.to_string());
                for variant in &item.variants {
                    let shape = Shape::Tokens(text(&variant.fields));
                    self.add(
                        format!("{path}::{}", variant.ident),
                        ItemKind::Variant,
                        shape,
                        is_deprecated(&variant.attrs),
                    );
                }
                self.add(
                    path,
                    ItemKind::Enum,
                    derived(&item.attrs),
                    is_deprecated(&item.attrs),
                );
            }
            Item::Type(item) if is_public(&item.vis) => {
                let path = self.path(&item.ident.to_string());
                self.add(
                    path,
                    ItemKind::Alias,
                    Shape::Alias(text(&item.ty)),
                    is_deprecated(&item.attrs),
                );
            }
            Item::Const(item) if is_public(&item.vis) => {
                let path = self.path(&item.ident.to_string());
                self.add(
                    path,
                    ItemKind::Constant,
                    Shape::Tokens(text(&item.ty)),
                    is_deprecated(&item.attrs),
                );
            }
            Item::Impl(item) => self.implementation(item),
            Item::Macro(item) => tables::collect(&item.mac, self),
            _ => {}
        }
    }

    fn implementation(&mut self, item: &syn::ItemImpl) {
        // Without the parameters: `Client<M>` is `Client`.
        let ty = text(&item.self_ty);
        let name = ty.split('<').next().unwrap_or_default();
        if let Some((of, _)) = &item.trait_ {
            let (path, shape) = match text(of).as_str() {
                // `impl From<Prod> for String` belongs to `Prod`.
                of if name == "String" => {
                    let from = of.strip_prefix("From<").and_then(|it| it.strip_suffix('>'));
                    (self.path(from.unwrap_or(of)), "Into<String>".to_owned())
                }
                of => (self.path(name), of.to_owned()),
            };
            self.add_trait(format!("{path}: {shape}"));
            return;
        }
        // The client's methods stand with the operations, but belong to the client.
        let path = match name {
            "Client" | "ClientBuilder" => name.to_owned(),
            name => self.path(name),
        };
        for member in &item.items {
            match member {
                ImplItem::Fn(function) if is_public(&function.vis) => self.add(
                    format!("{path}::{}()", function.sig.ident),
                    ItemKind::Method,
                    signature(&function.sig),
                    is_deprecated(&function.attrs),
                ),
                ImplItem::Const(constant) if is_public(&constant.vis) => self.add(
                    format!("{path}::{}", constant.ident),
                    ItemKind::Constant,
                    Shape::Tokens(text(&constant.ty)),
                    is_deprecated(&constant.attrs),
                ),
                _ => {}
            }
        }
    }
}

fn is_deprecated(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|it| it.path().is_ident("deprecated"))
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

/// The names of arguments are nothing that callers depend on.
fn signature(signature: &syn::Signature) -> Shape {
    let arguments = signature.inputs.iter().map(|argument| match argument {
        FnArg::Receiver(receiver) => text(receiver).trim_start_matches("mut ").to_owned(),
        FnArg::Typed(typed) => text(&typed.ty),
    });
    Shape::Function {
        arguments: arguments.collect(),
        output: match &signature.output {
            ReturnType::Default => String::new(),
            ReturnType::Type(_, ty) => text(ty),
        },
    }
}

fn derived(attributes: &[Attribute]) -> Shape {
    let mut derives = BTreeSet::new();
    for attribute in attributes.iter().filter(|it| it.path().is_ident("derive")) {
        let paths = attribute.parse_args_with(
            syn::punctuated::Punctuated::<syn::Path, syn::Token![,]>::parse_terminated,
        );
        derives.extend(paths.into_iter().flatten().map(|path| text(&path)));
    }
    Shape::Type { derives }
}
