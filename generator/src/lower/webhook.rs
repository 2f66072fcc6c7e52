//! Webhooks (OpenAPI Object, OpenAPI Specification 3.1.1, section 4.8.1): a client does not call them, but whoever is
//! called needs the types of what arrives.

use openapiv3::{ReferenceOr, RequestBody};

use crate::diagnostics::Pointer;
use crate::model::{Step, Type, Webhook};

use super::{Lowering, reference};

/// The component that the normalised form keeps webhooks in.
const KEY: &str = "webhooks";

impl<'a> Lowering<'a> {
    /// The webhooks, in document order.
    pub(super) fn webhooks(&mut self) -> Vec<Webhook> {
        let mut webhooks = Vec::new();
        let components = self.components;
        let items = components.callbacks.get(KEY).and_then(ReferenceOr::as_item);
        for (name, item) in items.into_iter().flatten() {
            let at = reference::origin(&item.extensions)
                .unwrap_or_else(|| Pointer::root().join_all(["webhooks", name]));
            for (method, operation) in item.iter() {
                let pointer = at.join(method);
                let id = operation.operation_id.as_ref().unwrap_or(name);
                let body = operation.request_body.as_ref();
                webhooks.push(Webhook {
                    body: body.and_then(|body| self.webhook_body(body, &pointer, id)),
                    pointer,
                    name: name.clone(),
                    method: method.to_owned(),
                });
            }
        }
        self.define_pending();
        webhooks
    }

    fn webhook_body(
        &mut self,
        body: &'a ReferenceOr<RequestBody>,
        pointer: &Pointer,
        id: &str,
    ) -> Option<Type> {
        let pointer = pointer.join("requestBody");
        let components = &self.components.request_bodies;
        let (body, pointer) =
            reference::resolve(body, components, "requestBodies", &pointer, self.report)?;
        self.content(&body.content, &pointer, id, Step::RequestBody)
    }
}
