//! Names that are written nearly alike.

/// How long a name may be to be compared; what it costs grows with the square.
const LONGEST: usize = 100;

/// How many names are compared.
const MOST: usize = 5_000;

/// The name that is written most like `wanted`; `None` where none is much alike.
pub fn similar<'a>(wanted: &str, names: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = 1 + wanted.chars().count() / 4;
    names
        .into_iter()
        .take(MOST)
        .filter_map(|name| Some((distance(wanted, name)?, name)))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// What to do about a name that nothing has: the one that it is most like, else `otherwise`.
pub(crate) fn did_you_mean<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    match similar(wanted, names) {
        Some(name) => format!("did you mean `{name}`?"),
        None => otherwise.to_owned(),
    }
}

/// How many characters have to be put in, taken out, replaced or swapped with the next, without regard to case.
fn distance(left: &str, right: &str) -> Option<usize> {
    let is_short = left.len() <= LONGEST && right.len() <= LONGEST;
    is_short.then(|| strsim::osa_distance(&left.to_lowercase(), &right.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let names = ["Cat", "Pet", "Owner"];
        assert_eq!(similar("Pett", names), Some("Pet"));
        assert_eq!(similar("pet", names), Some("Pet"));
        assert_eq!(similar("Onwer", names), Some("Owner"));
        assert_eq!(similar("Vehicle", names), None);
        assert_eq!(did_you_mean("Pett", names, "-"), "did you mean `Pet`?");
        assert_eq!(did_you_mean("Vehicle", names, "-"), "-");
    }
}
