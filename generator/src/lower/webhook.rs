//! Webhooks (OpenAPI Object, OpenAPI Specification 3.1.1, section 4.8.1): a client does not call them, but whoever is
//! called needs the types of what arrives.

use openapiv3::{Callback, ReferenceOr};

use crate::diagnostics::Pointer;
use crate::model::{Step, Type};

use super::{Lowering, reference};

/// The component that the normalised form keeps webhooks in.
const KEY: &str = "webhooks";

impl<'a> Lowering<'a> {
    /// The types of what webhooks bring.
    pub(super) fn webhooks(&mut self) -> Vec<Type> {
        let mut received = Vec::new();
        let components = self.components;
        if let Some(ReferenceOr::Item(webhooks)) = components.callbacks.get(KEY) {
            self.webhook_bodies(webhooks, &mut received);
        }
        self.define_pending();
        received
    }

    fn webhook_bodies(&mut self, webhooks: &'a Callback, received: &mut Vec<Type>) {
        for (name, item) in webhooks {
            let at = reference::origin(&item.extensions)
                .unwrap_or_else(|| Pointer::root().join_all(["webhooks", name]));
            for (method, operation) in item.iter() {
                let Some(body) = &operation.request_body else {
                    continue;
                };
                let id = operation.operation_id.as_ref().unwrap_or(name);
                let pointer = at.join_all([method, "requestBody"]);
                let components = &self.components.request_bodies;
                let body =
                    reference::resolve(body, components, "requestBodies", &pointer, self.report);
                if let Some((body, pointer)) = body {
                    received.extend(self.content(&body.content, &pointer, id, Step::RequestBody));
                }
            }
        }
    }
}
