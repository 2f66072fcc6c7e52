//! What each code means, at length: for people who have seen it in a message and want to know what to do.

use crate::diagnostics::Code;

impl Code {
    /// Every code, in the order in which lists show them.
    pub const ALL: [Self; 12] = [
        Self::UnsupportedVersion,
        Self::InvalidDocument,
        Self::UnresolvedReference,
        Self::UntypedSchema,
        Self::IgnoredKeyword,
        Self::SkippedOperation,
        Self::SkippedParameter,
        Self::UnusableServer,
        Self::PaginationRule,
        Self::Overlay,
        Self::Configuration,
        Self::LimitExceeded,
    ];

    /// What it means and what to do about it. The first line is a sentence that stands alone.
    #[must_use]
    pub fn explanation(self) -> &'static str {
        match self {
            Self::UnsupportedVersion => include_str!("explanations/unsupported-version.md"),
            Self::InvalidDocument => include_str!("explanations/invalid-document.md"),
            Self::UnresolvedReference => include_str!("explanations/unresolved-reference.md"),
            Self::UntypedSchema => include_str!("explanations/untyped-schema.md"),
            Self::IgnoredKeyword => include_str!("explanations/ignored-keyword.md"),
            Self::SkippedOperation => include_str!("explanations/skipped-operation.md"),
            Self::SkippedParameter => include_str!("explanations/skipped-parameter.md"),
            Self::UnusableServer => include_str!("explanations/unusable-server.md"),
            Self::PaginationRule => include_str!("explanations/pagination-rule.md"),
            Self::Overlay => include_str!("explanations/overlay.md"),
            Self::Configuration => include_str!("explanations/configuration.md"),
            Self::LimitExceeded => include_str!("explanations/limit-exceeded.md"),
        }
    }

    /// The first line of the explanation.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.explanation().lines().next().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_code_says_what_it_means_and_what_to_do() {
        for code in Code::ALL {
            let text = code.explanation();
            let name = code.as_str();
            assert!(code.summary().ends_with('.'), "{name}");
            assert!(text.contains("\n\nWhat to do:\n- "), "{name}");
            assert!(text.lines().all(|line| line.len() <= 120), "{name}");
        }
    }

    #[test]
    fn every_explanation_belongs_to_a_code_of_the_list() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/explanations");
        let files: BTreeSet<String> = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        let listed = Code::ALL.map(|code| format!("{}.md", code.as_str()));
        assert_eq!(files, BTreeSet::from(listed));
    }
}
