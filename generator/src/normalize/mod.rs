//! From the document as it is to the OpenAPI 3.0 form that [`openapiv3`] reads: an ordered list of small passes over
//! the JSON value. After them, nobody asks for the version again.

mod info;
mod nullable_reference;
mod parse;
mod paths;
mod version;

use openapiv3::OpenAPI;
use serde_json::Value;

use crate::diagnostics::Report;

/// One rewriting of the document. It reports what it cannot rewrite.
type Pass = fn(&mut Value, &mut Report);

const PASSES: &[Pass] = &[
    version::check,
    info::mend,
    paths::mend,
    nullable_reference::mend,
];

/// Brings a document into 3.0 form and reads it; `None` where the report has an error.
pub(crate) fn normalize(document: &Value, report: &mut Report) -> Option<OpenAPI> {
    let mut value = document.clone();
    for pass in PASSES {
        pass(&mut value, report);
        if report.has_errors() {
            return None;
        }
    }
    parse::parse(value, report)
}
