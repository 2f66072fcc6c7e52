use serde_json::Value;

use crate::diagnostics::Pointer;

use super::pagination::Pagination;
use super::security::Security;
use super::types::Type;

/// Something that can be called.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    /// `operationId`, or method and path where the document gives none.
    pub(crate) id: String,
    /// The first tag; operations of one tag stand in one module.
    pub(crate) tag: Option<String>,
    /// One line.
    pub(crate) summary: Option<String>,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// Whether callers should move on.
    pub(crate) deprecated: bool,
    /// The method.
    pub(crate) method: Method,
    /// The path template; each placeholder has its parameter.
    pub(crate) path: String,
    /// Where it is, if not where the rest of the API is: a URL whose variables have their defaults, maybe relative to
    /// the base URL.
    pub(crate) server: Option<String>,
    /// Those in the path in its order, then the others in document order.
    pub(crate) parameters: Vec<Parameter>,
    /// What requests carry.
    pub(crate) body: Option<Body>,
    /// What the statuses of success give: single codes before ranges, ascending.
    pub(crate) successes: Vec<Answer>,
    /// The documented errors: single codes before ranges, ascending, `default` last.
    pub(crate) failures: Vec<Answer>,
    /// The credentials that it asks for.
    pub(crate) security: Security,
    /// How its answers are the pages of a list, where they are. Filled in by the analysis.
    pub(crate) pagination: Option<Pagination>,
}

impl Operation {
    /// The types that it mentions.
    pub(crate) fn types(&self) -> impl Iterator<Item = &Type> {
        self.sent().chain(self.received())
    }

    /// The types that its requests carry.
    pub(crate) fn sent(&self) -> impl Iterator<Item = &Type> {
        let parameters = self.parameters.iter().map(|parameter| &parameter.ty);
        let contents = self.body.iter().flat_map(|body| &body.contents);
        parameters.chain(contents.filter_map(|content| content.format.ty()))
    }

    /// The types that its answers carry.
    pub(crate) fn received(&self) -> impl Iterator<Item = &Type> {
        let answers = || self.successes.iter().chain(&self.failures);
        let bodies = answers()
            .flat_map(|answer| &answer.contents)
            .filter_map(|content| content.format.ty());
        let headers = answers()
            .flat_map(|answer| &answer.headers)
            .map(|header| &header.ty);
        bodies.chain(headers)
    }

    /// The types that it mentions, but for those of multipart bodies, for the analysis to change.
    pub(crate) fn types_outside_multipart_mut(&mut self) -> impl Iterator<Item = &mut Type> {
        let parameters = self
            .parameters
            .iter_mut()
            .map(|parameter| &mut parameter.ty);
        let contents = self.body.iter_mut().flat_map(|body| &mut body.contents);
        let sent = contents.filter_map(|content| match &mut content.format {
            BodyFormat::Json(ty) | BodyFormat::Form(ty, _) => Some(ty),
            BodyFormat::Multipart(..) | BodyFormat::Text | BodyFormat::Binary => None,
        });
        let answers = self.successes.iter_mut().chain(&mut self.failures);
        let received = answers.flat_map(|answer| {
            let contents = answer.contents.iter_mut();
            let bodies = contents.filter_map(|content| content.format.ty_mut());
            bodies.chain(answer.headers.iter_mut().map(|header| &mut header.ty))
        });
        parameters.chain(sent).chain(received)
    }
}

/// The types that an exchange sends and receives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Exchanged {
    pub(crate) requests: Vec<Type>,
    pub(crate) responses: Vec<Type>,
}

/// A request that the server makes.
#[derive(Debug, Clone)]
pub(crate) struct Webhook {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    /// As the document names it.
    pub(crate) name: String,
    /// The method that it uses, as a key of the Path Item Object.
    pub(crate) method: String,
    /// The type of its body, where it has one.
    pub(crate) body: Option<Type>,
}

/// The methods of a Path Item Object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Method {
    Get,
    Put,
    Post,
    Delete,
    Options,
    Head,
    Patch,
    Trace,
}

impl Method {
    /// The method that a key of a Path Item Object names.
    pub(crate) fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "get" => Self::Get,
            "put" => Self::Put,
            "post" => Self::Post,
            "delete" => Self::Delete,
            "options" => Self::Options,
            "head" => Self::Head,
            "patch" => Self::Patch,
            "trace" => Self::Trace,
            _ => return None,
        })
    }

    /// As HTTP writes it.
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Put => "PUT",
            Self::Post => "POST",
            Self::Delete => "DELETE",
            Self::Options => "OPTIONS",
            Self::Head => "HEAD",
            Self::Patch => "PATCH",
            Self::Trace => "TRACE",
        }
    }
}

/// A Parameter Object (OpenAPI Specification 3.0.4, section 4.7.12).
#[derive(Debug, Clone)]
pub(crate) struct Parameter {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    /// As the document writes it.
    pub(crate) name: String,
    /// As Rust writes it: an argument where it is required, a setter where it is not.
    pub(crate) ident: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// Whether callers should move on.
    pub(crate) deprecated: bool,
    pub(crate) required: bool,
    pub(crate) place: ParameterPlace,
    pub(crate) encoding: ParameterEncoding,
    /// What the server takes for it where it is absent.
    pub(crate) default: Option<Value>,
    /// The type; a parameter of `content` that is not JSON is text.
    pub(crate) ty: Type,
}

impl Parameter {
    /// Whether it is written as its place has it when the document does not tell (OpenAPI Specification 3.0.4, section
    /// 4.7.12.2).
    pub(crate) fn has_default_encoding(&self) -> bool {
        let (style, explode) = match self.place {
            ParameterPlace::Path | ParameterPlace::Header => (Style::Simple, false),
            ParameterPlace::Query | ParameterPlace::Cookie => (Style::Form, true),
        };
        let default = ParameterEncoding::Style {
            style,
            explode,
            allow_reserved: false,
        };
        self.encoding == default
    }
}

/// Where a parameter goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ParameterPlace {
    Path,
    Query,
    Header,
    Cookie,
}

/// How the value of a parameter, or of a property of a form, becomes text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParameterEncoding {
    /// By a style (OpenAPI Specification 3.0.4, section 4.7.12.3).
    Style {
        style: Style,
        explode: bool,
        /// `allowReserved`.
        allow_reserved: bool,
    },
    /// As JSON: `content` of a JSON media type.
    Json,
}

/// The values of `style`. Those that a place does not allow are mended to the place's default, with a warning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Matrix,
    Label,
    Simple,
    Form,
    SpaceDelimited,
    PipeDelimited,
    DeepObject,
}

/// A Request Body Object (OpenAPI Specification 3.0.4, section 4.7.13).
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) required: bool,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// The ways to send it, never empty; the first is what callers use who do not choose. Those that differ in nothing
    /// but the spelling of the media type are one.
    pub(crate) contents: Vec<BodyContent>,
}

/// One way to send a body.
#[derive(Debug, Clone)]
pub(crate) struct BodyContent {
    /// Where the document has it: the Media Type Object.
    pub(crate) pointer: Pointer,
    /// What the `Content-Type` header says; a wildcard range where the caller has to say it.
    pub(crate) media_type: String,
    pub(crate) format: BodyFormat,
    /// The variant of the body's enum, where there are several ways: `Json`, `Form`, `Multipart`, `Text`, `Binary`.
    pub(crate) variant: String,
}

/// How a body is written.
#[derive(Debug, Clone)]
pub(crate) enum BodyFormat {
    /// `application/json`, and whatever else ends in `+json`.
    Json(Type),
    /// `application/x-www-form-urlencoded`: an object, each property by its Encoding Object.
    Form(Type, Vec<PropertyEncoding>),
    /// `multipart/form-data` and other multipart types: an object, each property one part, or several.
    Multipart(Type, Vec<PropertyEncoding>),
    /// Text as the caller writes it; XML too.
    Text,
    /// Anything else: bytes, or a stream of them.
    Binary,
}

impl BodyFormat {
    /// The type that is written, where the document gives one.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json(ty) | Self::Form(ty, _) | Self::Multipart(ty, _) => Some(ty),
            Self::Text | Self::Binary => None,
        }
    }
}

/// What an Encoding Object says of a property, where that differs from the default (OpenAPI Specification 3.0.4,
/// section 4.7.15).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PropertyEncoding {
    /// The property, as the document writes it.
    pub(crate) property: String,
    /// `contentType` of its part; the first, where there are several and none is a range.
    pub(crate) content_type: Option<String>,
    /// Style, `explode` and `allowReserved`, where any of them is given; JSON where a form's `contentType` is JSON.
    pub(crate) encoding: Option<ParameterEncoding>,
    /// Headers of its part that have one possible value: name and value.
    pub(crate) headers: Vec<(String, String)>,
}

/// What a status gives.
#[derive(Debug, Clone)]
pub(crate) struct Answer {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    pub(crate) status: StatusMatch,
    pub(crate) description: String,
    /// What the body can be, by media type; empty where there is none, whatever the document says (204, 205, 304, HEAD).
    /// A failure's are only JSON and text; others of it are left to the bytes that every failure keeps.
    pub(crate) contents: Vec<AnswerContent>,
    /// The documented headers, without Content-Type.
    pub(crate) headers: Vec<AnswerHeader>,
    /// The variant of the enum of the operation's successes or errors, after the status.
    pub(crate) variant: String,
}

/// One thing that the body of an answer can be.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AnswerContent {
    /// A media type or a range, as the document writes it, without parameters, in lower case.
    pub(crate) media_type: String,
    pub(crate) format: AnswerFormat,
}

/// How the body of an answer is read.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum AnswerFormat {
    /// JSON.
    Json(Type),
    /// Text; XML too.
    Text,
    /// Bytes, as a stream.
    Binary,
    /// `text/event-stream` whose events carry this.
    Events(Type, EventFormat),
    /// JSON Lines, a value a line.
    JsonLines(Type),
}

/// What the type of an event stream is the type of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum EventFormat {
    /// The data of an event, as JSON.
    #[default]
    Json,
    /// The data of an event, as it is.
    Text,
    /// The event: an object of its name, its data and so on.
    Whole,
}

impl AnswerFormat {
    /// The type that is read, where the document gives one.
    pub(crate) fn ty(&self) -> Option<&Type> {
        match self {
            Self::Json(ty) | Self::Events(ty, _) | Self::JsonLines(ty) => Some(ty),
            Self::Text | Self::Binary => None,
        }
    }

    /// The same, for the analysis to change.
    pub(crate) fn ty_mut(&mut self) -> Option<&mut Type> {
        match self {
            Self::Json(ty) | Self::Events(ty, _) | Self::JsonLines(ty) => Some(ty),
            Self::Text | Self::Binary => None,
        }
    }
}

/// A documented header of an answer.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct AnswerHeader {
    /// Where the document has it.
    pub(crate) pointer: Pointer,
    /// As the document writes it.
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) ty: Type,
}

/// A key of a Responses Object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum StatusMatch {
    /// One status.
    Code(u16),
    /// All statuses with this first digit: `4XX`.
    Range(u16),
    /// All that nothing else describes.
    Default,
}

/// A Server Object of the document itself (OpenAPI Specification 3.0.4, section 4.7.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Server {
    /// Where the document has it: those that cannot be used count as well.
    pub(crate) pointer: Pointer,
    /// The template: `https://{region}.example.com/v1`.
    pub(crate) url: String,
    pub(crate) description: Option<String>,
    /// The variables of the template, in its order.
    pub(crate) variables: Vec<ServerVariable>,
    /// The type that stands for it, where there are variables; else the constant.
    pub(crate) name: String,
}

impl Server {
    /// Where the document has one of its variables.
    pub(crate) fn variable_pointer(&self, variable: &ServerVariable) -> Pointer {
        self.pointer.join_all(["variables", &variable.name])
    }
}

/// A Server Variable Object (OpenAPI Specification 3.0.4, section 4.7.6).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ServerVariable {
    pub(crate) name: String,
    pub(crate) description: Option<String>,
    pub(crate) default: String,
    /// The only values that it may have; empty where any will do.
    pub(crate) values: Vec<String>,
    /// The enum of these values; empty where there are none.
    pub(crate) choice: String,
}
