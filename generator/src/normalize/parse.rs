//! From the JSON value to openapiv3's types. They read a document whole or not at all, so an item that they refuse
//! is taken out first, with a warning that says where it is: the smallest one, so that it costs nothing around it.

use openapiv3::{
    Callback, Encoding, Example, ExternalDocumentation, Header, MediaType, OpenAPI, Operation,
    Parameter, PathItem, ReferenceOr, RequestBody, Response, Responses, Schema, SecurityScheme,
    Server, ServerVariable, Tag,
};
use serde::Deserialize;
use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

use super::grammar::{Holds, Kind, holds};
use super::walk::At;

/// Reads the document; `None` where even what is left cannot be read.
pub(super) fn parse(mut document: Value, report: &mut Report) -> Option<OpenAPI> {
    if let Ok(openapi) = OpenAPI::deserialize(&document) {
        return Some(openapi);
    }
    let root = Pointer::root();
    prune(
        Kind::Document,
        &mut document,
        &At::Place(root.clone()),
        report,
    );
    match OpenAPI::deserialize(&document) {
        Ok(openapi) => Some(openapi),
        Err(error) => {
            report.error(
                Code::InvalidDocument,
                &root,
                format!("the document is not what OpenAPI asks for: {error}"),
                "check `openapi`, `info`, `servers`, `security` and `paths` at its top level",
            );
            None
        }
    }
}

/// Takes out what is refused inside of an item, from the inside out. Schemas are taken as a whole: passes before this
/// one left nothing in them that is refused.
fn prune(kind: Kind, item: &mut Value, at: &At<'_>, report: &mut Report) {
    let Value::Object(members) = item else {
        return;
    };
    if kind == Kind::Schema {
        return;
    }
    members.retain(|name, member| {
        let Some(held) = holds(kind, name) else {
            return true;
        };
        let at = &At::Member(at, name);
        match (held, member) {
            (Holds::Named(kind), Value::Object(items)) => {
                items.retain(|name, item| keep(kind, item, &At::Member(at, name), report));
            }
            (Holds::List(kind), Value::Array(items)) => {
                let mut index = 0;
                items.retain_mut(|item| {
                    let at = At::Element(at, index);
                    index += 1;
                    keep(kind, item, &at, report)
                });
            }
            (Holds::One(kind) | Holds::OneOrBoolean(kind), item) => {
                return keep(kind, item, at, report);
            }
            _ => {}
        }
        true
    });
}

/// Prunes an item and says whether what is left of it can be read.
fn keep(kind: Kind, item: &mut Value, at: &At<'_>, report: &mut Report) -> bool {
    prune(kind, item, at, report);
    let Err(error) = read(kind, item) else {
        return true;
    };
    let message = format!("left out, because it is not what OpenAPI asks for: {error}");
    report.warn(Code::InvalidDocument, &at.pointer(), message);
    false
}

fn read(kind: Kind, item: &Value) -> Result<(), serde_json::Error> {
    match kind {
        Kind::Schema => ReferenceOr::<Schema>::deserialize(item).map(drop),
        Kind::Response => ReferenceOr::<Response>::deserialize(item).map(drop),
        Kind::Parameter => ReferenceOr::<Parameter>::deserialize(item).map(drop),
        Kind::Example => ReferenceOr::<Example>::deserialize(item).map(drop),
        Kind::RequestBody => ReferenceOr::<RequestBody>::deserialize(item).map(drop),
        Kind::Header => ReferenceOr::<Header>::deserialize(item).map(drop),
        Kind::SecurityScheme => ReferenceOr::<SecurityScheme>::deserialize(item).map(drop),
        Kind::Callback => ReferenceOr::<Callback>::deserialize(item).map(drop),
        Kind::PathItem => ReferenceOr::<PathItem>::deserialize(item).map(drop),
        Kind::Operation => Operation::deserialize(item).map(drop),
        Kind::Responses => Responses::deserialize(item).map(drop),
        Kind::MediaType => MediaType::deserialize(item).map(drop),
        Kind::Encoding => Encoding::deserialize(item).map(drop),
        Kind::Server => Server::deserialize(item).map(drop),
        Kind::ServerVariable => ServerVariable::deserialize(item).map(drop),
        Kind::Tag => Tag::deserialize(item).map(drop),
        Kind::ExternalDocumentation => ExternalDocumentation::deserialize(item).map(drop),
        // Without these there is no document, or they are gone already.
        Kind::Document
        | Kind::Info
        | Kind::Components
        | Kind::Paths
        | Kind::Link
        | Kind::Discriminator => Ok(()),
    }
}
