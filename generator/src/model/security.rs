use crate::diagnostics::Pointer;

use super::operation::ParameterPlace;

/// The credentials that an operation asks for (Security Requirement Objects, OpenAPI Specification 3.0.4, section 4.7.30).
#[derive(Debug, Clone)]
pub(crate) struct Security {
    /// Where the document has them: in the operation, or at its root for all operations that have none of their own.
    pub(crate) pointer: Pointer,
    /// The alternatives, each a set that is needed together; empty where none is needed.
    pub(crate) alternatives: Vec<Vec<RequiredScheme>>,
}

/// A security scheme as an operation asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RequiredScheme {
    /// The name of the scheme.
    pub(crate) name: String,
    /// The scopes that a token needs, or the roles of its owner.
    pub(crate) scopes: Vec<String>,
}

/// A credential that operations can ask for (Security Scheme Object, OpenAPI Specification 3.0.4, section 4.7.27).
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SecurityScheme {
    /// As the document names it.
    pub(crate) name: String,
    /// As Rust names the builder's method.
    pub(crate) ident: String,
    /// CommonMark.
    pub(crate) description: Option<String>,
    pub(crate) kind: SecurityKind,
}

impl SecurityScheme {
    /// Where the document has it.
    pub(crate) fn pointer(&self) -> Pointer {
        Pointer::root().join_all(["components", "securitySchemes", &self.name])
    }
}

/// How a credential is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum SecurityKind {
    /// A token in the `Authorization` header: HTTP bearer, OpenID Connect.
    Bearer,
    /// Another scheme of HTTP authentication, by its name in the `Authorization` header.
    Http(String),
    /// User name and password.
    Basic,
    /// A key under this name.
    ApiKey { place: ParameterPlace, name: String },
    /// A bearer token from an authorization server.
    OAuth2 {
        /// What gives tokens for client credentials, where the document has that flow.
        client_credentials: Option<Grant>,
        /// What renews tokens: `refreshUrl`, else `tokenUrl` of a flow with a person (RFC 6749, section 6).
        refresh: Option<Grant>,
    },
    /// A certificate that the transport shows.
    MutualTls,
}

/// A way to get access tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Grant {
    /// Where the authorization server gives them, maybe relative to the base URL.
    pub(crate) url: String,
    /// As Rust names the builder's method.
    pub(crate) ident: String,
}
