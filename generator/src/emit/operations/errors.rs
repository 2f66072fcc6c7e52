//! Operations with the same failures share one enum, which stands where all of them can see it.

use std::collections::BTreeMap;

use quote::quote;

use crate::OutputFile;
use crate::emit::print::type_text;
use crate::emit::source_file;
use crate::emit::ty::TypeTokens;
use crate::model::Operation;

use super::table::{content_type, row};
use super::{CrateModel, Named, answers, imports};

/// Where the enum of an operation's errors stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::emit) enum ErrorHome {
    /// It has no documented errors.
    Nowhere,
    /// In its module.
    Own,
    /// In the module of those that several modules share.
    Shared,
    /// It is that of the operation with this index.
    Alias(usize),
}

/// The enums of all operations' errors.
pub(in crate::emit) struct Errors {
    homes: Vec<ErrorHome>,
    /// The operations whose enum is shared by several modules.
    shared: Vec<usize>,
}

impl Errors {
    pub(in crate::emit) fn of(model: &CrateModel<'_>, tokens: &TypeTokens<'_>) -> Self {
        let operations = &model.api.operations;
        // The first of each kind, and the modules that have it.
        let mut kinds: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
        for (index, operation) in operations.iter().enumerate() {
            kinds
                .entry(kind(operation, tokens))
                .or_default()
                .push(index);
        }
        let mut homes = vec![ErrorHome::Nowhere; operations.len()];
        let mut shared = Vec::new();
        for (kind, members) in kinds {
            let Some((first, others)) = members.split_first() else {
                continue;
            };
            if kind.is_empty() {
                continue;
            }
            let module = |index: usize| model.operations.get(index).map(|names| &names.module);
            let is_shared = others.iter().any(|other| module(*other) != module(*first));
            if is_shared {
                shared.push(*first);
            }
            for index in &members {
                if let Some(home) = homes.get_mut(*index) {
                    *home = match (index == first, is_shared) {
                        (true, false) => ErrorHome::Own,
                        (true, true) => ErrorHome::Shared,
                        (false, _) => ErrorHome::Alias(*first),
                    };
                }
            }
        }
        shared.sort_unstable();
        Self { homes, shared }
    }

    pub(in crate::emit) fn home(&self, index: usize) -> ErrorHome {
        self.homes.get(index).copied().unwrap_or(ErrorHome::Nowhere)
    }
}

/// What makes the errors of an operation the same as those of another one: status, format and type.
fn kind(operation: &Operation, tokens: &TypeTokens<'_>) -> Vec<String> {
    let mut kind = Vec::new();
    for answer in &operation.failures {
        if answer.contents.is_empty() {
            kind.push(row(answer.status, None));
        }
        for content in &answer.contents {
            let mut content = content.clone();
            if let crate::model::AnswerFormat::Json(ty) = &mut content.format {
                *ty = tokens.types.resolve_parts(ty);
            }
            let ty = type_text(&content_type(&content, tokens));
            kind.push(format!("{} {ty}", row(answer.status, Some(&content))));
        }
    }
    kind
}

/// `src/operations/errors.rs`, where any are shared by several modules.
pub(super) fn shared_file(
    errors: &Errors,
    model: &CrateModel<'_>,
    tokens: &TypeTokens<'_>,
) -> Option<OutputFile> {
    if errors.shared.is_empty() {
        return None;
    }
    let mut parts = Vec::new();
    for index in &errors.shared {
        // Aliases are where their own operation is, what they stand for is shared.
        let mut operation = model.api.operations.get(*index)?.clone();
        let contents = operation
            .failures
            .iter_mut()
            .flat_map(|it| &mut it.contents);
        for ty in contents.filter_map(|content| content.format.ty_mut()) {
            *ty = tokens.types.resolve_parts(ty);
        }
        let named = Named {
            index: *index,
            operation: &operation,
            names: model.operations.get(*index)?,
        };
        parts.extend(answers::error(named, tokens));
    }
    let mut file = vec![
        "//! The errors that operations of several tags share.\n".to_owned(),
        imports::of(&parts),
    ];
    file.extend(parts);
    Some(source_file("src/operations/errors.rs", &file))
}

/// The name of an operation's errors, where they are those of another one.
pub(super) fn alias(named: Named<'_>, of: usize, model: &CrateModel<'_>) -> String {
    let Some(target) = model.operations.get(of) else {
        return String::new();
    };
    let name = super::table::named(&named.names.error);
    let target = super::table::named(&target.error);
    let path = quote!(super::#target);
    let docs = answers::error_docs(named);
    format!("///{docs}\npub type {name} = {};\n", type_text(&path))
}
