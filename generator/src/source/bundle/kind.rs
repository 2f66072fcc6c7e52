//! Which parts of a document are objects that can be references, and which are data.
//!
//! A `$ref` in data (`default`, `example`, `enum`, `const`, extensions) is no reference, so the document is walked by
//! the tables of the OpenAPI Specification, and what they do not name is left alone.

use serde_json::Value;

/// The objects of OpenAPI that hold references, or others that do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Document,
    Components,
    PathItem,
    Operation,
    Callback,
    Parameter,
    RequestBody,
    Response,
    Header,
    MediaType,
    Encoding,
    Example,
    Link,
    SecurityScheme,
    Schema,
    Discriminator,
}

/// How objects of a kind stand in a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// One object; in a list where older JSON Schema has one (`items`).
    One(Kind),
    /// A list of objects.
    List(Kind),
    /// Objects under names of the author's choice.
    Map(Kind),
    /// The same, with extensions beside them.
    ExtensibleMap(Kind),
    /// Names or references, under the values of a discriminator.
    Mapping,
}

use Part::{ExtensibleMap, List, Map, Mapping, One};

impl Part {
    /// A section of the Components Object.
    pub(super) fn of_section(section: &str) -> Option<Self> {
        Some(Map(match section {
            "schemas" => Kind::Schema,
            "responses" => Kind::Response,
            "parameters" => Kind::Parameter,
            "examples" => Kind::Example,
            "requestBodies" => Kind::RequestBody,
            "headers" => Kind::Header,
            "securitySchemes" => Kind::SecurityScheme,
            "links" => Kind::Link,
            "callbacks" => Kind::Callback,
            "pathItems" => Kind::PathItem,
            "mediaTypes" => Kind::MediaType,
            _ => return None,
        }))
    }

    /// What stands under `key`; `None` for data.
    pub(super) fn member(self, key: &str) -> Option<Self> {
        match self {
            One(kind) => kind.member(key),
            Map(kind) => Some(One(kind)),
            ExtensibleMap(kind) => (!key.starts_with("x-")).then_some(One(kind)),
            List(_) | Mapping => None,
        }
    }

    /// What stands in a list.
    pub(super) fn item(self) -> Option<Self> {
        match self {
            One(kind) | List(kind) => Some(One(kind)),
            Map(_) | ExtensibleMap(_) | Mapping => None,
        }
    }
}

impl Kind {
    /// The section of the Components Object for what is referred to. What has none in every version of OpenAPI 3 is
    /// put where the reference stands.
    pub(super) fn section(self) -> Option<&'static str> {
        Some(match self {
            Self::Schema => "schemas",
            Self::Response => "responses",
            Self::Parameter => "parameters",
            Self::Example => "examples",
            Self::RequestBody => "requestBodies",
            Self::Header => "headers",
            Self::SecurityScheme => "securitySchemes",
            Self::Link => "links",
            Self::Callback => "callbacks",
            Self::Document
            | Self::Components
            | Self::PathItem
            | Self::Operation
            | Self::MediaType
            | Self::Encoding
            | Self::Discriminator => return None,
        })
    }

    fn member(self, key: &str) -> Option<Part> {
        match self {
            Self::Document => match key {
                "paths" => Some(ExtensibleMap(Self::PathItem)),
                "webhooks" => Some(Map(Self::PathItem)),
                "components" => Some(One(Self::Components)),
                _ => None,
            },
            Self::Components => Part::of_section(key),
            Self::PathItem => match key {
                "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace"
                | "query" => Some(One(Self::Operation)),
                "additionalOperations" => Some(Map(Self::Operation)),
                "parameters" => Some(List(Self::Parameter)),
                _ => None,
            },
            Self::Operation => match key {
                "parameters" => Some(List(Self::Parameter)),
                "requestBody" => Some(One(Self::RequestBody)),
                "responses" => Some(ExtensibleMap(Self::Response)),
                "callbacks" => Some(Map(Self::Callback)),
                _ => None,
            },
            Self::Callback => (!key.starts_with("x-")).then_some(One(Self::PathItem)),
            Self::Parameter | Self::Header | Self::MediaType => match key {
                "schema" | "itemSchema" => Some(One(Self::Schema)),
                "examples" => Some(Map(Self::Example)),
                "content" => Some(Map(Self::MediaType)),
                _ => Self::encoding_member(key),
            },
            Self::Encoding => match key {
                "headers" => Some(Map(Self::Header)),
                _ => Self::encoding_member(key),
            },
            Self::RequestBody => (key == "content").then_some(Map(Self::MediaType)),
            Self::Response => match key {
                "headers" => Some(Map(Self::Header)),
                "content" => Some(Map(Self::MediaType)),
                "links" => Some(Map(Self::Link)),
                _ => None,
            },
            Self::Schema => schema_member(key),
            Self::Discriminator => (key == "mapping").then_some(Mapping),
            Self::Example | Self::Link | Self::SecurityScheme => None,
        }
    }

    fn encoding_member(key: &str) -> Option<Part> {
        match key {
            "encoding" => Some(Map(Self::Encoding)),
            "prefixEncoding" => Some(List(Self::Encoding)),
            "itemEncoding" => Some(One(Self::Encoding)),
            _ => None,
        }
    }
}

/// The keywords of JSON Schema that hold schemas (2020-12, and the older ones that documents still have).
fn schema_member(key: &str) -> Option<Part> {
    match key {
        "properties" | "patternProperties" | "$defs" | "definitions" | "dependentSchemas"
        | "dependencies" => Some(Map(Kind::Schema)),
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Some(List(Kind::Schema)),
        "items"
        | "additionalItems"
        | "additionalProperties"
        | "unevaluatedItems"
        | "unevaluatedProperties"
        | "contains"
        | "propertyNames"
        | "contentSchema"
        | "not"
        | "if"
        | "then"
        | "else" => Some(One(Kind::Schema)),
        "discriminator" => Some(One(Kind::Discriminator)),
        _ => None,
    }
}

/// The text of the reference that `value` is.
pub(super) fn reference(value: &Value) -> Option<&str> {
    value.get("$ref")?.as_str()
}

/// Whether `text`, a value of a discriminator's mapping, can only be meant as a reference to another file: names of
/// components have no slash, and hardly a dot.
pub(super) fn names_file(text: &str) -> bool {
    !text.starts_with('#')
        && (text.contains(['/', '#'])
            || [".json", ".yaml", ".yml"]
                .iter()
                .any(|end| text.ends_with(end)))
}

/// Whether something in `value` refers to another file. Values are at most 127 levels deep.
pub(super) fn refers_to_files(value: &Value, part: Part) -> bool {
    if reference(value).is_some_and(|text| !text.starts_with('#')) && part != One(Kind::Document) {
        return true;
    }
    match value {
        Value::Object(members) if part == Mapping => members
            .values()
            .any(|member| member.as_str().is_some_and(names_file)),
        Value::Object(members) => members.iter().any(|(key, member)| {
            part.member(key)
                .is_some_and(|part| refers_to_files(member, part))
        }),
        Value::Array(items) => part
            .item()
            .is_some_and(|part| items.iter().any(|item| refers_to_files(item, part))),
        _ => false,
    }
}
