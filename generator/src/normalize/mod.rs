//! From the document as it is to the OpenAPI 3.0 form that [`openapiv3`] reads: an ordered list of small passes over
//! the JSON value. After them, nobody asks for the version again.

mod grammar;
mod members;
mod missing;
mod operations;
mod parse;
mod paths;
mod references;
mod same_paths;
mod schema;
mod unused;
mod version;
mod walk;
mod webhooks;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::diagnostics::Report;

/// One rewriting of the document. It reports what it cannot rewrite.
type Pass = fn(&mut Value, &mut Report);

const PASSES: &[Pass] = &[
    version::check,
    members::mend,
    references::resolve,
    missing::add,
    paths::mend,
    same_paths::tell,
    unused::drop,
    operations::mend,
    schema::rewrite,
    webhooks::move_to_callbacks,
    version::set,
];

/// Brings a document into 3.0 form and reads it; `None` where the report has an error.
pub(crate) fn normalize(document: &Value, report: &mut Report) -> Option<OpenAPI> {
    let value = rewrite(document, report)?;
    parse::parse(value, report)
}

/// Brings a document into 3.0 form.
fn rewrite(document: &Value, report: &mut Report) -> Option<Value> {
    let mut value = document.clone();
    for pass in PASSES {
        pass(&mut value, report);
        if report.has_errors() {
            return None;
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests;
