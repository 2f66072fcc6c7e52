use std::fmt;

use url::{Position, Url};

/// Where a document is served: what its relative server URLs are relative to (OpenAPI Specification 3.0.4, section
/// 4.7.5). It has no credentials, query and fragment: they are no part of what others are relative to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentUrl(Url);

impl DocumentUrl {
    /// The URL, `None` where it is not one with http or https.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut url = Url::parse(text)
            .ok()
            .filter(|url| matches!(url.scheme(), "http" | "https"))?;
        url.set_query(None);
        url.set_fragment(None);
        url.set_username("").ok()?;
        url.set_password(None).ok()?;
        Some(Self(url))
    }

    /// The URL that `reference` is relative to this one (RFC 3986, section 5.2). Where it has variables, its dot segments
    /// stay, for what comes before them may be a variable.
    pub(crate) fn resolve(&self, reference: &str) -> Option<String> {
        if !reference.contains('{') {
            return self.0.join(reference).ok().map(String::from);
        }
        let start = if reference.starts_with("//") {
            format!("{}:", self.0.scheme())
        } else if reference.starts_with('/') {
            self.0[..Position::BeforePath].to_owned()
        } else {
            self.0.join(".").ok()?.into()
        };
        Some(start + reference)
    }
}

impl fmt::Display for DocumentUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_relative_to_the_folder_of_the_document() {
        let document = DocumentUrl::new("https://api.test:8443/docs/openapi.json").unwrap();
        for (reference, expected) in [
            ("/", "https://api.test:8443/"),
            ("/api/v3", "https://api.test:8443/api/v3"),
            ("v1", "https://api.test:8443/docs/v1"),
            ("./v1/", "https://api.test:8443/docs/v1/"),
            ("../v1", "https://api.test:8443/v1"),
            ("//other.test/v1", "https://other.test/v1"),
            ("/{base}/v1", "https://api.test:8443/{base}/v1"),
            ("{base}", "https://api.test:8443/docs/{base}"),
            ("//{host}/v1", "https://{host}/v1"),
            ("http://plain.test/", "http://plain.test/"),
        ] {
            assert_eq!(
                document.resolve(reference).as_deref(),
                Some(expected),
                "{reference}"
            );
        }
    }

    #[test]
    fn secrets_of_the_document_are_not_those_of_the_api() {
        let document = DocumentUrl::new("https://user:word@api.test/a?key=word#word").unwrap();
        assert_eq!(document.to_string(), "https://api.test/a");
        assert_eq!(document.resolve("/b").unwrap(), "https://api.test/b");
    }

    #[test]
    fn only_http_has_documents() {
        for text in ["", "openapi.json", "/a", "file:///a", "https://"] {
            assert_eq!(DocumentUrl::new(text), None, "{text:?}");
        }
    }
}
