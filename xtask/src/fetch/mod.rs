//! `cargo xtask fetch`: gets the document, checks it, and writes spec/openapi.json.

mod changes;
pub(crate) mod http;
pub(crate) mod location;
pub(crate) mod redirect;

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use generator::{Config, Source};
use serde_json::Value;

use crate::cli::{FetchOptions, Telling};
use crate::crate_files::Change;
use crate::document::Reader;
use crate::failure::Failure;
use crate::findings::Told;
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
    let reader = Reader {
        limits: Limits {
            time: Duration::from_secs(options.timeout),
            bytes: options.max_bytes,
        },
        allow_remote_references: options.references.allow_remote_references,
        authorization_env: settings.authorization_env.as_deref(),
    };
    let sources: Result<_, _> = locations
        .iter()
        .map(|location| reader.read(location))
        .collect();
    let sources = sources?;
    let document = Source::merge(sources).map_err(|error| Failure::unusable(error.to_string()))?;
    let config = Config::new(settings.name.clone());
    match generator::generate(&document, &config) {
        Ok(_) => Ok(document),
        Err(report) => {
            Told::new(&report, &document, Telling::default()).print()?;
            let names: Vec<String> = locations.iter().map(Location::to_string).collect();
            Err(Failure::unusable(format!(
                "no client can be made of {}",
                names.join(" and ")
            )))
        }
    }
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
