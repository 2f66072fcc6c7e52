//! References within the document (Reference Object, OpenAPI Specification 3.0.4, section 4.7.23).

use indexmap::IndexMap;
use openapiv3::ReferenceOr;
use percent_encoding::percent_decode_str;
use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};
use crate::model::Root;

/// How many references may follow each other.
const LONGEST_CHAIN: usize = 32;

/// Follows references into `#/components/{kind}/…` to an item and its pointer; `None`, with a diagnostic, where they
/// lead nowhere.
pub(super) fn resolve<'a, T>(
    item: &'a ReferenceOr<T>,
    components: &'a IndexMap<String, ReferenceOr<T>>,
    kind: &str,
    pointer: &Pointer,
    report: &mut Report,
) -> Option<(&'a T, Pointer)> {
    let mut current = item;
    let mut at = pointer.clone();
    for _ in 0..LONGEST_CHAIN {
        match current {
            ReferenceOr::Item(item) => return Some((item, at)),
            ReferenceOr::Reference { reference } => {
                let target = key(reference, kind).and_then(|key| components.get_key_value(&key));
                let Some((key, next)) = target else {
                    unresolved(reference, &at, report);
                    return None;
                };
                at = Pointer::root().join_all(["components", kind, key]);
                current = next;
            }
        }
    }
    report.warn(
        Code::UnresolvedReference,
        pointer,
        "the references lead in a circle".to_owned(),
    );
    None
}

/// The key that a reference names in `#/components/{kind}`.
pub(super) fn key(reference: &str, kind: &str) -> Option<String> {
    // The pointer is a URI fragment (RFC 6901, section 6).
    let fragment = percent_decode_str(reference.strip_prefix('#')?)
        .decode_utf8()
        .ok()?;
    let pointer = Pointer::from(fragment.as_ref());
    let mut tokens = pointer.tokens();
    let is_component = tokens.next()? == "components" && tokens.next()? == kind;
    let key = tokens.next()?;
    (is_component && tokens.next().is_none()).then_some(key)
}

/// What an inline schema is named after: the component that it stands in, where it stands in one, else the operation.
pub(super) fn root(pointer: &Pointer, operation: &str) -> Root {
    let mut tokens = pointer.tokens();
    match (tokens.next().as_deref(), tokens.next(), tokens.next()) {
        (Some("components"), Some(_), Some(key)) => Root::Shared(key),
        _ => Root::Operation(operation.to_owned()),
    }
}

/// Where an item of the normalised document really is, if it was moved.
pub(super) fn origin(extensions: &IndexMap<String, Value>) -> Option<Pointer> {
    let origin = extensions.get("x-lowering-origin")?;
    Some(Pointer::from(origin.as_str()?))
}

/// Reports a reference that leads nowhere we can follow.
pub(super) fn unresolved(reference: &str, at: &Pointer, report: &mut Report) {
    let message = if reference.starts_with('#') {
        format!("`{reference}` leads to nothing of the kind that belongs here")
    } else {
        format!("`{reference}` leads out of the document, which is not supported yet")
    };
    report.warn(Code::UnresolvedReference, &at.join("$ref"), message);
}
