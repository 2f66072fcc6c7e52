//! The documented headers of answers, as constants that read them.

use std::collections::BTreeMap;

use crate::OutputFile;
use crate::emit::docs;
use crate::emit::print::{literal, type_text};
use crate::emit::source_file;
use crate::emit::ty::TypeTokens;
use crate::model::Type;
use crate::names::{Scope, constant_case};

use super::{CrateModel, imports};

/// `src/operations/headers.rs`, where the document describes any.
pub(super) fn file(model: &CrateModel<'_>, tokens: &TypeTokens<'_>) -> Option<OutputFile> {
    // By name in lower case, and type: headers are told apart by nothing else.
    let mut headers: BTreeMap<(String, String), (&str, Option<&str>)> = BTreeMap::new();
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
                headers
                    .entry(key)
                    .or_insert((&header.name, header.description.as_deref()));
            }
        }
    }
    if headers.is_empty() {
        return None;
    }
    let mut scope = Scope::default();
    let mut text = String::new();
    for ((_, ty), (name, description)) in headers {
        let ident = scope.claim([constant_case(name)]);
        let lines = docs::paragraphs(description);
        for line in &lines {
            text.push_str(format!("/// {line}").trim_end());
            text.push('\n');
        }
        text.push_str(&format!(
            "pub const {ident}: Header<{ty}> = Header::new({});\n",
            literal(name)
        ));
    }
    let docs = "//! The headers of answers that the document describes, for [`Response::header`](crate::Response::header).\n";
    let parts = vec![text];
    let imports = imports::of(&parts);
    let mut file = vec![docs.to_owned(), imports];
    file.extend(parts);
    Some(source_file("src/operations/headers.rs", &file))
}
