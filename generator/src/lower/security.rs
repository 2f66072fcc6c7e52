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
        let (known, unknown): (Vec<_>, Vec<_>) = requirements.iter().partition(|alternative| {
            // Two of them would be two values of one header.
            alternative.len() < 2 && alternative.keys().all(|name| self.bearer(name).is_some())
        });
        if known.is_empty() && !requirements.is_empty() {
            self.report.warn(
                Code::SkippedOperation,
                pointer,
                format!(
                    "skipped: its security {} is not supported yet, one HTTP bearer token is",
                    alternatives(&unknown)
                ),
            );
            return None;
        }
        if !unknown.is_empty() {
            self.report.warn(
                Code::IgnoredKeyword,
                pointer,
                format!(
                    "its alternative security {} is not supported yet",
                    alternatives(&unknown)
                ),
            );
        }
        Some(
            known
                .into_iter()
                .map(|alternative| alternative.keys().cloned().collect())
                .collect(),
        )
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

/// Alternatives of security schemes as a message names them: `a` and `b`, or `c`.
fn alternatives(requirements: &[&SecurityRequirement]) -> String {
    let named: Vec<String> = requirements
        .iter()
        .map(|alternative| {
            let names: Vec<&str> = alternative.keys().map(String::as_str).collect();
            format!("`{}`", names.join("` and `"))
        })
        .collect();
    named.join(" or ")
}
