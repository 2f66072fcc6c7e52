//! What the registered formats ask for, as far as a type depends on it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::{Map, Number, Value};

/// Formats that the validator would check by itself, and we do not want it to: their text stays text, and documents are
/// often wrong about them. It does check `date-time`, `date` and `uuid`, whose text becomes a type of its own, and `ipv4`
/// and `ipv6`, by which documents tell branches of unions.
pub(crate) const NOT_ASSERTED: [&str; 14] = [
    "duration",
    "email",
    "hostname",
    "idn-email",
    "idn-hostname",
    "iri",
    "iri-reference",
    "json-pointer",
    "regex",
    "relative-json-pointer",
    "time",
    "uri",
    "uri-reference",
    "uri-template",
];

/// Whether a text is canonical padded base64 (RFC 4648, section 4): what decodes and encodes to the same text.
pub(crate) fn is_base64(text: &str) -> bool {
    STANDARD
        .decode(text)
        .is_ok_and(|bytes| STANDARD.encode(bytes) == text)
}

/// The integer type that an integer schema asks for, by `format` and bounds.
pub(crate) fn integer_width(schema: &Map<String, Value>) -> Option<&'static str> {
    let is_integer = |name: &Value| name == "integer";
    let integer = match schema.get("type")? {
        Value::Array(names) => names.iter().any(is_integer) && !names.contains(&"number".into()),
        name => is_integer(name),
    };
    if !integer {
        return None;
    }
    let format = schema.get("format").and_then(Value::as_str);
    if let Some(width) = format.and_then(known_width) {
        return Some(width);
    }
    let bound = |names: [&str; 2]| names.iter().find_map(|name| schema.get(*name)?.as_number());
    let above = bound(["maximum", "exclusiveMaximum"])
        .is_some_and(|maximum| maximum.as_i64().is_none() && maximum.as_f64() > Some(0.0));
    let natural =
        bound(["minimum", "exclusiveMinimum"]).is_some_and(|minimum| minimum.as_f64() >= Some(0.0));
    Some(if above && natural { "uint64" } else { "int64" })
}

fn known_width(format: &str) -> Option<&'static str> {
    [
        "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64",
    ]
    .into_iter()
    .find(|width| *width == format)
}

/// The least and the greatest integer of a width.
pub(crate) fn range(width: &str) -> (i128, i128) {
    match width {
        "int8" => (i8::MIN.into(), i8::MAX.into()),
        "int16" => (i16::MIN.into(), i16::MAX.into()),
        "int32" => (i32::MIN.into(), i32::MAX.into()),
        "uint8" => (0, u8::MAX.into()),
        "uint16" => (0, u16::MAX.into()),
        "uint32" => (0, u32::MAX.into()),
        "uint64" => (0, u64::MAX.into()),
        _ => (i64::MIN.into(), i64::MAX.into()),
    }
}

/// A number as an integer, if it is one.
pub(crate) fn integer(number: &Number) -> Option<i128> {
    if let Some(value) = number.as_i64() {
        return Some(value.into());
    }
    if let Some(value) = number.as_u64() {
        return Some(value.into());
    }
    let value = number.as_f64()?;
    // Beyond that it fits no type, whatever its value is.
    if value.fract() != 0.0 || value.abs() > 1e30 {
        return None;
    }
    format!("{value:.0}").parse().ok()
}

/// Whether a number fits an integer type.
pub(crate) fn fits(number: &Number, width: &str) -> bool {
    let (least, greatest) = range(width);
    integer(number).is_some_and(|value| (least..=greatest).contains(&value))
}

/// Texts of a format; the first is the plainest.
pub(crate) fn samples(format: &str) -> Option<&'static [&'static str]> {
    Some(match format {
        "date-time" => &["2024-02-29T12:34:56Z", "2024-02-29T12:34:56.789+02:00"],
        "date" => &["2024-02-29"],
        "time" => &["12:34:56Z"],
        "duration" => &["PT1H30M"],
        "uuid" => &["67e55044-10b1-426f-9247-bb680e5fe0c8"],
        "byte" => &["aGVsbG8gd29ybGQ=", ""],
        "base64url" => &["aGVsbG8gd29ybGQ"],
        "uri" | "url" | "iri" => &["https://example.com/path?query=1"],
        "uri-reference" | "iri-reference" => &["/path?query=1"],
        "uri-template" => &["https://example.com/{id}"],
        "email" | "idn-email" => &["name@example.com"],
        "hostname" | "idn-hostname" => &["example.com"],
        "ipv4" | "ip" => &["192.0.2.1"],
        "ipv6" => &["2001:db8::1"],
        "json-pointer" => &["/a/b"],
        "regex" => &["^a+$"],
        _ => return None,
    })
}
