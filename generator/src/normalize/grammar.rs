//! What stands where in a document (OpenAPI Specification 3.2.0, section 4; JSON Schema 2020-12, Core): which members
//! hold items of a kind, which hold items by names of the author's choice, and which hold data.

/// What an object of the document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Kind {
    Document,
    Info,
    Components,
    Paths,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Header,
    Callback,
    Example,
    Link,
    Server,
    ServerVariable,
    SecurityScheme,
    Tag,
    ExternalDocumentation,
    Schema,
    Discriminator,
}

/// How a member holds items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    /// It is one.
    One(Kind),
    /// It is one, or a boolean that its owner reads.
    OneOrBoolean(Kind),
    /// It is a list of them.
    List(Kind),
    /// It is an object with one for each name.
    Named(Kind),
}

/// The section of `components` that OpenAPI 3.0 has for items of a kind.
pub(super) fn section(kind: Kind) -> Option<&'static str> {
    Some(match kind {
        Kind::Schema => "schemas",
        Kind::Response => "responses",
        Kind::Parameter => "parameters",
        Kind::Example => "examples",
        Kind::RequestBody => "requestBodies",
        Kind::Header => "headers",
        Kind::SecurityScheme => "securitySchemes",
        Kind::Link => "links",
        Kind::Callback => "callbacks",
        _ => return None,
    })
}

/// An item of a kind, for people.
pub(super) fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Document => "a whole document",
        Kind::Info => "an info object",
        Kind::Components => "the components",
        Kind::Paths => "the paths",
        Kind::PathItem => "a path item",
        Kind::Operation => "an operation",
        Kind::Parameter => "a parameter",
        Kind::RequestBody => "a request body",
        Kind::MediaType => "a media type",
        Kind::Encoding => "an encoding",
        Kind::Responses => "the responses of an operation",
        Kind::Response => "a response",
        Kind::Header => "a header",
        Kind::Callback => "a callback",
        Kind::Example => "an example",
        Kind::Link => "a link",
        Kind::Server => "a server",
        Kind::ServerVariable => "a server variable",
        Kind::SecurityScheme => "a security scheme",
        Kind::Tag => "a tag",
        Kind::ExternalDocumentation => "external documentation",
        Kind::Schema => "a schema",
        Kind::Discriminator => "a discriminator",
    }
}

/// What the member `name` of an item holds; `None` where it holds data, or nothing that is known.
pub(super) fn holds(kind: Kind, name: &str) -> Option<Holds> {
    use Holds::{List, Named, One};
    if name == "externalDocs" && kind != Kind::Schema {
        return Some(One(Kind::ExternalDocumentation));
    }
    Some(match (kind, name) {
        (Kind::Document, "info") => One(Kind::Info),
        (Kind::Document, "paths") => One(Kind::Paths),
        (Kind::Document, "webhooks") => Named(Kind::PathItem),
        (Kind::Document, "components") => One(Kind::Components),
        (Kind::Document, "tags") => List(Kind::Tag),
        (Kind::Document | Kind::PathItem | Kind::Operation, "servers") => List(Kind::Server),
        (Kind::Components, "schemas") => Named(Kind::Schema),
        (Kind::Components, "pathItems") => Named(Kind::PathItem),
        (Kind::Components, "mediaTypes") => Named(Kind::MediaType),
        (Kind::Components, "requestBodies") => Named(Kind::RequestBody),
        (Kind::Components, "securitySchemes") => Named(Kind::SecurityScheme),
        (Kind::Components, "parameters") => Named(Kind::Parameter),
        (Kind::Components | Kind::Operation, "callbacks") => Named(Kind::Callback),
        (Kind::Components, "responses") => Named(Kind::Response),
        (Kind::Operation, "responses") => One(Kind::Responses),
        (Kind::Operation, "requestBody") => One(Kind::RequestBody),
        (Kind::Operation | Kind::PathItem, "parameters") => List(Kind::Parameter),
        (
            Kind::PathItem,
            "get" | "put" | "post" | "delete" | "options" | "head" | "patch" | "trace",
        ) => One(Kind::Operation),
        (Kind::Components | Kind::Response, "links") => Named(Kind::Link),
        (Kind::Components | Kind::Response | Kind::Encoding, "headers") => Named(Kind::Header),
        (Kind::Components | Kind::Parameter | Kind::Header | Kind::MediaType, "examples") => {
            Named(Kind::Example)
        }
        (Kind::Parameter | Kind::Header | Kind::MediaType, "schema") => One(Kind::Schema),
        (Kind::Parameter | Kind::Header | Kind::RequestBody | Kind::Response, "content") => {
            Named(Kind::MediaType)
        }
        (Kind::MediaType, "itemSchema") => One(Kind::Schema),
        (Kind::MediaType, "encoding") => Named(Kind::Encoding),
        (Kind::Server, "variables") => Named(Kind::ServerVariable),
        // Their names are of the author's choice, but for extensions.
        (Kind::Paths | Kind::Callback, name) if is_item(name) => One(Kind::PathItem),
        (Kind::Responses, name) if is_item(name) => One(Kind::Response),
        (Kind::Schema, name) => return schema_holds(name),
        _ => return None,
    })
}

fn is_item(name: &str) -> bool {
    name != "$ref" && !name.starts_with("x-")
}

fn schema_holds(name: &str) -> Option<Holds> {
    Some(match name {
        "allOf" | "anyOf" | "oneOf" | "prefixItems" => Holds::List(Kind::Schema),
        "$defs" | "definitions" | "properties" | "patternProperties" | "dependentSchemas" => {
            Holds::Named(Kind::Schema)
        }
        "items" | "additionalProperties" | "unevaluatedItems" | "unevaluatedProperties" => {
            Holds::OneOrBoolean(Kind::Schema)
        }
        "not" | "if" | "then" | "else" | "contains" | "propertyNames" | "contentSchema" => {
            Holds::One(Kind::Schema)
        }
        "discriminator" => Holds::One(Kind::Discriminator),
        _ => return None,
    })
}
