//! The document: its version, and where its references lead.

use serde_json::Value;
use std::collections::BTreeMap;

/// How a document's schemas are to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// The Schema Object of OpenAPI 3.0: `nullable`, boolean exclusive bounds, no siblings of `$ref`.
    OpenApi30,
    /// JSON Schema 2020-12, which OpenAPI 3.1 and later use.
    JsonSchema,
}

/// A document with an index of its anchors.
pub(crate) struct Document<'d> {
    root: &'d Value,
    pub(crate) dialect: Dialect,
    /// `$anchor` to pointer.
    anchors: BTreeMap<&'d str, String>,
}

impl<'d> Document<'d> {
    pub(crate) fn new(root: &'d Value) -> Self {
        let version = root.get("openapi").and_then(Value::as_str).unwrap_or("");
        let dialect = if version.starts_with("3.0") {
            Dialect::OpenApi30
        } else {
            Dialect::JsonSchema
        };
        let mut anchors = BTreeMap::new();
        find_anchors(root, "", &mut anchors);
        Self {
            root,
            dialect,
            anchors,
        }
    }

    /// The value at a JSON pointer.
    pub(crate) fn at(&self, pointer: &str) -> Option<&'d Value> {
        self.root.pointer(pointer)
    }

    /// The pointer that a reference within the document leads to, if something stands there.
    pub(crate) fn target(&self, reference: &str) -> Option<String> {
        let fragment = percent_decoded(reference.strip_prefix('#')?)?;
        let pointer = if fragment.is_empty() || fragment.starts_with('/') {
            fragment
        } else {
            self.anchors.get(fragment.as_str())?.clone()
        };
        self.at(&pointer).map(|_| pointer)
    }

    /// Follows references from `pointer` until something else stands there.
    pub(crate) fn resolve(&self, pointer: &str) -> Option<(String, &'d Value)> {
        let mut pointer = pointer.to_owned();
        // A chain that is longer goes in circles.
        for _ in 0..64 {
            let value = self.at(&pointer)?;
            match value.get("$ref").and_then(Value::as_str) {
                Some(reference) => pointer = self.target(reference)?,
                None => return Some((pointer, value)),
            }
        }
        None
    }
}

fn find_anchors<'d>(value: &'d Value, pointer: &str, anchors: &mut BTreeMap<&'d str, String>) {
    match value {
        Value::Object(members) => {
            if let Some(Value::String(anchor)) = members.get("$anchor") {
                anchors.entry(anchor).or_insert_with(|| pointer.to_owned());
            }
            for (name, member) in members {
                find_anchors(member, &join(pointer, name), anchors);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_anchors(item, &format!("{pointer}/{index}"), anchors);
            }
        }
        _ => {}
    }
}

/// A pointer with one more token (RFC 6901, section 3).
pub(crate) fn join(pointer: &str, token: &str) -> String {
    format!("{pointer}/{}", token.replace('~', "~0").replace('/', "~1"))
}

/// A pointer without its last token, and that token unescaped.
pub(crate) fn split(pointer: &str) -> Option<(&str, String)> {
    let (parent, token) = pointer.rsplit_once('/')?;
    Some((parent, token.replace("~1", "/").replace("~0", "~")))
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}
