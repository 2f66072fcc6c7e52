//! The setters of optional parameters and bodies.

use crate::emit::docs;
use crate::emit::print::{self, literal, type_text};
use crate::emit::ty::{Conversion, TypeTokens};
use crate::model::{Parameter, ParameterEncoding};

use super::method::{place, style_name};
use super::{Named, bodies};

/// The table of an operation's setters; nothing where it has none.
pub(super) fn table(named: Named<'_>, tokens: &TypeTokens<'_>) -> String {
    let mut rows = Vec::new();
    for parameter in named.operation.parameters.iter().filter(|it| !it.required) {
        let mut lines = docs::paragraphs(parameter.description.as_deref());
        if let Some(default) = parameter.default.as_ref().and_then(docs::value) {
            docs::add_sentence(&mut lines, &format!("Default: {default}."));
        }
        push_docs(&mut rows, &lines, parameter.deprecated);
        rows.push(row(parameter, tokens));
    }
    if let Some((lines, row)) = bodies::setter(named, tokens) {
        push_docs(&mut rows, &lines, false);
        rows.push(row);
    }
    if rows.is_empty() {
        return String::new();
    }
    print::table("parameters", &named.names.marker, &rows, "")
}

fn push_docs(rows: &mut Vec<String>, lines: &[String], deprecated: bool) {
    rows.extend(
        lines
            .iter()
            .map(|line| format!("/// {line}").trim_end().to_owned()),
    );
    if deprecated {
        rows.push("#[deprecated]".to_owned());
    }
}

fn row(parameter: &Parameter, tokens: &TypeTokens<'_>) -> String {
    let (how, ty) = how(&parameter.ty, tokens);
    let encoding = if parameter.has_default_encoding() {
        String::new()
    } else {
        match parameter.encoding {
            ParameterEncoding::Json => " [json]".to_owned(),
            ParameterEncoding::Style {
                style,
                explode,
                allow_reserved,
            } => {
                let reserved = if allow_reserved { ", reserved" } else { "" };
                format!(" [{}, {explode}{reserved}]", style_name(style))
            }
        }
    };
    format!(
        "{}: {} {}{encoding} {how} {ty},",
        parameter.ident,
        place(parameter.place),
        literal(&parameter.name),
    )
}

/// How a setter takes a value of a type, and the type that the table names for it.
pub(super) fn how(ty: &crate::model::Type, tokens: &TypeTokens<'_>) -> (&'static str, String) {
    let (how, ty) = match tokens.conversion(ty) {
        Conversion::Value => ("value", ty),
        Conversion::Into => ("into", ty),
        Conversion::Each(items) => ("each", items),
        Conversion::EachInto(items) => ("each_into", items),
    };
    (how, type_text(&tokens.ty(ty)))
}
