//! The document that the repository holds, spec/openapi.json, and what became of it upstream.

use std::fs;
use std::io;

use generator::{Comparison, Source};

use crate::document::Reader;
use crate::failure::Failure;
use crate::fetch::location::Location;
use crate::output;
use crate::root::Root;

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
