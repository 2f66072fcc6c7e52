//! Versions, and how one follows another by the rules of Cargo.

use std::fmt;

use generator::{Comparison, SourceCode, Wire};

/// A version of three numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    major: u64,
    minor: u64,
    patch: u64,
}

/// What a new version brings to those who use the old one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Effect {
    Breaks,
    Adds,
    /// Nothing that code notices.
    Same,
}

impl Effect {
    /// What a document that changed brings.
    ///
    /// A change that breaks running programs counts as one that breaks code: a compatible version reaches programs by
    /// `cargo update`, with nobody looking, and the compiler does not tell them that the crate speaks to another server now.
    pub(crate) fn of(comparison: &Comparison) -> Self {
        match (comparison.wire(), comparison.source()) {
            (Wire::Breaks, _) | (_, SourceCode::Breaks) => Self::Breaks,
            (Wire::Works, SourceCode::Adds) => Self::Adds,
            (Wire::Works, SourceCode::Same) => Self::Same,
        }
    }
}

impl Version {
    pub(crate) const fn new(major: u64, minor: u64, patch: u64) -> Self {
        Self {
            major,
            minor,
            patch,
        }
    }

    /// Reads `1.2.3`. Pre-releases follow no rule that a program could know, so they are none.
    pub(crate) fn parse(text: &str) -> Option<Self> {
        let mut numbers = text.split('.').map(number);
        let version = Self {
            major: numbers.next()??,
            minor: numbers.next()??,
            patch: numbers.next()??,
        };
        numbers.next().is_none().then_some(version)
    }

    /// The next version: the first number that is not zero counts what breaks, the one behind it, if there is one, what is
    /// new (The Cargo Book, "SemVer Compatibility"). That leaves 0.x versions one number for all that does not break, and
    /// 0.0.x versions one for everything.
    pub(crate) fn next(self, effect: Effect) -> Self {
        let Self {
            major,
            minor,
            patch,
        } = self;
        let (major, minor, patch) = match (major, minor, effect) {
            (1.., _, Effect::Breaks) => (major.saturating_add(1), 0, 0),
            (1.., _, Effect::Adds) | (0, 1.., Effect::Breaks) => {
                (major, minor.saturating_add(1), 0)
            }
            _ => (major, minor, patch.saturating_add(1)),
        };
        Self {
            major,
            minor,
            patch,
        }
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

/// A number as Cargo reads it: digits without zeros before them.
fn number(text: &str) -> Option<u64> {
    let is_number = text.bytes().all(|byte| byte.is_ascii_digit());
    let number = text.parse::<u64>().ok().filter(|_| is_number)?;
    (number.to_string() == text).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_version_follows_the_rules_of_cargo() {
        for (version, breaks, adds, same) in [
            ("1.2.3", "2.0.0", "1.3.0", "1.2.4"),
            ("0.2.3", "0.3.0", "0.2.4", "0.2.4"),
            ("0.1.0", "0.2.0", "0.1.1", "0.1.1"),
            ("0.0.3", "0.0.4", "0.0.4", "0.0.4"),
            ("0.0.0", "0.0.1", "0.0.1", "0.0.1"),
        ] {
            let next = |effect| Version::parse(version).unwrap().next(effect).to_string();
            assert_eq!(next(Effect::Breaks), breaks, "{version} breaks");
            assert_eq!(next(Effect::Adds), adds, "{version} adds");
            assert_eq!(next(Effect::Same), same, "{version} stays the same");
        }
    }

    #[test]
    fn versions_are_three_numbers_in_their_order() {
        let parse = |text| Version::parse(text);
        assert!(parse("0.10.0").unwrap() > parse("0.9.9").unwrap());
        for bad in [
            "",
            "1",
            "1.2",
            "1.2.3.4",
            "1.2.3-rc.1",
            "1.2.3+x",
            "01.2.3",
            "+1.2.3",
            "1..3",
        ] {
            assert_eq!(parse(bad), None, "{bad}");
        }
        let last = Version::parse("18446744073709551615.0.0").unwrap();
        assert!(last.next(Effect::Breaks) >= last);
    }
}
