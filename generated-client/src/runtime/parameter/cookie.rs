// @generated as a copy of the generator's runtime; changes by hand are lost.

use percent_encoding::{AsciiSet, CONTROLS, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::query::{Pair, pairs};
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
            let text = encode(&value.to_string());
            return Ok(vec![format!("{}={text}", name(parameter.name))]);
        }
        Encoding::Style { style, explode, .. } => pairs(parameter.name, value, style, explode)?,
    };
    Ok(pairs.iter().map(cookie).collect())
}

fn cookie(pair: &Pair) -> String {
    let items: Vec<String> = pair.items.iter().map(|item| encode(item)).collect();
    // The delimiter is a comma whatever the style, since `form` is the only one of cookies.
    format!("{}={}", name(&pair.name), items.join(","))
}

fn name(text: &str) -> String {
    utf8_percent_encode(text, NOT_IN_NAME).to_string()
}

/// RFC 6265 knows no encoding: a value that can stand in a cookie goes as it is, because it may be one that the server
/// made. In any other, what cannot stand there is percent-encoded, which most readers of cookies in the field undo.
fn encode(text: &str) -> String {
    let as_it_is: String = utf8_percent_encode(text, NOT_IN_VALUE).collect();
    if as_it_is == text {
        as_it_is
    } else {
        utf8_percent_encode(text, NOT_IN_ENCODED_VALUE).to_string()
    }
}
