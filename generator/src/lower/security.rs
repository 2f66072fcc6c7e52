//! Security (OpenAPI Specification 3.0.4, sections 4.7.27 to 4.7.30).

use indexmap::IndexMap;
use openapiv3::{
    APIKeyLocation, OAuth2Flows, ReferenceOr, SecurityRequirement, SecurityScheme as Scheme,
};

use crate::diagnostics::{Code, Pointer};
use crate::model::{Grant, ParameterPlace, RequiredScheme, Security, SecurityKind, SecurityScheme};
use crate::names::{Scope, snake_case};
use crate::similar::similar;

use super::{Lowering, reference};

/// Names of the client builder's own methods.
pub(crate) const TAKEN: &[&str] = &[
    "base_url",
    "build",
    "build_unchecked",
    "connect_timeout",
    "credential",
    "credentials",
    "header",
    "new",
    "read_timeout",
    "response_limit",
    "retries",
    "server",
    "settings",
    "timeout",
    "transport",
    "user_agent",
];

/// Carrier of the normalised form for a type of OpenAPI 3.1.
const MUTUAL_TLS: &str = "x-lowering-mutual-tls";

impl Lowering<'_> {
    /// The schemes, in document order.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let mut idents = Scope::with_taken(TAKEN);
        let schemes = &self.components.security_schemes;
        let mut lowered = Vec::new();
        for (name, scheme) in schemes {
            let pointer = Pointer::root().join_all(["components", "securitySchemes", name]);
            let found =
                reference::resolve(scheme, schemes, "securitySchemes", &pointer, self.report);
            let Some((scheme, _)) = found else {
                continue;
            };
            let (kind, description) = kind(scheme);
            // The name of the standard is one word.
            let ident = snake_case(&name.replace("OAuth", "Oauth"));
            let other = format!("set_{}", ident.trim_start_matches("r#"));
            lowered.push(SecurityScheme {
                name: name.clone(),
                ident: idents.claim([ident, other]),
                description: description.clone(),
                kind,
            });
        }
        // After all schemes, whose own names matter more.
        for SecurityScheme { ident, kind, .. } in &mut lowered {
            let stem = ident.trim_start_matches("r#").trim_end_matches('_');
            let mut name = |grant: &mut Option<Grant>, way: &str| {
                if let Some(grant) = grant {
                    grant.ident = idents.claim([format!("{stem}_{way}")]);
                }
            };
            if let SecurityKind::OAuth2 {
                client_credentials,
                refresh,
            } = kind
            {
                name(client_credentials, "client_credentials");
                name(refresh, "refresh_token");
            }
        }
        lowered
    }

    /// What operations accept that say nothing of security, where nothing in the document asks for any of its schemes:
    /// each scheme, and none. Nobody describes credentials that no operation takes, and without this a client would
    /// be given one and send none.
    pub(super) fn unasked(&mut self, schemes: &[SecurityScheme]) -> Vec<Vec<RequiredScheme>> {
        let names = |requirements: &Option<Vec<SecurityRequirement>>| {
            let mut requirements = requirements.iter().flatten();
            requirements.any(|requirement| !requirement.is_empty())
        };
        let items = self.openapi.paths.paths.values();
        let mut operations = items
            .filter_map(ReferenceOr::as_item)
            .flat_map(|item| item.iter());
        if schemes.is_empty()
            || names(&self.openapi.security)
            || operations.any(|(_, operation)| names(&operation.security))
        {
            return Vec::new();
        }
        self.report.warn(
            Code::InvalidDocument,
            &Pointer::root().join_all(["components", "securitySchemes"]),
            "nothing asks for any of them; each credential that a client is given goes to all operations",
        );
        let each = schemes.iter().map(|scheme| {
            vec![RequiredScheme {
                name: scheme.name.clone(),
                scopes: Vec::new(),
            }]
        });
        each.chain([Vec::new()]).collect()
    }

    /// What an operation accepts: its own requirements, else those of the document.
    pub(super) fn security(
        &mut self,
        operation: &openapiv3::Operation,
        pointer: &Pointer,
    ) -> Security {
        let root = Pointer::root().join("security");
        let (requirements, at): (&[SecurityRequirement], _) =
            match (&operation.security, &self.openapi.security) {
                (Some(own), _) => (own, pointer.join("security")),
                (None, Some(global)) if self.unasked.is_empty() => (global, root),
                (None, _) => {
                    return Security {
                        pointer: root,
                        alternatives: self.unasked.clone(),
                    };
                }
            };
        let mut alternatives = Vec::new();
        for (index, requirement) in requirements.iter().enumerate() {
            let unknown = requirement.keys().find(|name| !self.is_defined(name));
            match unknown {
                Some(name) => self.unknown_scheme(name, &at.join(index)),
                None => {
                    let schemes = requirement.iter().map(|(name, scopes)| RequiredScheme {
                        name: name.clone(),
                        scopes: scopes.clone(),
                    });
                    alternatives.push(schemes.collect());
                }
            }
        }
        if alternatives.is_empty() && !requirements.is_empty() {
            self.report.warn(
                Code::InvalidDocument,
                &at,
                "none of the security schemes is there; called without credentials",
            );
        }
        Security {
            pointer: at,
            alternatives,
        }
    }

    fn unknown_scheme(&mut self, name: &str, at: &Pointer) {
        let schemes = self.components.security_schemes.keys();
        let alike = similar(name, schemes.map(String::as_str));
        let hint = alike.map(|alike| format!("; did you mean `{alike}`?"));
        let message = format!(
            "left out: there is no security scheme `{name}`{}",
            hint.unwrap_or_default()
        );
        let added = self.report.warn(Code::InvalidDocument, at, message);
        if let Some(alike) = alike {
            let pointer = Pointer::root().join_all(["components", "securitySchemes", alike]);
            added.related(&pointer, format!("`{alike}` is here"));
        }
    }

    /// Whether the scheme is there, and its references lead somewhere.
    fn is_defined(&self, name: &str) -> bool {
        let schemes: &IndexMap<String, ReferenceOr<Scheme>> = &self.components.security_schemes;
        let mut unheard = crate::diagnostics::Report::default();
        schemes.get(name).is_some_and(|scheme| {
            let root = Pointer::root();
            reference::resolve(scheme, schemes, "securitySchemes", &root, &mut unheard).is_some()
        })
    }
}

fn kind(scheme: &Scheme) -> (SecurityKind, &Option<String>) {
    match scheme {
        Scheme::HTTP {
            description,
            extensions,
            ..
        } if extensions.contains_key(MUTUAL_TLS) => (SecurityKind::MutualTls, description),
        Scheme::HTTP {
            scheme,
            description,
            ..
        } => {
            // Names of schemes have no case (RFC 9110, section 11.1).
            let kind = match scheme.to_ascii_lowercase().as_str() {
                "bearer" => SecurityKind::Bearer,
                "basic" => SecurityKind::Basic,
                _ => SecurityKind::Http(scheme.clone()),
            };
            (kind, description)
        }
        Scheme::APIKey {
            location,
            name,
            description,
            ..
        } => {
            let place = match location {
                APIKeyLocation::Query => ParameterPlace::Query,
                APIKeyLocation::Header => ParameterPlace::Header,
                APIKeyLocation::Cookie => ParameterPlace::Cookie,
            };
            let name = name.clone();
            (SecurityKind::ApiKey { place, name }, description)
        }
        Scheme::OAuth2 {
            flows, description, ..
        } => (oauth2(flows), description),
        Scheme::OpenIDConnect { description, .. } => (SecurityKind::Bearer, description),
    }
}

fn oauth2(flows: &OAuth2Flows) -> SecurityKind {
    let client_credentials = flows.client_credentials.as_ref();
    let code = flows.authorization_code.as_ref();
    let password = flows.password.as_ref();
    let refresh_urls = [
        code.and_then(|flow| flow.refresh_url.as_ref()),
        password.and_then(|flow| flow.refresh_url.as_ref()),
        client_credentials.and_then(|flow| flow.refresh_url.as_ref()),
        flows
            .implicit
            .as_ref()
            .and_then(|flow| flow.refresh_url.as_ref()),
        // What gives tokens renews them, unless the document says otherwise (RFC 6749, section 6).
        code.map(|flow| &flow.token_url),
        password.map(|flow| &flow.token_url),
    ];
    let grant = |url: &String| Grant {
        url: url.clone(),
        ident: String::new(),
    };
    SecurityKind::OAuth2 {
        client_credentials: client_credentials
            .map(|flow| &flow.token_url)
            .filter(|url| !url.is_empty())
            .map(grant),
        refresh: refresh_urls
            .into_iter()
            .flatten()
            .find(|url| !url.is_empty())
            .map(grant),
    }
}
