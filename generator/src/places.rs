//! Pointers into the document as it is written.
//!
//! Normalisation writes some of a document in another way (an `enum` of one for a `const`, `anyOf` for several types), and
//! what is lowered from that has pointers that its author would look for in vain.

use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::model::{Api, Kind};

/// Has each type, each part of one, each server and each header of an answer point to something that the document has:
/// the nearest around it that is there.
pub(crate) fn settle(api: &mut Api, document: &Value) {
    for server in api.servers.iter_mut().chain(&mut api.operation_servers) {
        settle_one(&mut server.pointer, document);
    }
    for operation in &mut api.operations {
        let answers = operation.successes.iter_mut();
        for answer in answers.chain(&mut operation.failures) {
            for header in &mut answer.headers {
                settle_one(&mut header.pointer, document);
            }
        }
    }
    for declaration in api.types.iter_mut() {
        settle_one(&mut declaration.pointer, document);
        match &mut declaration.kind {
            Kind::Struct(item) => {
                let fields = item.fields.iter_mut().map(|it| &mut it.pointer);
                let additional = item.additional.iter_mut().map(|it| &mut it.pointer);
                for pointer in fields.chain(additional) {
                    settle_one(pointer, document);
                }
            }
            Kind::Enum(item) => {
                for value in &mut item.values {
                    settle_one(&mut value.pointer, document);
                }
            }
            Kind::Union(item) => {
                for branch in &mut item.branches {
                    settle_one(&mut branch.pointer, document);
                }
            }
            Kind::Alias(_) => {}
        }
    }
}

fn settle_one(pointer: &mut Pointer, document: &Value) {
    while document.pointer(pointer.as_str()).is_none()
        && let Some(parent) = pointer.parent()
    {
        *pointer = parent;
    }
}
