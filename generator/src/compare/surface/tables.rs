//! The items that the runtime's tables declare: setters, conversions, operations.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::Macro;

use crate::items::ItemKind;

use super::Shape;
use super::items::Collector;
use super::tokens::{rows, stream, text};

/// Adds what a table declares.
pub(super) fn collect(table: &Macro, collector: &mut Collector<'_>) {
    let tokens = table.tokens.clone();
    match table.path.get_ident().map(ToString::to_string).as_deref() {
        Some("setters") => setters(tokens, collector),
        Some("parameters") => parameters(tokens, collector),
        Some("wire_union" | "bodies") => conversions(tokens, collector),
        Some("operation") => operation(tokens, collector),
        Some("paginated") => pages(tokens, collector),
        _ => {}
    }
}

/// The name that a table is of, and its rows.
fn parts(tokens: TokenStream) -> Option<(String, TokenStream)> {
    let mut tokens = tokens.into_iter();
    let name = tokens.next()?.to_string();
    let rows = tokens.find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        _ => None,
    })?;
    Some((name, rows))
}

/// `images: each PostMessageRequestBodyImage`, `type_ as kind: into String`.
fn setters(tokens: TokenStream, collector: &mut Collector<'_>) {
    let Some((name, table)) = parts(tokens) else {
        return;
    };
    for row in rows(table) {
        let Some(colon) = row.iter().position(is_colon) else {
            continue;
        };
        let (head, tail) = row.split_at(colon);
        let Some(TokenTree::Ident(setter)) = head.last() else {
            continue;
        };
        let path = format!("{}::{setter}()", collector.path(&name));
        setter_item(path, head, tail.get(1..).unwrap_or_default(), collector);
    }
}

/// `limit: query "limit" value u64`: the place, the name there and the style matter on the wire only.
fn parameters(tokens: TokenStream, collector: &mut Collector<'_>) {
    let Some((name, table)) = parts(tokens) else {
        return;
    };
    for row in rows(table) {
        let Some(colon) = row.iter().position(is_colon) else {
            continue;
        };
        let (head, tail) = row.split_at(colon);
        let Some(TokenTree::Ident(setter)) = head.last() else {
            continue;
        };
        let how = tail.iter().position(
            |token| matches!(token, TokenTree::Ident(word) if HOW.iter().any(|how| word == how)),
        );
        let tail = tail.get(how.unwrap_or(1)..).unwrap_or_default();
        let path = format!("{}::{setter}()", collector.path(&name));
        setter_item(path, head, tail, collector);
    }
}

/// How setters take a value.
const HOW: &[&str] = &["value", "into", "each", "each_into", "nullable"];

/// A setter: `head` has its attributes, `tail` how it takes a value, and of which type.
fn setter_item(
    path: String,
    head: &[TokenTree],
    tail: &[TokenTree],
    collector: &mut Collector<'_>,
) {
    let ty = text(&stream(tail.get(1..).unwrap_or_default()));
    let argument = match tail.first().map(ToString::to_string).as_deref() {
        Some("into") => format!("impl Into<{ty}>"),
        Some("each") => format!("impl IntoIterator<Item={ty}>"),
        Some("each_into") => format!("impl IntoIterator<Item=impl Into<{ty}>>"),
        Some("nullable") => format!("impl IntoNullable<{ty}>"),
        _ => ty,
    };
    let deprecated = text(&stream(head)).contains("[deprecated]");
    let shape = Shape::Function {
        arguments: vec!["self".to_owned(), argument],
        output: "Self".to_owned(),
    };
    collector.add(path, ItemKind::Method, shape, deprecated);
}

/// `Base64 from PostMessageRequestBodyFileBase64 { … }`, `Json from types::Pet: json "application/json"`.
fn conversions(tokens: TokenStream, collector: &mut Collector<'_>) {
    let Some((name, table)) = parts(tokens) else {
        return;
    };
    for row in rows(table) {
        let [_, TokenTree::Ident(from), rest @ ..] = row.as_slice() else {
            continue;
        };
        if from != "from" {
            continue;
        }
        let end = rest.iter().enumerate().position(|(index, token)| {
            let is_brace =
                matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
            is_brace || is_single_colon(rest, index)
        });
        let ty = text(&stream(
            rest.get(..end.unwrap_or(rest.len())).unwrap_or_default(),
        ));
        collector.add_trait(format!("{}: From<{ty}>", collector.path(&name)));
    }
}

/// `PostMessage for post_message: POST "/…" => types::Reply, PostMessageError; …`: what it gives, and its errors.
fn operation(tokens: TokenStream, collector: &mut Collector<'_>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let Some(TokenTree::Ident(name)) = tokens.first() else {
        return;
    };
    let is_punct = |token: &TokenTree, wanted: char| matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted);
    let arrow = tokens
        .windows(2)
        .position(|pair| matches!(pair, [one, two] if is_punct(one, '=') && is_punct(two, '>')));
    let Some(arrow) = arrow else {
        return;
    };
    let given = tokens.get(arrow + 2..).unwrap_or_default();
    let end = given.iter().position(|token| is_punct(token, ';'));
    let given = given.get(..end.unwrap_or(given.len())).unwrap_or_default();
    let given = rows(stream(given));
    let path = collector.path(&name.to_string());
    for (part, tokens) in ["Output", "Failure"].iter().zip(given) {
        // Errors that several tags share stand in a module of their own, which callers do not see.
        let tokens = text(&stream(&tokens)).replace("super::", "");
        collector.add(
            format!("{path}::{part}"),
            ItemKind::Alias,
            Shape::Tokens(tokens),
            false,
        );
    }
    let derives = std::collections::BTreeSet::new();
    collector.add(path, ItemKind::Operation, Shape::Type { derives }, false);
}

/// `ListPets: types::Pet { … }`: the type of the items.
fn pages(tokens: TokenStream, collector: &mut Collector<'_>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let Some(name) = tokens.first().map(ToString::to_string) else {
        return;
    };
    let item = tokens.get(2..tokens.len().saturating_sub(1));
    let item = text(&stream(item.unwrap_or_default()));
    let path = format!("{}::items()", collector.path(&name));
    collector.add(path, ItemKind::Method, Shape::Tokens(item), false);
}

fn is_colon(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == ':')
}

/// Whether a colon stands at `index` that is not half of a `::`.
fn is_single_colon(tokens: &[TokenTree], index: usize) -> bool {
    let at = |index: Option<usize>| index.and_then(|it| tokens.get(it)).is_some_and(is_colon);
    at(Some(index)) && !at(index.checked_sub(1)) && !at(index.checked_add(1))
}
