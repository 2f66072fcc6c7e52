//! Reads documents: bytes from a file, by HTTP or out of Git, and the files that they refer to.
//!
//! Every command that takes a document gets it here, so that the same rules hold for all of them.

use std::env;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use generator::{FileLocation, Source};
use ureq::http::{HeaderValue, Uri};

use crate::failure::Failure;
use crate::fetch::http::{self, Limits};
use crate::fetch::location::Location;
use crate::fetch::redirect;
use crate::git;
use crate::output;
use crate::settings::Settings;

/// What reading a document may do, and how much.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reader<'settings> {
    /// For each file and each URL.
    pub(crate) limits: Limits,
    /// Whether references may lead to URLs.
    pub(crate) allow_remote_references: bool,
    /// They name the environment variable that holds the value of the Authorization header, and the origins that get it.
    pub(crate) settings: Option<&'settings Settings>,
}

impl Default for Reader<'_> {
    /// No network, and the limits that `fetch` has.
    fn default() -> Self {
        Self {
            limits: Limits::default(),
            allow_remote_references: false,
            settings: None,
        }
    }
}

impl Reader<'_> {
    /// The document at `location`, with all that it refers to.
    pub(crate) fn read(&self, location: &Location) -> Result<Source, Failure> {
        let bytes = match location {
            Location::Url(url) => {
                output::progress(&format!("fetching {location}"));
                http::get(
                    url,
                    self.authorization(url, location)?.as_ref(),
                    self.limits,
                )
            }
            Location::File { path, .. } => read_file(path, self.limits),
            Location::Git { revision, path } => {
                git::show(Path::new("."), revision, path, self.limits)
            }
        };
        let bytes = bytes.map_err(|message| Failure::unusable(format!("{location}: {message}")))?;
        self.parse(location, &bytes)
    }

    /// The document whose bytes were read from `location`, with all that it refers to.
    pub(crate) fn parse(&self, location: &Location, bytes: &[u8]) -> Result<Source, Failure> {
        Source::read(location.to_string(), bytes)
            .and_then(|source| source.with_references(&mut |file| self.load(location, file)))
            .map_err(Failure::unreadable)
    }

    /// The bytes of a file that the document at `document` refers to. An error is a sentence without its name.
    fn load(&self, document: &Location, file: &FileLocation) -> Result<Vec<u8>, String> {
        match (document, file) {
            (Location::File { path, .. }, FileLocation::Path(below)) => {
                read_below(path.parent().unwrap_or(Path::new("")), below, self.limits)
            }
            (_, FileLocation::Url(url)) if self.allow_remote_references => {
                self.load_url(document, url)
            }
            (_, FileLocation::Url(_)) => Err(
                "references over the network are not followed; allow them with --allow-remote-references"
                    .to_owned(),
            ),
            // What a document that has a URL refers to has one, too.
            (Location::Url(_), FileLocation::Path(_)) => {
                Err("it has no URL; write an absolute one".to_owned())
            }
            (Location::Git { .. }, FileLocation::Path(_)) => Err(
                "a document of an earlier commit is read alone; bring its files into one with `cargo xtask fetch`"
                    .to_owned(),
            ),
        }
    }

    /// Credentials go to the origin of the document and to no other.
    fn load_url(&self, document: &Location, url: &str) -> Result<Vec<u8>, String> {
        let url: Uri = url
            .parse()
            .ok()
            .filter(|url: &Uri| url.host().is_some_and(|host| !host.is_empty()))
            .ok_or("it is not a valid URL; correct the reference")?;
        let (url, authorization) = match document {
            Location::Url(base) if redirect::same_origin(base, &url) => {
                let url = with_userinfo(url, base);
                let authorization = self.authorization(&url, document);
                (url, authorization.map_err(|failure| failure.to_string())?)
            }
            _ => (url, None),
        };
        output::progress(&format!("fetching {}", Location::Url(url.clone())));
        http::get(&url, authorization.as_ref(), self.limits)
    }

    /// The value of the Authorization header for `url`, from the environment variable that the settings name. Nothing
    /// prints it. It is the secret of `source` in the settings, so no other origin gets it, whoever names a URL there. A URL
    /// with userinfo brings its own.
    fn authorization(
        &self,
        url: &Uri,
        location: &Location,
    ) -> Result<Option<HeaderValue>, Failure> {
        let has_userinfo = url
            .authority()
            .is_some_and(|authority| authority.as_str().contains('@'));
        let Some(settings) = self.settings.filter(|_| !has_userinfo) else {
            return Ok(None);
        };
        let Some(variable) = settings.authorization_env.as_deref() else {
            return Ok(None);
        };
        let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else {
            return Ok(None);
        };
        if !is_source(url, settings) {
            output::message(&format!(
                "note: {variable} is not sent to {location}, because `source` in spec/generate.toml has no URL with that \
                 scheme, host and port"
            ));
            return Ok(None);
        }
        if !redirect::is_private(url) {
            output::message(&format!(
                "warning: {variable} is not sent to {location}, because others could read it on the way; use https"
            ));
            return Ok(None);
        }
        let mut header = value
            .to_str()
            .and_then(|value| HeaderValue::from_str(value).ok())
            .ok_or_else(|| {
                Failure::usage(format!(
                    "the value of {variable} cannot stand in a header (it is not shown here); \
                     it must be one line of printable ASCII"
                ))
            })?;
        header.set_sensitive(true);
        Ok(Some(header))
    }
}

/// Whether one of the sources in the settings has the origin of `url`.
fn is_source(url: &Uri, settings: &Settings) -> bool {
    settings.source.iter().any(|source| {
        let source = Location::parse(source, Path::new(""));
        matches!(source, Ok(Location::Url(source)) if redirect::same_origin(&source, url))
    })
}

/// The URL with the userinfo of the document, which no name of the document shows.
fn with_userinfo(url: Uri, document: &Uri) -> Uri {
    let has_userinfo = |url: &Uri| {
        url.authority()
            .is_some_and(|authority| authority.as_str().contains('@'))
    };
    if has_userinfo(&url) || !has_userinfo(document) {
        return url;
    }
    let mut parts = url.clone().into_parts();
    parts.authority = document.authority().cloned();
    Uri::from_parts(parts).unwrap_or(url)
}

/// The file at `below` in `folder`, wherever links lead, but not out of the folder.
fn read_below(folder: &Path, below: &str, limits: Limits) -> Result<Vec<u8>, String> {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    let find = || -> io::Result<_> {
        let folder = folder.canonicalize()?;
        let path = folder.join(below).canonicalize()?;
        Ok((fs::metadata(&path)?.is_file(), folder, path))
    };
    let (is_file, folder, path) = find().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => {
            "there is no such file; correct the reference, or add the file".to_owned()
        }
        _ => format!("it cannot be read: {error}"),
    })?;
    if !path.starts_with(&folder) {
        return Err(
            "a link leads out of the folder of the document there; copy the file into the folder"
                .to_owned(),
        );
    }
    if !is_file {
        return Err("it is not a file; correct the reference".to_owned());
    }
    read_file(&path, limits)
}

fn read_file(path: &Path, limits: Limits) -> Result<Vec<u8>, String> {
    let read = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        File::open(path)?
            .take(limits.bytes.saturating_add(1))
            .read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let bytes = read().map_err(|error| format!("the file cannot be read: {error}"))?;
    if bytes.len() as u64 > limits.bytes {
        return Err(format!(
            "the document has more than {} bytes; `--max-bytes N` of `fetch` and `drift` allows more",
            limits.bytes
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn userinfo_stays_with_its_origin() {
        let document: Uri = "https://me:secret@a.example/v1/openapi.yaml"
            .parse()
            .unwrap();
        let url = with_userinfo("https://a.example/v1/pet.yaml".parse().unwrap(), &document);
        assert_eq!(url, "https://me:secret@a.example/v1/pet.yaml");
        let own = with_userinfo(
            "https://x@a.example/v1/pet.yaml".parse().unwrap(),
            &document,
        );
        assert_eq!(own, "https://x@a.example/v1/pet.yaml");
    }

    #[test]
    #[cfg(unix)]
    fn files_are_read_below_the_folder_and_links_lead_no_further() {
        let outer = tempfile::tempdir().unwrap();
        let folder = outer.path().join("docs");
        fs::create_dir_all(folder.join("a")).unwrap();
        fs::write(outer.path().join("secret.yaml"), "secret").unwrap();
        fs::write(folder.join("a/b.yaml"), "b").unwrap();
        std::os::unix::fs::symlink("a/b.yaml", folder.join("inside.yaml")).unwrap();
        std::os::unix::fs::symlink("../secret.yaml", folder.join("outside.yaml")).unwrap();
        std::os::unix::fs::symlink("..", folder.join("up")).unwrap();
        let limits = Reader::default().limits;
        let read = |below| read_below(&folder, below, limits);
        assert_eq!(read("a/b.yaml").unwrap(), b"b");
        assert_eq!(read("inside.yaml").unwrap(), b"b");
        for below in [
            "outside.yaml",
            "up/secret.yaml",
            "/etc/hosts",
            "../secret.yaml",
        ] {
            let error = read(below).unwrap_err();
            assert!(
                error.contains("leads out of the folder"),
                "{below}: {error}"
            );
        }
        assert!(read("a").unwrap_err().contains("not a file"));
        assert!(read("c.yaml").unwrap_err().contains("no such file"));
        let limits = Limits { bytes: 0, ..limits };
        assert!(
            read_below(&folder, "a/b.yaml", limits)
                .unwrap_err()
                .contains("--max-bytes")
        );
    }
}
