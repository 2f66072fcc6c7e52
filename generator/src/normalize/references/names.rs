use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::normalize::grammar::Kind;
use crate::normalize::walk::{At, Visitor, walk};

/// The names that a document gives to itself and to its schemas.
#[derive(Default)]
pub(super) struct Names {
    /// `$self` (OpenAPI Specification 3.2.0, section 4.1.1).
    base: Option<String>,
    /// Schemas by `#anchor` and by `$id` (JSON Schema 2020-12, Core, section 8.2).
    schemas: BTreeMap<String, Pointer>,
}

impl Names {
    pub(super) fn collect(document: &mut Value) -> Self {
        let base = document.get("$self").and_then(Value::as_str);
        let mut names = Self {
            base: base.map(str::to_owned),
            schemas: BTreeMap::new(),
        };
        walk(document, &mut names);
        names
    }

    /// The tokens of the pointer that a reference stands for; `None` where it leads out of the document.
    pub(super) fn tokens(&self, reference: &str) -> Option<Vec<String>> {
        if let Some(pointer) = self.schemas.get(reference) {
            return Some(pointer.tokens().collect());
        }
        let own = self.base.as_deref();
        let rest = own.and_then(|base| reference.strip_prefix(base));
        let fragment = match rest {
            Some("") => "",
            Some(rest) if rest.starts_with('#') => rest.strip_prefix('#')?,
            _ if reference.is_empty() => "",
            _ => reference.strip_prefix('#')?,
        };
        // The pointer is a URI fragment (RFC 6901, section 6).
        let pointer = percent_decode_str(fragment).decode_utf8_lossy();
        if pointer.is_empty() || pointer.starts_with('/') {
            return Some(Pointer::from(pointer.as_ref()).tokens().collect());
        }
        // An anchor that no schema has.
        Some(vec![format!("#{pointer}")])
    }
}

impl Visitor for Names {
    fn enter(&mut self, kind: Kind, item: &mut Value, at: &At<'_>) {
        if kind != Kind::Schema {
            return;
        }
        for (keyword, sign) in [("$anchor", "#"), ("$dynamicAnchor", "#"), ("$id", "")] {
            if let Some(name) = item.get(keyword).and_then(Value::as_str) {
                let name = format!("{sign}{name}");
                self.schemas.entry(name).or_insert_with(|| at.pointer());
            }
        }
    }
}
