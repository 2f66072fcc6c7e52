//! The enums of what an operation can answer: of its successes, where they differ, and of its errors.

use quote::{format_ident, quote};

use crate::emit::docs;
use crate::emit::print::{ident, impl_block, item, table};
use crate::emit::ty::TypeTokens;
use crate::model::{Answer, AnswerContent, Type};
use crate::names::{content_variants, status_sentence};

use super::Named;
use super::table::{content_type, row};

/// The enum of an operation's successes, where they differ.
pub(super) fn output(named: Named<'_>, tokens: &TypeTokens<'_>) -> Vec<String> {
    let Some(name) = &named.names.output else {
        return Vec::new();
    };
    let docs = format!(" What {} gives.", named.told());
    parts(name, &docs, &named.operation.successes, tokens, false)
}

/// The enum of an operation's errors.
pub(super) fn error(named: Named<'_>, tokens: &TypeTokens<'_>) -> Vec<String> {
    let name = &named.names.error;
    let docs = error_docs(named);
    let failures = &named.operation.failures;
    let mut parts = parts(name, &docs, failures, tokens, true);
    parts.push(error_body(name, failures, tokens));
    parts
}

/// What the errors of an operation are, under whichever name.
pub(super) fn error_docs(named: Named<'_>) -> String {
    format!(" The documented errors of {}.", named.told())
}

fn parts(
    name: &str,
    docs: &str,
    answers: &[Answer],
    tokens: &TypeTokens<'_>,
    is_value: bool,
) -> Vec<String> {
    let mut variants = Vec::new();
    let mut rows = Vec::new();
    let contents = answers.iter().zip(content_variants(answers));
    for (answer, names) in contents {
        let all: Vec<Option<&AnswerContent>> = if answer.contents.is_empty() {
            vec![None]
        } else {
            answer.contents.iter().map(Some).collect()
        };
        for (content, variant) in all.into_iter().zip(names) {
            let doc = variant_docs(answer, content.filter(|_| answer.contents.len() > 1));
            let token = ident(&variant);
            let ty = content.map(|content| {
                let ty = content_type(content, tokens);
                quote!((#ty))
            });
            variants.push(quote!(#[doc = #doc] #token #ty));
            rows.push(format!("{} => {variant},", row(answer.status, content)));
        }
    }
    // A stream can be read once: it is neither cloned nor compared.
    let derives = if is_value {
        quote!(#[derive(Debug, Clone, PartialEq)])
    } else {
        quote!(#[derive(Debug)])
    };
    let token = ident(name);
    let definition = item(&quote! {
        #[doc = #docs]
        #derives
        #[non_exhaustive]
        pub enum #token { #(#variants),* }
    });
    vec![definition, table("answers", name, &rows, "")]
}

fn variant_docs(answer: &Answer, content: Option<&AnswerContent>) -> String {
    let mut sentence = status_sentence(answer.status);
    if let Some(content) = content {
        sentence.push_str(&format!(" as {}", docs::code(&content.media_type)));
    }
    let text = docs::first_line(&answer.description);
    if text.is_empty() {
        format!(" {sentence}.")
    } else {
        format!(" {sentence}: {text}")
    }
}

/// Where all statuses have one body, it can be had without asking for the status.
fn error_body(name: &str, failures: &[Answer], tokens: &TypeTokens<'_>) -> String {
    let bodies: Option<Vec<&Type>> = failures
        .iter()
        .map(|failure| match failure.contents.as_slice() {
            [only] => only.format.ty(),
            _ => None,
        })
        .collect();
    let Some([first, rest @ ..]) = bodies.as_deref() else {
        return String::new();
    };
    let shared = tokens.types.resolve(first);
    if rest.is_empty() || rest.iter().any(|ty| tokens.types.resolve(ty) != shared) {
        return String::new();
    }
    let ty = tokens.ty(shared);
    let body = format_ident!("body");
    let variants = content_variants(failures)
        .into_iter()
        .flatten()
        .map(|variant| {
            let variant = ident(&variant);
            quote!(Self::#variant(#body))
        });
    let member = quote! {
        /// The body, which is of one type whatever the status is.
        #[must_use]
        pub fn body(&self) -> &#ty {
            match self {
                #(#variants)|* => #body,
            }
        }
    };
    let name = ident(name);
    impl_block(&quote!(impl #name), &[member])
}
