//! The document that the repository holds, spec/openapi.json, and what became of it upstream.

use std::fs;
use std::io;

use generator::{Comparison, Config, NotComparable, Source};

use crate::cli::Telling;
use crate::comparison::Sides;
use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::findings::Told;
use crate::output;
use crate::root::Root;
use crate::settings::Settings;

/// The document, from the root of the repository.
pub(crate) const PATH: &str = "spec/openapi.json";

/// Its bytes, if it is there.
pub(crate) fn read(root: &Root) -> Result<Option<Vec<u8>>, Failure> {
    match fs::read(root.join(PATH)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(Failure::unusable(format!("{PATH} cannot be read: {error}"))),
    }
}

/// The document that `bytes` hold.
pub(crate) fn parse(root: &Root, bytes: &[u8]) -> Result<Source, Failure> {
    let location = Location::File {
        path: root.join(PATH),
        shown: PATH.to_owned(),
    };
    Reader::default().parse(&location, bytes)
}

/// Compares two states of the document by the clients that the settings ask for.
///
/// A choice in the settings can be for one of the two and not fit the other, such as a rule for an operation that is gone.
/// Then the usual choices have to do: that an operation is gone is what is to be told.
pub(crate) fn compare(sides: Sides<'_>, settings: &Settings) -> Result<Comparison, Failure> {
    let (which, source, report) = match generator::compare(sides.old, sides.new, &settings.config())
    {
        Ok(comparison) => return Ok(comparison),
        Err(NotComparable::Old(report)) => ("old", sides.old, report),
        Err(NotComparable::New(report)) => ("new", sides.new, report),
    };
    let comparison = sides.compare(&Config::new(settings.name.clone()), None)?;
    Told::new(&report, source, Some(settings), Telling::default()).print()?;
    output::message(&format!(
        "warning: spec/generate.toml does not fit the {which} document, so that they are compared without its choices"
    ));
    Ok(comparison)
}

/// Refuses a document that is more likely a part of itself.
pub(crate) fn refuse_shrunk(comparison: &Comparison, new: &Source) -> Result<(), Failure> {
    if !comparison.shrank() {
        return Ok(());
    }
    Err(Failure::unusable(format!(
        "{} lacks {} of the {} in {PATH}, so it is more likely not the whole document; --allow-shrink believes it",
        new.name(),
        comparison.removed_operations,
        output::count(comparison.old_operations, "operation"),
    )))
}
