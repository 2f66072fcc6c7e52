use serde_json::Value;

use crate::diagnostics::Report;

use super::grammar::Kind;
use super::walk::{At, Visitor, walk};

/// Takes out what no client is made of, so that nothing in it can cost the document: links, headers of parts that have a content, and
/// callbacks in place of which an operation has a reference; those in `components` stay.
pub(super) fn drop(document: &mut Value, _: &mut Report) {
    walk(document, &mut Unused);
}

struct Unused;

impl Visitor for Unused {
    fn enter(&mut self, kind: Kind, item: &mut Value, _: &At<'_>) {
        let Value::Object(members) = item else {
            return;
        };
        match kind {
            Kind::Components => {
                // Copies are in the places that refer to the latter two.
                for name in ["links", "pathItems", "mediaTypes"] {
                    members.shift_remove(name);
                }
            }
            Kind::Response => {
                members.shift_remove("links");
            }
            Kind::Operation => {
                let callbacks = members.get_mut("callbacks").and_then(Value::as_object_mut);
                for callback in callbacks.into_iter().flat_map(|it| it.values_mut()) {
                    if let Value::Object(expressions) = callback {
                        expressions.shift_remove("$ref");
                    }
                }
            }
            // Headers of parts with a content of their own, which can nest without end.
            Kind::Encoding => {
                let headers = members.get_mut("headers").and_then(Value::as_object_mut);
                if let Some(headers) = headers {
                    headers.retain(|_, header| header.get("content").is_none());
                }
            }
            Kind::Callback => members.retain(|name, _| !name.starts_with("x-")),
            _ => {}
        }
    }
}
