/// How long a name may be to be compared; what it costs grows with the square.
const LONGEST: usize = 100;

/// How many names are compared.
const MOST: usize = 5_000;

/// The name that is written most like `wanted`; `None` where none is much alike.
pub(super) fn most<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<String> {
    let allowed = 1 + wanted.chars().count() / 4;
    names
        .take(MOST)
        .filter_map(|name| Some((distance(wanted, name)?, name)))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name.to_owned())
}

/// How many characters have to be put in, taken out or replaced, without regard to case (Levenshtein).
fn distance(left: &str, right: &str) -> Option<usize> {
    if left.len() > LONGEST || right.len() > LONGEST {
        return None;
    }
    let right: Vec<char> = right.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (index, from) in left.to_lowercase().chars().enumerate() {
        let mut diagonal = index;
        let mut last = index + 1;
        let mut next = vec![last];
        for (to, above) in right.iter().zip(row.iter().skip(1)) {
            let replaced = diagonal + usize::from(from != *to);
            last = replaced.min(last + 1).min(above + 1);
            diagonal = *above;
            next.push(last);
        }
        row = next;
    }
    row.pop()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
        let names = || ["Cat", "Pet", "Owner"].into_iter();
        assert_eq!(most("Pett", names()).as_deref(), Some("Pet"));
        assert_eq!(most("pet", names()).as_deref(), Some("Pet"));
        assert_eq!(most("Vehicle", names()), None);
        assert_eq!(distance("kitten", "sitting"), Some(3));
    }
}
