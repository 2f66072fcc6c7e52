//! Where files are, and where references in them lead (RFC 3986, section 5.2, as far as files and http need it).

use std::fmt;

use percent_encoding::percent_decode_str;

use crate::source::error::ReferenceProblem;

/// Where a file is that a document is made of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileLocation {
    /// A path below the folder of the document, with `/` between its parts, none of which is `.` or `..`.
    Path(String),
    /// An absolute http or https URL without fragment.
    Url(String),
}

/// Shows neither the userinfo nor the query of a URL: both can hold secrets.
impl fmt::Display for FileLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let url = match self {
            Self::Path(path) => return f.write_str(path),
            Self::Url(url) => url,
        };
        let (scheme, authority, path) = parts(url);
        let host = authority.rsplit('@').next().unwrap_or(authority);
        let (path, query) = path
            .split_once('?')
            .map_or((path, ""), |(path, _)| (path, "?…"));
        write!(f, "{scheme}://{host}{path}{query}")
    }
}

impl FileLocation {
    /// The location of the document itself, by its name. Only the last part of a path counts, as it is what files
    /// beside it call it.
    pub(super) fn of_document(name: &str) -> Self {
        if is_http(name) {
            let end = name.find(['?', '#']).unwrap_or(name.len());
            return Self::Url(name.get(..end).unwrap_or(name).to_owned());
        }
        let file = name.rsplit(['/', std::path::MAIN_SEPARATOR]).next();
        Self::Path(file.unwrap_or(name).to_owned())
    }

    /// How messages call the file, if they call the document `document`.
    pub(super) fn name(&self, document: &str) -> String {
        match self {
            Self::Path(path) => {
                let folder = document
                    .rfind(['/', std::path::MAIN_SEPARATOR])
                    .and_then(|slash| document.get(..=slash));
                format!("{}{path}", folder.unwrap_or_default())
            }
            Self::Url(_) => self.to_string(),
        }
    }

    /// Where `reference`, which has no fragment, leads from this file.
    pub(super) fn resolve(&self, reference: &str) -> Result<Self, ReferenceProblem> {
        if is_http(reference) {
            let (scheme, authority, path) = parts(reference);
            let path = without_dots("", path);
            return Ok(Self::Url(format!("{scheme}://{authority}{path}")));
        }
        if has_scheme(reference) {
            return Err(ReferenceProblem::UnsupportedScheme);
        }
        match self {
            Self::Path(path) => resolve_path(path, reference).map(Self::Path),
            Self::Url(base) => Ok(Self::Url(resolve_url(base, reference))),
        }
    }

    /// The names of the folders and the file, from the outermost on, decoded.
    pub(super) fn segments(&self) -> Vec<String> {
        let path = match self {
            Self::Path(path) => return path.split('/').map(str::to_owned).collect(),
            Self::Url(url) => parts(url).2,
        };
        let path = path.split('?').next().unwrap_or_default();
        path.split('/')
            .filter(|segment| !segment.is_empty())
            .map(|segment| percent_decode_str(segment).decode_utf8_lossy().into_owned())
            .collect()
    }
}

fn resolve_path(base: &str, reference: &str) -> Result<String, ReferenceProblem> {
    let path = reference.split('?').next().unwrap_or(reference);
    if path.starts_with('/') {
        return Err(ReferenceProblem::OutsideFolder);
    }
    let mut segments: Vec<String> = base.split('/').map(str::to_owned).collect();
    segments.pop();
    for encoded in path.split('/') {
        let segment = percent_decode_str(encoded)
            .decode_utf8()
            .map_err(|_| ReferenceProblem::NoPath)?;
        match segment.as_ref() {
            "" | "." => {}
            ".." => {
                segments.pop().ok_or(ReferenceProblem::OutsideFolder)?;
            }
            // What is decoded must not become a separator.
            segment if segment.contains(['/', '\0', std::path::MAIN_SEPARATOR]) => {
                return Err(ReferenceProblem::NoPath);
            }
            segment => segments.push(segment.to_owned()),
        }
    }
    Ok(segments.join("/"))
}

fn resolve_url(base: &str, reference: &str) -> String {
    let (scheme, authority, path) = parts(base);
    let path = path.split('?').next().unwrap_or_default();
    if let Some(rest) = reference.strip_prefix("//") {
        return format!("{scheme}://{rest}");
    }
    let path = if reference.starts_with('/') {
        without_dots("", reference)
    } else if reference.starts_with('?') {
        format!("{path}{reference}")
    } else {
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        without_dots(folder, reference)
    };
    format!("{scheme}://{authority}{path}")
}

/// `folder` and a path below it, with the dot segments of the path taken away (RFC 3986, section 5.2.4).
fn without_dots(folder: &str, reference: &str) -> String {
    let (path, query) = match reference.find('?') {
        Some(mark) => reference.split_at(mark),
        None => (reference, ""),
    };
    let mut segments: Vec<&str> = folder.split('/').filter(|it| !it.is_empty()).collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    format!("/{}{query}", segments.join("/"))
}

/// Scheme, authority, and path with query.
fn parts(url: &str) -> (&str, &str, &str) {
    let url = url.split('#').next().unwrap_or(url);
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    (scheme, authority, path)
}

fn is_http(text: &str) -> bool {
    text.split_once("://").is_some_and(|(scheme, _)| {
        scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https")
    })
}

fn has_scheme(text: &str) -> bool {
    text.split_once(':').is_some_and(|(scheme, _)| {
        scheme.starts_with(|first: char| first.is_ascii_alphabetic())
            && scheme
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(base: &str, reference: &str) -> Result<String, ReferenceProblem> {
        let base = FileLocation::Path(base.to_owned());
        base.resolve(reference).map(|location| location.to_string())
    }

    #[test]
    fn a_path_is_resolved_against_the_folder_of_its_file() {
        let cases = [
            ("openapi.yaml", "pet.yaml", "pet.yaml"),
            ("openapi.yaml", "./a//./pet.yaml", "a/pet.yaml"),
            ("schemas/pet.yaml", "../openapi.yaml", "openapi.yaml"),
            ("a/b/c.yaml", "../d/e.yaml", "a/d/e.yaml"),
            ("a/b.yaml", "my%20pet.yaml", "a/my pet.yaml"),
            ("b.yaml", "caf%C3%A9.yaml?x=1", "café.yaml"),
        ];
        for (base, reference, expected) in cases {
            assert_eq!(path(base, reference).unwrap(), expected, "{reference}");
        }
    }

    #[test]
    fn no_path_leads_out_of_the_folder() {
        for reference in [
            "../x.yaml",
            "/etc/passwd",
            "//host/x",
            "a/../../x",
            "%2e%2E/x",
            "a/%2e%2e/../x",
        ] {
            assert_eq!(
                path("openapi.yaml", reference),
                Err(ReferenceProblem::OutsideFolder),
                "{reference}"
            );
        }
        for reference in ["..%2Fx", "a%00", "%FF"] {
            assert_eq!(path("a.yaml", reference), Err(ReferenceProblem::NoPath));
        }
        for reference in ["file:///etc/passwd", "urn:x:y", "C:/x"] {
            assert_eq!(
                path("a.yaml", reference),
                Err(ReferenceProblem::UnsupportedScheme)
            );
        }
    }

    #[test]
    fn a_url_is_resolved_as_rfc_3986_says() {
        let base = FileLocation::of_document("https://a.example:8443/v1/docs/openapi.yaml?…");
        for (reference, expected) in [
            ("pet.yaml", "https://a.example:8443/v1/docs/pet.yaml"),
            ("../pet.yaml", "https://a.example:8443/v1/pet.yaml"),
            ("../../../pet.yaml", "https://a.example:8443/pet.yaml"),
            ("/pet.yaml", "https://a.example:8443/pet.yaml"),
            ("//b.example/pet.yaml", "https://b.example/pet.yaml"),
            ("http://b.example/./x/../y", "http://b.example/y"),
        ] {
            assert_eq!(
                base.resolve(reference).unwrap(),
                FileLocation::Url(expected.to_owned())
            );
        }
    }

    #[test]
    fn messages_show_no_secrets_of_a_url() {
        let url = FileLocation::Url("https://me:secret@a.example/x?key=secret".to_owned());
        assert_eq!(url.to_string(), "https://a.example/x?…");
    }
}
