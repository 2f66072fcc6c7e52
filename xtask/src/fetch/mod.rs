//! `cargo xtask fetch`: gets the document, checks it, and writes spec/openapi.json.

mod changes;
mod http;
mod location;
mod redirect;

use std::env;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use generator::{Config, Source};
use serde_json::Value;
use ureq::http::{HeaderValue, Uri};

use crate::cli::FetchOptions;
use crate::crate_files::Change;
use crate::failure::Failure;
use crate::root::Root;
use crate::settings::Settings;
use crate::{output, write};

use self::http::Limits;
use self::location::Location;

const FOLDER: &str = "spec";
const FILE: &str = "openapi.json";

/// Runs the command.
pub(crate) fn run(root: &Root, options: &FetchOptions) -> Result<ExitCode, Failure> {
    let settings = root.settings()?;
    let locations = locations(root, options, &settings)?;
    let fetched = document(&locations, options, &settings)
        .and_then(|document| replace(root, &document))
        .map_err(|failure| failure.with_note("spec/openapi.json was left as it is"))?;
    output::result(&fetched)?;
    Ok(ExitCode::SUCCESS)
}

fn locations(
    root: &Root,
    options: &FetchOptions,
    settings: &Settings,
) -> Result<Vec<Location>, Failure> {
    let (sources, folder) = if options.sources.is_empty() {
        (&settings.source, root.join(""))
    } else {
        (&options.sources, PathBuf::new())
    };
    sources
        .iter()
        .map(|source| Location::parse(source, &folder))
        .collect()
}

/// The checked document of all sources together.
fn document(
    locations: &[Location],
    options: &FetchOptions,
    settings: &Settings,
) -> Result<Source, Failure> {
    let limits = Limits {
        time: Duration::from_secs(options.timeout),
        bytes: options.max_bytes,
    };
    let mut sources = Vec::new();
    for location in locations {
        let bytes = match location {
            Location::Url(url) => {
                output::progress(&format!("fetching {location}"));
                let authorization = authorization(settings, url, location)?;
                http::get(url, authorization.as_ref(), limits)
            }
            Location::File { path, .. } => read_file(path, limits),
        };
        let bytes = bytes.map_err(|message| Failure::unusable(format!("{location}: {message}")))?;
        let source = Source::read(location.to_string(), &bytes)
            .map_err(|error| Failure::unusable(error.to_string()))?;
        sources.push(source);
    }
    let document = Source::merge(sources).map_err(|error| Failure::unusable(error.to_string()))?;
    let config = Config {
        package: settings.name.clone(),
    };
    match generator::generate(&document, &config) {
        Ok(_) => Ok(document),
        Err(report) => {
            output::message(&report.render(&document));
            let names: Vec<String> = locations.iter().map(Location::to_string).collect();
            Err(Failure::unusable(format!(
                "no client can be made of {}",
                names.join(" and ")
            )))
        }
    }
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
            "the document has more than {} bytes; allow more with --max-bytes N",
            limits.bytes
        ));
    }
    Ok(bytes)
}

/// The value of the Authorization header for `url`, from the environment variable that the settings name. Nothing
/// prints it. A URL with userinfo brings its own.
fn authorization(
    settings: &Settings,
    url: &Uri,
    location: &Location,
) -> Result<Option<HeaderValue>, Failure> {
    let has_userinfo = url
        .authority()
        .is_some_and(|authority| authority.as_str().contains('@'));
    let Some(variable) = settings
        .authorization_env
        .as_deref()
        .filter(|_| !has_userinfo)
    else {
        return Ok(None);
    };
    let Some(value) = env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(None);
    };
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

/// Writes the document if it differs from the one that is there, and returns what to tell about it.
fn replace(root: &Root, document: &Source) -> Result<String, Failure> {
    let folder = root.join(FOLDER);
    write::remove_stale(&folder);
    let before = match fs::read(folder.join(FILE)) {
        Ok(bytes) => Some(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => {
            return Err(Failure::unusable(format!(
                "spec/openapi.json cannot be read: {error}"
            )));
        }
    };
    let after = document.to_canonical_json();
    if before.as_deref() == Some(after.as_bytes()) {
        return Ok("spec/openapi.json: unchanged\n".to_owned());
    }
    let text = told(before.as_deref(), document.value());
    let change = Change::new(FILE, before.as_deref(), after);
    write::apply(&folder, &[change]).map_err(|error| Failure::unusable(error.to_string()))?;
    Ok(text)
}

fn told(before: Option<&[u8]>, document: &Value) -> String {
    let old = before.map_or(Value::Null, |bytes| {
        serde_json::from_slice(bytes).unwrap_or(Value::Null)
    });
    let lines = changes::list(&old, document);
    let mut text = String::new();
    for line in &lines {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{line}");
    }
    let summary = match (before, lines.len()) {
        (None, _) => "new".to_owned(),
        (Some(_), 0) => "only its layout or the order of its keys changed".to_owned(),
        (Some(_), changes) => output::count(changes, "change"),
    };
    let _ = writeln!(
        text,
        "spec/openapi.json: written ({summary}); run `cargo xtask regen` to bring the client in step"
    );
    text
}
