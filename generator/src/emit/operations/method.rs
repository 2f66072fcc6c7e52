//! The method of the client that prepares a call.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::docs;
use crate::emit::print::{LONGEST_LINE, ident, item, link_text, type_text};
use crate::emit::structs::MOST_ARGUMENTS;
use crate::emit::ty::TypeTokens;
use crate::model::{Operation, Parameter, ParameterEncoding, ParameterPlace, Style, Type};

use super::{Named, bodies, pagination};

/// As rustfmt has it for chains of calls.
const LONGEST_CHAIN: usize = 60 + 8;

/// What fits behind the indentation of a link.
const LONGEST_LINK: usize = LONGEST_LINE - 12;

/// The method as text: prettyplease breaks lines earlier than readers of Rust code are used to.
pub(super) fn text(named: Named<'_>, tokens: &TypeTokens<'_>) -> String {
    let operation = named.operation;
    let mut arguments = vec!["&self".to_owned()];
    let mut chain = Vec::new();
    for parameter in operation.parameters.iter().filter(|it| it.required) {
        let name = ident(&parameter.ident);
        let (ty, is_reference) = argument_type(&parameter.ty, tokens);
        arguments.push(format!("{name}: {}", type_text(&ty)));
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
    let mut text = String::new();
    for line in method_docs(operation) {
        text.push_str(format!("    /// {line}").trim_end());
        text.push('\n');
    }
    if operation.deprecated {
        text.push_str("    #[deprecated]\n");
    }
    if arguments.len() > MOST_ARGUMENTS {
        text.push_str("    #[allow(clippy::too_many_arguments, reason = \"the API requires as many parameters\")]\n");
    }
    text.push_str(&signature(named, &arguments));
    text.push_str(&body(&chain));
    text.push_str("    }\n");
    text
}

/// The signature with the opening brace, on one line where it fits.
fn signature(named: Named<'_>, arguments: &[String]) -> String {
    let head = format!("    pub fn {}(", ident(&named.names.method));
    let tail = format!(") -> Call<{}, M> {{\n", ident(&named.names.marker));
    let joined = arguments.join(", ");
    if head.len() + joined.len() + tail.len() <= LONGEST_LINE + 1 {
        return format!("{head}{joined}{tail}");
    }
    let arguments: Vec<String> = arguments
        .iter()
        .map(|argument| format!("        {argument},\n"))
        .collect();
    format!("{head}\n{}    {tail}", arguments.concat())
}

/// The call, on one line where that is short.
fn body(chain: &[TokenStream]) -> String {
    let links: Vec<String> = chain.iter().map(link_text).collect();
    let joined = format!("        self.call(){}", links.concat());
    if joined.len() <= LONGEST_CHAIN {
        return joined + "\n";
    }
    if links.iter().any(|link| link.len() > LONGEST_LINK) {
        let printed = item(&quote! {
            impl X {
                fn f(&self) {
                    self.call() #(#chain)*
                }
            }
        });
        let lines: Vec<&str> = printed.lines().collect();
        let inner = lines.get(2..lines.len().saturating_sub(2));
        return inner.unwrap_or_default().join("\n") + "\n";
    }
    let links: Vec<String> = links
        .iter()
        .map(|link| format!("            {link}\n"))
        .collect();
    format!("        self.call()\n{}", links.concat())
}

/// What a caller hands over for a required parameter, and whether that is a reference: text, lists and what has a name
/// are; the rest is `Copy`.
pub(super) fn argument_type(ty: &Type, tokens: &TypeTokens<'_>) -> (TokenStream, bool) {
    match ty {
        Type::Boolean
        | Type::Integer(_)
        | Type::Number
        | Type::Timestamp(_)
        | Type::Date(_)
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
    let encoding = encoding(parameter.encoding);
    quote!(.with_argument(Parameter::#place(#name) #encoding, #value))
}

/// What the runtime's builders of parameters and properties call for an encoding.
pub(super) fn encoding(encoding: ParameterEncoding) -> TokenStream {
    match encoding {
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
    }
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

/// What the document says of a required parameter, in one line.
fn argument_docs(parameter: &Parameter) -> Option<String> {
    let text = parameter.description.as_deref().map(docs::first_line);
    let mut lines: Vec<String> = text.filter(|it| !it.is_empty()).into_iter().collect();
    if parameter.deprecated {
        docs::add_sentence(&mut lines, "Deprecated.");
    }
    let name = docs::code(parameter.ident.trim_start_matches("r#"));
    (!lines.is_empty()).then(|| format!("- {name}: {}", lines.join(" ")))
}

fn method_docs(operation: &Operation) -> Vec<String> {
    let texts = [
        operation.summary.as_deref(),
        operation.description.as_deref(),
    ];
    let mut lines = docs::paragraphs(texts.into_iter().flatten());
    if !lines.is_empty() {
        lines.push(String::new());
    }
    let request = docs::request(operation);
    lines.push(match &operation.server {
        // What `ClientBuilder::server` has to be told.
        Some(server) => format!("{request} at {}", docs::code(server)),
        None => request,
    });
    let required = operation.parameters.iter().filter(|it| it.required);
    let mut described: Vec<String> = required.filter_map(argument_docs).collect();
    described.extend(bodies::argument_docs(operation));
    if !described.is_empty() {
        lines.push(String::new());
        lines.extend(described);
    }
    if operation.pagination.is_some() {
        lines.extend([String::new(), pagination::SENTENCE.to_owned()]);
    }
    lines
}
