//! What a component is called that was something else before.

use serde_json::Value;

use crate::names::singular;
use crate::normalize::grammar::Kind;

use super::locate::{Stands, child};

/// A part of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    text: String,
    /// Whether the author chose it, so that a name can begin with it.
    telling: bool,
}

/// What the way to a place tells, from the root on.
pub(super) fn words(document: &Value, place: &[String]) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut stands = Stands::ROOT;
    let mut current = Some(document);
    for token in place {
        let before = stands;
        stands = before.at(token);
        current = current.and_then(|value| child(value, token));
        match (before, stands) {
            // The words of the operation say more.
            (Stands::Item(Kind::PathItem), Stands::Item(Kind::Operation)) => {
                let id = current.and_then(|it| it.get("operationId")?.as_str());
                match id {
                    Some(id) => words = vec![word(id, true)],
                    None => words.push(word(token, false)),
                }
            }
            (Stands::Item(Kind::Paths), _) => {
                let last = token
                    .rsplit('/')
                    .find(|part| !part.is_empty() && !part.contains('{'));
                words.push(word(last.unwrap_or("root"), true));
            }
            (_, Stands::Item(Kind::Parameter)) if token.parse::<usize>().is_ok() => {
                let name = current.and_then(|it| it.get("name")?.as_str());
                words.extend(name.map(|name| word(name, true)));
            }
            (Stands::Several(Kind::MediaType), _) => {}
            (Stands::Several(Kind::Schema), _) if token.parse::<usize>().is_ok() => {
                let title = current.and_then(|it| it.get("title")?.as_str());
                words.push(match title {
                    Some(title) => word(title, true),
                    None => word(token, false),
                });
            }
            (Stands::Several(_), _) => words.push(word(token, true)),
            (_, Stands::Item(Kind::RequestBody)) => words.push(word("request body", false)),
            (_, Stands::Item(Kind::Responses)) => words.push(word("response", false)),
            (Stands::Item(Kind::Responses), _) => {
                let is_success = token.starts_with('2') || token == "default";
                words.extend((!is_success).then(|| word(token, false)));
            }
            (_, Stands::ItemOrSeveral(Kind::Schema)) if token == "items" => {
                if let Some(last) = words.last_mut() {
                    last.text = singular(&last.text);
                }
            }
            (_, Stands::ItemOrSeveral(Kind::Schema)) => words.push(word("value", false)),
            (Stands::Data, _) => words.push(word(token, true)),
            _ => {}
        }
    }
    words
}

fn word(text: &str, telling: bool) -> Word {
    Word {
        text: text.to_owned(),
        telling,
    }
}

/// Names from the shortest on: from the last telling word to the end, then with the one before it.
pub(super) fn candidates(words: &[Word]) -> Vec<String> {
    let starts = words
        .iter()
        .enumerate()
        .rev()
        .filter(|(_, word)| word.telling)
        .map(|(index, _)| index);
    let mut candidates: Vec<String> = starts
        .filter_map(|start| Some(join(words.get(start..)?)))
        .filter(|name| !name.is_empty())
        .collect();
    if candidates.is_empty() {
        candidates.push("Schema".to_owned());
    }
    candidates
}

/// The characters that a component's key may have (OpenAPI Specification 3.0.4, section 4.7.7).
fn join(words: &[Word]) -> String {
    let texts: Vec<String> = words
        .iter()
        .map(|word| {
            let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
            let parts = word.text.split(|c| !allowed(c));
            let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
            parts.join("_")
        })
        .filter(|text| !text.is_empty())
        .collect();
    texts.join("_")
}

/// What is left of a key when it becomes a Rust name, about.
pub(super) fn fold(key: &str) -> String {
    let letters = key.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
