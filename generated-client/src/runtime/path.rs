// @generated as a copy of the generator's runtime; changes by hand are lost.

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
