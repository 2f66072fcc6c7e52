//! The items that the files have, and the parts of the document that they come from.

use crate::diagnostics::Pointer;
use crate::items::{ItemKind, RustItem};
use crate::model::{Answer, Body, Declaration, Kind, Operation, SecurityKind, SecurityScheme};
use crate::names::{OperationNames, content_variants};

use super::CrateModel;
use super::{servers, structs};

/// All items, in the order of the model.
pub(super) fn of(model: &CrateModel<'_>) -> Vec<RustItem> {
    let mut items = Items::default();
    for (id, declaration) in model.api.types.iter() {
        items.declaration(model.types.get(id), declaration);
    }
    for (operation, names) in model.api.operations.iter().zip(&model.operations) {
        items.operation(operation, names);
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
            pointer: pointer.clone(),
        });
    }

    /// A type, and its fields or variants.
    fn declaration(&mut self, name: &str, declaration: &Declaration) {
        let path = format!("types::{name}");
        let kind = match &declaration.kind {
            Kind::Struct(_) => ItemKind::Struct,
            Kind::Enum(_) | Kind::Union(_) => ItemKind::Enum,
            Kind::Alias(_) => ItemKind::Alias,
        };
        self.add(kind, &path, &declaration.pointer);
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
    fn operation(&mut self, operation: &Operation, names: &OperationNames) {
        let pointer = &operation.pointer;
        self.add(
            ItemKind::Method,
            format!("Client::{}", names.method),
            pointer,
        );
        let marker = format!("operations::{}", names.marker);
        self.add(ItemKind::Operation, &marker, pointer);
        for parameter in operation.parameters.iter().filter(|it| !it.required) {
            let setter = format!("{marker}::{}", parameter.ident);
            self.add(ItemKind::Method, setter, &parameter.pointer);
        }
        if let Some(body) = &operation.body {
            let setter = (!body.required).then(|| format!("{marker}::body"));
            self.body(body, setter, names.body.as_deref());
        }
        let responses = pointer.join("responses");
        if let Some(output) = &names.output {
            self.answers(output, &operation.successes, &responses);
        }
        if !operation.failures.is_empty() {
            self.answers(&names.error, &operation.failures, &responses);
        }
    }

    /// The setter of an optional body, and the enum of one with several formats.
    fn body(&mut self, body: &Body, setter: Option<String>, name: Option<&str>) {
        let first = body.contents.first();
        // Above the Media Type Object and the map of them.
        let whole = first.and_then(|content| content.pointer.parent()?.parent());
        let whole = whole.unwrap_or_default();
        if let Some(setter) = setter {
            self.add(ItemKind::Method, setter, &whole);
        }
        if let Some(name) = name {
            let path = format!("operations::{name}");
            self.add(ItemKind::Enum, &path, &whole);
            for content in &body.contents {
                let variant = format!("{path}::{}", content.variant);
                self.add(ItemKind::Variant, variant, &content.pointer);
            }
        }
    }

    /// The enum of answers; several media types of one are several variants.
    fn answers(&mut self, name: &str, answers: &[Answer], responses: &Pointer) {
        let path = format!("operations::{name}");
        self.add(ItemKind::Enum, &path, responses);
        for (answer, variants) in answers.iter().zip(content_variants(answers)) {
            for variant in variants {
                let variant = format!("{path}::{variant}");
                self.add(ItemKind::Variant, variant, &answer.pointer);
            }
        }
    }

    /// The methods of the builder that take a credential.
    fn credential(&mut self, scheme: &SecurityScheme) {
        let pointer = Pointer::root().join_all(["components", "securitySchemes", &scheme.name]);
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
        if !servers::has_choice(&model.api.servers) {
            return;
        }
        for server in &model.api.servers {
            let kind = if server.variables.is_empty() {
                ItemKind::Constant
            } else {
                ItemKind::Struct
            };
            // Those without a URL that can be used are left out, so that the index tells nothing.
            let pointer = Pointer::root().join("servers");
            self.add(kind, format!("servers::{}", server.name), &pointer);
        }
    }
}
