/// The singular of an English plural in any case, as far as a name for an array's items needs it; other words stay.
pub(crate) fn singular(word: &str) -> String {
    let lower = word.to_lowercase();
    let cut = |end: usize| word.get(..word.len() - end).unwrap_or(word).to_owned();
    let ends = |endings: &[&str]| endings.iter().any(|ending| lower.ends_with(ending));
    if ends(&["series", "species", "news", "ss", "us", "is"]) || lower.len() < 4 {
        word.to_owned()
    } else if ends(&["movies", "cookies"]) {
        cut(1)
    } else if ends(&["ies"]) {
        cut(3) + "y"
    } else if ends(&["statuses", "sses", "shes", "ches", "xes", "zzes", "uses"]) {
        // `uses` of `statuses`, not of `causes`: those who name arrays write of the former.
        cut(2)
    } else if ends(&["s"]) {
        cut(1)
    } else if lower.ends_with("children") {
        cut(3)
    } else if lower.ends_with("people") {
        cut(4) + "rson"
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::singular;

    #[test]
    fn a_plural_becomes_its_singular_and_other_words_stay() {
        for (plural, expected) in [
            ("files", "file"),
            ("Entries", "Entry"),
            ("addresses", "address"),
            ("statuses", "status"),
            ("boxes", "box"),
            ("branches", "branch"),
            ("userIds", "userId"),
            ("children", "child"),
            ("people", "person"),
            ("data", "data"),
            ("status", "status"),
            ("analysis", "analysis"),
            ("access", "access"),
            ("ids", "ids"),
            ("s", "s"),
            ("größen", "größen"),
        ] {
            assert_eq!(singular(plural), expected);
        }
    }
}
