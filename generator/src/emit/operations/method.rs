//! The method of the client that prepares a call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::docs;
use crate::emit::print::ident;
use crate::emit::structs::MOST_ARGUMENTS;
use crate::emit::ty::TypeTokens;
use crate::emit::types::deprecated;
use crate::model::{Operation, Parameter, ParameterEncoding, ParameterPlace, Style, Type};

use super::{Named, bodies, pagination};

pub(super) fn tokens(named: Named<'_>, tokens: &TypeTokens<'_>) -> TokenStream {
    let operation = named.operation;
    let docs = method_docs(operation);
    let name = ident(&named.names.method);
    let marker = ident(&named.names.marker);
    let mut arguments = Vec::new();
    let mut chain = Vec::new();
    for parameter in operation.parameters.iter().filter(|it| it.required) {
        let name = ident(&parameter.ident);
        let (ty, is_reference) = argument_type(&parameter.ty, tokens);
        arguments.push(quote!(#name: #ty));
        let value = if is_reference {
            quote!(#name)
        } else {
            quote!(&#name)
        };
        chain.push(set(parameter, &value));
    }
    if let Some((argument, call)) = bodies::required(named, tokens) {
        arguments.push(argument);
        chain.push(call);
    }
    let allow = (arguments.len() >= MOST_ARGUMENTS).then(|| {
        quote!(#[allow(clippy::too_many_arguments, reason = "the API requires as many parameters")])
    });
    quote! {
        #docs
        #allow
        pub fn #name(&self, #(#arguments),*) -> Call<#marker, M> {
            self.call() #(#chain)*
        }
    }
}

/// What a caller hands over for a required parameter, and whether that is a reference: text, lists and what has a name
/// are; the rest is `Copy`.
fn argument_type(ty: &Type, tokens: &TypeTokens<'_>) -> (TokenStream, bool) {
    match ty {
        Type::Boolean
        | Type::Integer(_)
        | Type::Number
        | Type::Timestamp
        | Type::Date
        | Type::Uuid => (tokens.ty(ty), false),
        Type::String => (quote!(&str), true),
        Type::Array(items) => {
            let items = tokens.ty(items);
            (quote!(&[#items]), true)
        }
        ty => {
            let ty = tokens.ty(ty);
            (quote!(&#ty), true)
        }
    }
}

fn set(parameter: &Parameter, value: &TokenStream) -> TokenStream {
    let name = &parameter.name;
    let place = place(parameter.place);
    if parameter.has_default_encoding() {
        let setter = format_ident!("in_{place}");
        return quote!(.#setter(#name, #value));
    }
    let place = ident(place);
    let encoding = match parameter.encoding {
        ParameterEncoding::Json => quote!(.json()),
        ParameterEncoding::Style {
            style,
            explode,
            allow_reserved,
        } => {
            let style = ident(style_name(style));
            let reserved = allow_reserved.then(|| quote!(.allow_reserved()));
            quote!(.style(Style::#style, #explode) #reserved)
        }
    };
    quote!(.with_argument(Parameter::#place(#name) #encoding, #value))
}

/// The constructor of the runtime's parameter for a place.
pub(super) fn place(place: ParameterPlace) -> &'static str {
    match place {
        ParameterPlace::Path => "path",
        ParameterPlace::Query => "query",
        ParameterPlace::Header => "header",
        ParameterPlace::Cookie => "cookie",
    }
}

/// The runtime's variant for a style.
pub(super) fn style_name(style: Style) -> &'static str {
    match style {
        Style::Matrix => "Matrix",
        Style::Label => "Label",
        Style::Simple => "Simple",
        Style::Form => "Form",
        Style::SpaceDelimited => "SpaceDelimited",
        Style::PipeDelimited => "PipeDelimited",
        Style::DeepObject => "DeepObject",
    }
}

fn method_docs(operation: &Operation) -> TokenStream {
    let texts = [
        operation.summary.as_deref(),
        operation.description.as_deref(),
    ];
    let mut lines = docs::paragraphs(texts.into_iter().flatten());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines.push(docs::code(&format!(
        "{} {}",
        operation.method.as_str(),
        operation.path
    )));
    let described: Vec<String> = operation
        .parameters
        .iter()
        .filter(|parameter| parameter.required)
        .filter_map(|parameter| {
            let text = docs::first_line(parameter.description.as_deref()?);
            let name = docs::code(parameter.ident.trim_start_matches("r#"));
            Some(format!("- {name}: {text}"))
        })
        .collect();
    if !described.is_empty() {
        lines.push(String::new());
        lines.extend(described);
    }
    if operation.pagination.is_some() {
        lines.extend([String::new(), pagination::SENTENCE.to_owned()]);
    }
    let docs = docs::line_attributes(&lines);
    let deprecated = deprecated(operation.deprecated);
    quote!(#docs #deprecated)
}
