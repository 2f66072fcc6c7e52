//! What can be a name in Rust code, as rustc takes it without a warning.

/// Whether a type can be called like that: `UpperCamelCase`.
pub(super) fn is_type(name: &str) -> bool {
    is_identifier(name) && name.starts_with(char::is_uppercase) && !name.contains('_')
}

/// Whether a field or a method can be called like that: `snake_case`.
pub(super) fn is_value(name: &str) -> bool {
    is_identifier(name) && !name.contains(char::is_uppercase) && !name.starts_with('_')
}

/// Keywords are none: `r#type` is what a name is chosen to avoid. The parser passes over blanks and comments, which are
/// no part of a name.
fn is_identifier(name: &str) -> bool {
    syn::parse_str::<syn::Ident>(name).is_ok_and(|ident| ident == name) && !name.starts_with("r#")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_have_the_case_of_their_kind_and_are_no_keywords() {
        for (name, of_type, of_value) in [
            ("Pet", true, false),
            ("HTTPServer2", true, false),
            ("pet_kind", false, true),
            ("größe", false, true),
            ("petKind", false, false),
            ("Pet_Kind", false, false),
            ("_pet", false, false),
            ("type", false, false),
            ("r#type", false, false),
            ("Self", false, false),
            ("2d", false, false),
            ("a b", false, false),
            ("a::b", false, false),
            ("Pet ", false, false),
            (" pet", false, false),
            ("Pet /* x */", false, false),
            ("pet // x", false, false),
            ("pet\n", false, false),
            ("", false, false),
        ] {
            assert_eq!(
                (is_type(name), is_value(name)),
                (of_type, of_value),
                "{name:?}"
            );
        }
    }
}
