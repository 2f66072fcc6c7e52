use std::collections::{BTreeMap, BTreeSet};

use super::spelled_out;

/// Names that must differ from each other.
#[derive(Debug, Clone, Default)]
pub(crate) struct Scope {
    taken: BTreeSet<String>,
    /// The number to try next, by what stands before it: all lower ones are taken.
    next: BTreeMap<String, usize>,
    /// What would have been taken, by the names that got a number instead.
    numbered: BTreeMap<String, String>,
}

impl Scope {
    /// A scope in which `names` are taken.
    pub(crate) fn with_taken(names: &[&str]) -> Self {
        Self {
            taken: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Self::default()
        }
    }

    /// Takes the first of `candidates` that is free; where none is, the last with the first free number from 2 on.
    pub(crate) fn claim(&mut self, candidates: impl IntoIterator<Item = String>) -> String {
        let mut last = String::new();
        for candidate in candidates {
            if self.taken.insert(candidate.clone()) {
                return candidate;
            }
            last = candidate;
        }
        self.number(&last)
    }

    /// Takes a name for each of `texts`. Those that are written like names already come first: a name that is the
    /// document's own does not give way to one that we make.
    pub(crate) fn claim_all(&mut self, texts: &[&str], case: fn(&str) -> String) -> Vec<String> {
        let mut names: Vec<Option<String>> = texts
            .iter()
            .map(|text| {
                let name = case(text);
                let is_own = name.trim_start_matches("r#") == *text;
                (is_own && self.taken.insert(name.clone())).then_some(name)
            })
            .collect();
        for (name, text) in names.iter_mut().zip(texts) {
            if name.is_none() {
                *name = Some(self.claim([case(text), case(&spelled_out(text))]));
            }
        }
        names.into_iter().flatten().collect()
    }

    fn number(&mut self, name: &str) -> String {
        // A raw identifier cannot collide with the numbered ones.
        let stem = name.trim_start_matches("r#").trim_end_matches('_');
        let separator = if stem.contains(char::is_uppercase) {
            ""
        } else {
            "_"
        };
        let stem = format!("{stem}{separator}");
        let next = self.next.entry(stem.clone()).or_insert(2);
        loop {
            let candidate = format!("{stem}{next}");
            *next += 1;
            if self.taken.insert(candidate.clone()) {
                self.numbered.insert(candidate.clone(), name.to_owned());
                return candidate;
            }
        }
    }

    /// What would have been taken, by the names that got a number instead.
    pub(crate) fn into_numbered(self) -> BTreeMap<String, String> {
        self.numbered
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

    #[test]
    fn a_name_of_the_document_does_not_give_way_to_one_that_is_made() {
        let names =
            Scope::default().claim_all(&["a-b", "a_b", "type", "Type"], crate::names::snake_case);
        assert_eq!(names, ["a_dash_b", "a_b", "r#type", "type_2"]);
    }
}
