use std::collections::BTreeSet;

use openapiv3::{PathItem, ReferenceOr};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Method, Operation};

use super::Lowering;
use super::parameter::ParameterLists;

impl<'a> Lowering<'a> {
    /// All operations that can be called, in document order.
    pub(super) fn operations(&mut self) -> Vec<Operation> {
        let mut operations = Vec::new();
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
            for (key, operation) in item.iter() {
                let pointer = pointer.join(key);
                let Some(method) = Method::from_key(key) else {
                    continue;
                };
                operations.extend(self.operation(path, item, method, operation, &pointer));
            }
        }
        self.check_ids(&operations);
        operations
    }

    fn check_ids(&mut self, operations: &[Operation]) {
        let mut ids = BTreeSet::new();
        for operation in operations {
            if !ids.insert(&operation.id) {
                let message = format!(
                    "the id `{}` belongs to an earlier operation already",
                    operation.id
                );
                self.report
                    .warn(Code::InvalidDocument, &operation.pointer, message);
            }
        }
    }

    fn operation(
        &mut self,
        path: &str,
        item: &'a PathItem,
        method: Method,
        operation: &'a openapiv3::Operation,
        pointer: &Pointer,
    ) -> Option<Operation> {
        let security = self.security(operation, pointer)?;
        match self.callable(path, item, method, operation, pointer) {
            Ok(lowered) => Some(Operation {
                security,
                ..lowered
            }),
            Err(reason) => {
                let message = format!("skipped: {reason}");
                self.report.warn(Code::SkippedOperation, pointer, message);
                None
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
    ) -> Result<Operation, String> {
        if !item.servers.is_empty() || !operation.servers.is_empty() {
            return Err("a server of its own is not supported yet".to_owned());
        }
        if path.contains(['?', '#']) || path.split('/').any(|segment| matches!(segment, "." | ".."))
        {
            return Err("its path has a query, a fragment or a dot segment".to_owned());
        }
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
        let path_parameters = self.path_parameters(path, &id, &lists)?;
        let body = self.request_body(
            operation.request_body.as_ref(),
            &id,
            &pointer.join("requestBody"),
        )?;
        let (success, failures) = self.responses(
            &operation.responses,
            &id,
            method,
            &pointer.join("responses"),
        )?;
        Ok(Operation {
            pointer: pointer.clone(),
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
