// @generated as a copy of the generator's runtime; changes by hand are lost.

use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::Value;

use super::shape::Shape;
use super::{Encoding, Parameter};
use crate::runtime::error::InputError;

/// Puts a header into `headers`: style `simple`, without percent-encoding, which receivers of headers do not undo
/// (OpenAPI Specification 3.0.4, Appendix D).
pub(super) fn insert(
    headers: &mut HeaderMap,
    parameter: &Parameter,
    value: &Value,
) -> Result<(), InputError> {
    let invalid = |reason: &str| InputError::InvalidParameter {
        name: parameter.name.to_owned(),
        reason: reason.to_owned(),
    };
    let text = match parameter.encoding {
        Encoding::Json => Some(ascii_json(value)),
        Encoding::Style { explode, .. } => simple(Shape::of(value), explode).map_err(invalid)?,
    };
    let Some(text) = text else {
        return Ok(());
    };
    check(&text).map_err(invalid)?;
    let name = HeaderName::from_bytes(parameter.name.as_bytes());
    let (Ok(name), Ok(mut text)) = (name, HeaderValue::from_str(&text)) else {
        return Err(InputError::InvalidHeader {
            name: parameter.name.to_owned(),
        });
    };
    // Documents have tokens among their parameters.
    text.set_sensitive(true);
    headers.insert(name, text);
    Ok(())
}

fn simple(shape: Shape, explode: bool) -> Result<Option<String>, &'static str> {
    let pieces = match (shape, explode) {
        (Shape::Null, _) => return Ok(Some(String::new())),
        (Shape::Text(text), _) => return Ok(Some(text)),
        (Shape::Array(items), _) => items,
        (Shape::Object(members), false) => members
            .into_iter()
            .flat_map(|(name, value)| [name, value])
            .collect(),
        (Shape::Object(members), true) => {
            if members.iter().any(|(name, _)| name.contains('=')) {
                return Err("the name of a property has a `=`, which would end it");
            }
            members
                .into_iter()
                .map(|(name, value)| format!("{name}={value}"))
                .collect()
        }
    };
    if pieces.iter().any(|piece| piece.contains(',')) {
        return Err("an item has a comma, which would end it");
    }
    // RFC 9110, section 5.6.1.2; in an object that is not exploded, names would become values.
    if pieces.iter().any(String::is_empty) {
        return Err("an item is empty, and receivers of lists leave such items out");
    }
    pieces.iter().try_for_each(|piece| check(piece))?;
    Ok((!pieces.is_empty()).then(|| pieces.join(",")))
}

/// Checks that a text arrives as it is: a field value is visible characters with spaces and tabs between them (RFC
/// 9110, section 5.5). Bytes beyond ASCII may be sent, but nobody says what text they are.
fn check(text: &str) -> Result<(), &'static str> {
    let is_allowed = |byte: u8| byte == b'\t' || byte == b' ' || byte.is_ascii_graphic();
    if !text.is_ascii() {
        return Err("a header has no characters but those of ASCII");
    }
    if !text.bytes().all(is_allowed) {
        return Err("a header has no line breaks and no other control characters");
    }
    if text.trim_ascii().len() != text.len() {
        return Err("a header loses white space at its ends");
    }
    Ok(())
}

/// JSON in ASCII: other characters as their escapes.
fn ascii_json(value: &Value) -> String {
    let mut ascii = String::new();
    let mut units = [0; 2];
    for character in value.to_string().chars() {
        if character.is_ascii() && character != '\u{7f}' {
            ascii.push(character);
            continue;
        }
        for unit in character.encode_utf16(&mut units) {
            ascii.push_str(&format!("\\u{unit:04x}"));
        }
    }
    ascii
}
