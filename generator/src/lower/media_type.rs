//! Media types: what the content of a message is (OpenAPI Specification 3.0.4, section 4.7.14).

use indexmap::IndexMap;
use openapiv3::MediaType;

use crate::diagnostics::{Code, Pointer};
use crate::model::{Kind, Step, Type, Types};
use crate::names::subtype;

use super::keywords::SchemaRef;
use super::{Lowering, Place, reference};

/// How deep unions of unions are looked into.
const DEEPEST_UNION: usize = 8;

/// JSON values, one after the other.
const JSON_LINES: &[&str] = &[
    "application/json-lines",
    "application/jsonl",
    "application/jsonlines",
    "application/ndjson",
    "application/stream+json",
    "application/x-json-stream",
    "application/x-jsonl",
    "application/x-jsonlines",
    "application/x-ndjson",
    "text/jsonl",
];

/// Text, whatever the media type begins with.
const TEXT: &[&str] = &[
    "application/graphql",
    "application/javascript",
    "application/x-yaml",
    "application/yaml",
];

/// Bytes, whatever the schema says.
const BINARY: &[&str] = &[
    "application/gzip",
    "application/octet-stream",
    "application/pdf",
    "application/x-gzip",
    "application/x-tar",
    "application/zip",
];

/// What a media type says of the content. Variants stand in the order in which contents are preferred.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum MediaKind {
    Json,
    Multipart,
    Form,
    Events,
    JsonLines,
    Text,
    Xml,
    /// Nothing: the schema tells more.
    Unknown,
    Binary,
}

impl MediaKind {
    /// The kind of a media type or range, which has no parameters and is in lower case.
    fn of(essence: &str) -> Self {
        let starts = |start: &str| essence.starts_with(start);
        let ends = |end: &str| essence.ends_with(end);
        match essence {
            _ if JSON_LINES.contains(&essence) => Self::JsonLines,
            "application/json" | "text/json" => Self::Json,
            _ if ends("+json") => Self::Json,
            "application/x-www-form-urlencoded" => Self::Form,
            "text/event-stream" => Self::Events,
            _ if starts("multipart/") => Self::Multipart,
            "application/xml" | "text/xml" => Self::Xml,
            _ if ends("+xml") => Self::Xml,
            _ if starts("text/") || ends("+yaml") || TEXT.contains(&essence) => Self::Text,
            _ if BINARY.contains(&essence) => Self::Binary,
            _ if starts("application/") || essence == "*/*" => Self::Unknown,
            _ => Self::Binary,
        }
    }

    /// A word for it in names of types.
    fn word(self) -> &'static str {
        match self {
            Self::Json => "Json",
            Self::Multipart => "Multipart",
            Self::Form => "Form",
            Self::Events => "Event",
            Self::JsonLines => "Line",
            Self::Text | Self::Xml => "Text",
            Self::Unknown | Self::Binary => "Content",
        }
    }
}

/// A content that is offered in one media type.
#[derive(Debug, Clone, Copy)]
pub(super) struct Offered<'a> {
    /// As the document writes it.
    pub(super) name: &'a str,
    pub(super) kind: MediaKind,
    pub(super) item: &'a MediaType,
}

/// The contents that differ in more than the spelling of the media type, the preferred first.
pub(super) fn offered(content: &IndexMap<String, MediaType>) -> Vec<Offered<'_>> {
    let mut distinct: IndexMap<String, Offered<'_>> = IndexMap::new();
    for (name, item) in content {
        let kind = MediaKind::of(&essence(name));
        let offered = Offered { name, kind, item };
        distinct.entry(key(name)).or_insert(offered);
    }
    let mut offered: Vec<Offered<'_>> = distinct.into_values().collect();
    // JSON under its own name comes before what is like it.
    offered.sort_by_key(|offered| (offered.kind, essence(offered.name) != "application/json"));
    offered
}

/// What all spellings of a media type have in common.
fn key(name: &str) -> String {
    match essence(name).as_str() {
        "text/json" | "application/*+json" => "application/json".to_owned(),
        essence => essence.to_owned(),
    }
}

/// The contents of an answer that are asked for: not what is there as JSON as well, in another spelling. Frameworks offer
/// what they write as JSON under any name.
pub(super) fn asked_for(content: &IndexMap<String, MediaType>) -> Vec<Offered<'_>> {
    let mut asked_for: Vec<Offered<'_>> = Vec::new();
    for other in offered(content) {
        let can_echo = matches!(
            other.kind,
            MediaKind::Json | MediaKind::Text | MediaKind::Xml | MediaKind::Unknown
        );
        let is_described = other.item.schema.is_some();
        // JSON comes first.
        let is_echo = asked_for
            .iter()
            .any(|known| known.kind == MediaKind::Json && known.item.schema == other.item.schema);
        if !(can_echo && is_described && is_echo) {
            asked_for.push(other);
        }
    }
    asked_for
}

/// A media type or range without parameters, in lower case. Documents write `*` for the range of all (RFC 9110, section
/// 12.5.1), which no `Accept` header may.
pub(super) fn essence(name: &str) -> String {
    let essence = name.split(';').next().unwrap_or_default();
    match essence.trim() {
        "*" => "*/*".to_owned(),
        essence => essence.to_ascii_lowercase(),
    }
}

/// A media type or range as answers of it are asked for: with its parameters, which choose among versions and profiles.
/// `charset` chooses nothing, and servers may refuse one that they do not know.
pub(super) fn accepted(name: &str) -> String {
    let parameters = name.split(';').skip(1).map(str::trim).filter(|parameter| {
        let name = parameter.split('=').next().unwrap_or_default();
        !parameter.is_empty() && !name.trim().eq_ignore_ascii_case("charset")
    });
    let mut accepted = essence(name);
    for parameter in parameters {
        accepted.push_str("; ");
        accepted.push_str(parameter);
    }
    accepted
}

/// Whether a media type is JSON.
pub(super) fn is_json(name: &str) -> bool {
    MediaKind::of(&essence(name)) == MediaKind::Json
}

/// Where contents stand, and what their inline types are named after.
#[derive(Debug, Clone, Copy)]
pub(super) struct ContentPlace<'a> {
    /// The request body or the response.
    pub(super) pointer: &'a Pointer,
    pub(super) operation: &'a str,
    pub(super) step: &'a Step,
}

impl ContentPlace<'_> {
    /// The place of the schema of a content. All but the first are named after their kind or name as well.
    pub(super) fn schema(self, offered: Offered<'_>, is_first: bool) -> Place {
        let root = reference::root(self.pointer, self.operation);
        let pointer = self.pointer.join_all(["content", offered.name, "schema"]);
        let mut place = Place::new(pointer, root, self.step.clone());
        if !is_first {
            // What is JSON but not the first is so under another name.
            let word = match offered.kind {
                MediaKind::Json => subtype(&essence(offered.name)),
                kind => kind.word().to_owned(),
            };
            place.origin.steps.push(Step::Branch(word));
        }
        place
    }
}

impl<'a> Lowering<'a> {
    /// Tells of contents that are not [`offered`], though their schema is another one than that of the one that is.
    pub(super) fn tell_of_spellings(
        &mut self,
        content: &IndexMap<String, MediaType>,
        pointer: &Pointer,
    ) {
        for (index, (name, item)) in content.iter().enumerate() {
            let mut before = content.iter().take(index);
            let first = before.find(|(earlier, _)| key(earlier) == key(name));
            if let Some((first, _)) = first.filter(|(_, first)| first.schema != item.schema) {
                self.report.warn(
                    Code::IgnoredKeyword,
                    &pointer.join_all(["content", name]),
                    format!("left out: it is told apart from `{first}` by nothing but parameters or spelling"),
                );
            }
        }
    }

    /// The type of the schema of a content, with all that it mentions defined.
    pub(super) fn content_type(&mut self, offered: Offered<'a>, place: &Place) -> Option<Type> {
        let schema = SchemaRef::new(offered.item.schema.as_ref()?);
        let ty = self.schema(schema, place.clone());
        self.define_pending();
        Some(ty)
    }

    /// What a content is whose media type does not say it.
    pub(super) fn kind_by_type(&self, ty: Option<&Type>) -> MediaKind {
        match ty.map(|ty| self.types.resolve(ty)) {
            None | Some(Type::File | Type::Bytes | Type::Json) => MediaKind::Binary,
            Some(Type::String) => MediaKind::Text,
            Some(_) => MediaKind::Json,
        }
    }
}

/// Whether values of a type are objects, or may be.
pub(super) fn is_object(types: &Types, ty: &Type) -> bool {
    is_object_within(types, ty, DEEPEST_UNION)
}

fn is_object_within(types: &Types, ty: &Type, depth: usize) -> bool {
    if depth == 0 {
        return false;
    }
    match types.resolve(ty) {
        Type::Map(_) | Type::Json => true,
        Type::Nullable(inner) | Type::Boxed(inner) => is_object_within(types, inner, depth - 1),
        Type::Declared(id) => match types.get(*id).map(|declaration| &declaration.kind) {
            Some(Kind::Struct(_)) => true,
            Some(Kind::Union(item)) => item
                .branches
                .iter()
                .any(|branch| is_object_within(types, &branch.ty, depth - 1)),
            _ => false,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_asked_for_with_the_parameters_of_their_media_type_but_charset() {
        for (name, expected) in [
            ("Application/JSON", "application/json"),
            ("application/json;Charset=utf-8;", "application/json"),
            (
                "application/vnd.things+json;version=3 ; charset=utf-8",
                "application/vnd.things+json; version=3",
            ),
            (
                "application/json; profile=\"https://a/B\"",
                "application/json; profile=\"https://a/B\"",
            ),
        ] {
            assert_eq!(accepted(name), expected);
        }
    }

    #[test]
    fn a_media_type_tells_the_kind_of_content() {
        for (name, kind) in [
            ("Application/JSON; charset=utf-8", MediaKind::Json),
            ("application/problem+json", MediaKind::Json),
            ("application/x-ndjson", MediaKind::JsonLines),
            ("text/event-stream;charset=utf-8", MediaKind::Events),
            ("multipart/mixed", MediaKind::Multipart),
            ("image/svg+xml", MediaKind::Xml),
            ("text/*", MediaKind::Text),
            ("image/*", MediaKind::Binary),
            ("application/vnd.example", MediaKind::Unknown),
            ("*/*", MediaKind::Unknown),
            ("*", MediaKind::Unknown),
            ("nonsense", MediaKind::Binary),
        ] {
            assert_eq!(MediaKind::of(&essence(name)), kind, "{name}");
        }
    }
}
