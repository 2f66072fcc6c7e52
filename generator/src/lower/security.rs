//! Security requirements (OpenAPI Specification 3.0.4, section 4.7.30). HTTP bearer is what the runtime knows.

use openapiv3::{SecurityRequirement, SecurityScheme as Scheme};

use crate::diagnostics::{Code, Pointer};
use crate::model::SecurityScheme;
use crate::names::{Scope, snake_case};

use super::{Lowering, reference};

/// Names of the client builder's own methods.
const TAKEN: &[&str] = &[
    "base_url",
    "build",
    "build_unchecked",
    "connect_timeout",
    "credential",
    "header",
    "new",
    "response_limit",
    "settings",
    "timeout",
    "transport",
    "user_agent",
];

impl Lowering<'_> {
    /// The schemes that the runtime knows, in document order.
    pub(super) fn security_schemes(&mut self) -> Vec<SecurityScheme> {
        let mut idents = Scope::with_taken(TAKEN);
        let keys: Vec<&String> = self.components.security_schemes.keys().collect();
        keys.into_iter()
            .filter_map(|name| {
                let description = self.bearer(name)?;
                Some(SecurityScheme {
                    name: name.clone(),
                    ident: idents.claim([
                        snake_case(name),
                        format!("set_{}", snake_case(name).trim_start_matches("r#")),
                    ]),
                    description,
                })
            })
            .collect()
    }

    /// The alternatives that an operation accepts; `None`, with a diagnostic, where the runtime knows none of them.
    pub(super) fn security(
        &mut self,
        operation: &openapiv3::Operation,
        pointer: &Pointer,
    ) -> Option<Vec<Vec<String>>> {
        let openapi = self.openapi;
        let requirements: &[SecurityRequirement] = match (&operation.security, &openapi.security) {
            (Some(own), _) => own,
            (None, Some(global)) => global,
            (None, None) => return Some(Vec::new()),
        };
        let known: Vec<Vec<String>> = requirements
            .iter()
            .filter(|alternative| alternative.keys().all(|name| self.bearer(name).is_some()))
            .map(|alternative| alternative.keys().cloned().collect())
            .collect();
        if known.is_empty() && !requirements.is_empty() {
            let names: Vec<&str> = requirements
                .iter()
                .flat_map(|alternative| alternative.keys().map(String::as_str))
                .collect();
            self.report.warn(
                Code::SkippedOperation,
                pointer,
                format!(
                    "skipped: the security scheme `{}` is not supported yet, HTTP bearer is",
                    names.join("`, `")
                ),
            );
            return None;
        }
        Some(known)
    }

    /// The description of a scheme, where it is HTTP bearer.
    fn bearer(&mut self, name: &str) -> Option<Option<String>> {
        let pointer = Pointer::root().join_all(["components", "securitySchemes", name]);
        let schemes = &self.components.security_schemes;
        let (scheme, _) = reference::resolve(
            schemes.get(name)?,
            schemes,
            "securitySchemes",
            &pointer,
            self.report,
        )?;
        match scheme {
            Scheme::HTTP {
                scheme,
                description,
                ..
            } if scheme.eq_ignore_ascii_case("bearer") => Some(description.clone()),
            _ => None,
        }
    }
}
