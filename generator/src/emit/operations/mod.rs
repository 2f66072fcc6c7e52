//! `src/operations/`: a module for each tag, with the methods of the client and what they return.

mod answers;
mod bodies;
mod calls;
mod errors;
mod headers;
mod imports;
mod method;
mod pagination;
mod parameters;
mod table;

use std::collections::BTreeMap;

use quote::quote;

use crate::OutputFile;
use crate::model::Operation;
use crate::names::OperationNames;

use super::docs;
use super::ty::TypeTokens;
use super::{CrateModel, source_file};

pub(super) use calls::of_operations as calls;
pub(super) use errors::{ErrorHome, Errors};
pub(super) use headers::constants as header_constants;
pub(super) use imports::{Names, those_of as imports};
pub(super) use table::idempotency_key;

/// An operation and its names.
#[derive(Clone, Copy)]
struct Named<'a> {
    /// Its place among all operations.
    index: usize,
    operation: &'a Operation,
    names: &'a OperationNames,
}

impl Named<'_> {
    /// Its method, and what that requests.
    fn told(&self) -> String {
        let method = self.names.method.trim_start_matches("r#");
        let request = docs::request(self.operation);
        format!("[`Client::{method}`] ({request})")
    }
}

pub(super) fn files(model: &CrateModel<'_>) -> Vec<OutputFile> {
    let mut modules: BTreeMap<&str, Vec<Named<'_>>> = BTreeMap::new();
    let all = model.api.operations.iter().zip(&model.operations);
    for (index, (operation, names)) in all.enumerate() {
        modules.entry(&names.module).or_default().push(Named {
            index,
            operation,
            names,
        });
    }
    let tokens = TypeTokens {
        types: &model.api.types,
        names: &model.types,
        prefix: quote!(types::),
    };
    let errors = Errors::of(model, &tokens);
    let mut files = Vec::new();
    let mut declarations = String::new();
    let mut exports = String::new();
    let shared = [
        ("errors", errors::shared_file(&errors, model, &tokens)),
        ("headers", headers::file(model, &tokens)),
    ];
    for (module, file) in shared {
        let Some(file) = file else { continue };
        files.push(file);
        if module == "headers" {
            declarations.push_str("pub mod headers;\n");
        } else {
            declarations.push_str("mod errors;\n");
            exports.push_str("pub use errors::*;\n");
        }
    }
    let [declared, exported] = model.modules(modules.keys().copied());
    declarations.push_str(&declared);
    exports.push_str(&exported);
    for (module, operations) in modules {
        files.push(module_file(module, &operations, &errors, model, &tokens));
    }
    let docs = "//! The operations: what the methods of [`Client`](crate::Client) call, and their errors.\n";
    files.push(source_file(
        "src/operations/mod.rs",
        &[docs.to_owned(), declarations, exports],
    ));
    files
}

fn module_file(
    module: &str,
    operations: &[Named<'_>],
    errors: &Errors,
    model: &CrateModel<'_>,
    tokens: &TypeTokens<'_>,
) -> OutputFile {
    let methods: Vec<String> = operations
        .iter()
        .map(|named| method::text(*named, tokens))
        .collect();
    let mut parts = vec![format!("impl<M> Client<M> {{\n{}}}\n", methods.join("\n"))];
    let mut aliases = String::new();
    for named in operations {
        let home = errors.home(named.index);
        parts.push(table::operation(*named, home, tokens));
        parts.push(parameters::table(*named, tokens));
        parts.push(pagination::table(*named, tokens));
        parts.extend(bodies::parts(*named, tokens));
        parts.extend(answers::output(*named, tokens));
        match home {
            ErrorHome::Nowhere | ErrorHome::Shared => {}
            ErrorHome::Own => parts.extend(answers::error(*named, tokens)),
            ErrorHome::Alias(of) => aliases.push_str(&errors::alias(*named, of, model)),
        }
    }
    parts.push(aliases);
    let mut file = vec![module_docs(operations), imports::of(&parts)];
    file.extend(parts);
    source_file(&format!("src/operations/{module}.rs"), &file)
}

fn module_docs(operations: &[Named<'_>]) -> String {
    let tags = operations
        .iter()
        .map(|named| named.operation.tag.as_deref());
    format!("//! Operations {}.\n", docs::of_tags(tags))
}
