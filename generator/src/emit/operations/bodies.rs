//! Request bodies: an argument where they are required, a setter where not, an enum where there are several formats.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::docs;
use crate::emit::print::{ident, item, literal, table};
use crate::emit::ty::TypeTokens;
use crate::model::{Body, BodyContent, BodyFormat, Operation, PropertyEncoding, Type};

use super::Named;
use super::method::encoding;
use super::parameters::how;

/// What a body of which nobody says the type is sent as.
const UNKNOWN_BYTES: &str = "application/octet-stream";

/// What a multipart body is unless the document says otherwise.
const FORM_DATA: &str = "multipart/form-data";

/// The argument of a required body, and the link of the chain that takes it.
pub(super) fn required(named: Named<'_>, tokens: &TypeTokens<'_>) -> Option<(String, TokenStream)> {
    let body = named.operation.body.as_ref().filter(|body| body.required)?;
    if let Some(name) = &named.names.body {
        let name = ident(name);
        return Some((
            format!("body: impl Into<{name}>"),
            quote!(.with_content(body.into())),
        ));
    }
    let content = body.contents.first()?;
    let call = call(content);
    let argument = match content.format.ty() {
        Some(ty) => format!("body: {}", crate::emit::print::type_text(&tokens.ty(ty))),
        None => "body: impl Into<Body>".to_owned(),
    };
    Some((argument, quote!(.#call)))
}

/// What the document says of a required body, in one line.
pub(super) fn argument_docs(operation: &Operation) -> Option<String> {
    let body = operation.body.as_ref().filter(|body| body.required)?;
    let text = body.description.as_deref().map(docs::first_line);
    let mut lines: Vec<String> = text.filter(|it| !it.is_empty()).into_iter().collect();
    if let [only] = body.contents.as_slice()
        && let Some(sentence) = open_type(only)
    {
        docs::add_sentence(&mut lines, &sentence);
    }
    (!lines.is_empty()).then(|| format!("- `body`: {}", lines.join(" ")))
}

/// Where the document leaves the type of bytes to callers, how they tell it.
fn open_type(content: &BodyContent) -> Option<String> {
    let is_open = matches!(content.format, BodyFormat::Binary) && content.media_type.contains('*');
    is_open.then(|| {
        format!(
            "Sent as `{UNKNOWN_BYTES}`, unless [`Call::with_header`](crate::Call::with_header) gives another \
             `Content-Type` of {}.",
            docs::code(&content.media_type)
        )
    })
}

/// The call that sends a content named `body`.
fn call(content: &BodyContent) -> TokenStream {
    let media_type = media_type(content);
    match &content.format {
        BodyFormat::Json(_) if media_type == "application/json" => quote!(with_json(body)),
        BodyFormat::Json(_) => quote!(with_json_as(#media_type, body)),
        BodyFormat::Form(_, properties) => {
            let table = properties_table(properties);
            quote!(with_form(#table, body))
        }
        BodyFormat::Multipart(_, properties) => {
            let table = properties_table(properties);
            if media_type == FORM_DATA {
                quote!(with_multipart(#table, body))
            } else {
                quote!(with_multipart_as(#media_type, #table, body))
            }
        }
        BodyFormat::Text | BodyFormat::Binary => quote!(with_raw(#media_type, body)),
    }
}

/// The type that the header names; callers name another one by `Call::with_header`.
fn media_type(content: &BodyContent) -> &str {
    let is_range = content.media_type.contains('*');
    if is_range && matches!(content.format, BodyFormat::Multipart(..)) {
        FORM_DATA
    } else if is_range {
        UNKNOWN_BYTES
    } else {
        &content.media_type
    }
}

fn properties_table(properties: &[PropertyEncoding]) -> TokenStream {
    if properties.is_empty() {
        return quote!(&[]);
    }
    let rows = properties.iter().map(property);
    quote!(const { &[#(#rows),*] })
}

fn property(property: &PropertyEncoding) -> TokenStream {
    let name = &property.property;
    let content_type = property
        .content_type
        .iter()
        .map(|it| quote!(.content_type(#it)));
    let encoding = property.encoding.iter().map(|it| encoding(*it));
    let headers = (!property.headers.is_empty()).then(|| {
        let headers = property
            .headers
            .iter()
            .map(|(name, value)| quote!((#name, #value)));
        quote!(.headers(&[#(#headers),*]))
    });
    quote!(PropertyEncoding::new(#name) #(#content_type)* #(#encoding)* #headers)
}

/// The documentation and the row of an optional body's setter.
pub(super) fn setter(named: Named<'_>, tokens: &TypeTokens<'_>) -> Option<(Vec<String>, String)> {
    let body = named
        .operation
        .body
        .as_ref()
        .filter(|body| !body.required)?;
    let mut lines = docs::paragraphs(body.description.as_deref());
    if lines.is_empty() {
        lines.push("The body; without one, none is sent.".to_owned());
    }
    if let Some(name) = &named.names.body {
        return Some((lines, format!("body: content into {name},")));
    }
    let content = body.contents.first()?;
    if let Some(sentence) = open_type(content) {
        docs::add_sentence(&mut lines, &sentence);
    }
    let (how, ty) = match content.format.ty() {
        Some(Type::Declared(id)) => {
            let ty = Type::Declared(*id);
            // Unions are handed over as they are: a call chain reads well without conversions.
            how(&ty, tokens)
        }
        Some(ty) => how(ty, tokens),
        None => ("into", "Body".to_owned()),
    };
    Some((lines, format!("body: {} {how} {ty},", row_format(content))))
}

/// A content's format as the tables write it.
fn row_format(content: &BodyContent) -> String {
    let media_type = media_type(content);
    match &content.format {
        BodyFormat::Json(_) if media_type == "application/json" => "json".to_owned(),
        BodyFormat::Json(_) => format!("json_as [{}]", literal(media_type)),
        BodyFormat::Form(_, properties) => format!("form [{}]", properties_text(properties)),
        BodyFormat::Multipart(_, properties) if media_type == FORM_DATA => {
            format!("multipart [{}]", properties_text(properties))
        }
        BodyFormat::Multipart(_, properties) => format!(
            "multipart_as [{}, {}]",
            literal(media_type),
            properties_text(properties)
        ),
        BodyFormat::Text | BodyFormat::Binary => format!("raw [{}]", literal(media_type)),
    }
}

fn properties_text(properties: &[PropertyEncoding]) -> String {
    crate::emit::print::expression_text(&properties_table(properties))
}

/// The enum of a body's formats, where there are several.
pub(super) fn parts(named: Named<'_>, tokens: &TypeTokens<'_>) -> Vec<String> {
    let (Some(name), Some(body)) = (&named.names.body, &named.operation.body) else {
        return Vec::new();
    };
    let docs = format!(
        " The body of {}, in the format of the caller's choice.",
        named.told()
    );
    let variants = body.contents.iter().map(|content| {
        let variant = ident(&content.variant);
        let doc = match open_type(content) {
            Some(sentence) => format!(" {sentence}"),
            None => format!(" As {}.", docs::code(&content.media_type)),
        };
        let ty = variant_type(content, tokens);
        quote!(#[doc = #doc] #variant(#ty))
    });
    let token = ident(name);
    let definition = item(&quote! {
        #[doc = #docs]
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #token { #(#variants),* }
    });
    vec![definition, table("bodies", name, &rows(body, tokens), "")]
}

fn variant_type(content: &BodyContent, tokens: &TypeTokens<'_>) -> TokenStream {
    match content.format.ty() {
        Some(ty) => tokens.ty(ty),
        None => quote!(Body),
    }
}

/// A row for each format; a type becomes by `Into` the first that can carry it.
fn rows(body: &Body, tokens: &TypeTokens<'_>) -> Vec<String> {
    let resolved = |content: &BodyContent| Some(tokens.types.resolve_parts(content.format.ty()?));
    // JSON carries no files, but for those that are text.
    let has_files = |ty: &Type| tokens.types.holds(ty, &Type::File);
    let carrier = |ty: &Type| {
        let of_type = |content: &&BodyContent| resolved(content).as_ref() == Some(ty);
        let is_multipart =
            |content: &&BodyContent| matches!(content.format, BodyFormat::Multipart(..));
        let contents = || body.contents.iter().filter(of_type);
        let preferred = contents().find(is_multipart).filter(|_| has_files(ty));
        preferred.or_else(|| contents().next())
    };
    body.contents
        .iter()
        .map(|content| {
            let from = match resolved(content) {
                Some(ty) if carrier(&ty).is_some_and(|it| it.variant == content.variant) => {
                    let ty = crate::emit::print::type_text(&tokens.ty(&ty));
                    format!(" from {ty}")
                }
                _ => String::new(),
            };
            let how = match &content.format {
                BodyFormat::Json(_) => format!("json {}", literal(media_type(content))),
                BodyFormat::Form(_, properties) => {
                    format!("form ({})", properties_text(properties))
                }
                BodyFormat::Multipart(_, properties) => {
                    let media_type = literal(media_type(content));
                    format!("multipart ({media_type}, {})", properties_text(properties))
                }
                BodyFormat::Text | BodyFormat::Binary => {
                    format!("raw {}", literal(media_type(content)))
                }
            };
            format!("{}{from}: {how},", content.variant)
        })
        .collect()
}
