use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::runtime::error::InputError;

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// Puts values into a path template such as `/sessions/{sessionId}/messages`, each as one path segment or a part of
/// one: style `simple` for a primitive value (OpenAPI Specification 3.0.4, section 4.7.12.3).
pub(crate) fn expand(template: &str, values: &[(&str, String)]) -> Result<String, InputError> {
    let mut path = String::with_capacity(template.len());
    for segment in template.split('/').skip(1) {
        path.push('/');
        path.push_str(&expand_segment(segment, values)?);
    }
    Ok(path)
}

fn expand_segment(segment: &str, values: &[(&str, String)]) -> Result<String, InputError> {
    let mut expanded = segment.to_owned();
    let mut last = None;
    for (name, value) in values {
        let placeholder = format!("{{{name}}}");
        // Expanded values hold no brace, so that a later value cannot land inside an earlier one.
        if !expanded.contains(&placeholder) {
            continue;
        }
        if value.is_empty() {
            return Err(InputError::EmptyPathParameter {
                name: (*name).to_owned(),
            });
        }
        let encoded = utf8_percent_encode(value, RESERVED).to_string();
        expanded = expanded.replace(&placeholder, &encoded);
        last = Some(name);
    }
    match last {
        Some(name) if expanded == "." || expanded == ".." => Err(InputError::DotSegment {
            name: (*name).to_owned(),
        }),
        _ => Ok(expanded),
    }
}

/// A value that a path can carry.
pub(crate) trait PathValue {
    /// The value before percent-encoding.
    fn text(&self) -> String;
}

macro_rules! path_values {
    ($($type:ty),*) => {
        $(impl PathValue for $type {
            fn text(&self) -> String {
                self.to_string()
            }
        })*
    };
}
path_values!(str, String, bool, i8, i16, i32, i64, u8, u16, u32, u64, f64);

impl<T: PathValue + ?Sized> PathValue for &T {
    fn text(&self) -> String {
        T::text(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use percent_encoding::percent_decode_str;
    use proptest::prelude::*;

    fn one(value: &str) -> Result<String, InputError> {
        expand("/a/{id}/b", &[("id", value.to_owned())])
    }

    #[test]
    fn a_value_is_one_segment_whatever_it_contains() {
        assert_eq!(one("a/b?c#d e%").unwrap(), "/a/a%2Fb%3Fc%23d%20e%25/b");
        assert_eq!(one("ü").unwrap(), "/a/%C3%BC/b");
        assert_eq!(one("{id}").unwrap(), "/a/%7Bid%7D/b");
    }

    #[test]
    fn an_empty_value_and_the_dot_segments_are_input_errors() {
        let name = || "id".to_owned();
        assert_eq!(
            one(""),
            Err(InputError::EmptyPathParameter { name: name() })
        );
        assert_eq!(one("."), Err(InputError::DotSegment { name: name() }));
        assert_eq!(one(".."), Err(InputError::DotSegment { name: name() }));
        assert_eq!(one("...").unwrap(), "/a/.../b");
    }

    #[test]
    fn two_values_that_make_one_dot_segment_are_an_input_error() {
        let values = [("a", ".".to_owned()), ("b", ".".to_owned())];
        assert!(matches!(
            expand("/{a}{b}", &values),
            Err(InputError::DotSegment { .. })
        ));
        assert_eq!(expand("/{a}-{b}", &values).unwrap(), "/.-.");
    }

    proptest! {
        #[test]
        fn a_url_parser_gives_the_value_back_as_one_segment(value in "\\PC+") {
            prop_assume!(value != "." && value != "..");
            let url = url::Url::parse(&format!("http://host{}", one(&value).unwrap())).unwrap();
            let segments: Vec<&str> = url.path_segments().unwrap().collect();
            prop_assert_eq!(segments.len(), 3);
            let decoded = percent_decode_str(segments[1]).decode_utf8().unwrap();
            prop_assert_eq!(decoded, value);
            prop_assert!(url.query().is_none() && url.fragment().is_none());
        }
    }
}
