//! SARIF 2.1.0 (OASIS), which code scanning of GitHub and others read.

use std::path::Path;

use generator::Code;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::Finding;

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
    let mut physical = json!({"artifactLocation": {"uri": uri(finding.file)}});
    if let Some(spot) = finding.spot {
        let position = spot.position();
        let region = json!({"startLine": position.line, "startColumn": position.column});
        if let Some(members) = physical.as_object_mut() {
            members.insert("region".to_owned(), region);
        }
    }
    json!({
        "ruleId": finding.code(),
        "ruleIndex": Code::ALL.iter().position(|code| *code == finding.diagnostic.code),
        "level": finding.severity(),
        "message": {"text": finding.message_with_help()},
        "locations": [{
            "physicalLocation": physical,
            "logicalLocations": [{"fullyQualifiedName": finding.diagnostic.pointer.to_string()}],
        }],
    })
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
