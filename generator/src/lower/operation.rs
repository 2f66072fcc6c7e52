use openapiv3::{PathItem, ReferenceOr};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Exchanged, Method, Operation};

use super::parameter::ParameterLists;
use super::response::Answers;
use super::{Lowering, reference};

/// An operation of the document and where it is.
struct Described<'a> {
    path: &'a str,
    item: &'a PathItem,
    method: Method,
    operation: &'a openapiv3::Operation,
    pointer: Pointer,
}

impl<'a> Lowering<'a> {
    /// All operations that can be called, in document order, and what the others would exchange.
    pub(super) fn operations(&mut self) -> (Vec<Operation>, Vec<Exchanged>) {
        let mut operations = Vec::new();
        let mut uncalled = Vec::new();
        for (path, item) in &self.openapi.paths.paths {
            let pointer = Pointer::root().join_all(["paths", path]);
            let ReferenceOr::Item(item) = item else {
                self.report.warn(
                    Code::SkippedOperation,
                    &pointer,
                    "skipped: a reference in place of a path item is not supported yet",
                );
                continue;
            };
            let pointer = reference::origin(&item.extensions).unwrap_or(pointer);
            for (key, operation) in item.iter() {
                let pointer = pointer.join(key);
                let Some(method) = Method::from_key(key) else {
                    continue;
                };
                let described = Described {
                    path,
                    item,
                    method,
                    operation,
                    pointer,
                };
                match self.operation(&described) {
                    (operation, None) => operations.push(operation),
                    (operation, Some(reason)) => {
                        let message = format!("skipped: {reason}");
                        let pointer = &described.pointer;
                        self.report.warn(Code::SkippedOperation, pointer, message);
                        uncalled.push(Exchanged {
                            requests: operation.sent().cloned().collect(),
                            responses: operation.received().cloned().collect(),
                        });
                    }
                }
            }
        }
        self.define_pending();
        (operations, uncalled)
    }

    /// The operation, and the reason why it cannot be called where there is one.
    fn operation(&mut self, described: &Described<'a>) -> (Operation, Option<String>) {
        let Described {
            path,
            item,
            method,
            operation,
            pointer,
        } = described;
        if !operation.callbacks.is_empty() {
            self.report.warn(
                Code::IgnoredKeyword,
                &pointer.join("callbacks"),
                "callbacks are not called by a client",
            );
        }
        let id = operation
            .operation_id
            .clone()
            .unwrap_or_else(|| format!("{} {path}", method.as_str().to_lowercase()));
        // Documents tell operations of one path apart by a fragment; no request carries it.
        let path = path.split('#').next().unwrap_or_default();
        let shared_at = pointer.parent().unwrap_or_default();
        let lists = ParameterLists {
            own: (&operation.parameters, pointer.join("parameters")),
            shared: (&item.parameters, shared_at.join("parameters")),
        };
        let parameters = self.parameters(path, &id, &lists);
        let body = operation.request_body.as_ref();
        let body = self.request_body(body, &id, &pointer.join("requestBody"));
        let answers = self.responses(
            &operation.responses,
            &id,
            *method,
            &pointer.join("responses"),
        );
        let (body, body_reason) = split(body);
        let (answers, answers_reason) = split(answers);
        let Answers {
            successes,
            failures,
        } = answers;
        let lowered = Operation {
            pointer: pointer.clone(),
            tag: operation.tags.first().cloned(),
            summary: operation.summary.clone().or_else(|| item.summary.clone()),
            description: operation
                .description
                .clone()
                .or_else(|| item.description.clone()),
            deprecated: operation.deprecated,
            method: *method,
            path: path.to_owned(),
            server: self.own_server((&operation.servers, pointer), (&item.servers, &shared_at)),
            parameters,
            body,
            successes,
            failures,
            security: self.security(operation, pointer),
            pagination: None,
            id,
        };
        let reason = body_reason.or(answers_reason).or(path_reason(path));
        (lowered, reason)
    }
}

fn split<T: Default>(result: Result<T, String>) -> (T, Option<String>) {
    match result {
        Ok(value) => (value, None),
        Err(reason) => (T::default(), Some(reason)),
    }
}

/// Why a path cannot be called: what reads URLs takes dot segments out (RFC 3986, section 5.2.4).
fn path_reason(path: &str) -> Option<String> {
    let path = path.split('?').next().unwrap_or_default();
    path.split('/')
        .any(|segment| matches!(segment, "." | ".."))
        .then(|| "its path has a dot segment".to_owned())
}
