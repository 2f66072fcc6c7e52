//! What a word that the settings do not know is like.

use generator::similar;

/// What people call things that have another name in the settings.
const OTHER_WORDS: [(&str, &str); 2] = [("methods", "operations"), ("fields", "properties")];

/// The message of the reader of TOML, with the known word that is most like the one that it does not know.
pub(super) fn with_suggestion(message: &str) -> String {
    let message = message.trim_end();
    match suggestion(message) {
        Some(word) => format!("{message}\n  help: did you mean `{word}`?"),
        None => message.to_owned(),
    }
}

/// In a message such as ``unknown field `nmae`, expected one of `source`, `name` ``, which serde words.
fn suggestion(message: &str) -> Option<&str> {
    let (_, rest) = message
        .split_once("unknown field `")
        .or_else(|| message.split_once("unknown variant `"))?;
    let (unknown, rest) = rest.split_once('`')?;
    let known = rest.lines().next()?;
    // Between each two of the quotes.
    let known = || known.split('`').skip(1).step_by(2);
    let mut others = OTHER_WORDS.iter().filter(|(other, _)| *other == unknown);
    others
        .find_map(|(_, word)| known().find(|known| known == word))
        .or_else(|| similar(unknown, known()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_is_not_known_is_like_one_that_is() {
        for (message, expected) in [
            (
                "unknown field `nmae`, expected one of `source`, `name`",
                Some("name"),
            ),
            (
                "at line 1\nunknown field `nmae`, expected `name`\n",
                Some("name"),
            ),
            (
                "unknown variant `chron`, expected `jiff` or `chrono`",
                Some("chrono"),
            ),
            ("unknown field `colour`, expected `name`", None),
            ("invalid type: integer `3`", None),
        ] {
            assert_eq!(suggestion(message), expected, "{message}");
        }
        assert!(
            with_suggestion("unknown field `a`, expected `b`\n")
                .ends_with("\n  help: did you mean `b`?")
        );
    }
}
