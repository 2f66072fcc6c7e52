//! SARIF 2.1.0 (OASIS), which code scanning of GitHub and others read.

use std::path::Path;

use generator::Code;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::finding::{Finding, Place};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What a path of a URI holds as it is (RFC 3986, sections 2.3 and 3.3).
const OUTSIDE_OF_PATHS: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b'/');

/// A log of one run.
pub(super) fn text(findings: &[Finding<'_>]) -> String {
    let value = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {
                "name": "openapi-client-generator",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": Code::ALL.map(rule),
            }},
            // Columns count characters, not the UTF-16 units that are the default.
            "columnKind": "unicodeCodePoints",
            "results": findings.iter().map(result).collect::<Vec<_>>(),
        }],
    });
    format!("{value:#}\n")
}

fn rule(code: Code) -> Value {
    json!({
        "id": code.as_str(),
        "shortDescription": {"text": code.summary()},
        "fullDescription": {"text": code.explanation()},
        "help": {"text": code.explanation(), "markdown": code.explanation()},
    })
}

fn result(finding: &Finding<'_>) -> Value {
    let mut result = json!({
        "ruleId": finding.code.as_str(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == finding.code),
        "level": finding.severity(),
        "message": {"text": finding.message_with_help()},
        "locations": [location(&finding.place)],
    });
    let related: Vec<Value> = finding
        .notes
        .iter()
        .enumerate()
        .map(|(id, note)| {
            let mut location = location(&note.place);
            set(&mut location, "id", json!(id + 1));
            set(&mut location, "message", json!({"text": note.message}));
            location
        })
        .collect();
    if !related.is_empty() {
        set(&mut result, "relatedLocations", Value::Array(related));
    }
    result
}

fn location(place: &Place<'_>) -> Value {
    let mut physical = json!({"artifactLocation": {"uri": uri(place.file())}});
    if let Some(position) = place.position() {
        let region = json!({"startLine": position.line, "startColumn": position.column});
        set(&mut physical, "region", region);
    }
    let mut location = json!({"physicalLocation": physical});
    if let Some(pointer) = &place.pointer {
        let logical = json!([{"fullyQualifiedName": pointer.to_string()}]);
        set(&mut location, "logicalLocations", logical);
    }
    location
}

fn set(object: &mut Value, key: &str, value: Value) {
    if let Some(members) = object.as_object_mut() {
        members.insert(key.to_owned(), value);
    }
}

/// The name of a file as a reference to a URI; relative ones are relative to where the command ran.
fn uri(name: &str) -> String {
    if name.starts_with("https://") || name.starts_with("http://") {
        return name.to_owned();
    }
    let name = if cfg!(windows) {
        name.replace('\\', "/")
    } else {
        name.to_owned()
    };
    let path = utf8_percent_encode(&name, OUTSIDE_OF_PATHS);
    match Path::new(&name).is_absolute() {
        true if name.starts_with('/') => format!("file://{path}"),
        true => format!("file:///{path}"),
        false => path.to_string(),
    }
}
