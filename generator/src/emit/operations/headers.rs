//! The documented headers of answers, as constants that read them.

use std::collections::BTreeMap;

use crate::OutputFile;
use crate::emit::docs;
use crate::emit::print::{literal, type_text};
use crate::emit::source_file;
use crate::emit::ty::TypeTokens;
use crate::model::{AnswerHeader, Type};
use crate::names::{Scope, constant_case};

use super::{CrateModel, imports};

/// A constant of the module.
pub(in crate::emit) struct Constant<'a> {
    pub(in crate::emit) ident: String,
    /// The type that it reads the header as.
    ty: String,
    /// The first that the document has of this name and type.
    pub(in crate::emit) header: &'a AnswerHeader,
}

/// The constants of all headers, in the order of the module.
pub(in crate::emit) fn constants<'a>(
    model: &'a CrateModel<'_>,
    tokens: &TypeTokens<'_>,
) -> Vec<Constant<'a>> {
    // By name in lower case, and type: headers are told apart by nothing else.
    let mut headers: BTreeMap<(String, String), &AnswerHeader> = BTreeMap::new();
    for operation in &model.api.operations {
        for answer in operation.successes.iter().chain(&operation.failures) {
            for header in &answer.headers {
                // The module is there with any of the tags, types of one tag are not.
                let ty = tokens.types.resolve_parts(&header.ty);
                let ty = if ty.any(&|part| matches!(part, Type::Declared(_))) {
                    Type::String
                } else {
                    ty
                };
                let key = (header.name.to_ascii_lowercase(), type_text(&tokens.ty(&ty)));
                headers.entry(key).or_insert(header);
            }
        }
    }
    let mut scope = Scope::default();
    let headers = headers.into_iter();
    headers
        .map(|((_, ty), header)| Constant {
            ident: scope.claim([constant_case(&header.name)]),
            ty,
            header,
        })
        .collect()
}

/// `src/operations/headers.rs`, where the document describes any.
pub(super) fn file(model: &CrateModel<'_>, tokens: &TypeTokens<'_>) -> Option<OutputFile> {
    let constants = constants(model, tokens);
    if constants.is_empty() {
        return None;
    }
    let mut text = String::new();
    for Constant { ident, ty, header } in constants {
        let mut lines = docs::paragraphs(header.description.as_deref());
        let place = docs::place(&header.pointer);
        if lines.is_empty() {
            lines.push(place);
        } else {
            docs::add_sentence(&mut lines, &format!("{place}."));
        }
        for line in &lines {
            text.push_str(format!("/// {line}").trim_end());
            text.push('\n');
        }
        text.push_str(&format!(
            "pub const {ident}: Header<{ty}> = Header::new({});\n",
            literal(&header.name)
        ));
    }
    let docs = "//! The headers of answers that the document describes, for [`Response::header`](crate::Response::header).\n";
    let parts = vec![text];
    let imports = imports::of(&parts);
    let mut file = vec![docs.to_owned(), imports];
    file.extend(parts);
    Some(source_file("src/operations/headers.rs", &file))
}
