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

/// What to do about a name, or a pattern with `*`, that nothing has: the one name that it is written like, else those that
/// it resembles, else `otherwise`.
pub(crate) fn did_you_mean<'a>(
    wanted: &str,
    names: impl IntoIterator<Item = &'a str>,
    otherwise: &str,
) -> String {
    let names: Vec<&str> = names.into_iter().take(MOST).collect();
    if let Some(name) = similar(wanted, names.iter().copied()) {
        return format!("did you mean `{name}`?");
    }
    let few: Vec<String> = resembling(wanted, &names)
        .iter()
        .map(|name| format!("`{name}`"))
        .collect();
    if few.is_empty() {
        otherwise.to_owned()
    } else {
        format!("there is {}; {otherwise}", few.join(", "))
    }
}

/// Up to three names that resemble `wanted`, best first. What they begin with counts most.
fn resembling<'a>(wanted: &str, names: &[&'a str]) -> Vec<&'a str> {
    const ENOUGH: f64 = 0.8;
    let wanted = wanted.replace('*', "").to_lowercase();
    let alike = |name: &str| strsim::jaro_winkler(&wanted, &name.to_lowercase());
    let mut names: Vec<(f64, &str)> = names
        .iter()
        .filter(|name| name.len() <= LONGEST && wanted.len() <= LONGEST)
        .map(|name| (alike(name), *name))
        .filter(|(alike, _)| *alike >= ENOUGH)
        .collect();
    names.sort_by(|left, right| right.0.total_cmp(&left.0));
    names.dedup_by_key(|(_, name)| *name);
    names.into_iter().take(3).map(|(_, name)| name).collect()
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

    #[test]
    fn a_pattern_resembles_names_that_begin_like_it() {
        let names = ["gists/list", "repos/list", "gists/create"];
        let told = did_you_mean("gist/*", names, "see there");
        assert_eq!(told, "there is `gists/list`, `gists/create`; see there");
    }
}
