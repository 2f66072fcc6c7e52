//! What each code means, at length: for people who have seen it in a message and want to know what to do.

use crate::compare::{Rule, Wire};
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

impl Rule {
    /// What it means and what to do about it. The first line is a sentence that stands alone.
    #[must_use]
    pub fn explanation(self) -> String {
        let about = self.about();
        let (wire, what_to_do) = match self.wire() {
            Wire::Works => (WORKS, RELEASE_AT_LEISURE),
            Wire::Breaks => (BREAKS, RELEASE_FIRST),
        };
        let own = self.advice().into_iter().flat_map(|own| [own, "\n"]);
        let own: String = own.collect();
        format!("{about}\n\n{wire}\n\n{SOURCE}\n\nWhat to do:\n{own}{what_to_do}\n")
    }

    /// The first line of the explanation.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.about().lines().next().unwrap_or_default()
    }

    /// What to do that does not follow from what breaks.
    fn advice(self) -> Option<&'static str> {
        Some(match self {
            Self::OperationRenamed | Self::TypeRenamed | Self::PropertyRenamed => {
                "- To keep the old name in Rust, give it in `spec/generate.toml` under `rename`."
            }
            Self::OperationDeprecated
            | Self::ParameterDeprecated
            | Self::TypeDeprecated
            | Self::PropertyDeprecated => {
                "- Look in the document for what replaces it; the compiler warns where code uses it."
            }
            Self::RequiredParameterAdded
            | Self::ParameterBecameRequired
            | Self::RequiredBodyAdded
            | Self::BodyBecameRequired
            | Self::RequiredRequestPropertyAdded
            | Self::RequestPropertyBecameRequired => {
                "- Give the value in code: it is an argument of the method, or of `new` of the type."
            }
            Self::ValueAdded | Self::BranchAdded => {
                "- Where code matches on the enum, its last arm takes what is new; add an arm if that is not enough."
            }
            Self::ResponsePropertyBecameOptional => {
                "- In code, the field is an `Option` now: say what follows from its absence."
            }
            Self::Consequence => {
                "- Look for the change behind it among the others; it goes away with that one."
            }
            _ => return None,
        })
    }
}

const WORKS: &str = "\
On the wire it breaks nothing: programs that were built against the old document go on working with a server of the
new one.";

const BREAKS: &str = "\
On the wire it breaks: programs that were built against the old document, and use what changed, do not work with a
server of the new one.";

/// The same for all rules: it is read from the two crates.
const SOURCE: &str = "\
In source it depends on the items of the crate that the change touches, which a comparison lists below it: where one is
gone or is another, code that uses it does not compile; new ones break nothing.";

const RELEASE_AT_LEISURE: &str = "\
- `cargo xtask regen --bump` writes the client of the new document, with the version that has to follow.";

const RELEASE_FIRST: &str = "\
- `cargo xtask regen --bump` writes the client of the new document, with the version that has to follow. Have programs
  built with it by the time when the server changes.
- If the server is yours, let it take and give what it did before for as long as old programs run.";

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
    fn every_rule_says_what_it_means_and_what_to_do_under_a_name_of_its_own() {
        let mut names = BTreeSet::from(Code::ALL.map(Code::as_str));
        for rule in Rule::ALL {
            let text = rule.explanation();
            assert!(names.insert(rule.code()), "{rule}");
            assert!(text.starts_with(rule.summary()), "{rule}");
            assert!(text.contains("\n\nOn the wire it breaks"), "{rule}");
            assert!(text.contains("\n\nIn source it depends"), "{rule}");
            assert!(text.contains("\n\nWhat to do:\n- "), "{rule}");
            assert!(text.lines().all(|line| line.len() <= 120), "{rule}: {text}");
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
