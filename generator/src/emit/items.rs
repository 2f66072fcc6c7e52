//! The items that the files have, and the parts of the document that they come from.

use quote::quote;

use crate::diagnostics::Pointer;
use crate::items::{ItemKind, ItemOrigin, RustItem};
use crate::model::{
    Answer, Body, Declaration, Kind, Operation, SecurityKind, SecurityScheme, Server, Type, Types,
};
use crate::names::{OperationNames, content_variants};

use super::CrateModel;
use super::operations::{ErrorHome, Errors, header_constants};
use super::ty::TypeTokens;
use super::{servers, structs};

/// All items that come from the document, in the order of the model.
pub(super) fn of(model: &CrateModel<'_>) -> Vec<RustItem> {
    let types = &model.api.types;
    let tokens = TypeTokens {
        types,
        names: &model.types,
        prefix: quote!(types::),
    };
    let errors = Errors::of(model, &tokens);
    let mut items = Items::default();
    for (id, declaration) in types.iter() {
        items.declaration(model.types.get(id), declaration, types);
    }
    let operations = model.api.operations.iter().zip(&model.operations);
    for (index, (operation, names)) in operations.enumerate() {
        items.operation(operation, names, errors.home(index));
    }
    for constant in header_constants(model, &tokens) {
        let path = format!("operations::headers::{}", constant.ident);
        items.add(ItemKind::Constant, path, &constant.header.pointer);
    }
    for scheme in &model.api.security_schemes {
        items.credential(scheme);
    }
    items.servers(model);
    items.0
}

#[derive(Default)]
struct Items(Vec<RustItem>);

impl Items {
    fn add(&mut self, kind: ItemKind, path: impl Into<String>, pointer: &Pointer) {
        self.0.push(RustItem {
            path: path.into().replace("r#", ""),
            kind,
            origin: ItemOrigin::Document(pointer.clone()),
        });
    }

    /// A type, and its fields or variants.
    fn declaration(&mut self, name: &str, declaration: &Declaration, types: &Types) {
        let path = format!("types::{name}");
        let kind = match &declaration.kind {
            Kind::Struct(_) => ItemKind::Struct,
            Kind::Enum(_) | Kind::Union(_) => ItemKind::Enum,
            Kind::Alias(_) => ItemKind::Alias,
        };
        self.add(kind, &path, &declaration.pointer);
        match &declaration.kind {
            // To callers, the two are one.
            Kind::Alias(target) => {
                if let Type::Declared(id) = types.resolve(target)
                    && let Some(target) = types.get(*id)
                {
                    self.members(&path, target);
                }
            }
            _ => self.members(&path, declaration),
        }
    }

    /// The fields or variants of a type, under its name or another one.
    fn members(&mut self, path: &str, declaration: &Declaration) {
        match &declaration.kind {
            Kind::Struct(item) => {
                for field in &item.fields {
                    let ident = &field.ident;
                    self.add(ItemKind::Field, format!("{path}::{ident}"), &field.pointer);
                    let has_setter = declaration.reach.request && structs::has_setter(field);
                    if has_setter && field.setter != *ident {
                        let setter = format!("{path}::{}", field.setter);
                        self.add(ItemKind::Method, setter, &field.pointer);
                    }
                }
                if let Some(additional) = &item.additional {
                    let field = format!("{path}::{}", additional.ident);
                    self.add(ItemKind::Field, field, &additional.pointer);
                }
            }
            Kind::Enum(item) => {
                for value in &item.values {
                    let variant = format!("{path}::{}", value.variant);
                    self.add(ItemKind::Variant, variant, &value.pointer);
                }
            }
            Kind::Union(item) => {
                for branch in &item.branches {
                    let variant = format!("{path}::{}", branch.variant);
                    self.add(ItemKind::Variant, variant, &branch.pointer);
                }
            }
            Kind::Alias(_) => {}
        }
    }

    /// What there is to call an operation, and what it gives.
    fn operation(&mut self, operation: &Operation, names: &OperationNames, errors: ErrorHome) {
        let pointer = &operation.pointer;
        let method = format!("Client::{}", names.method);
        self.add(ItemKind::Method, &method, pointer);
        let marker = format!("operations::{}", names.marker);
        self.add(ItemKind::Operation, &marker, pointer);
        let given = |required: bool| match required {
            true => (ItemKind::Argument, &method),
            false => (ItemKind::Method, &marker),
        };
        for parameter in &operation.parameters {
            let (kind, of) = given(parameter.required);
            let path = format!("{of}::{}", parameter.ident);
            self.add(kind, path, &parameter.pointer);
        }
        if let Some(body) = &operation.body {
            let (kind, of) = given(body.required);
            self.body(body, kind, &format!("{of}::body"), names.body.as_deref());
        }
        let responses = pointer.join("responses");
        for part in ["Output", "Failure"] {
            self.add(ItemKind::Alias, format!("{marker}::{part}"), &responses);
        }
        if let Some(output) = &names.output {
            self.answers(ItemKind::Enum, output, &operation.successes, &responses);
        }
        let kind = match errors {
            ErrorHome::Nowhere => return,
            ErrorHome::Own | ErrorHome::Shared => ItemKind::Enum,
            ErrorHome::Alias(_) => ItemKind::Alias,
        };
        self.answers(kind, &names.error, &operation.failures, &responses);
    }

    /// What takes a body, and the enum of one with several formats.
    fn body(&mut self, body: &Body, kind: ItemKind, path: &str, name: Option<&str>) {
        let first = body.contents.first();
        // Above the Media Type Object and the map of them.
        let whole = first.and_then(|content| content.pointer.parent()?.parent());
        let whole = whole.unwrap_or_default();
        self.add(kind, path, &whole);
        if let Some(name) = name {
            let path = format!("operations::{name}");
            self.add(ItemKind::Enum, &path, &whole);
            for content in &body.contents {
                let variant = format!("{path}::{}", content.variant);
                self.add(ItemKind::Variant, variant, &content.pointer);
            }
        }
    }

    /// The enum of answers, or another name for one; several media types of one are several variants.
    fn answers(&mut self, kind: ItemKind, name: &str, answers: &[Answer], responses: &Pointer) {
        let path = format!("operations::{name}");
        self.add(kind, &path, responses);
        for (answer, variants) in answers.iter().zip(content_variants(answers)) {
            for variant in variants {
                let variant = format!("{path}::{variant}");
                self.add(ItemKind::Variant, variant, &answer.pointer);
            }
        }
    }

    /// The methods of the builder that take a credential.
    fn credential(&mut self, scheme: &SecurityScheme) {
        let pointer = scheme.pointer();
        let mut setters = vec![&scheme.ident];
        if let SecurityKind::OAuth2 {
            client_credentials,
            refresh,
        } = &scheme.kind
        {
            let grants = [client_credentials, refresh].into_iter().flatten();
            setters.extend(grants.map(|grant| &grant.ident));
        }
        for setter in setters {
            self.add(
                ItemKind::Method,
                format!("ClientBuilder::{setter}"),
                &pointer,
            );
        }
    }

    /// The constants and structs to choose a server by.
    fn servers(&mut self, model: &CrateModel<'_>) {
        if let Some(first) = model.api.servers.first() {
            self.add(ItemKind::Constant, "BASE_URL", &first.pointer);
        }
        servers::all(model.api).for_each(|server| self.server(server));
        for server in &model.api.operation_servers {
            let path = format!("servers::{}::DOCUMENTED", server.name);
            self.add(ItemKind::Constant, path, &server.pointer);
        }
    }

    fn server(&mut self, server: &Server) {
        let path = format!("servers::{}", server.name);
        if server.variables.is_empty() {
            return self.add(ItemKind::Constant, &path, &server.pointer);
        }
        self.add(ItemKind::Struct, &path, &server.pointer);
        for (variable, ident) in server.variables.iter().zip(servers::idents(server)) {
            let pointer = server.variable_pointer(variable);
            self.add(ItemKind::Method, format!("{path}::{ident}"), &pointer);
            if variable.values.is_empty() {
                continue;
            }
            let choice = format!("servers::{}", variable.choice);
            self.add(ItemKind::Enum, &choice, &pointer);
            for variant in servers::variants(variable) {
                self.add(ItemKind::Variant, format!("{choice}::{variant}"), &pointer);
            }
        }
    }
}
