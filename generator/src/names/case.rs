//! Words of a document in Rust's cases. Whatever comes in, what goes out is an identifier.

use heck::{ToPascalCase, ToSnakeCase};

/// Words that can be no identifier as they are (The Rust Reference, section 2.2).
const KEYWORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
    "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return",
    "static", "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

/// Keywords that cannot even be raw identifiers.
const NEVER_RAW: &[&str] = &["crate", "self", "Self", "super"];

/// A name for fields, functions, arguments and modules.
pub(crate) fn snake_case(text: &str) -> String {
    let name = start_with_letter(words(text).to_snake_case(), "n", "value");
    if NEVER_RAW.contains(&name.as_str()) {
        format!("{name}_")
    } else if KEYWORDS.contains(&name.as_str()) {
        format!("r#{name}")
    } else {
        name
    }
}

/// A constant: `X_RATE_LIMIT`.
pub(crate) fn constant_case(text: &str) -> String {
    snake_case(text).trim_start_matches("r#").to_uppercase()
}

/// A name for types and variants.
pub(crate) fn pascal_case(text: &str) -> String {
    let name = start_with_letter(words(text).to_pascal_case(), "N", "Value");
    if NEVER_RAW.contains(&name.as_str()) {
        format!("{name}Value")
    } else {
        name
    }
}

/// The text with its signs as words, and where it has none, with a word for its case: for texts that differ in nothing
/// else.
pub(crate) fn spelled_out(text: &str) -> String {
    if text.chars().any(|c| sign(c).is_some()) {
        return with_signs(text);
    }
    if text.to_lowercase() == text {
        format!("lower {text}")
    } else if text.to_uppercase() == text {
        format!("upper {text}")
    } else {
        text.to_owned()
    }
}

/// The text with its signs as words.
fn with_signs(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for c in text.chars() {
        match sign(c) {
            Some(word) => words.push_str(&format!(" {word} ")),
            None => words.push(c),
        }
    }
    words
}

/// What the signs of ASCII are called.
fn sign(c: char) -> Option<&'static str> {
    Some(match c {
        ' ' => "space",
        '!' => "not",
        '"' | '\'' | '`' => "quote",
        '#' => "hash",
        '$' => "dollar",
        '%' => "percent",
        '&' => "and",
        '(' | ')' => "parenthesis",
        '*' => "star",
        '+' => "plus",
        ',' => "comma",
        '-' => "dash",
        '.' => "dot",
        '/' => "slash",
        ':' => "colon",
        ';' => "semicolon",
        '<' => "less",
        '=' => "equal",
        '>' => "greater",
        '?' => "question",
        '@' => "at",
        '[' | ']' => "bracket",
        '\\' => "backslash",
        '^' => "caret",
        '_' => "underscore",
        '{' | '}' => "brace",
        '|' => "or",
        '~' => "tilde",
        _ => return None,
    })
}

/// The text with everything that is no part of an identifier as a gap between words, and signs spelled out where
/// they are all there is to tell two names apart (`+1` and `-1`).
fn words(text: &str) -> String {
    if text.is_empty() {
        return "empty".to_owned();
    }
    if !text.chars().any(char::is_alphanumeric) {
        return with_signs(text);
    }
    let mut words = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        let next_is_digit = || {
            text.get(index + c.len_utf8()..)
                .is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
        };
        match c {
            '+' => words.push_str(" plus "),
            '-' if next_is_digit() && words.trim().is_empty() => words.push_str(" minus "),
            c if c.is_ascii_alphanumeric() => words.push(c),
            // Letters of other scripts are kept where Rust has them in identifiers.
            c if c.is_alphanumeric() && syn::parse_str::<syn::Ident>(&format!("a{c}")).is_ok() => {
                words.push(c);
            }
            _ => words.push(' '),
        }
    }
    words
}

fn start_with_letter(name: String, before_digit: &str, otherwise: &str) -> String {
    match name.chars().next() {
        None => otherwise.to_owned(),
        Some(first) if first.is_alphabetic() && parses(&name) => name,
        Some(_) if parses(&format!("{before_digit}{name}")) => format!("{before_digit}{name}"),
        Some(_) => otherwise.to_owned(),
    }
}

/// Whether `name` is an identifier once keywords are set aside.
fn parses(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(&format!("{name}_")).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_follow_the_case_of_their_place() {
        assert_eq!(snake_case("mediaType"), "media_type");
        assert_eq!(snake_case("X-Request-ID"), "x_request_id");
        assert_eq!(pascal_case("text/plain"), "TextPlain");
        assert_eq!(
            pascal_case("PostMessage200ResponseBody"),
            "PostMessage200ResponseBody"
        );
    }

    #[test]
    fn keywords_and_names_of_signs_or_digits_become_identifiers() {
        assert_eq!(snake_case("type"), "r#type");
        assert_eq!(snake_case("self"), "self_");
        assert_eq!(pascal_case("self"), "SelfValue");
        assert_eq!(snake_case("200"), "n200");
        assert_eq!(pascal_case("+1"), "Plus1");
        assert_eq!(pascal_case("-1"), "Minus1");
        assert_eq!(pascal_case(""), "Empty");
        assert_eq!(snake_case("<="), "less_equal");
        assert_eq!(pascal_case("*"), "Star");
        assert_eq!(snake_case("größe"), "größe");
        assert_eq!(snake_case("_"), "underscore");
    }

    proptest! {
        #[test]
        fn any_text_becomes_an_identifier(text in "\\PC{0,12}|[a-zA-Z0-9_ +-]{0,12}") {
            for name in [snake_case(&text), pascal_case(&text)] {
                prop_assert!(syn::parse_str::<syn::Ident>(&name).is_ok(), "{:?} from {:?}", name, text);
            }
        }
    }
}
