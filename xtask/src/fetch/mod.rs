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
use crate::failure::Failure;
use crate::findings::Told;
use crate::root::Root;
use crate::settings::Settings;
use crate::view::View;
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

/// What changed, and the same in a few words. In place of a document that cannot be read or used, another one is taken
/// unseen: it is what mends that.
fn told(
    root: &Root,
    before: &[u8],
    document: &Source,
    settings: &Settings,
    allow_shrink: bool,
) -> Result<(String, String), Failure> {
    let unseen = |failure: &Failure| {
        output::message(&format!("warning: {failure}"));
        let summary = "in place of one that it cannot be compared with";
        Ok((String::new(), summary.to_owned()))
    };
    let old = match pinned::parse(root, before) {
        Ok(old) => old,
        Err(failure) => return unseen(&failure),
    };
    let config = Config::new(settings.name.clone());
    let compare = |view: &View| {
        let (old, new) = (view.of(old.clone())?, view.of(document.clone())?);
        let sides = Sides {
            old: old.compared(),
            new: new.compared(),
        };
        let comparison = sides.compare(old.settings(), new.settings())?;
        let text = comparison::text(&comparison, sides, ComparisonFormat::Text);
        Ok((comparison, text))
    };
    let (comparison, text) = match View::of_now(root, settings).and_then(|view| compare(&view)) {
        Ok(compared) => compared,
        Err(failure) if generator::generate(&old, &config).is_err() => return unseen(&failure),
        // The settings may be what is mended next; no document that lost everything is to slip in before that.
        Err(failure) => {
            output::message(&format!(
                "warning: {failure}; the documents are compared without spec/generate.toml"
            ));
            compare(&View::plain(&settings.name))?
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
