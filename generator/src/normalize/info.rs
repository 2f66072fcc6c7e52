use serde_json::Value;

use crate::diagnostics::{Code, Pointer, Report};

/// Makes text of a version that YAML reads as a number: `version: 1.0`.
pub(super) fn mend(document: &mut Value, report: &mut Report) {
    let pointer = Pointer::root().join_all(["info", "version"]);
    if let Some(version @ Value::Number(_)) = document.pointer_mut(pointer.as_str()) {
        let text = version.to_string();
        report.warn(
            Code::InvalidDocument,
            &pointer,
            format!("the version is a number; read as the text `{text}`"),
        );
        *version = Value::String(text);
    }
}
