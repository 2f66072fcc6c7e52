//! `cargo xtask fetch`: gets the document, checks it, and writes spec/openapi.json.

pub(crate) mod http;
pub(crate) mod location;
pub(crate) mod redirect;

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use generator::{Config, Source};

use crate::cli::{ComparisonFormat, FetchOptions, Telling, Upstream};
use crate::comparison::{self, Sides};
use crate::crate_files::Change;
use crate::document::Reader;
use crate::effective::effective;
use crate::failure::Failure;
use crate::findings::Told;
use crate::root::Root;
use crate::settings::Settings;
use crate::{output, pinned, write};

use self::http::Limits;
use self::location::Location;

const FOLDER: &str = "spec";
const FILE: &str = "openapi.json";

/// Runs the command.
pub(crate) fn run(root: &Root, options: &FetchOptions) -> Result<ExitCode, Failure> {
    let settings = root.settings()?;
    let fetched = document(root, &options.upstream, &settings)
        .and_then(|document| replace(root, &document, &settings, options.upstream.allow_shrink))
        .map_err(|failure| failure.with_note("spec/openapi.json was left as it is"))?;
    output::result(&fetched)?;
    Ok(ExitCode::SUCCESS)
}

fn locations(
    root: &Root,
    upstream: &Upstream,
    settings: &Settings,
) -> Result<Vec<Location>, Failure> {
    let (sources, folder) = if upstream.sources.is_empty() {
        (&settings.source, root.join(""))
    } else {
        (&upstream.sources, PathBuf::new())
    };
    sources
        .iter()
        .map(|source| Location::parse(source, &folder))
        .collect()
}

/// The checked document of all sources together.
pub(crate) fn document(
    root: &Root,
    upstream: &Upstream,
    settings: &Settings,
) -> Result<Source, Failure> {
    let locations = locations(root, upstream, settings)?;
    let reader = Reader {
        limits: Limits {
            time: Duration::from_secs(upstream.timeout),
            bytes: upstream.max_bytes,
        },
        allow_remote_references: upstream.references.allow_remote_references,
        settings: Some(settings),
    };
    let sources: Result<_, _> = locations
        .iter()
        .map(|location| reader.read(location))
        .collect();
    let sources = sources?;
    let document = Source::merge(sources).map_err(Failure::unreadable)?;
    let config = Config::new(settings.name.clone());
    match generator::generate(&document, &config) {
        Ok(_) => Ok(document),
        Err(report) => {
            Told::new(&report, &document, None, Telling::default()).print()?;
            let names: Vec<String> = locations.iter().map(Location::to_string).collect();
            Err(Failure::unusable(format!(
                "no client can be made of {}",
                names.join(" and ")
            )))
        }
    }
}

/// Writes the document if it differs from the one that is there, and returns what to tell about it.
fn replace(
    root: &Root,
    document: &Source,
    settings: &Settings,
    allow_shrink: bool,
) -> Result<String, Failure> {
    let folder = root.join(FOLDER);
    write::remove_stale(&folder);
    let before = pinned::read(root)?;
    let after = document.to_canonical_json();
    if before.as_deref() == Some(after.as_bytes()) {
        return Ok("spec/openapi.json: unchanged\n".to_owned());
    }
    let (changes, summary) = match &before {
        None => (String::new(), "new".to_owned()),
        Some(before) => told(root, before, document, settings, allow_shrink)?,
    };
    let change = Change::new(FILE, before.as_deref(), after);
    write::apply(&folder, &[change]).map_err(|error| Failure::unusable(error.to_string()))?;
    Ok(format!(
        "{changes}spec/openapi.json: written ({summary}); run `cargo xtask regen` to bring the client in step\n"
    ))
}

/// What changed, and the same in a few words. A document that cannot be compared with the one in its place is taken over
/// all the same: it is what mends that.
fn told(
    root: &Root,
    before: &[u8],
    document: &Source,
    settings: &Settings,
    allow_shrink: bool,
) -> Result<(String, String), Failure> {
    let compared = pinned::parse(root, before).and_then(|old| {
        let telling = Telling::default();
        let old = effective(root, settings, old, telling)?;
        let new = effective(root, settings, document.clone(), telling)?;
        let sides = Sides {
            old: &old,
            new: &new,
        };
        let comparison = pinned::compare(sides, settings)?;
        let text = comparison::text(&comparison, sides, ComparisonFormat::Text);
        Ok((comparison, text))
    });
    let (comparison, text) = match compared {
        Ok(compared) => compared,
        Err(failure) => {
            output::message(&format!("warning: {failure}"));
            return Ok((
                String::new(),
                "in place of one that it cannot be compared with".to_owned(),
            ));
        }
    };
    if !allow_shrink {
        pinned::refuse_shrunk(&comparison, document)?;
    }
    Ok(match comparison.changes.len() {
        0 => (
            String::new(),
            "only its layout or the order of its keys changed".to_owned(),
        ),
        changes => (text, output::count(changes, "change")),
    })
}
