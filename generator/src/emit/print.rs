//! Tokens to text. prettyplease prints items without blank lines between them, so each is printed by itself.

use std::fmt::Write as _;

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

/// How long a line may be, as rustfmt has it.
pub(super) const LONGEST_LINE: usize = 100;

/// One item as text.
pub(super) fn item(tokens: &TokenStream) -> String {
    match syn::parse2::<syn::File>(tokens.clone()) {
        Ok(file) => prettyplease::unparse(&file),
        // Not formatted, but what we meant: rustc will say what is wrong with it.
        Err(_) => format!("{tokens}\n"),
    }
}

/// An `impl` block of `members`, with a blank line between them; nothing where there are none.
pub(super) fn impl_block(header: &TokenStream, members: &[TokenStream]) -> String {
    if members.is_empty() {
        return String::new();
    }
    let mut text = String::new();
    for (index, member) in members.iter().enumerate() {
        let printed = item(&quote!(#header { #member }));
        let printed = printed.trim_end();
        let inner = printed.split_once("{\n").and_then(|(head, rest)| {
            let (body, _) = rest.rsplit_once('\n')?;
            Some((head, body))
        });
        // Writing to a String cannot fail.
        let _ = match (index, inner) {
            (0, Some((head, body))) => write!(text, "{head}{{\n{body}"),
            (_, Some((_, body))) => write!(text, "\n\n{body}"),
            (_, None) => write!(text, "\n\n{printed}"),
        };
    }
    text.push_str("\n}\n");
    text
}

/// A macro's table: prettyplease would fill it like prose, so its rows are printed here, one a line.
pub(super) fn table(name: &str, of: &str, rows: &[String], tail: &str) -> String {
    if rows.is_empty() {
        return format!("{name}! {{\n    {of} {{}}{tail}\n}}\n");
    }
    let mut text = format!("{name}! {{\n    {of} {{\n");
    for row in rows {
        let _ = writeln!(text, "        {row}");
    }
    let _ = write!(text, "    }}{tail}\n}}\n");
    text
}

/// A type as text.
pub(super) fn type_text(ty: &TokenStream) -> String {
    let printed = item(&quote!(type T = #ty;));
    printed
        .trim_end()
        .strip_prefix("type T = ")
        .and_then(|rest| rest.strip_suffix(';'))
        .map_or_else(|| ty.to_string(), str::to_owned)
}

/// An expression as text, on one line.
pub(super) fn expression_text(expression: &TokenStream) -> String {
    let printed = item(&quote!(const X: T = #expression;));
    let text = printed
        .trim_end()
        .strip_prefix("const X: T = ")
        .and_then(|rest| rest.strip_suffix(';'))
        .map_or_else(|| expression.to_string(), str::to_owned);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    lines.join(" ")
}

/// A link of a chain of calls as text, on one line.
pub(super) fn link_text(link: &TokenStream) -> String {
    let text = expression_text(&quote!(x #link));
    text.strip_prefix('x')
        .unwrap_or(&text)
        .trim_start()
        .to_owned()
}

/// A string as a literal of Rust.
pub(super) fn literal(text: &str) -> String {
    proc_macro2::Literal::string(text).to_string()
}

/// A name as a token; the names stage made sure that it is one.
pub(super) fn ident(name: &str) -> Ident {
    match name.strip_prefix("r#") {
        Some(raw) => Ident::new_raw(raw, Span::call_site()),
        None => Ident::new(name, Span::call_site()),
    }
}
