use openapiv3::{PathItem, ReferenceOr};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Exchanged, Method, Operation};

use super::parameter::ParameterLists;
use super::{Lowering, reference};

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
                match self.operation(path, item, method, operation, &pointer) {
                    Ok(operation) => operations.push(operation),
                    Err(exchanged) => uncalled.push(exchanged),
                }
            }
        }
        self.define_pending();
        (operations, uncalled)
    }

    fn operation(
        &mut self,
        path: &str,
        item: &'a PathItem,
        method: Method,
        operation: &'a openapiv3::Operation,
        pointer: &Pointer,
    ) -> Result<Operation, Exchanged> {
        let mut exchanged = Exchanged::default();
        let security = self.security(operation, pointer);
        match (
            security,
            self.callable(path, item, method, operation, pointer, &mut exchanged),
        ) {
            (Some(security), Ok(lowered)) => Ok(Operation {
                security,
                ..lowered
            }),
            (None, _) => Err(exchanged),
            (Some(_), Err(reason)) => {
                let message = format!("skipped: {reason}");
                self.report.warn(Code::SkippedOperation, pointer, message);
                Err(exchanged)
            }
        }
    }

    fn callable(
        &mut self,
        path: &str,
        item: &'a PathItem,
        method: Method,
        operation: &'a openapiv3::Operation,
        pointer: &Pointer,
        exchanged: &mut Exchanged,
    ) -> Result<Operation, String> {
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
        let shared_at = pointer.parent().unwrap_or_default().join("parameters");
        let lists = ParameterLists {
            own: (&operation.parameters, pointer.join("parameters")),
            shared: (&item.parameters, shared_at),
        };
        // All of them are lowered before the first reason against the operation counts: their types are of use without it.
        let path_parameters = self.path_parameters(path, &id, &lists, exchanged);
        let body = self.request_body(
            operation.request_body.as_ref(),
            &id,
            &pointer.join("requestBody"),
            exchanged,
        );
        let responses = self.responses(
            &operation.responses,
            &id,
            method,
            &pointer.join("responses"),
            exchanged,
        );
        if !item.servers.is_empty() || !operation.servers.is_empty() {
            return Err("a server of its own is not supported yet".to_owned());
        }
        if path.contains(['?', '#']) || path.split('/').any(|segment| matches!(segment, "." | ".."))
        {
            return Err("its path has a query, a fragment or a dot segment".to_owned());
        }
        let path_parameters = path_parameters?;
        let body = body?;
        let (success, failures) = responses?;
        Ok(Operation {
            tag: operation.tags.first().cloned(),
            summary: operation.summary.clone().or_else(|| item.summary.clone()),
            description: operation
                .description
                .clone()
                .or_else(|| item.description.clone()),
            deprecated: operation.deprecated,
            method,
            path: path.to_owned(),
            path_parameters,
            body,
            success,
            failures,
            security: Vec::new(),
            id,
        })
    }
}
