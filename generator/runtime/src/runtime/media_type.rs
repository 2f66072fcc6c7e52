//! Media types and ranges (RFC 9110, sections 8.3.1 and 12.5.1).

/// Whether a `Content-Type` is of a media type or range, whatever its parameters and case.
pub(crate) fn matches(range: &str, content_type: &str) -> bool {
    let (range, came) = (essence(range), essence(content_type));
    match range.split_once('/') {
        Some(("*", "*")) => true,
        Some((kind, "*")) => came
            .split_once('/')
            .is_some_and(|(came, _)| came.eq_ignore_ascii_case(kind)),
        _ => range.eq_ignore_ascii_case(came),
    }
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type.split(';').next().unwrap_or_default().trim()
}

#[cfg(test)]
mod tests {
    use super::matches;

    #[test]
    fn parameters_and_case_do_not_matter_and_ranges_match_what_is_in_them() {
        for (range, content_type, expected) in [
            ("application/json", "application/json; charset=utf-8", true),
            ("application/json", "Application/JSON", true),
            ("application/json;v=1", "application/json", true),
            ("application/json", "application/scim+json", false),
            ("image/*", "image/png", true),
            ("image/*", "imagery/png", false),
            ("*/*", "anything", true),
        ] {
            assert_eq!(matches(range, content_type), expected, "{range} {content_type}");
        }
    }
}
