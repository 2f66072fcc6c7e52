//! What finds operations.

use std::fmt;

use crate::pattern::matches;

use super::{Candidate, METHODS};

/// Finds operations; `*` stands for any text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OperationPattern {
    /// By their `operationId`, or by method and path: `list*`, `GET /pets/*`.
    Text(String),
    /// By one of their tags.
    Tag(String),
}

impl OperationPattern {
    /// What is looked for.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Text(text) | Self::Tag(text) => text,
        }
    }

    pub(super) fn finds(&self, operation: &Candidate) -> bool {
        match self {
            Self::Text(text) => match method_and_path(text) {
                Some((method, path)) => {
                    let has_path = operation.path.as_ref();
                    matches(&method, &operation.method)
                        && has_path.is_some_and(|it| matches(path, it))
                }
                None => operation.id.as_ref().is_some_and(|id| matches(text, id)),
            },
            Self::Tag(tag) => operation.tags.iter().any(|it| matches(tag, it)),
        }
    }

    /// What patterns of this kind could name.
    pub(super) fn names(&self, operations: &[Candidate]) -> Vec<String> {
        let operations = operations.iter();
        match self {
            Self::Text(text) if method_and_path(text).is_some() => operations
                .filter_map(|it| Some(format!("{} {}", it.method, it.path.as_ref()?)))
                .collect(),
            Self::Text(_) => operations.filter_map(|it| it.id.clone()).collect(),
            Self::Tag(_) => operations.flat_map(|it| it.tags.clone()).collect(),
        }
    }
}

/// As the configuration writes it.
impl fmt::Display for OperationPattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => write!(f, "`{text}`"),
            Self::Tag(tag) => write!(f, "the tag `{tag}`"),
        }
    }
}

/// The method, in upper case, and the path of a pattern that has both.
fn method_and_path(text: &str) -> Option<(String, &str)> {
    let (method, path) = text.split_once(' ')?;
    let is_method = method == "*" || METHODS.contains(&method.to_lowercase().as_str());
    (is_method && path.starts_with(['/', '*'])).then(|| (method.to_uppercase(), path))
}
