//! Refuses YAML that is nested so deep that reading it would take forever.

use saphyr_parser::{Event, Parser};

use super::{MAX_DEPTH, positions::yaml::position, text::Fault};

/// What is said about a document that is nested too deep.
pub(super) const TOO_DEEP: &str = "lists and mappings are nested more than 127 deep";

/// Far more brackets than a document can have open at once, and more than prose leaves open by mistake.
const SUSPICIOUS: usize = 256;

/// Refuses a document that is nested too deep by brackets.
///
/// `serde_yaml` has a limit as well, but it looks at it after libyaml has read the whole text, which takes time in
/// the square of the depth: half a minute for a hundred thousand braces. The other parser stops at once, but to
/// read everything twice would be a waste, so a rough count decides whether it is asked.
pub(super) fn check(text: &str) -> Result<(), Fault> {
    if brackets_left_open(text) <= SUSPICIOUS {
        return Ok(());
    }
    let mut depth = 0_usize;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Fault {
            message: match error.info() {
                "recursion limit exceeded" => TOO_DEEP.to_owned(),
                other => other.to_owned(),
            },
            position: Some(position(*error.marker())),
            earlier: None,
            truncated: false,
        })?;
        match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => depth += 1,
            Event::SequenceEnd | Event::MappingEnd => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(Fault {
                message: TOO_DEEP.to_owned(),
                position: Some(position(span.start)),
                earlier: None,
                truncated: false,
            });
        }
    }
    Ok(())
}

/// How many brackets are open at most, if those in text count as well.
fn brackets_left_open(text: &str) -> usize {
    let mut open = 0_usize;
    let mut most = 0;
    for byte in text.bytes() {
        match byte {
            b'[' | b'{' => {
                open += 1;
                most = most.max(open);
            }
            b']' | b'}' => open = open.saturating_sub(1),
            _ => {}
        }
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_text_are_no_nesting() {
        let text = format!("a: 'from {}'\nb: [1]\n", "[0, 1) ".repeat(1000));
        assert_eq!(check(&text), Ok(()));
    }

    #[test]
    fn nested_brackets_are_refused() {
        for bracket in ["[", "{a: ", "[{b: "] {
            let fault = check(&bracket.repeat(100_000)).unwrap_err();
            assert_eq!(fault.message, TOO_DEEP, "{bracket}");
        }
    }
}
