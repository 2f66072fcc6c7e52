//! The table of an operation: how it is called, and what its answers are.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::print::{ident, literal, type_text};
use crate::emit::ty::TypeTokens;
use crate::model::{
    Answer, AnswerContent, AnswerFormat, EventFormat, Operation, ParameterPlace, StatusMatch,
};

use super::Named;
use super::errors::ErrorHome;

pub(super) fn operation(named: Named<'_>, home: ErrorHome, tokens: &TypeTokens<'_>) -> String {
    let Named {
        operation, names, ..
    } = named;
    let output = match &names.output {
        Some(name) => name.clone(),
        None => type_text(&output(operation, tokens)),
    };
    let error = match home {
        ErrorHome::Nowhere => "Infallible".to_owned(),
        ErrorHome::Own | ErrorHome::Alias(_) => names.error.clone(),
        ErrorHome::Shared => format!("super::{}", names.error),
    };
    let mut text = format!(
        "operation! {{\n    {} for {}: {} {} => {output}, {error};\n",
        names.marker,
        names.method,
        operation.method.as_str(),
        literal(&operation.path),
    );
    let rows: Vec<String> = match &names.output {
        Some(_) => Vec::new(),
        None => operation.successes.iter().flat_map(rows).collect(),
    };
    if !rows.is_empty() {
        text.push_str(&format!("    [{}];\n", rows.join(", ")));
    }
    if !operation.security.alternatives.is_empty() {
        let alternatives = operation.security.alternatives.iter();
        let alternatives: Vec<String> = alternatives
            .map(|schemes| {
                let schemes: Vec<String> = schemes.iter().map(|it| literal(&it.name)).collect();
                format!("[{}]", schemes.join(", "))
            })
            .collect();
        text.push_str(&format!("    security [{}];\n", alternatives.join(", ")));
    }
    if let Some(server) = &operation.server {
        text.push_str(&format!("    server {};\n", literal(server)));
    }
    if let Some(name) = idempotency_key(operation) {
        text.push_str(&format!("    idempotency_key {};\n", literal(name)));
    }
    text.push_str("}\n");
    text
}

/// The header that makes it harmless to send a request twice, where the document has one
/// (draft-ietf-httpapi-idempotency-key-header).
pub(in crate::emit) fn idempotency_key(operation: &Operation) -> Option<&str> {
    operation
        .parameters
        .iter()
        .filter(|parameter| parameter.place == ParameterPlace::Header)
        .map(|parameter| parameter.name.as_str())
        .find(|name| name.to_ascii_lowercase().ends_with("idempotency-key"))
}

/// The type of success, where all statuses give one.
fn output(operation: &Operation, tokens: &TypeTokens<'_>) -> TokenStream {
    let content = operation
        .successes
        .iter()
        .flat_map(|it| &it.contents)
        .next();
    content.map_or_else(|| quote!(()), |content| content_type(content, tokens))
}

/// The type that a content is read as.
pub(super) fn content_type(content: &AnswerContent, tokens: &TypeTokens<'_>) -> TokenStream {
    match &content.format {
        AnswerFormat::Json(ty) => tokens.ty(ty),
        AnswerFormat::Text => quote!(String),
        AnswerFormat::Binary => quote!(Body),
        AnswerFormat::Events(ty, _) => {
            let ty = tokens.ty(ty);
            quote!(Events<#ty>)
        }
        AnswerFormat::JsonLines(ty) => {
            let ty = tokens.ty(ty);
            quote!(JsonLines<#ty>)
        }
    }
}

/// The rows of an answer, one for each media type.
fn rows(answer: &Answer) -> Vec<String> {
    if answer.contents.is_empty() {
        return vec![row(answer.status, None)];
    }
    answer
        .contents
        .iter()
        .map(|content| row(answer.status, Some(content)))
        .collect()
}

/// A row: status, format, and the media type where it is not what the format says.
pub(super) fn row(status: StatusMatch, content: Option<&AnswerContent>) -> String {
    let status = match status {
        StatusMatch::Code(code) => format!("Code({code})"),
        StatusMatch::Range(digit) => format!("Range({digit})"),
        StatusMatch::Default => "Default".to_owned(),
    };
    let Some(content) = content else {
        return status;
    };
    let (format, usual) = match content.format {
        AnswerFormat::Json(_) => ("json", "application/json"),
        AnswerFormat::Text => ("text", "text/plain"),
        AnswerFormat::Binary => ("binary", "application/octet-stream"),
        AnswerFormat::Events(_, EventFormat::Json) => ("events", "text/event-stream"),
        AnswerFormat::Events(_, EventFormat::Text) => ("text_events", "text/event-stream"),
        AnswerFormat::Events(_, EventFormat::Whole) => ("whole_events", "text/event-stream"),
        AnswerFormat::JsonLines(_) => ("json_lines", "application/jsonl"),
    };
    if content.media_type == usual {
        format!("{status} {format}")
    } else {
        format!("{status} {format} {}", literal(&content.media_type))
    }
}

/// A name as a type.
pub(super) fn named(name: &str) -> TokenStream {
    let name = ident(name);
    quote!(#name)
}
