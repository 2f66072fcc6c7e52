use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::query::{Content, Pair, pairs};
use super::shape::text;
use super::{Encoding, Parameter};
use crate::runtime::error::InputError;

/// What is not in a `cookie-octet` (RFC 6265, section 4.1.1).
const NOT_IN_VALUE: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b',').add(b';').add(b'\\');

/// The same, and the sign that tells that something is encoded.
const NOT_IN_ENCODED_VALUE: &AsciiSet = &NOT_IN_VALUE.add(b'%');

/// What is not in a `token`, which is the name of a cookie (RFC 9110, section 5.6.2).
const NOT_IN_NAME: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'!')
    .remove(b'#')
    .remove(b'$')
    .remove(b'&')
    .remove(b'\'')
    .remove(b'*')
    .remove(b'+')
    .remove(b'-')
    .remove(b'.')
    .remove(b'^')
    .remove(b'_')
    .remove(b'`')
    .remove(b'|')
    .remove(b'~');

/// The cookies that a parameter is, each as `name=value`: style `form`, but exploded ones are cookies of their own and
/// not joined by `&` (OpenAPI Specification 3.0.4, Appendix D).
pub(super) fn cookies(parameter: &Parameter, value: &Value) -> Result<Vec<String>, InputError> {
    let pairs = match parameter.encoding {
        Encoding::Json => {
            let text = list(&[value.to_string()]);
            return Ok(vec![format!("{}={text}", name(parameter.name))]);
        }
        Encoding::Style { style, explode, .. } => {
            pairs(parameter.name, value, style, explode, &|_| false)?
        }
    };
    Ok(pairs.iter().map(cookie).collect())
}

fn cookie(pair: &Pair) -> String {
    let text = match &pair.content {
        Content::One(value) => list(&[text(value)]),
        Content::List(items, _) => list(items),
    };
    format!("{}={text}", name(&pair.name))
}

fn name(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_NAME).to_string()
}

/// Items with commas between them, whatever the style, since `form` is the only one of cookies.
///
/// RFC 6265 knows no encoding: a value that can stand in a cookie goes as it is, because it may be one that the server
/// made. In any other, what cannot stand there is percent-encoded, which most readers of cookies in the field undo; they
/// undo it in all items.
fn list(items: &[String]) -> String {
    let encoded = |set| -> Vec<String> {
        let items = items.iter();
        items
            .map(|item| utf8_percent_encode(item, set).to_string())
            .collect()
    };
    let as_they_are = encoded(NOT_IN_VALUE);
    if as_they_are == items {
        as_they_are.join(",")
    } else {
        encoded(NOT_IN_ENCODED_VALUE).join(",")
    }
}
