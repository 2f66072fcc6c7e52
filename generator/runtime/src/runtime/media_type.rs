//! Media types, as `Content-Type` headers and the keys of a document's `content` write them.

/// Whether a body of this `Content-Type` is one that `range` describes: a media type, or a range such as `image/*`.
///
/// Neither case nor parameters count (RFC 9110, sections 8.3.1 and 12.5.1). Documents also write `*`, and
/// `application/*+json` for every type with this suffix.
pub(crate) fn matches(range: &str, content_type: &str) -> bool {
    specificity(range, content_type).is_some()
}

/// The index of the range that describes a body of this `Content-Type` most closely; of equals, the first.
///
/// Of the keys that match a response, only the most specific one applies (OpenAPI Specification 3.1.1, Response
/// Object, `content`).
pub(crate) fn most_specific(ranges: &[&str], content_type: &str) -> Option<usize> {
    let matching = ranges
        .iter()
        .enumerate()
        .filter_map(|(index, range)| Some((specificity(range, content_type)?, index)));
    // `max_by_key` would take the last of equals.
    matching
        .rev()
        .max_by_key(|(specificity, _)| *specificity)
        .map(|(_, index)| index)
}

/// Whether this is JSON: `application/json`, `text/json`, or a type with the suffix `+json` (RFC 6839, section 3.1).
pub(crate) fn is_json(content_type: &str) -> bool {
    let essence = essence(content_type);
    has_suffix(essence, "json") || is_one_of(essence, &["application/json", "text/json"])
}

/// The value of a parameter, such as `charset` (RFC 9110, section 5.6.6).
pub(crate) fn parameter<'a>(content_type: &'a str, name: &str) -> Option<&'a str> {
    content_type.split(';').skip(1).find_map(|parameter| {
        let (own, value) = parameter.split_once('=')?;
        let is_it = own.trim_ascii().eq_ignore_ascii_case(name);
        is_it.then(|| value.trim_ascii().trim_matches('"'))
    })
}

/// How closely a range describes a media type; more is closer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Specificity {
    Any,
    Type,
    Suffix,
    Exact,
}

fn specificity(range: &str, content_type: &str) -> Option<Specificity> {
    let (range, essence) = (essence(range), essence(content_type));
    if matches!(range, "*" | "*/*") {
        return Some(Specificity::Any);
    }
    if range.eq_ignore_ascii_case(essence) {
        return Some(Specificity::Exact);
    }
    let (range_type, range_subtype) = range.split_once('/')?;
    let (own_type, own_subtype) = essence.split_once('/')?;
    if range_type != "*" && !range_type.eq_ignore_ascii_case(own_type) {
        return None;
    }
    if range_subtype == "*" && !own_subtype.is_empty() {
        return Some(Specificity::Type);
    }
    let suffix = range_subtype.strip_prefix("*+")?;
    has_suffix(essence, suffix).then_some(Specificity::Suffix)
}

/// A media type without its parameters.
fn essence(media_type: &str) -> &str {
    media_type
        .split_once(';')
        .map_or(media_type, |(essence, _)| essence)
        .trim_ascii()
}

fn has_suffix(essence: &str, suffix: &str) -> bool {
    essence
        .rsplit_once('+')
        .is_some_and(|(_, own)| own.eq_ignore_ascii_case(suffix))
}

fn is_one_of(essence: &str, names: &[&str]) -> bool {
    names.iter().any(|name| name.eq_ignore_ascii_case(essence))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_matches_whatever_the_case_and_the_parameters() {
        for (range, content_type, matches_it) in [
            ("application/json", "application/json", true),
            ("application/json", "Application/JSON", true),
            ("application/json", "application/json; charset=utf-8", true),
            ("application/json", "application/json;charset=\"a;b\"", true),
            (
                "application/json",
                " application/json ; charset=utf-8",
                true,
            ),
            ("application/json; version=1", "application/json", true),
            ("application/json", "application/problem+json", false),
            ("application/json", "text/json", false),
            ("application/json", "application/jsonl", false),
            ("application/json", "", false),
            ("image/*", "image/png", true),
            ("Image/*", "IMAGE/svg+xml", true),
            ("image/*", "imagery/png", false),
            ("image/*", "image", false),
            ("image/*", "image/", false),
            ("*/*", "image/png", true),
            ("*/*", "nonsense", true),
            ("*/*; q=0.1", "image/png", true),
            ("*", "image/png", true),
            ("application/*+json", "application/vnd.api+json; v=1", true),
            ("application/*+json", "application/a+b+JSON", true),
            ("application/*+json", "application/json", false),
            ("application/*+json", "image/x+json", false),
            ("*/*+json", "image/x+json", true),
        ] {
            assert_eq!(
                matches(range, content_type),
                matches_it,
                "{range}: {content_type}"
            );
        }
    }

    #[test]
    fn the_most_specific_range_applies() {
        let ranges = ["*/*", "text/*", "text/plain", "TEXT/plain", "text/*+x"];
        for (content_type, index) in [
            ("text/plain; charset=utf-8", Some(2)),
            ("text/html", Some(1)),
            ("text/html+x", Some(4)),
            ("image/png", Some(0)),
        ] {
            assert_eq!(
                most_specific(&ranges, content_type),
                index,
                "{content_type}"
            );
        }
        assert_eq!(most_specific(&["text/*"], "image/png"), None);
        assert_eq!(most_specific(&[], "image/png"), None);
    }

    #[test]
    fn json_is_known_by_name_and_suffix() {
        for (content_type, json) in [
            ("application/json", true),
            ("application/json; charset=utf-8", true),
            ("APPLICATION/PROBLEM+JSON", true),
            ("text/json", true),
            ("application/geo+json-seq", false),
            ("application/jsonl", false),
            ("application/json-seq", false),
            ("text/plain", false),
            ("text/csv; header=present", false),
            ("application/xml", false),
            ("image/svg+xml", false),
            ("application/vnd.oai.openapi+yaml", false),
            ("application/octet-stream", false),
            ("image/png", false),
            ("json", false),
            ("", false),
        ] {
            assert_eq!(is_json(content_type), json, "{content_type}");
        }
    }
}
