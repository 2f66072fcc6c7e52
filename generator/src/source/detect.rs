//! Finds out what a source is written in.

use super::{
    Origin, Source, SourceError,
    page::{self, Page},
    text::{Text, is_openapi},
};

/// Reads the document of `bytes`.
pub(super) fn read(name: String, bytes: &[u8]) -> Result<Source, SourceError> {
    let content = decode(&name, bytes)?;
    let (text, value) = match content.trim_start().chars().next() {
        None => {
            return Err(SourceError::Empty {
                name,
                bytes: bytes.len(),
            });
        }
        Some('<') => return Err(SourceError::Html { name }),
        Some('{') => read_json(&name, content)?,
        Some(_) => read_yaml_or_page(&name, content)?,
    };
    Ok(Source {
        name,
        value,
        origin: Origin::Text(Box::new(text)),
    })
}

/// Reads a file that a document refers to: any value in JSON or YAML.
pub(super) fn read_part(name: &str, bytes: &[u8]) -> Result<Document, SourceError> {
    let content = decode(name, bytes)?;
    let name = name.to_owned();
    match content.trim_start().chars().next() {
        None => Err(SourceError::Empty {
            name,
            bytes: bytes.len(),
        }),
        Some('<') => Err(SourceError::Html { name }),
        Some(_) => {
            let mut text = Text::whole(&name, content);
            let value = text.parse()?;
            Ok((text, value))
        }
    }
}

/// The text of `bytes` without a byte-order mark.
fn decode<'bytes>(name: &str, bytes: &'bytes [u8]) -> Result<&'bytes str, SourceError> {
    if is_utf16(bytes) {
        return Err(SourceError::Utf16 {
            name: name.to_owned(),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| SourceError::NotUtf8 {
        name: name.to_owned(),
        offset: error.valid_up_to(),
    })?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(text))
}

/// Whether the text begins with a byte-order mark of UTF-16 or UTF-32, or with a zero byte in its first two characters:
/// documents begin with ASCII.
fn is_utf16(bytes: &[u8]) -> bool {
    match bytes {
        [0xFE, 0xFF, ..] | [0xFF, 0xFE, ..] | [0, 0, 0xFE, 0xFF, ..] => true,
        [first, second, ..] => (*first == 0) != (*second == 0),
        _ => false,
    }
}

type Document = (Text, serde_json::Value);

fn read_json(name: &str, content: &str) -> Result<Document, SourceError> {
    let mut text = Text::whole(name, content);
    let value = text.parse()?;
    if is_openapi(&value) {
        Ok((text, value))
    } else {
        Err(text.not_openapi(&value))
    }
}

fn read_yaml_or_page(name: &str, content: &str) -> Result<Document, SourceError> {
    let mut text = Text::whole(name, content);
    let parsed = text.parse();
    match &parsed {
        Ok(value) if is_openapi(value) => return parsed.map(|value| (text, value)),
        // A page is never a mapping: neither fences nor headings can stand between the keys of one.
        Ok(value) if value.is_object() => return Err(text.not_openapi(value)),
        _ => {}
    }
    let page = Page::new(name, content);
    match parsed {
        // Broken YAML can hold code blocks in its descriptions, which must not be taken for the document.
        Err(error) if page.lines_outside_blocks().any(page::declares_version) => Err(error),
        Ok(value) if value.is_array() && page.is_without_blocks() => Err(text.not_openapi(&value)),
        // Nearly any text is a YAML scalar; one that is JSON too was meant as such.
        Ok(value) if serde_json::from_str::<serde::de::IgnoredAny>(content).is_ok() => {
            Err(text.not_openapi(&value))
        }
        _ => page.into_document(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostics::Pointer;

    fn error(bytes: &[u8]) -> String {
        Source::read("a", bytes).unwrap_err().to_string()
    }

    #[test]
    fn a_byte_order_mark_is_no_part_of_the_document() {
        for text in [
            "\u{FEFF} {\"openapi\": \"3.0.0\"}",
            "\u{FEFF}openapi: 3.0.0\n",
        ] {
            let source = Source::read("a", text.as_bytes()).unwrap();
            assert_eq!(source.value(), &serde_json::json!({"openapi": "3.0.0"}));
        }
        let source = Source::read("a", "\u{FEFF}openapi: 3.0.0\n".as_bytes()).unwrap();
        assert_eq!(source.place(&Pointer::from("/openapi")), "a:1:1");
    }

    #[test]
    fn any_version_passes() {
        for text in ["swagger: '2.0'", "{\"openapi\": 4}", "openapi:"] {
            assert!(Source::read("a", text.as_bytes()).is_ok(), "{text}");
        }
    }

    #[test]
    fn nothing_is_told_apart_from_white_space() {
        assert_eq!(
            error(b""),
            "a is empty (zero bytes): fetch or export it again"
        );
        for white in ["\n \t\r\n", "\u{FEFF}", "\u{FEFF} "] {
            assert_eq!(
                error(white.as_bytes()),
                "a is empty (only white space): fetch or export it again"
            );
        }
    }

    #[test]
    fn bytes_that_are_not_text_are_told_with_their_offset() {
        assert_eq!(
            error(b"openapi: \xFF"),
            "a is not UTF-8 text: the first wrong byte is at offset 9; save it as UTF-8"
        );
    }

    #[test]
    fn utf_16_is_named() {
        let units = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
        for text in ["\u{FEFF}openapi: 3.0.0", "{\"openapi\": 3}"] {
            let little: Vec<u8> = units(text).iter().flat_map(|it| it.to_le_bytes()).collect();
            let big: Vec<u8> = units(text).iter().flat_map(|it| it.to_be_bytes()).collect();
            for bytes in [little, big] {
                assert_eq!(error(&bytes), "a is UTF-16 text: save it as UTF-8");
            }
        }
    }

    #[test]
    fn html_is_named() {
        assert_eq!(
            error(b"\n<!doctype html><title>openapi: 3.0.0</title>"),
            "a is an HTML page, not an OpenAPI document: use the address of the document itself"
        );
    }

    #[test]
    fn other_json_and_yaml_is_named() {
        let expected = [
            (
                "{\"a\": 1}",
                "a is JSON, but not an OpenAPI document: there is no `openapi` at the top level",
            ),
            (
                "a: 1",
                "a is YAML, but not an OpenAPI document: there is no `openapi` at the top level",
            ),
            (
                "[1]",
                "a is JSON, but not an OpenAPI document: it is an array, not an object",
            ),
            (
                "- 1",
                "a is YAML, but not an OpenAPI document: it is an array, not an object",
            ),
            (
                "null",
                "a is JSON, but not an OpenAPI document: it is a single value, not an object",
            ),
            (
                "\"openapi\"",
                "a is JSON, but not an OpenAPI document: it is a single value, not an object",
            ),
            (
                "404 page not found",
                "a is neither JSON nor YAML nor a documentation page with an OpenAPI block",
            ),
            (
                "# only a comment",
                "a is neither JSON nor YAML nor a documentation page with an OpenAPI block",
            ),
            (
                "a: b: c",
                "a is neither JSON nor YAML nor a documentation page with an OpenAPI block",
            ),
        ];
        for (text, message) in expected {
            assert_eq!(error(text.as_bytes()), message);
        }
    }

    #[test]
    fn a_mistake_in_json_is_told_with_its_place() {
        assert_eq!(
            error(b"{\"openapi\": \"3.0.0\",\n"),
            "a:2:1: not valid JSON: EOF while parsing a value; the text seems to be cut off, fetch or export it again"
        );
        assert_eq!(
            error(b"{\"openapi\": \"3.0.0\"}\n}"),
            "a:2:1: not valid JSON: trailing characters"
        );
    }

    #[test]
    fn a_mistake_in_yaml_is_told_with_its_place() {
        assert_eq!(
            error(b"openapi: 3.0.0\ninfo: a: b\n"),
            "a:2:8: not valid YAML: mapping values are not allowed in this context"
        );
        assert_eq!(
            error(b"openapi: 3.0.0\n---\nopenapi: 3.0.0\n"),
            "a: not valid YAML: there is more than one document"
        );
    }

    #[test]
    fn a_code_block_in_broken_yaml_is_not_taken_for_the_document() {
        let text = "openapi: 3.0.0\ninfo: a: b\ndescription: |\n  ```\n  openapi: 3.0.0\n  ```\n";
        assert_eq!(
            error(text.as_bytes()),
            "a:2:8: not valid YAML: mapping values are not allowed in this context"
        );
    }

    #[test]
    fn a_code_block_in_other_yaml_is_not_taken_for_the_document() {
        let text = "asyncapi: 3.0.0\ndescription: |\n  ```\n  openapi: 3.0.0\n  ```\n";
        assert_eq!(
            error(text.as_bytes()),
            "a is YAML, but not an OpenAPI document: there is no `openapi` at the top level"
        );
    }
}
