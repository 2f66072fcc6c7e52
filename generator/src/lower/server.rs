use crate::diagnostics::{Code, Pointer};

use super::Lowering;

impl Lowering<'_> {
    /// The URL of the first server, where it can be called as it is (Server Object, OpenAPI Specification 3.0.4,
    /// section 4.7.5).
    pub(super) fn base_url(&mut self) -> Option<String> {
        let server = self.openapi.servers.first()?;
        let is_absolute = server.url.starts_with("https://") || server.url.starts_with("http://");
        let is_url = server
            .url
            .parse::<http::Uri>()
            .is_ok_and(|url| url.host().is_some_and(|host| !host.is_empty()));
        if is_absolute && is_url && !server.url.contains(['{', '?', '#', '@']) {
            return Some(server.url.clone());
        }
        self.report.warn(
            Code::UnusableServer,
            &Pointer::root().join_all(["servers", "0", "url"]),
            format!(
                "`{}` is no absolute URL without variables and query, so callers have to name the base URL",
                server.url
            ),
        );
        None
    }
}
