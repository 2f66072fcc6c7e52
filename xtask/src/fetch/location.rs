//! Where a document is: an http(s) URL, a file, or a file of an earlier commit.

use std::fmt;
use std::path::{Path, PathBuf};

use ureq::http::Uri;

use crate::failure::Failure;

/// One SOURCE. Printing it shows neither the userinfo nor the query of a URL: both can hold secrets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Location {
    Url(Uri),
    File {
        path: PathBuf,
        shown: String,
    },
    /// The file at `path`, from the root of the repository, as it was at a revision of Git.
    Git {
        revision: String,
        path: String,
    },
}

/// What tells a file of an earlier commit: `git:REV:path`.
const GIT: &str = "git:";

impl Location {
    /// Reads `text`; the path of a file is taken relative to `folder`.
    pub(crate) fn parse(text: &str, folder: &Path) -> Result<Self, Failure> {
        if let Some(rest) = text.strip_prefix(GIT) {
            return Self::parse_git(rest);
        }
        match text.split_once("://").map(|(scheme, _)| scheme) {
            Some(scheme)
                if scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https") =>
            {
                text.parse::<Uri>()
                    .ok()
                    .filter(|uri| uri.host().is_some_and(|host| !host.is_empty()))
                    .map(Self::Url)
                    .ok_or_else(|| {
                        Failure::usage(format!("{} is not a valid URL", without_secrets(text)))
                    })
            }
            Some(scheme) => Err(Failure::usage(format!(
                "{}: a source is a file or a URL with http or https, not {scheme}",
                without_secrets(text)
            ))),
            None if text.is_empty() => Err(Failure::usage("a source is empty")),
            None => Ok(Self::File {
                path: folder.join(text),
                shown: text.to_owned(),
            }),
        }
    }

    fn parse_git(text: &str) -> Result<Self, Failure> {
        match text.split_once(':') {
            // Git would take what begins with a dash for an option.
            Some((revision, path))
                if !revision.is_empty() && !revision.starts_with('-') && !path.is_empty() =>
            {
                Ok(Self::Git {
                    revision: revision.to_owned(),
                    path: path.to_owned(),
                })
            }
            _ => Err(Failure::usage(format!(
                "{GIT}{text}: a file of an earlier commit is written git:REV:path, such as git:HEAD~1:spec/openapi.json"
            ))),
        }
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Url(uri) => f.write_str(&without_secrets(&uri.to_string())),
            Self::File { shown, .. } => f.write_str(shown),
            Self::Git { revision, path } => write!(f, "{GIT}{revision}:{path}"),
        }
    }
}

/// The URL without userinfo, query and fragment. Takes text, because a URL that cannot be parsed has secrets too.
pub(crate) fn without_secrets(url: &str) -> String {
    let (url, cut) = match url.split_once(['?', '#']) {
        Some((before, _)) => (before, "?…"),
        None => (url, ""),
    };
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let (authority, path) = match rest.find('/') {
        Some(slash) => rest.split_at(slash),
        None => (rest, ""),
    };
    let host = authority
        .rsplit_once('@')
        .map_or(authority, |(_, host)| host);
    format!("{scheme}://{host}{path}{cut}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Result<Location, Failure> {
        Location::parse(text, Path::new("/folder"))
    }

    #[test]
    fn a_url_needs_http_or_https_and_a_host() {
        assert!(matches!(parse("HTTPS://a.example/x"), Ok(Location::Url(_))));
        for bad in [
            "ftp://a.example/x",
            "file:///x",
            "http://",
            "https:///x",
            "http://a b/",
            "",
        ] {
            assert!(parse(bad).unwrap_err().is_usage(), "{bad} was accepted");
        }
    }

    #[test]
    fn everything_else_is_a_file() {
        let Location::File { path, shown } = parse("docs/a.md").unwrap() else {
            panic!("a file was expected");
        };
        assert_eq!(path, Path::new("/folder/docs/a.md"));
        assert_eq!(shown, "docs/a.md");
    }

    #[test]
    fn a_file_of_an_earlier_commit_has_a_revision_and_a_path() {
        assert_eq!(
            parse("git:HEAD~1:spec/openapi.json").unwrap(),
            Location::Git {
                revision: "HEAD~1".to_owned(),
                path: "spec/openapi.json".to_owned()
            }
        );
        for bad in [
            "git:",
            "git:HEAD",
            "git::path",
            "git:HEAD:",
            "git:--output=x:path",
        ] {
            assert!(parse(bad).unwrap_err().is_usage(), "{bad} was accepted");
        }
    }

    #[test]
    fn userinfo_and_query_are_never_shown() {
        for url in [
            "https://me:secret@a.example/x?key=secret",
            "https://secret@a.example/x#secret",
            "https://me:sec@ret@a.example/x?secret",
        ] {
            assert_eq!(without_secrets(url), "https://a.example/x?…");
        }
        for bad in [
            "http://me:secret@ho st/",
            "ftp://secret@a.example/?secret",
            "http://secret@?secret",
        ] {
            let failure = parse(bad).unwrap_err().to_string();
            assert!(!failure.contains("secret"), "{failure}");
        }
        assert_eq!(
            parse("http://a.example:81/x").unwrap().to_string(),
            "http://a.example:81/x"
        );
    }
}
