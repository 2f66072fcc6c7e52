use serde_json::Value;

use crate::diagnostics::{Added, Pointer};
use crate::normalize::grammar::{Holds, Kind, holds, noun};

use super::names::Names;

/// How many references may follow each other.
pub(super) const LONGEST_CHAIN: usize = 32;

/// Why a reference leads nowhere.
#[derive(Debug)]
pub(super) enum Lost {
    /// The last place on the way that exists, what it lacks, and what it has that is written alike.
    Missing {
        nearest: Pointer,
        token: String,
        alike: Option<String>,
    },
    /// It leads to an item of another kind, which is there.
    Other(Kind, Pointer),
    /// It leads to what is no item.
    Data,
    /// It leads to other references without end.
    Circle,
    /// It leads to a reference that leads out of the document.
    Outside,
    /// All that it unfolds to is too much.
    TooLarge,
}

impl Lost {
    /// What is wrong, where `wanted` belongs.
    pub(super) fn message(&self, reference: &str, wanted: &str) -> String {
        match self {
            Self::Missing {
                nearest,
                token,
                alike,
            } => {
                let hint = alike
                    .as_ref()
                    .map(|alike| format!("; did you mean `{alike}`?"));
                let hint = hint.unwrap_or_default();
                format!("`{reference}` leads nowhere: `{nearest}` has no `{token}`{hint}")
            }
            Self::Other(kind, _) => {
                format!(
                    "`{reference}` leads to {}, where {wanted} belongs",
                    noun(*kind)
                )
            }
            Self::Data => format!("`{reference}` leads to what is not {wanted}"),
            Self::Circle => format!(
                "`{reference}` leads in a circle, or through more than {LONGEST_CHAIN} references"
            ),
            Self::Outside => {
                format!("`{reference}` leads to a reference that leads out of the document")
            }
            Self::TooLarge => {
                format!("`{reference}` and others like it unfold to too large a document")
            }
        }
    }

    /// Adds to a finding where that is which the reference may mean, or does lead to.
    pub(super) fn tell_more(&self, finding: Added<'_>) {
        match self {
            Self::Missing {
                nearest,
                alike: Some(alike),
                ..
            } => {
                finding.related(&nearest.join(alike), format!("`{alike}` is here"));
            }
            Self::Other(kind, place) => {
                finding.related(place, format!("it leads here, to {}", noun(*kind)));
            }
            _ => {}
        }
    }
}

/// Where a reference leads: the place behind the references on the way to it. The value there can be a reference.
pub(super) fn locate(
    document: &Value,
    names: &Names,
    tokens: Vec<String>,
) -> Result<Vec<String>, Lost> {
    let mut rest: Vec<String> = tokens.into_iter().rev().collect();
    let mut place: Vec<String> = Vec::new();
    let mut current = document;
    let mut hops = 0;
    while let Some(token) = rest.pop() {
        if let Some(next) = child(current, &token) {
            current = next;
            place.push(token);
            continue;
        }
        let Some(reference) = current.get("$ref").and_then(Value::as_str) else {
            return Err(missing(current, names, &place, token));
        };
        hops += 1;
        if hops > LONGEST_CHAIN {
            return Err(Lost::Circle);
        }
        rest.push(token);
        rest.extend(
            names
                .tokens(reference)
                .ok_or(Lost::Outside)?
                .into_iter()
                .rev(),
        );
        place.clear();
        current = document;
    }
    Ok(place)
}

fn missing(current: &Value, names: &Names, place: &[String], token: String) -> Lost {
    let known = current.as_object().into_iter().flat_map(|it| it.keys());
    Lost::Missing {
        nearest: pointer(place),
        alike: names.hint(&token, known.map(String::as_str)),
        token,
    }
}

/// The member or the element that a token names.
pub(super) fn child<'a>(value: &'a Value, token: &str) -> Option<&'a Value> {
    match value {
        Value::Object(members) => members.get(token),
        Value::Array(items) => items.get(token.parse::<usize>().ok()?),
        _ => None,
    }
}

/// The pointer of a path of tokens.
pub(super) fn pointer(tokens: &[String]) -> Pointer {
    tokens
        .iter()
        .fold(Pointer::root(), |pointer, token| pointer.join(token))
}

/// What stands at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stands {
    Item(Kind),
    /// A list or an object of items.
    Several(Kind),
    /// A schema, or a list of them.
    ItemOrSeveral(Kind),
    /// Something that the specification does not know.
    Data,
}

impl Stands {
    pub(super) const ROOT: Self = Self::Item(Kind::Document);

    /// What stands at `token` below.
    pub(super) fn at(self, token: &str) -> Self {
        match self {
            Self::Several(kind) => Self::Item(kind),
            Self::ItemOrSeveral(kind) if token.parse::<usize>().is_ok() => Self::Item(kind),
            Self::Item(kind) | Self::ItemOrSeveral(kind) => match holds(kind, token) {
                Some(Holds::One(kind)) => Self::Item(kind),
                Some(Holds::OneOrBoolean(kind)) => Self::ItemOrSeveral(kind),
                Some(Holds::List(kind) | Holds::Named(kind)) => Self::Several(kind),
                None => Self::Data,
            },
            Self::Data => Self::Data,
        }
    }
}

/// What stands at a place of a document.
pub(super) fn stands_at(place: &[String]) -> Stands {
    place
        .iter()
        .fold(Stands::ROOT, |stands, token| stands.at(token))
}
