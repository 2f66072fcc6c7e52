//! The tests that a crate can carry: values of the document, read and written as the types of the crate.

use generator::{Generated, OutputFile, PackageName, Source};
use wire_proof::{Counts, Proof, Schema};

use crate::output;

/// How many examples are named that are left out.
const SHOWN: usize = 5;

/// Adds the tests to the files of the crate, and tells what they hold.
pub(crate) fn add(generated: &mut Generated, source: &Source, package: &PackageName) -> Counts {
    let schemas: Vec<Schema> = generated
        .schemas
        .iter()
        .map(|schema| Schema {
            pointer: schema.pointer.as_str().to_owned(),
            rust: schema.rust.clone(),
            sent: schema.sent,
        })
        .collect();
    let Proof { files, counts } =
        wire_proof::prove(source.value(), &schemas, &package.crate_name());
    let files = files
        .into_iter()
        .map(|(path, contents)| OutputFile { path, contents });
    generated.files.extend(files);
    generated.files.sort_by(|a, b| a.path.cmp(&b.path));
    counts
}

/// What there is to say about examples of the document that are not among the tests because they are wrong.
pub(crate) fn left_out(counts: &Counts) -> Option<String> {
    if counts.invalid.is_empty() {
        return None;
    }
    let mut text = format!(
        "the tests leave out {} that the document's own schemas do not allow",
        output::count(counts.invalid.len(), "example")
    );
    for invalid in counts.invalid.iter().take(SHOWN) {
        text.push_str(&format!("\n  #{}: {}", invalid.origin, invalid.reason));
    }
    if let Some(more) = counts.invalid.len().checked_sub(SHOWN + 1) {
        text.push_str(&format!("\n  … and {} more", more + 1));
    }
    Some(text)
}
