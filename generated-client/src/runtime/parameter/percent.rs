// @generated as a copy of the generator's runtime; changes by hand are lost.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// Everything but the unreserved characters of RFC 3986, section 2.3.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// What `allowReserved` leaves to be encoded in a query: everything but the unreserved characters and those reserved
/// ones that mean nothing there. `#`, `[` and `]` cannot stand in a query (RFC 3986, section 3.4), and `&`, `=` and `+`
/// have a meaning in forms, so that the caller would send something else (OpenAPI Specification 3.0.4, section 4.7.12
/// and Appendix E). So has `;` for some servers, and others refuse a query that has one. `'` is encoded in every query of
/// an HTTP URL (URL Standard, section 1.3, "special-query percent-encode set").
const NOT_ALLOWED: &AsciiSet = &RESERVED
    .remove(b'!')
    .remove(b'$')
    .remove(b'(')
    .remove(b')')
    .remove(b'*')
    .remove(b',')
    .remove(b'/')
    .remove(b':')
    .remove(b'?')
    .remove(b'@');

/// The same for an item of a list that commas join.
const NOT_ALLOWED_IN_LIST: &AsciiSet = &NOT_ALLOWED.add(b',');

/// Encodes everything but unreserved characters.
pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

/// Encodes by `allowReserved`: what is percent-encoded already stays so (RFC 6570, section 3.2.3).
pub(super) fn encode_allowing_reserved(text: &str, is_in_list: bool) -> String {
    let set = if is_in_list {
        NOT_ALLOWED_IN_LIST
    } else {
        NOT_ALLOWED
    };
    let mut pieces = text.split('%');
    let mut encoded: String = pieces
        .next()
        .into_iter()
        .flat_map(|piece| utf8_percent_encode(piece, set))
        .collect();
    for piece in pieces {
        encoded.push_str(if begins_with_two_hex_digits(piece) {
            "%"
        } else {
            "%25"
        });
        encoded.extend(utf8_percent_encode(piece, set));
    }
    encoded
}

fn begins_with_two_hex_digits(text: &str) -> bool {
    text.as_bytes()
        .get(..2)
        .is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
}
