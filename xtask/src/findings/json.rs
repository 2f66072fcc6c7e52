use generator::Severity;
use serde_json::{Value, json};

use super::finding::{Finding, Place};

/// All of them, for programs.
pub(super) fn text(document: &str, findings: &[Finding<'_>]) -> String {
    let count = |severity| {
        let of_it = |it: &&Finding<'_>| it.severity == severity;
        findings.iter().filter(of_it).count()
    };
    let value = json!({
        "document": document,
        "errors": count(Severity::Error),
        "warnings": count(Severity::Warning),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    });
    format!("{value:#}\n")
}

fn finding(finding: &Finding<'_>) -> Value {
    let place = &finding.place;
    let position = place.position();
    json!({
        "severity": finding.severity(),
        "code": finding.code.as_str(),
        "message": finding.message,
        "help": finding.help,
        "pointer": finding.pointer.to_string(),
        "setting": finding.setting.map(ToString::to_string),
        "file": place.file(),
        "line": position.map(|it| it.line),
        "column": position.map(|it| it.column),
        "related": finding
            .notes
            .iter()
            .map(|note| related(&note.message, &note.place))
            .collect::<Vec<_>>(),
    })
}

fn related(message: &str, place: &Place<'_>) -> Value {
    let position = place.position();
    json!({
        "message": message,
        "pointer": place.pointer.as_ref().map(ToString::to_string),
        "file": place.file(),
        "line": position.map(|it| it.line),
        "column": position.map(|it| it.column),
    })
}
