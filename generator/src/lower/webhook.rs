//! Webhooks (OpenAPI Object, OpenAPI Specification 3.1.1, section 4.8.1): a client does not call them, but whoever is
//! called needs the types of what arrives.

use openapiv3::{Callback, ReferenceOr};

use crate::diagnostics::Pointer;
use crate::model::{Step, Webhook};

use super::{Lowering, reference};

/// The component that the normalised form keeps webhooks in.
const KEY: &str = "webhooks";

impl<'a> Lowering<'a> {
    /// The webhooks that bring a body.
    pub(super) fn webhooks(&mut self) -> Vec<Webhook> {
        let mut lowered = Vec::new();
        let components = self.components;
        if let Some(ReferenceOr::Item(webhooks)) = components.callbacks.get(KEY) {
            self.webhook_bodies(webhooks, &mut lowered);
        }
        self.define_pending();
        lowered
    }

    fn webhook_bodies(&mut self, webhooks: &'a Callback, lowered: &mut Vec<Webhook>) {
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
                let resolved =
                    reference::resolve(body, components, "requestBodies", &pointer, self.report);
                let Some((body, target)) = resolved else {
                    continue;
                };
                if let Some(body) = self.content(&body.content, &target, id, Step::RequestBody) {
                    lowered.push(Webhook {
                        pointer,
                        name: name.clone(),
                        body,
                    });
                }
            }
        }
    }
}
