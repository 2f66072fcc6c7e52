//! What the walk over the two models finds, before the items of the crates are added to it.

use std::collections::BTreeMap;

use crate::diagnostics::Pointer;

use super::rule::{Rule, Wire};

/// From where a type is looked at: who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Direction {
    /// Clients send it.
    Request,
    /// Servers answer with it.
    Response,
}

impl Direction {
    /// What there may be less of than before.
    pub(super) fn narrowed(self) -> Rule {
        match self {
            Self::Request => Rule::RequestTypeNarrowed,
            Self::Response => Rule::ResponseTypeNarrowed,
        }
    }

    /// What there may be more of than before.
    pub(super) fn widened(self) -> Rule {
        match self {
            Self::Request => Rule::RequestTypeWidened,
            Self::Response => Rule::ResponseTypeWidened,
        }
    }
}

/// A change of the document.
#[derive(Debug, Clone)]
pub(super) struct Finding {
    pub(super) rule: Rule,
    /// What changed, as people call it: an operation, a type, a property.
    pub(super) subject: String,
    /// What changed of it, as the end of a sentence that begins with the subject.
    pub(super) message: String,
    pub(super) old: Option<Pointer>,
    pub(super) new: Option<Pointer>,
    pub(super) items: Vec<Claim>,
}

/// The items of the crate that a change touches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Claim {
    /// This one.
    Item(String),
    /// This one, and all that belong to it, unless something else claims them.
    Whole(String),
}

/// All findings, in the order of the walk.
#[derive(Debug, Default)]
pub(super) struct Findings {
    findings: Vec<Finding>,
    /// Where each part of the document is in the list: the same type is looked at from both directions.
    seen: BTreeMap<(String, Option<Pointer>, Option<Pointer>), usize>,
}

impl Findings {
    /// Adds a finding. Of two about the same part, `aspect` of the subject, the one that breaks is kept.
    pub(super) fn add(&mut self, aspect: &str, finding: Finding) {
        let aspect = format!("{aspect} {}", finding.subject);
        let key = (aspect, finding.old.clone(), finding.new.clone());
        match self
            .seen
            .get(&key)
            .and_then(|index| self.findings.get_mut(*index))
        {
            Some(earlier) => {
                if earlier.rule.wire() == Wire::Works && finding.rule.wire() == Wire::Breaks {
                    *earlier = finding;
                }
            }
            None => {
                self.seen.insert(key, self.findings.len());
                self.findings.push(finding);
            }
        }
    }

    pub(super) fn into_vec(self) -> Vec<Finding> {
        self.findings
    }
}
