//! Tokens as text that is the same wherever the code means the same.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;

/// Tokens as one line, whatever breaks and spaces the code has.
pub(super) fn text(tokens: &impl ToTokens) -> String {
    let mut text = String::new();
    push(&mut text, tokens.to_token_stream());
    text
}

fn push(text: &mut String, tokens: TokenStream) {
    let mut after_word = false;
    for token in tokens {
        let is_word = matches!(token, TokenTree::Ident(_) | TokenTree::Literal(_));
        if is_word && after_word {
            text.push(' ');
        }
        after_word = is_word;
        match token {
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{ ", " }"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                text.push_str(open);
                push(text, group.stream());
                text.push_str(close);
            }
            TokenTree::Punct(punct) => {
                text.push(punct.as_char());
                if punct.as_char() == ',' {
                    text.push(' ');
                }
            }
            other => text.push_str(&other.to_string()),
        }
    }
    let trimmed = text.trim_end_matches([' ', ',']).len();
    text.truncate(trimmed);
}

/// The groups of tokens between the commas at the top.
pub(super) fn rows(tokens: TokenStream) -> Vec<Vec<TokenTree>> {
    let mut rows = vec![Vec::new()];
    // Commas between angle brackets stand inside of a type.
    let mut depth = 0_usize;
    for token in tokens {
        if let TokenTree::Punct(punct) = &token {
            match punct.as_char() {
                '<' => depth += 1,
                '>' => depth = depth.saturating_sub(1),
                ',' if depth == 0 => {
                    rows.push(Vec::new());
                    continue;
                }
                _ => {}
            }
        }
        if let Some(row) = rows.last_mut() {
            row.push(token);
        }
    }
    rows.retain(|row| !row.is_empty());
    rows
}

/// Tokens as a stream, for [`text`].
pub(super) fn stream(tokens: &[TokenTree]) -> TokenStream {
    tokens.iter().cloned().collect()
}
