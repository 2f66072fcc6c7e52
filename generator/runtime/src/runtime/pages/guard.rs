/// Tells when pages go in a circle, which would have no end, with what two of them take (Brent's algorithm): each page
/// is compared with the one before and with a landmark, which moves on after twice as many pages each time.
#[derive(Debug, Default)]
pub(super) struct Guard {
    last: Option<String>,
    landmark: Option<String>,
    /// How many pages came since the landmark.
    since: u64,
    /// How many pages it holds for.
    holds: u64,
}

impl Guard {
    /// Whether `place` was not seen; each circle is told after it was gone through a few times at most.
    pub(super) fn is_new(&mut self, place: String) -> bool {
        let seen = |known: &Option<String>| known.as_ref() == Some(&place);
        if seen(&self.last) || seen(&self.landmark) {
            return false;
        }
        self.since += 1;
        if self.since > self.holds {
            self.landmark = Some(place.clone());
            self.holds = self.since.saturating_mul(2);
            self.since = 0;
        }
        self.last = Some(place);
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_circle_of_any_length_is_told_and_a_line_is_none() {
        let mut guard = Guard::default();
        assert!((0..10_000).all(|place| guard.is_new(place.to_string())));
        for (before, length) in [(0, 1), (0, 2), (5, 3), (100, 7), (3, 100)] {
            let mut guard = Guard::default();
            let place = |page: usize| match page < before {
                true => page,
                false => before + (page - before) % length,
            };
            let told = (0..).position(|page| !guard.is_new(place(page).to_string()));
            assert!(
                told.unwrap() <= 4 * (before + length) + 4,
                "{before}, {length}: {told:?}"
            );
        }
    }
}
