//! `multipart/form-data` and its kin (RFC 7578, RFC 2046): an object, whose properties are parts.

use bytes::{Bytes, BytesMut};
use http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use http::{HeaderName, HeaderValue};
use serde_json::Value;

use crate::runtime::body::Body;
use crate::runtime::call::Call;
use crate::runtime::content::Content;
use crate::runtime::error::InputError;
use crate::runtime::file::{File, Files, random_text};
use crate::runtime::media_type::is_json;
use crate::runtime::parameter::{Encoding, PropertyEncoding, Style, query};
use crate::runtime::wire::Wire;

/// A body of parts.
#[derive(Debug)]
pub(crate) struct Multipart {
    /// The media type with the boundary between the parts, as the `Content-Type` header says it.
    pub(crate) content_type: String,
    /// The parts. Files that are streams stay streams; the length is known if those of all files are.
    pub(crate) body: Body,
}

/// Writes each property of `value` as a part named after it, and an array as one such part for each item (OpenAPI
/// Specification 3.0.4, section 4.7.15).
///
/// A file has its name and media type, an object or an array within an array is JSON, and anything else is text.
/// `null` is left out. `properties` says what the document asks for instead.
pub(crate) fn encode<T: Wire>(
    value: &T,
    properties: &[PropertyEncoding],
) -> Result<Multipart, InputError> {
    encode_as("multipart/form-data", value, properties)
}

/// The same for another multipart type. A boundary that the document has in it, as an example, is not the one that is
/// used.
pub(crate) fn encode_as<T: Wire>(
    media_type: &str,
    value: &T,
    properties: &[PropertyEncoding],
) -> Result<Multipart, InputError> {
    let is_boundary = |parameter: &&str| {
        let name = parameter.split('=').next().unwrap_or_default();
        name.trim().eq_ignore_ascii_case("boundary")
    };
    let pieces = media_type.split(';').filter(|piece| !is_boundary(piece));
    let media_type = pieces.collect::<Vec<_>>().join(";");
    let boundary = format!("part-{}", random_text());
    Ok(Multipart {
        content_type: format!("{media_type}; boundary={boundary}"),
        body: body(&boundary, value, properties)?,
    })
}

fn body<T: Wire>(
    boundary: &str,
    value: &T,
    properties: &[PropertyEncoding],
) -> Result<Body, InputError> {
    let invalid = |reason: String| InputError::InvalidBody { reason };
    let (value, files) = Files::of(value).map_err(|error| invalid(error.to_string()))?;
    let Value::Object(entries) = &value else {
        return Err(invalid("only an object has parts".to_owned()));
    };
    let mut parts = Parts {
        boundary,
        files: &files,
        text: BytesMut::new(),
        bodies: Vec::new(),
    };
    for (name, value) in entries {
        let property = properties.iter().find(|property| property.property == name);
        parts.property(name, value, property)?;
    }
    Ok(parts.end())
}

/// A multipart body while it is written.
struct Parts<'a> {
    boundary: &'a str,
    files: &'a Files,
    /// What is to be written before the next file.
    text: BytesMut,
    bodies: Vec<Body>,
}

/// What the document says of the parts of a property.
#[derive(Clone, Copy, Default)]
struct Rules {
    content_type: Option<&'static str>,
    headers: &'static [(&'static str, &'static str)],
}

impl Parts<'_> {
    fn property(
        &mut self,
        name: &str,
        value: &Value,
        property: Option<&PropertyEncoding>,
    ) -> Result<(), InputError> {
        let rules = property.map_or_else(Rules::default, |property| Rules {
            content_type: property.content_type,
            headers: property.headers,
        });
        match property.and_then(|property| property.encoding) {
            None => self.parts(name, value, rules),
            Some(Encoding::Json) => self.json(name, value, rules),
            Some(Encoding::Style { style, explode, .. }) => {
                // A style takes the place of the media type (OpenAPI Specification 3.1.1, section 4.8.15).
                let rules = Rules {
                    content_type: None,
                    ..rules
                };
                self.styled(name, value, style, explode, rules)
            }
        }
    }

    /// The parts of a property by default.
    fn parts(&mut self, name: &str, value: &Value, rules: Rules) -> Result<(), InputError> {
        match value {
            Value::Array(items) => items
                .iter()
                .try_for_each(|item| self.part(name, item, rules)),
            _ => self.part(name, value, rules),
        }
    }

    fn part(&mut self, name: &str, value: &Value, rules: Rules) -> Result<(), InputError> {
        if value.is_null() {
            return Ok(());
        }
        if let Some(file) = self.files.get(value) {
            return self.file(name, file, rules);
        }
        if value.is_object() || value.is_array() || rules.content_type.is_some_and(is_json) {
            return self.json(name, value, rules);
        }
        self.head(name, None, rules.content_type, rules.headers)?;
        self.content(&text(value));
        Ok(())
    }

    fn json(&mut self, name: &str, value: &Value, rules: Rules) -> Result<(), InputError> {
        let media_type = rules.content_type.unwrap_or("application/json");
        if !is_json(media_type) && !media_type.starts_with("text/plain") {
            return Err(invalid(
                name,
                format!("an object is not written as {media_type}"),
            ));
        }
        let Some(value) = self.files.resolve(value) else {
            let reason = "a file within an object that is sent as JSON must be text in memory";
            return Err(invalid(name, reason.to_owned()));
        };
        self.head(name, None, Some(media_type), rules.headers)?;
        self.content(&value.to_string());
        Ok(())
    }

    fn file(&mut self, name: &str, file: &File, rules: Rules) -> Result<(), InputError> {
        let content = file.take();
        if content.is_spent() {
            return Err(invalid(
                name,
                "its content is a stream that was sent already".to_owned(),
            ));
        }
        let given = file.content_type.as_deref().or(rules.content_type);
        let media_type = given.unwrap_or("application/octet-stream");
        let of_file = file.headers.iter();
        let of_file = of_file.map(|(name, value)| (name.as_str(), value.as_str()));
        let headers: Vec<(&str, &str)> = rules.headers.iter().copied().chain(of_file).collect();
        let file_name = file.file_name.as_deref().unwrap_or(name);
        self.head(name, Some(file_name), Some(media_type), &headers)?;
        self.bodies.push(self.text.split().freeze().into());
        self.bodies.push(content);
        self.text.extend_from_slice(b"\r\n");
        Ok(())
    }

    /// The parts of a property that has a style: the pairs that it would be in a query, not percent-encoded.
    fn styled(
        &mut self,
        name: &str,
        value: &Value,
        style: Style,
        explode: bool,
        rules: Rules,
    ) -> Result<(), InputError> {
        let is_joined = !explode && style != Style::DeepObject;
        let is_file = self.files.get(value).is_some();
        // Files cannot be joined.
        if value.is_null() || is_file || (is_joined && self.files.are_in(value)) {
            return self.parts(name, value, rules);
        }
        let files = self.files;
        let is_file = |value: &Value| files.get(value).is_some();
        for pair in query::pairs(name, value, style, explode, &is_file)? {
            match pair.content {
                query::Content::One(value) => self.part(&pair.name, value, rules)?,
                query::Content::List(items, delimiter) => {
                    let text = delimiter.text();
                    if items.iter().any(|item| item.contains(text)) {
                        return Err(invalid(name, delimiter.collision()));
                    }
                    self.part(&pair.name, &items.join(text).into(), rules)?;
                }
            }
        }
        Ok(())
    }

    /// The boundary and the headers of a part.
    fn head(
        &mut self,
        name: &str,
        file_name: Option<&str>,
        media_type: Option<&str>,
        headers: &[(&str, &str)],
    ) -> Result<(), InputError> {
        let mut disposition = format!("form-data; name=\"{}\"", quoted(name));
        if let Some(file_name) = file_name {
            disposition.push_str(&format!("; filename=\"{}\"", quoted(file_name)));
        }
        self.text.extend_from_slice(b"--");
        self.text.extend_from_slice(self.boundary.as_bytes());
        self.text.extend_from_slice(b"\r\n");
        self.header("Content-Disposition", &disposition)?;
        if let Some(media_type) = media_type {
            self.header("Content-Type", media_type)?;
        }
        let is_own = |name: &str| {
            [CONTENT_DISPOSITION, CONTENT_TYPE]
                .iter()
                .any(|own| own.as_str().eq_ignore_ascii_case(name))
        };
        for (name, value) in headers.iter().filter(|(name, _)| !is_own(name)) {
            self.header(name, value)?;
        }
        self.text.extend_from_slice(b"\r\n");
        Ok(())
    }

    fn header(&mut self, name: &str, value: &str) -> Result<(), InputError> {
        let can_be_sent =
            HeaderName::try_from(name).is_ok() && HeaderValue::try_from(value).is_ok();
        if !can_be_sent {
            return Err(InputError::InvalidHeader {
                name: name.to_owned(),
            });
        }
        self.text
            .extend_from_slice(format!("{name}: {value}\r\n").as_bytes());
        Ok(())
    }

    fn content(&mut self, text: &str) {
        self.text.extend_from_slice(text.as_bytes());
        self.text.extend_from_slice(b"\r\n");
    }

    fn end(mut self) -> Body {
        self.text
            .extend_from_slice(format!("--{}--\r\n", self.boundary).as_bytes());
        let last: Bytes = self.text.freeze();
        if self.bodies.is_empty() {
            return last.into();
        }
        self.bodies.push(last.into());
        Body::chain(self.bodies)
    }
}

fn invalid(name: &str, reason: String) -> InputError {
    InputError::InvalidPart {
        name: name.to_owned(),
        reason,
    }
}

/// A name between quotes, as browsers write it (HTML Standard, "Multipart form data").
fn quoted(name: &str) -> String {
    name.replace('"', "%22")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A value that is neither an object nor an array, without quotes.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        _ => value.to_string(),
    }
}

impl Content {
    /// A multipart body of this type.
    pub(crate) fn multipart<T: Wire>(
        media_type: &str,
        properties: &[PropertyEncoding],
        value: &T,
    ) -> Result<Self, InputError> {
        let multipart = encode_as(media_type, value, properties)?;
        Self::new(&multipart.content_type, multipart.body)
    }
}

impl<O, M> Call<O, M> {
    /// Sends the properties of `body` as the parts of `multipart/form-data`.
    pub(crate) fn with_multipart<T: Wire>(self, properties: &[PropertyEncoding], body: T) -> Self {
        self.with_multipart_as("multipart/form-data", properties, body)
    }

    /// Sends the properties of `body` as the parts of another multipart type.
    pub(crate) fn with_multipart_as<T: Wire>(
        self,
        media_type: &str,
        properties: &[PropertyEncoding],
        body: T,
    ) -> Self {
        self.with_prepared(Content::multipart(media_type, properties, &body))
    }
}

#[cfg(test)]
mod tests;
