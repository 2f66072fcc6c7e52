use super::types::Type;

/// Something that can be called.
#[derive(Debug, Clone)]
pub(crate) struct Operation {
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
    /// The path parameters, in the order of the path.
    pub(crate) path_parameters: Vec<PathParameter>,
    /// The JSON body.
    pub(crate) body: Option<Body>,
    /// What the statuses of success give.
    pub(crate) success: Success,
    /// The documented errors: single codes before ranges, ascending.
    pub(crate) failures: Vec<Failure>,
    /// The alternatives of security schemes, each a set that is needed together; empty where none is needed.
    pub(crate) security: Vec<Vec<String>>,
}

impl Operation {
    /// The types that it mentions.
    pub(crate) fn types(&self) -> impl Iterator<Item = &Type> {
        let parameters = self.path_parameters.iter().map(|parameter| &parameter.ty);
        let body = self.body.iter().map(|body| &body.ty);
        let failures = self
            .failures
            .iter()
            .filter_map(|failure| failure.body.as_ref());
        parameters
            .chain(body)
            .chain(&self.success.body)
            .chain(failures)
    }
}

/// The types that an exchange sends and receives.
#[derive(Debug, Clone, Default)]
pub(crate) struct Exchanged {
    pub(crate) requests: Vec<Type>,
    pub(crate) responses: Vec<Type>,
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

/// A parameter in the path, style `simple`, of a primitive type.
#[derive(Debug, Clone)]
pub(crate) struct PathParameter {
    /// As the document writes it.
    pub(crate) name: String,
    /// As Rust writes it.
    pub(crate) ident: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    /// Aliases are resolved.
    pub(crate) ty: Type,
}

/// A request body, sent as `application/json`.
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) ty: Type,
    pub(crate) required: bool,
    pub(crate) description: Option<String>,
}

/// What every status of success gives.
#[derive(Debug, Clone)]
pub(crate) struct Success {
    /// The statuses.
    pub(crate) statuses: Vec<StatusMatch>,
    /// The JSON body; `None` where the document promises none.
    pub(crate) body: Option<Type>,
}

/// A documented error.
#[derive(Debug, Clone)]
pub(crate) struct Failure {
    pub(crate) status: StatusMatch,
    /// The variant of the operation's error enum.
    pub(crate) variant: String,
    pub(crate) description: String,
    /// The JSON body; `None` where the document promises none.
    pub(crate) body: Option<Type>,
}

/// A key of a Responses Object.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum StatusMatch {
    /// One status.
    Code(u16),
    /// All statuses with this first digit: `4XX`.
    Range(u16),
}

/// A credential that operations can ask for. HTTP bearer is what the generator knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SecurityScheme {
    /// As the document names it.
    pub(crate) name: String,
    /// As Rust names the builder's method.
    pub(crate) ident: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
}
