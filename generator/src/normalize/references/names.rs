use std::cell::Cell;
use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::Pointer;
use crate::normalize::grammar::Kind;
use crate::normalize::walk::{At, Visitor, walk};

use crate::similar::similar;

/// For how many references that lead nowhere a hint is looked for.
const MOST_HINTS: usize = 20;

/// The names that a document gives to itself and to its schemas.
pub(super) struct Names {
    /// `$self` (OpenAPI Specification 3.2.0, section 4.1.1).
    base: Option<String>,
    /// Schemas by `#anchor` and by `$id` (JSON Schema 2020-12, Core, section 8.2).
    schemas: BTreeMap<String, Pointer>,
    /// How many more names are looked for that are like one that is missing, which takes time.
    hints: Cell<usize>,
}

impl Names {
    pub(super) fn collect(document: &mut Value) -> Self {
        let base = document.get("$self").and_then(Value::as_str);
        let mut names = Self {
            base: base.map(str::to_owned),
            schemas: BTreeMap::new(),
            hints: Cell::new(MOST_HINTS),
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

impl Names {
    /// The name that was meant by `token`, perhaps.
    pub(super) fn hint<'a>(
        &self,
        token: &str,
        known: impl Iterator<Item = &'a str>,
    ) -> Option<String> {
        let left = self.hints.get().checked_sub(1)?;
        self.hints.set(left);
        similar(token, known).map(str::to_owned)
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
