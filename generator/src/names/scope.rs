use std::collections::BTreeSet;

/// Names that must differ from each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope(BTreeSet<String>);

impl Scope {
    /// A scope in which `names` are taken.
    pub(crate) fn with_taken(names: &[&str]) -> Self {
        Self(names.iter().map(|name| (*name).to_owned()).collect())
    }

    /// Takes the first of `candidates` that is free; where none is, the last with the first free number from 2 on.
    pub(crate) fn claim(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut last = String::new();
        for candidate in candidates {
            if self.0.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        // A raw identifier cannot collide with the numbered ones.
        let stem = last.trim_start_matches("r#");
        let separator = if stem.contains(char::is_uppercase) {
            ""
        } else {
            "_"
        };
        let mut number = 2_usize;
        loop {
            let candidate = format!("{stem}{separator}{number}");
            if self.0.insert(candidate.clone()) {
                return candidate;
            }
            number += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_free_candidate_is_taken_and_numbers_come_last() {
        let mut scope = Scope::with_taken(&["Option"]);
        let mut claim = |names: &[&str]| scope.claim(names.iter().map(|name| (*name).to_owned()));
        assert_eq!(claim(&["Option", "OptionSchema"]), "OptionSchema");
        assert_eq!(claim(&["Option", "OptionSchema"]), "OptionSchema2");
        assert_eq!(claim(&["r#type"]), "r#type");
        assert_eq!(claim(&["r#type"]), "type_2");
        assert_eq!(claim(&["r#type"]), "type_3");
    }
}
